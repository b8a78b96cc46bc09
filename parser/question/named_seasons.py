"""Seasons, quarters and halves of a year that a message names: the decisions that were adopted in them.

`что изменилось весной`, `күздегі түзетулер`, `в первом квартале`. A season is one only where changes or
nothing else are asked of: `уборка снега зимой` is of no decision.
"""

from __future__ import annotations

import re

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.named_decision import read_ordinal

_SEASONS = {
    Asks.SPRING: (3, 4, 5),
    Asks.SUMMER: (6, 7, 8),
    Asks.AUTUMN: (9, 10, 11),
    Asks.WINTER: (12, 1, 2),
}
_MONTHS = 12
_PARTS = {Asks.QUARTER: 4, Asks.HALF_YEAR: 2}  # of a year


@dataclass(frozen=True, slots=True)
class NamedSeason:
    """A part of a year that a message names.

    Attributes:
        rest: the text without its words.
        said: these.
        months: those that it has, in its order.
        since: whether a word says that changes are counted from it: `по сравнению с летом`.
    """

    rest: str
    said: str
    months: tuple[int, ...]
    since: bool = False


def list_seasons(text: str) -> tuple[NamedSeason, ...]:
    """The parts of a year that a message names, two at most; what is left behind the last has none of them.

    >>> [season.months for season in list_seasons("осенью по сравнению с летом")]
    [(9, 10, 11), (6, 7, 8)]

    Args:
        text: the message.
    """
    first = find_season(text)
    second = find_season(first.rest) if first else None
    return tuple(season for season in (first, second) if season is not None)


def find_season(text: str) -> NamedSeason | None:
    """The part of a year that a message names; None where it names none.

    >>> find_season("что изменилось весной").months
    (3, 4, 5)

    Args:
        text: the message.
    """
    for match in _seasons().finditer(text):
        return _cut(text, match, next(months for asks, months in _SEASONS.items() if match[asks.name]))
    for asks, parts in _PARTS.items():
        for match in _part(asks).finditer(text):
            number = read_ordinal(match["ordinal"]) or _ROMAN.get(match["ordinal"].upper(), 0)
            length = _MONTHS // parts
            if 0 < number <= parts:
                return _cut(text, match, tuple(range((number - 1) * length + 1, number * length + 1)))
    return None


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}


def _cut(text: str, match: re.Match[str], months: tuple[int, ...]) -> NamedSeason:
    before, after = text[: match.start()], text[match.end() :]
    since = _counted().search(before) is not None or _counted_behind().match(after) is not None
    return NamedSeason(f"{before} {after}", match.group(), months, since)


@asked_pattern(Asks.AFTER)
def _counted() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.AFTER)}\s*$", re.IGNORECASE)


@asked_pattern(Asks.AFTER_FOLLOWS)
def _counted_behind() -> re.Pattern[str]:
    return re.compile(rf"\s*{load_asking_words().pattern(Asks.AFTER_FOLLOWS)}(?!\w)", re.IGNORECASE)


@asked_pattern(*_SEASONS)
def _seasons() -> re.Pattern[str]:
    asking = load_asking_words()
    seasons = "|".join(f"(?P<{each.name}>{asking.pattern(each)})" for each in _SEASONS)
    return re.compile(rf"(?<!\w)(?:{seasons})", re.IGNORECASE)


@asked_pattern()
def _part(asks: Asks) -> re.Pattern[str]:
    """`первом квартале`, `1-й квартал`, `II тоқсанда`, `1-жартыжылдық`."""
    noun = load_asking_words().pattern(asks)
    return re.compile(
        rf"""
        (?<!\w) (?P<ordinal> [1-4] (?: - [^\W\d]{{1,4}} )?  # 1-й квартал
          | I{{1,3}} | IV | [^\W\d]+ ) [\s-]+ {noun}
        """,
        re.IGNORECASE | re.VERBOSE,
    )
