"""The words that say what a number counts: `тыс. тенге`, `мың`, `тг`; the list is `locales/units.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from parser.text.folding import sound, words
from parser.text.word_lists import any_of, read_list


@cache
def _units() -> tuple[tuple[str, int], ...]:
    """How the words of `locales/units.tsv` begin as they sound, each with its tenge."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return tuple((sound(row["word"].removesuffix("*")), row.integer("tenge")) for row in rows)


@cache
def _unit_stems() -> tuple[str, ...]:
    return tuple(stem for stem, _ in _units())


def read_unit_words() -> tuple[str, ...]:
    """The words of the list, as it writes them: `млн`, `миллион*`."""
    return tuple(row["word"] for row in read_list("units.tsv", ("tenge", "word", "example")))


def tenge_in(word: str) -> int | None:
    """How many tenge a word counts in: 1000 for `тыс` and `мыңнан`, 1 for `теңге`, None for another word."""
    return spoken_unit(sound(word.casefold()))


def spoken_unit(spoken: str) -> int | None:
    """The same of a word as it sounds."""
    if not spoken.startswith(_unit_stems()):
        return None
    return next((tenge for stem, tenge in _units() if spoken.startswith(stem)), None)


@cache
def scale_words() -> str:
    """A regular expression's source for the words that scale an amount: `млрд`, `миллиона`, `мың`."""
    return any_of(list_scales())


@cache
def list_scales() -> tuple[str, ...]:
    """These words as the list writes them: `млрд*`."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return tuple(row["word"] for row in rows if row.integer("tenge") > 1)


@cache
def scale_word(tenge: int) -> str:
    """A word that scales an amount by so many tenge: `тыс` for 1000."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return next(row["word"].removesuffix("*") for row in rows if row.integer("tenge") == tenge)


@cache
def scale_stems() -> str:
    """A regular expression's source for what these words begin with, whatever ends them: `млрдтан`."""
    return "|".join(re.escape(word.removesuffix("*")) for word in list_scales())


@cache
def currency_words() -> str:
    """A regular expression's source for the words that name the currency: `теңге`, `тенге`, `тг`."""
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return any_of(row["word"] for row in rows if row.integer("tenge") == 1)


def is_currency_name(spoken: str) -> bool:
    """Whether a word is the currency itself, with no ending: `теңге` only seems to have one.

    >>> is_currency_name("tenge"), is_currency_name("tengege")
    (True, False)

    Args:
        spoken: the word as it sounds.
    """
    return spoken in _currency_names()


@cache
def _currency_names() -> frozenset[str]:
    rows = read_list("units.tsv", ("tenge", "word", "example"))
    return frozenset(sound(row["word"].removesuffix("*")) for row in rows if row.integer("tenge") == 1)


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


@cache
def _beside_units() -> frozenset[str]:
    return frozenset(sound(row["word"]) for row in read_list("unit_lines.tsv", ("word", "example")))


@cache
def _other_currencies() -> re.Pattern[str]:
    rows = read_list("other_currencies.tsv", ("word", "example"))
    return re.compile(rf"(?<![^\W\d]){any_of(row['word'] for row in rows)}", re.IGNORECASE)


def is_other_currency(text: str) -> bool:
    """Whether a label or a line above a table says that its amounts are no tenge.

    >>> is_other_currency("тыс. долларов США"), is_other_currency("Сумма, МРП"), is_other_currency("тенге")
    (True, True, False)

    Args:
        text: as printed.
    """
    return _other_currencies().search(text) is not None


def is_line_of_other_currency(text: str) -> bool:
    """Whether a line says nothing but that, or ends with it.

    >>> is_line_of_other_currency("(тыс. долларов США)"), is_line_of_other_currency("о поддержке рубля")
    (True, False)

    Args:
        text: the line.
    """
    end = _end_of_line(text)
    rest = [sound(word) for word in words(_other_currencies().sub(" ", end))]
    return is_other_currency(end) and all(spoken_unit(each) or each in _beside_units() for each in rest)


def unit_of_line(text: str) -> int | None:
    """Tenge in one printed unit where a line says that alone, or ends with it; None of any other line.

    >>> unit_of_line("(тыс. тенге)"), unit_of_line("Бюджет на 2021 год, тенге")
    (1000, 1)
    >>> unit_of_line("Бюджет села Тенге")
    """
    end = _end_of_line(text)
    heard = [sound(word) for word in words(end)]
    beside = _beside_units()
    if any(spoken_unit(each) is None and each not in beside for each in heard):
        return None
    return parse_unit(end)


def _end_of_line(text: str) -> str:
    """What stands behind a line's last comma or bracket: `тыс. тенге`."""
    return re.split(r"[(,]", text.rstrip().rstrip(").,;:"))[-1]


def units_in_labels(labels: Iterable[str]) -> frozenset[int]:
    """How many tenge the column labels of a table say that one unit has; several where they say several.

    Empty where no label names a unit.

    >>> sorted(units_in_labels(["Класс", "Сумма, тысяч", "тенге"])), sorted(units_in_labels(["Сумма, тысяч"]))
    ([1, 1000], [1000])
    >>> sorted(units_in_labels(["Сомасы, мы ң теңге"]))
    [1, 1000]
    """
    said = [word for label in labels for word in words(label)]
    torn = [first + second for first, second in pairwise(said)]  # `мы ң теңге`, as some prints have it
    counted = [tenge for word in said if (tenge := tenge_in(word)) is not None]
    counted += [tenge for word in torn if (tenge := tenge_in(word)) is not None]
    return frozenset(counted)
