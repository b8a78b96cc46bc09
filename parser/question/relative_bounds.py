"""Bounds of a list that no amount gives: `больше 10 % бюджета`, `выше среднего`, `орташадан жоғары`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bound_by import names_one
from parser.question.bounds import Bounds, BoundUnit, find_side
from parser.question.numerals import number_words, read_number_words

WHOLE = 10_000
"""All of what such bounds are a share of."""

_IN_PERCENT = 100  # ten-thousandths in a percent
_FRACTIONS = {
    Asks.HALF: WHOLE // 2,
    Asks.TWO_THIRDS: WHOLE * 2 // 3,
    Asks.THREE_QUARTERS: WHOLE * 3 // 4,
    Asks.ONE_THIRD: WHOLE // 3,
    Asks.ONE_QUARTER: WHOLE // 4,
    Asks.ONE_FIFTH: WHOLE // 5,
    Asks.ONE_TENTH: WHOLE // 10,
}
_LEVELS = (Asks.PROGRAM, Asks.ADMINISTRATOR, Asks.GROUP, Asks.LINE)


@dataclass(frozen=True, slots=True)
class _Share:
    """What stands instead of an amount, and where."""

    start: int
    end: int
    share: int
    unit: BoundUnit


def cut_relative_bounds(text: str) -> tuple[str, Bounds | None]:
    """A message without the share or the average that it bounds a list by, and these bounds.

    >>> cut_relative_bounds("программы больше 10 % бюджета")[1]
    Bounds(low=1000, high=None, low_included=False, high_included=False, unit=<BoundUnit.BUDGET: 'budget'>)
    """
    for said in (*_find_shares(text), *_find_averages(text)):
        found = find_side(text, said.start, said.end)
        if found is not None:
            start, end, side = found
            return f"{text[:start]} {text[end:]}", side.bound(said.share, said.unit)
    return text, None


def asks_own_share(text: str) -> bool:
    """Whether a share of the budget behind one named line bounds no list: it asks of that line's own share.

    Of `программы образования больше половины бюджета` and `в дорогах больше 1 % бюджета` the lines are asked.

    >>> [asks_own_share(said) for said in ("образование больше половины бюджета", "больше 10 % бюджета")]
    [True, False]
    """
    said = next((said for said in _find_shares(text) if said.unit is BoundUnit.BUDGET), None)
    found = find_side(text, said.start, said.end) if said else None
    return found is not None and names_one(text[: found[0]])


def _find_shares(text: str) -> Iterator[_Share]:
    for match in _shares().finditer(text):
        unit = BoundUnit.BUDGET if match["before"] or match["behind"] else BoundUnit.SHARE
        yield _Share(match.start(), match.end(), _read_share(match), unit)


def _read_share(match: re.Match[str]) -> int:
    fraction = next((asks for asks in _FRACTIONS if match[asks.name]), None)
    if fraction is not None:
        return _FRACTIONS[fraction]
    said = match["digits"]
    number = Decimal(said.replace(",", ".")) if said else read_number_words([match["number"].casefold()])
    return int(number * _IN_PERCENT)


def _find_averages(text: str) -> Iterator[_Share]:
    for match in _averages().finditer(text):
        yield _Share(match.start(), match.end(), WHOLE, BoundUnit.AVERAGE)


@asked_pattern(Asks.PERCENT, *_FRACTIONS)
def _shares() -> re.Pattern[str]:
    asking = load_asking_words()
    budget, percent = asking.pattern(Asks.BUDGET_SHARE), asking.pattern(Asks.PERCENT)
    fractions = "|".join(f"(?P<{asks.name}>{asking.pattern(asks)})" for asks in _FRACTIONS)
    return re.compile(
        rf"""
        (?<!\w) (?: (?P<before> {budget} ) \s+ )?  # бюджеттің 10 пайызынан
        (?: (?: (?P<digits> \d+ (?:[.,]\d+)? ) | (?P<number> {number_words()} ) ) \s* {percent}
          | {fractions} )
        (?: \s+ (?P<behind> {budget} ) )?  # 10 % бюджета
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@asked_pattern(Asks.AVERAGE_AMOUNT)
def _averages() -> re.Pattern[str]:
    """The average, where no noun of a line follows it: `больше среднего образования`."""
    asking = load_asking_words()
    levels = "|".join(asking.pattern(asks) for asks in _LEVELS)
    tail = rf"(?= \s* (?: $ | [,.?!] | (?:{levels}) | {asking.pattern(Asks.AVERAGE_FOLLOWS)} ) )"
    follows = "|".join(asking.pattern(asks) for asks in (Asks.MORE_THAN_FOLLOWS, Asks.LESS_THAN_FOLLOWS))
    return re.compile(
        rf"(?<!\w) {asking.pattern(Asks.AVERAGE_AMOUNT)} (?: {tail} | (?= \s+ (?:{follows}) ) )",
        re.IGNORECASE | re.VERBOSE,
    )
