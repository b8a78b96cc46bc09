"""Words that say where an amount was seen: each row of the list, and what stays as it was without an amount."""

from __future__ import annotations

import pytest

from parser.question.amount_seen import find_amount_seen, read_amount_seen_rows, without_amount_seen
from parser.question.reading import read_question
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each

ROWS = read_amount_seen_rows()


@of_each("row", ROWS)
def test_the_example_of_a_phrase_asks_for_its_amount_alone(row: ListRow) -> None:
    question = read_question(row["example"])
    assert question.names_only_numbers
    assert question.amounts == (439489,)
    assert question.frame.asks_nothing_more
    other = read_question(row["example"].replace("439 489", ""))  # which may ask what a word means
    assert find_amount_seen(other.tokens) or find_amount_seen(question.tokens)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("1,9 млрд на газеты", ["газеты"]),
        ("в газете писали 1,9 млрд на школы", ["школы"]),
        ("газетке 22 млн", ["газетке"]),
    ],
)
def test_what_an_amount_is_for_still_names_a_line(message: str, words: list[str]) -> None:
    assert [token.folded for token in read_question(message).tokens if not token.filler] == words


@pytest.mark.parametrize("message", ["в новостях", "бюджетте не жаңалық"])
def test_without_an_amount_these_words_are_heard(message: str) -> None:
    assert not read_question(message).frame.asks_nothing_more


def test_a_claim_is_of_what_is_left() -> None:
    assert without_amount_seen("слышал цифру субвенций") == "субвенций"
    assert without_amount_seen("на школы № 12-3") == "на школы № 12-3"
