"""Bounds of a list of lines that have about an amount: `программы около 100 млн`, `100 млн-ға жуық`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bounds import Bounds, cost_before, cut_out, kinds_of_lines
from parser.question.said_amounts import find_said_amounts

_ABOUT_PARTS = 10  # about an amount is what differs by no more than a tenth of it


def cut_around(text: str) -> tuple[str, Bounds | None]:
    """A message that asks which lines have about an amount, without it, and from where to where that is.

    >>> bounds = cut_around("программы около 100 млн")[1]
    >>> (bounds.low, bounds.high)
    (90000000, 110000000)
    """
    if not kinds_of_lines().search(text):
        return text, None
    words = _around_words()
    for amount in find_said_amounts(text):
        tenge = amount.tenge()
        before, after = words.before.search(text[: amount.start]), words.after.match(text[amount.end :])
        if tenge is None or not (before or after):
            continue
        start = before.start() if before else amount.start
        if cost := cost_before().search(text[:start]):
            start = cost.start()
        apart = tenge // _ABOUT_PARTS
        bounds = Bounds(tenge - apart, tenge + apart, low_included=True, high_included=True)
        return cut_out(text, start, amount.end + (after.end() if after else 0)), bounds
    return text, None


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
