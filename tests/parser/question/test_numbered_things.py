"""One of many things that is told by its number: no code, no amount and no decision."""

from __future__ import annotations

import pytest

from parser.question.intents import Unheld
from parser.question.numbered_things import cut_numbered, read_numbered_rows
from parser.question.reading import read_question
from parser.text.word_lists import ListRow


@pytest.mark.parametrize("row", read_numbered_rows(), ids=lambda row: row["thing"])
def test_of_one_of_many_no_plan_tells(row: ListRow) -> None:
    question = read_question(row["example"])
    assert question.frame.beyond_plan is Unheld.SINGLE
    assert not question.codes
    assert not question.amounts
    assert question.decision is None
    assert question.names_line


@pytest.mark.parametrize("row", read_numbered_rows(), ids=lambda row: row["thing"])
def test_a_form_of_one_alone_needs_no_sign(row: ListRow) -> None:
    for word in row["single"].split():
        assert cut_numbered(f"сколько дали {word} 5?") == f"сколько дали {word} ?"


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


def test_a_claim_of_one_of_many_is_set_beside_no_amount() -> None:
    (statement,) = read_question("проверь: школе №5 дали 5 млрд").claim.statements  # type: ignore[union-attr]
    assert statement.beyond_plan is Unheld.SINGLE
