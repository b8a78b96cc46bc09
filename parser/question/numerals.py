"""Numbers in words: `бес жүз`, `полтора`, `үшеуін`; those that count lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from parser.question.word_forms import COLLECTIVE
from parser.text.folding import sound
from parser.text.word_lists import ListRow, any_of, read_list

NUMERAL_COLUMNS = ("word", "value", "example")
_TEN, _HUNDRED = 10, 100
_HALF = Decimal("0.5")  # of a number it is added to: бір жарым; what is less of it is a part: две трети
_MOST_LINES = 99  # that a list is asked to have


def count_words() -> str:
    """A regular expression's source for a number of lines, in digits or in words: `5`, `пять`, `бес`."""
    words = (row["word"] for row in numeral_rows() if _counts(Decimal(row["value"])))
    return rf"(?:[1-9]\d?|{any_of(words)})"


def read_count(said: str) -> int:
    """The number that `count_words` finds."""
    return int(said) if said.isdecimal() else int(load_numerals()[plain_numeral(said)])


def _counts(value: Decimal) -> bool:
    return value == int(value) and 1 < value <= _MOST_LINES


def read_number_words(numerals: Sequence[str], glued: str | None = None) -> Decimal:
    """A number in words, as many as there are: `бес жүз` is 500, `бір жарым` 1.5; without any, one.

    Args:
        numerals: the words that `number_words` finds.
        glued: a further one that is written together with what is counted.
    """
    values = load_numerals()
    total = Decimal(0)
    for word in re.findall(number_words(), " ".join(numerals), re.IGNORECASE):  # `с половиной` is one
        value = values[plain_numeral(word)]
        multiplies = (value == _HUNDRED and 0 < total < _TEN) or value < _HALF  # три четверти
        total = total * value if multiplies and total else total + value
    if glued:
        return total + values[f"{glued.casefold()}-"]
    return total or Decimal(1)


def read_collective(word: str) -> int | None:
    """How many a word says that there are: 3 for `три` and `үшеуін`; None for any other word, or a fraction.

    Args:
        word: lowercase.
    """
    found = COLLECTIVE.fullmatch(sound(word))
    value = _load_stems().get(found["stem"]) if found else load_numerals().get(plain_numeral(word))
    return int(value) if value is not None and value == int(value) else None


@cache
def load_numerals() -> dict[str, Decimal]:
    """The number words, read from disk the first time."""
    return {plain_numeral(row["word"]): Decimal(row["value"]) for row in numeral_rows()}


@cache
def _load_stems() -> dict[str, Decimal]:
    """The number words as they sound, without the vowel that gives way to an ending."""
    return {sound(word).rstrip("i"): value for word, value in load_numerals().items()}


@cache
def numeral_rows() -> tuple[ListRow, ...]:
    """The rows of the list of number words."""
    return read_list("numerals.tsv", NUMERAL_COLUMNS)


def plain_numeral(word: str) -> str:
    """A word as those of number lists are compared: lowercase, `е` for `ё`."""
    return word.casefold().replace("ё", "е")


def number_words() -> str:
    """A regular expression's source for a number word that stands by itself."""
    return any_of(row["word"] for row in numeral_rows() if not row["word"].endswith("-"))


def glued_numerals() -> str:
    """The same for one that is written together with the next word: `полмиллиарда`."""
    return "|".join(re.escape(row["word"][:-1]) for row in numeral_rows() if row["word"].endswith("-"))
