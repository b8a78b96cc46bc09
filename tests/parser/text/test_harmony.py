"""Kazakh words that only sound alike: their letters are of two rows."""

from __future__ import annotations

import pytest

from parser.text.folding import sound
from parser.text.harmony import are_of_other_rows, begin_with_other_vowels


@pytest.mark.parametrize(("first", "second"), [("қырыс", "кіріс"), ("көл", "қол"), ("құрт", "күрт")])
def test_letters_of_the_other_row_make_another_word(first: str, second: str) -> None:
    assert sound(first) == sound(second)
    assert are_of_other_rows(first, second)
    assert are_of_other_rows(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [("кирис", "кіріс"), ("кол", "қол"), ("қазір", "казир"), ("қазір", "кәзір"), ("жол", "жол")],
)
def test_letters_that_are_left_out_or_of_both_rows_make_none(first: str, second: str) -> None:
    assert not are_of_other_rows(first, second)
    assert not are_of_other_rows(second, first)


@pytest.mark.parametrize(
    ("typed", "printed", "other"),
    [
        ("дәрі", "дарынды", True),
        ("дари", "дәрілік", False),
        ("дәрілер", "дәрілік", False),
        ("тәрбие", "тарбия", True),
        ("дарын", "дәрілік", False),  # typed without the letters of Kazakh it may be either
    ],
)
def test_a_vowel_that_is_typed_with_its_letter_is_no_other(typed: str, printed: str, other: bool) -> None:
    assert begin_with_other_vowels(typed, printed, 4) is other
