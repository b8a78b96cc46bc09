"""What no budget has a line for by itself is told to be so, whatever was asked before it."""

from __future__ import annotations

import pytest

from parser.question.follow_up import read_follow_up
from parser.question.lineless import ALONE, find_lineless, is_told_alone, read_lineless_rows
from parser.question.reading import read_question
from parser.question.shown_before import KnownWords, ShownBefore
from parser.records import Section
from parser.text.folding import sound
from parser.text.word_lists import ListRow
from tests.harness.rows import of_each

ROWS = read_lineless_rows()
SUBJECTS = [row for row in ROWS if row["says"] != ALONE]
MESSAGES = [row for row in ROWS if row["says"] == ALONE]
PLACES = frozenset({sound("тараза"), sound("тараз")})
BEFORE = ShownBefore(read_question("школы 2014"), 2014, Section.EXPENDITURE)
KNOWN = KnownWords(lambda question: {token.sound for token in question.tokens} & PLACES, lambda _: False)


@of_each("row", SUBJECTS)
def test_each_word_is_told_to_have_no_line(row: ListRow) -> None:
    asked = read_question(row["example"])
    assert find_lineless(asked, PLACES) == row["says"]
    stem = sound(row["phrase"].rstrip("*"))
    assert any(token.sound.startswith(stem) for token in asked.tokens)


@of_each("row", ROWS)
def test_no_line_before_is_carried_over(row: ListRow) -> None:
    assert read_follow_up(row["example"], BEFORE, KNOWN) == read_question(row["example"])


@of_each("row", MESSAGES)
def test_a_message_that_only_scolds_is_of_no_line(row: ListRow) -> None:
    assert is_told_alone(read_question(row["example"]))


@pytest.mark.parametrize(
    "text", ["где деньги на дороги", "ақша қайда кетті", "сколько", "воровство в школах"]
)
def test_what_asks_something_of_a_line_only_scolds_not(text: str) -> None:
    assert not is_told_alone(read_question(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "зарплата учителей",
            "мұғалімнің жалақысы",
            "налог на бензин",
            "бензин акцизі",
            "доходы от бензина",
        ),
        *("тұрғын үй", "тұрғын үй саны қанша", "сколько детей в садиках", "школы", "зарплата и школы"),
        *("что такое премия", "культурные мероприятия"),
    ],
)
def test_what_names_a_line_besides_has_one(text: str) -> None:
    assert find_lineless(read_question(text)) is None
