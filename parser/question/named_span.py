"""Decisions that a message names by when each was adopted: `с декабря 2012 по апрель 2013`.

A year's budget is adopted in the last months of the year before: a month with its own year, or one that
stands before an earlier one of a span (`с декабря по апрель`), may be one of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from parser.dataclass import dataclass
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.named_years import YEAR_NOUN
from parser.text.dates import may_name_month, parse_month
from parser.text.letters import DASHES

_FIRST_OF_SEASON = 10  # the month from which on the next year's budget is adopted
_MONTHS, _LONGEST_MONTH = 12, 31
_YEAR = r"20\d\d"


@dataclass(frozen=True, slots=True)
class Adopted:
    """When a decision was adopted that a message names.

    Attributes:
        month: of the decision.
        day: of that month: the edition in force on it is meant; of the month it is that month's last.
        years_before: how many years before the last that the message names: 1 for the December in which the
            budget itself was adopted.
    """

    month: int
    day: int | None = None
    years_before: int = 0


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """The decisions that a message names by when they were adopted, in its order.

    Attributes:
        rest: the text without them, their year written in one way where it is said.
        plain: the same without that year; empty where no such decisions are named.
        said: their words.
        adopted: when; none where the message names no such decisions.
    """

    rest: str
    plain: str = ""
    said: str = ""
    adopted: tuple[Adopted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Point:
    month: int
    day: int | None
    year: int | None
    start: int
    end: int


def cut_adopted(text: str) -> NamedSpan:
    """A text without the two or more dates of decisions that it names, and these.

    >>> [each.years_before for each in cut_adopted("школы с декабря 2012 по апрель 2013").adopted]
    [1, 0]

    Args:
        text: the message, its years written in one way. Months that make no span and of which no year is said
            are left in it (`в апреле и декабре`), and so are dates that decisions of no one budget have.
    """
    if not may_name_month(text) and not _FIGURES.search(text):
        return NamedSpan(text)
    points = sorted(_list_points(text), key=lambda point: point.start)
    if len(points) < 2 or not (adopted := _date(text, points)):
        return NamedSpan(text)
    rest, said = _cut(text, points)
    year = max((point.year for point in points if point.year), default=None)
    return NamedSpan(f"{rest} {year} {YEAR_NOUN}" if year else rest, rest, said, adopted)


def _list_points(text: str) -> Iterator[_Point]:
    place = 0
    while match := _point().search(text, place):
        word = next(filter(None, (match["ru_month"], match["kk_month"], match["month_alone"])))
        month = parse_month(word)
        day = match["ru_day"] or match["kk_day"] or match["day_alone"]
        if month is None or (day and not 0 < int(day) <= _LONGEST_MONTH):
            place = match.start() + 1  # another word may hide a date behind it: `мен 2013 жылғы`
            continue
        place = match.end()
        year = match["ru_year"] or match["kk_year"]
        yield _Point(month, int(day) if day else None, int(year) if year else None, *match.span())
    for match in _FIGURES.finditer(text):
        day, month, year = (int(match[name]) for name in ("day", "month", "year"))
        if 0 < day <= _LONGEST_MONTH and 0 < month <= _MONTHS:
            yield _Point(month, day, year, *match.span())


def _date(text: str, points: Sequence[_Point]) -> tuple[Adopted, ...]:
    """When each was adopted; nothing where no year is said of two of them and they make no span."""
    years = [point.year for point in points]
    ends = all(_spans(text, first, last) for first, last in pairwise(points))
    first, last = points[0], points[-1]
    if None not in years:
        latest = max(filter(None, years))
        before = [latest - (year or latest) for year in years]
        several = ends or len(set(years)) > 1 or any(point.day for point in points)
    else:  # the last may have it, of both: с декабря по апрель 2013
        begins_before = (first.month, first.day or 0) > (last.month, last.day or 0)
        before = [int(begins_before), *[0] * (len(points) - 1)]
        several = ends and len(points) == 2 and first.year is None
    of_season = all(
        not years_before or (years_before == 1 and point.month >= _FIRST_OF_SEASON)
        for point, years_before in zip(points, before, strict=True)
    )
    if not several or not of_season:
        return ()
    dates = zip(points, before, strict=True)
    return tuple(Adopted(point.month, point.day, years_before) for point, years_before in dates)


def _spans(text: str, first: _Point, last: _Point) -> bool:
    """Whether two dates are the ends of a span: `с … по …`, `…нан …ға дейін`."""
    between, behind = text[first.end : last.start], text[last.end :]
    return _to().fullmatch(between) is not None or (
        len(between.split()) < 2 and _to_follows().match(behind) is not None
    )


def _cut(text: str, points: Sequence[_Point]) -> tuple[str, str]:
    """A text without dates and the words that join them, and these."""
    pieces, said, place = [], [], 0
    for point in points:
        between = text[place : point.start]
        joins = _before().search(between)
        start = place + joins.start() if joins else point.start
        behind = _behind().match(text, point.end)
        end = behind.end() if behind else point.end
        pieces.append(text[place:start])
        said.append(text[start:end])
        place = end
    return " ".join([*pieces, text[place:]]), " ".join(" ".join(said).split())


# 08.04.2013
_FIGURES = re.compile(r"(?<![\d.])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>20\d\d)(?!\d)")


@cache
def _point() -> re.Pattern[str]:
    word = rf"(?: \s* -? \s* {load_asking_words().pattern(Asks.YEAR)} \.? )"
    return re.compile(
        rf"""
        # 2012 жылғы 14 желтоқсаннан; 2012 жылғы желтоқсан айынан
        (?<!\d) (?P<kk_year> {_YEAR} ) (?: {word} \s* | \s+ ) (?: (?P<kk_day> \d{{1,2}} ) \s* )?
          (?P<kk_month> [^\W\d]{{3,}} )
        # 14 декабря 2012 года; декабрь 2012
        | (?: (?<! [\d.,/-] ) (?P<ru_day> \d{{1,2}} ) \s* )?
          \b (?P<ru_month> [^\W\d]{{3,}} ) \s+ (?P<ru_year> {_YEAR} ) (?!\d) {word}?
        # 14 декабря; декабрь
        | (?: (?<! [\d.,/-] ) (?P<day_alone> \d{{1,2}} ) \s* )? \b (?P<month_alone> [^\W\d]{{3,}} )
        """,
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _to() -> re.Pattern[str]:
    """What stands between the ends of a span: `по`, `до`; with a noun: `до решения от`."""
    asking = load_asking_words()
    until = "|".join(map(asking.pattern, (Asks.YEARS_UNTIL, Asks.UP_TO)))
    return re.compile(rf"\s*(?:[{DASHES}]|(?:{until}))\s*", re.IGNORECASE)


@asked_pattern(Asks.YEARS_UNTIL_FOLLOWS, Asks.UP_TO_FOLLOWS)
def _to_follows() -> re.Pattern[str]:
    """`дейін`, behind the last end of a span."""
    asking = load_asking_words()
    until = "|".join(map(asking.pattern, (Asks.YEARS_UNTIL_FOLLOWS, Asks.UP_TO_FOLLOWS)))
    return re.compile(rf"\s*(?:{until})", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    """The words right before a date that belong to it: `с`, `между`, `и`."""
    asking = load_asking_words()
    signs = (Asks.SINCE, Asks.YEARS_SINCE, Asks.YEARS_UNTIL, Asks.UP_TO, Asks.BETWEEN, Asks.AMONG)
    sign = "|".join(map(asking.pattern, signs))
    return re.compile(rf"(?<!\w)(?:(?:{sign})\s+)+$|[{DASHES},]\s*$", re.IGNORECASE)


@cache
def _behind() -> re.Pattern[str]:
    """The words right behind one: `дейін`, `арасында`, `бастап`."""
    asking = load_asking_words()
    signs = (Asks.YEARS_UNTIL_FOLLOWS, Asks.UP_TO_FOLLOWS, Asks.SINCE_FOLLOWS, Asks.AMONG)
    sign = "|".join(map(asking.pattern, signs))
    return re.compile(rf"\s*(?<!\w)(?:{sign})(?!\w)", re.IGNORECASE)
