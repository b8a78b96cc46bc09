"""Bounds of a list of lines that have about an amount: `программы около 100 млн`, `100 млн-ға жуық`."""

from __future__ import annotations

import re
from functools import cache

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bounds import Bounds, cost_before, cut_out, kinds_of_lines
from parser.question.fillers import is_filler
from parser.question.said_amounts import find_said_amounts, names_currency
from parser.text.folding import sound, words

_ABOUT_PARTS = 10  # about an amount is what differs by no more than a tenth of it


def cut_around(text: str) -> tuple[str, Bounds | None]:
    """A message that asks which lines have about an amount, without it, and from where to where that is.

    >>> bounds = cut_around("программы около 100 млн")[1]
    >>> (bounds.low, bounds.high)
    (90000000, 110000000)
    """
    if not kinds_of_lines().search(text):
        return text, None
    around, said = _around_words(), list(find_said_amounts(text))
    if sum(amount.tenge() is not None for amount in said) > 1:
        return text, None  # на 100 млн и около 50 млн: of two amounts none is dropped
    for amount in said:
        tenge = amount.tenge()
        before, after = around.before.search(text[: amount.start]), around.after.match(text[amount.end :])
        if tenge is None or not (before or after):
            continue
        if _is_negated(text[: before.start()] if before else "", text[amount.end :]):
            return text, None
        start = before.start() if before else amount.start
        if cost := cost_before().search(text[:start]):
            start = cost.start()
        apart = tenge // _ABOUT_PARTS
        bounds = Bounds(tenge - apart, tenge + apart, low_included=True, high_included=True)
        return cut_out(text, start, amount.end + (after.end() if after else 0)), bounds
    return text, None


def cut_zero(text: str) -> tuple[str, Bounds | None]:
    """A message that asks which lines have nothing, without it: `нулевые строки`, `нөлдік жолдар`.

    >>> cut_zero("нулевой класс")[1] is None  # of no lines
    True
    """
    said = _zero().search(text)
    if said is None:
        return text, None
    rest = words(cut_out(text, said.start(), said.end()))
    alone = all(is_filler(word, sound(word)) for word in rest)  # где сумма ноль
    if not (alone or names_currency(text) or _rows().search(text) or kinds_of_lines().search(text)):
        return text, None
    return cut_out(text, said.start(), said.end()), Bounds(None, 0, high_included=True)


@asked_pattern(Asks.OF_ZERO)
def _zero() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.OF_ZERO)}(?!\w)", re.IGNORECASE)


@asked_pattern(Asks.ROW, Asks.MONEY, Asks.INCOME, Asks.HEAD)
def _rows() -> re.Pattern[str]:
    rows = map(load_asking_words().pattern, (Asks.ROW, Asks.MONEY, Asks.INCOME, Asks.HEAD))
    return re.compile(rf"(?<!\w)(?:{'|'.join(rows)})", re.IGNORECASE)


def _is_negated(before: str, after: str) -> bool:
    """Whether what has about an amount is what is not meant: `не около 100 млн`, `100 млн-ға жуық емес`."""
    denying = _negations()
    return denying.before.search(before) is not None or denying.after.match(after) is not None


@cache
def _negations() -> _SideOfAmount:
    asking, flags = load_asking_words(), re.IGNORECASE
    about, denies = asking.pattern(Asks.ABOUT_FOLLOWS), asking.pattern(Asks.NOT_FOLLOWS)
    return _SideOfAmount(
        re.compile(rf"(?<!\w){asking.pattern(Asks.REACHES_NOT)}(?:\s+\w+)?\s*$", flags),  # не стоят около
        re.compile(rf"\s*(?:{about}\s+)?{denies}", flags),
    )


@cache
def _around_words() -> _SideOfAmount:
    asking, flags = load_asking_words(), re.IGNORECASE
    about, than = asking.pattern(Asks.ABOUT), asking.pattern(Asks.THAN)  # примерно на 100 млн
    return _SideOfAmount(
        re.compile(rf"(?<!\w){about}(?:\s+{than})?\s*$", flags),
        re.compile(rf"\s*{asking.pattern(Asks.ABOUT_FOLLOWS)}", flags),
    )


@dataclass(frozen=True, slots=True)
class _SideOfAmount:
    """What stands right before an amount or right after it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
