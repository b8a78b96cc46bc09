"""Kazakh words that only sound alike: their letters are of two rows."""

from __future__ import annotations

import pytest

from parser.text.folding import sound
from parser.text.harmony import are_of_other_rows


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
