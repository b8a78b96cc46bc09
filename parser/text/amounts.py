"""Printed amounts → exact integers in tenge."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise

from parser.text.folding import sound, words
from parser.text.letters import DASHES, INVISIBLE, SPACES
from parser.text.marks import without_raised
from parser.text.word_lists import any_of, read_list

_MINUSES = f"{DASHES}\uf02d"  # the last is the Symbol font's
# A minus may stand apart from its number; digits are grouped by threes or not at all.
AMOUNT = re.compile(rf"[{DASHES}]?[{SPACES}]?(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+)(?:,\d+)?")
_SEPARATORS = re.compile(rf"[{SPACES}\t\n{INVISIBLE}]")
# `- -281`: the first hyphen only separates. `(-) 735`, `(-735)`: a minus in brackets.
_SIGN = rf"(?P<sign>\([{_MINUSES}]\)|[{_MINUSES}]{{1,2}})?"
_SIGNED = re.compile(
    rf"{_SIGN}(?P<whole>\d{{1,15}}|\d{{1,3}}(?:\.\d{{3}}){{2,4}})(?:[.,](?P<part>\d{{1,6}}))?", re.ASCII
)
_BRACKETED = re.compile(rf"\((?P<inside>[{_MINUSES}]?[\d.,]+)\)")
_GROUPS = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})*|\d+")
_NIL = re.compile(rf"[{DASHES}]{{1,3}}|[xх]", re.IGNORECASE)


def parse_amount(text: str, unit: int) -> int:
    """The amount in tenge that a printed number stands for.

    Spaces may stand anywhere (`2 7149 111`): the digits are the amount. Brackets around a number
    are the accountant's minus.

    Args:
        text: digits as printed, `22 275 886`, `-281 421`, `(-) 735` or `583 152 644,8`.
        unit: tenge in one printed unit.

    Raises:
        ValueError: the text is no number, or not a whole number of tenge.
    """
    match = _match(text)
    if match is None:
        raise ValueError(f"not an amount: {text!r}")
    negative, whole, part = match
    tenge = Decimal(f"{whole}.{part or 0}") * unit
    if tenge != tenge.to_integral_value():
        raise ValueError(f"not a whole number of tenge: {text!r}")
    return -int(tenge) if negative else int(tenge)


def _match(text: str) -> tuple[bool, str, str | None] | None:
    """Sign, whole digits and decimals of a printed number; None for any other text."""
    if len(text) > 60:
        return None
    digits = _SEPARATORS.sub("", without_raised(text))
    bracketed = _BRACKETED.fullmatch(digits)
    match = _SIGNED.fullmatch(bracketed["inside"] if bracketed else digits)
    if match is None:
        return None
    return bool(bracketed or match["sign"]), match["whole"].replace(".", ""), match["part"]


def is_amount(text: str) -> bool:
    """Whether a text is a printed amount and nothing else."""
    return _match(text) is not None


def is_nil(text: str) -> bool:
    """Whether a cell says that there is nothing: a dash or a cross."""
    return _NIL.fullmatch(text.strip()) is not None


def has_misplaced_spaces(text: str) -> bool:
    """Whether the digits of an amount are parted, but not by threes: `188 9410`.

    >>> has_misplaced_spaces("188 9410"), has_misplaced_spaces("1 889 410,5")
    (True, False)
    """
    whole = re.split("[,.]", text.strip())[0].lstrip(f"{DASHES}{SPACES}()").rstrip(f"{SPACES})")
    return bool(re.search(f"[{SPACES}]", whole)) and _GROUPS.fullmatch(whole) is None


@cache
def _units() -> tuple[tuple[str, int], ...]:
    """How the words of `locales/units.tsv` begin as they sound, each with its tenge."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return tuple((sound(row["word"].removesuffix("*")), row.integer("tenge")) for row in rows)


def tenge_in(word: str) -> int | None:
    """How many tenge a word counts in: 1000 for `тыс` and `мыңнан`, 1 for `теңге`, None for another word."""
    spoken = sound(word.casefold())
    return next((tenge for stem, tenge in _units() if spoken.startswith(stem)), None)


@cache
def scale_words() -> str:
    """A regular expression's source for the words that scale an amount: `млрд`, `миллиона`, `мың`."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return any_of(row["word"] for row in rows if row.integer("tenge") > 1)


@cache
def currency_words() -> str:
    """A regular expression's source for the words that name the currency: `теңге`, `тенге`, `тг`."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return any_of(row["word"] for row in rows if row.integer("tenge") == 1)


def parse_unit(text: str) -> int | None:
    """Tenge in one printed unit, from a column header or a clause; None when it names no unit.

    >>> parse_unit("мың теңге"), parse_unit("млн. тенге"), parse_unit("сумма, тенге"), parse_unit("сумма")
    (1000, 1000000, 1, None)
    """
    counted = [tenge_in(word) for word in words(text)]
    for before, tenge in pairwise([None, *counted]):
        if tenge == 1:
            return before or 1
    return None
