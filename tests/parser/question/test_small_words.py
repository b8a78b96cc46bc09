"""Small words: each is found as it sounds, and the questions that turn on one are read by it."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from parser.question.small_words import SmallWord, is_small, read_small_word_rows
from parser.text.folding import sound, sounds

ROWS = read_small_word_rows()


def test_an_example_holds_a_word_of_its_row() -> None:
    for row in ROWS:
        says = row.target("says", SmallWord)
        assert all(is_small(says, sound(word)) for word in row["words"].split()), row.number
        assert any(is_small(says, spoken) for spoken in sounds(row["example"])), row.number


def test_every_value_has_a_row() -> None:
    assert {row.target("says", SmallWord) for row in ROWS} == set(SmallWord)


@pytest.mark.parametrize("text", ["что не выросло", "не өзгерген жоқ", "не өзгермеді"])
def test_what_is_denied_stays_the_same(text: str) -> None:
    assert read_question(text).frame.denied


@pytest.mark.parametrize("text", ["что выросло", "не өзгерді"])
def test_the_kazakh_word_for_what_denies_nothing(text: str) -> None:
    assert not read_question(text).frame.denied
