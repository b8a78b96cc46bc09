"""Messages in Latin letters: what bounds an amount or names an edition is read in them too."""

from __future__ import annotations

import pytest

from parser.question.keyboard import other_layouts
from parser.question.latin_words import spell_latin
from parser.question.reading import read_question


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1 mlrd tan asatyn shygyndar", 10**9, None),
        ("dorozhe 2 mlrd", 2 * 10**9, None),
        ("5 mln nan az shygyndar kandai", None, 5 * 10**6),
    ],
)
def test_an_amount_bounds_a_list(text: str, low: int | None, high: int | None) -> None:
    bounds = read_question(text).frame.bounds
    assert bounds is not None
    assert (bounds.low, bounds.high) == (low, high)


def test_a_month_names_an_edition() -> None:
    assert read_question("zhana zholdar kosyldy ma karashada").months == (11,)


def test_a_message_with_cyrillic_letters_stays() -> None:
    assert spell_latin("дороже 2 mlrd") == "дороже 2 mlrd"
    assert spell_latin("mektepter") == "mektepter"


@pytest.mark.parametrize(
    ("typed", "readings"),
    [("rjycnhewb", ["конструци"]), ("руддщ", ["hello"]), ("шешті", []), ("іс", [])],
)
def test_letters_that_are_only_kazakh_are_typed_by_no_key_of_latin(typed: str, readings: list[str]) -> None:
    assert other_layouts(typed) == readings
