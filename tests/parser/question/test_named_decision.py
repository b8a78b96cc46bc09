"""Decisions that are named by their order: the first, the last, the one before; and since when."""

from __future__ import annotations

import pytest

from parser.question.named_decision import Standing, read_ordinal, read_ordinal_rows
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_ordinal_rows())
def test_the_example_of_an_ordinal_names_that_decision(row: ListRow) -> None:
    standing = read_question(row["example"]).in_order.standing
    assert standing is not None
    assert standing.ordinal == row.integer("number")


@pytest.mark.parametrize(
    ("text", "standing", "step", "since"),
    [
        ("последнее решение", Standing(-1), 0, None),
        ("соңғы шешім не өзгертті", Standing(-1), 0, None),
        ("что изменила вторая поправка", Standing(2, of_amendments=True), 0, None),
        ("2-ші шешім", Standing(2), 0, None),
        ("прошлое решение", None, 1, None),
        ("что изменилось к концу года", Standing(-1), 0, None),
        ("что изменилось с начала года", None, 0, 1),
        ("қазаннан бері не өзгерді", None, 0, 10),
        ("с культуры сняли", None, 0, None),
        ("первая школа", None, 0, None),
        ("школы в первоначальном решении", None, 0, None),
    ],
)
def test_a_decision_is_named_by_its_order(
    text: str, standing: Standing | None, step: int, since: int | None
) -> None:
    named = read_question(text).in_order
    assert (named.standing, named.step, named.since) == (standing, step, since)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("три последних решения по культуре", -4),
        ("что изменили последние 2 поправки", -3),
        ("соңғы екі шешімде не өзгерді", -3),
    ],
)
def test_the_last_decisions_are_counted_from_the_one_before_them(text: str, before: int) -> None:
    named = read_question(text).in_order
    assert named.standing == Standing(-1)
    assert named.beside == (Standing(before, before_all=True),)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("второе", 2),
        ("екіншісі", 2),
        ("3", 3),
        ("2-е", 2),
        ("последнее", -1),
        ("первоначальное", None),
        ("школа", None),
    ],
)
def test_an_ordinal_number_is_read(word: str, number: int | None) -> None:
    assert read_ordinal(word) == number
