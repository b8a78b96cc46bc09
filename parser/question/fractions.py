"""Shares in words: `больше половины бюджета`, `әрбір үшінші теңге` (`locales/fractions.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.text.word_lists import ListRow, any_of, pattern_of, read_list

FRACTION_COLUMNS = ("words", "language", "numerator", "denominator", "example")
_BOUNDS = (Asks.MORE_THAN, Asks.LESS_THAN, Asks.ABOUT)


@dataclass(frozen=True, slots=True)
class SaidFraction:
    """A share that stands somewhere in a text, as it was said and with its value."""

    text: str
    start: int
    end: int
    value: Fraction


def find_fractions(text: str) -> Iterator[SaidFraction]:
    """The shares of a text that are said in words, where it says what whole they are of.

    >>> [(said.text, said.value) for said in find_fractions("на школы идёт больше трети бюджета")]
    [('больше трети', Fraction(1, 3))]
    """
    if not names_base(text):
        return  # `половину школ закрыли`
    for match in _fractions().finditer(text):
        yield SaidFraction(" ".join(match[0].split()), *match.span(), _read_fraction(match["fraction"]))


def names_base(text: str) -> bool:
    """Whether a text names the whole that a share may be of: `бюджета`, `всех денег`."""
    return _base().search(text) is not None


def is_base(folded: str) -> bool:
    """Whether a word names it."""
    return _base().fullmatch(folded) is not None


@cache
def read_fraction_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("fractions.tsv", FRACTION_COLUMNS)


def _read_fraction(said: str) -> Fraction:
    """The value of the row that this is said by, the longest that fits."""
    rows = sorted(read_fraction_rows(), key=lambda row: -len(row["words"]))
    row = next(row for row in rows if re.fullmatch(pattern_of(row["words"]), said, re.IGNORECASE))
    return Fraction(row.integer("numerator"), row.integer("denominator"))


@cache
def _fractions() -> re.Pattern[str]:
    """A share in words, with what says that it is more or less than that."""
    bounds = "|".join(map(load_asking_words().pattern, _BOUNDS))
    words = any_of(row["words"] for row in read_fraction_rows())
    return re.compile(
        rf"(?<!\w) (?: (?:{bounds}) \s+ )? (?P<fraction> {words} ) (?!\w)", re.IGNORECASE | re.VERBOSE
    )


@cache
def _base() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){says_pattern(ClaimWord.BASE)}(?!\w)", re.IGNORECASE)
