"""One of many things that is told by its number: no code, no amount and no decision."""

from __future__ import annotations

import pytest

from parser.question.intents import Unheld
from parser.question.numbered_things import cut_numbered, read_numbered_rows
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each


@of_each("row", read_numbered_rows())
def test_of_one_of_many_no_plan_tells(row: ListRow) -> None:
    question = read_question(row["example"])
    asks = row.target("asks", Unheld)
    assert question.frame.beyond_plan is asks
    assert not question.codes
    assert not question.amounts
    assert question.decision is None
    assert question.names_line is (asks is Unheld.SINGLE)


@of_each("row", read_numbered_rows())
def test_a_form_of_one_alone_needs_no_sign(row: ListRow) -> None:
    for word in row["single"].split():
        thing = cut_numbered(f"сколько дали {word} 5?")
        kept = f"{word} " if row.target("asks", Unheld) is Unheld.SINGLE else ""
        assert thing is not None
        assert thing.rest == f"сколько дали {kept}?"


@pytest.mark.parametrize(
    "text",
    [
        "5 школ",
        "топ 5 школ",
        "на школу 5 млрд",
        "школы № 12-3",
        "школы 464",
        "школы 2014",
        "школы за 2-й квартал",
        "на школу 8,4",
    ],
)
def test_another_number_beside_a_thing_is_none_of_it(text: str) -> None:
    assert cut_numbered(text) is None


@pytest.mark.parametrize("text", ["7 микрорайон дороги", "мкр 5 дороги", "дороги в 10-м мкр"])
def test_a_place_told_by_its_number_leaves_the_line_that_is_named(text: str) -> None:
    question = read_question(text)
    assert question.frame.beyond_plan is Unheld.PLACE
    assert [token.folded for token in question.tokens if not token.filler] == ["дороги"]


def test_a_claim_of_one_of_many_is_set_beside_no_amount() -> None:
    (statement,) = read_question("проверь: школе №5 дали 5 млрд").claim.statements  # type: ignore[union-attr]
    assert statement.beyond_plan is Unheld.SINGLE
