"""Dates as decisions print them, in Kazakh and Russian."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from functools import cache, lru_cache

from parser.text.folding import sound
from parser.text.word_lists import read_list

_Q = "[«»“”\"']?"
_DATE = re.compile(
    rf"""
    # Kazakh: 2013 жылғы 8 сәуірдегі; 2023жылғы 29желтоқсанда; 2013 ж. «8» сәуір
    (?P<kk_year>\d{{4}}) \s* (?: жыл[^\W\d]* | ж\.? ) \s*
      {_Q} (?P<kk_day>\d{{1,2}}) \s* {_Q} \s* (?P<kk_month>[^\W\d]+)
    # Russian, and Kazakh in this order: 8 апреля 2013; 29декабря 2012; «8» апреля 2013; 8 сәуір 2013
    | (?<![\d.,]) {_Q} (?P<ru_day>\d{{1,2}}) \s* {_Q} \s* (?P<ru_month>[^\W\d]+) \s* (?P<ru_year>\d{{4}})
    # figures: 08.04.2013; 8/04/2013; 08.04.13 г.
    | (?<![\d.]) (?P<day>\d{{1,2}}) [./] (?P<month>\d{{1,2}}) [./]
      (?P<year> \d{{4}}(?!\d) | \d\d(?=\s*(?:г\.|года|ж\.|жыл)) )
    # figures, the year first: 2013.04.08; 2013-04-08; a portal prints 2010.30.03., the day in the middle
    | (?<!\d) (?P<first_year>\d{{4}}) [./-] (?P<second>\d{{1,2}}) [./-] (?P<third>\d{{1,2}}) (?!\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MONTHS = range(1, 13)
_SHORT_TEXT = 300  # letters: such texts are asked about again, one after another

# Of English spreadsheets.
_ENGLISH = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """How the months' names begin as they sound, each with its number."""
    rows = read_list("months.tsv", ("month", "word", "example"))
    return tuple((sound(row["word"].removesuffix("*")), row.integer("month")) for row in rows)


@cache
def _month_stems() -> tuple[str, ...]:
    return tuple(stem for stem, _ in _months())


def read_month_words() -> tuple[str, ...]:
    """The months' names in both languages, as the list writes them: `апрел*`."""
    return tuple(row["word"] for row in read_list("months.tsv", ("month", "word", "example")))


def parse_month(word: str) -> int | None:
    """The month a word names in either language, whatever its case ending."""
    spoken = sound(word.casefold())
    if not spoken.startswith(_month_stems()):
        return None
    return next(month for stem, month in _months() if spoken.startswith(stem))


def may_name_month(text: str) -> bool:
    """Whether a word of a text may be a month's name: one look at all of it, before each word is read."""
    return _may_name_again(text) if len(text) <= _SHORT_TEXT else _may_name(text)


@lru_cache(maxsize=32)  # of a message each step asks anew
def _may_name_again(text: str) -> bool:
    return _may_name(text)


def _may_name(text: str) -> bool:
    return any(map(sound(text.casefold()).__contains__, _month_stems()))


def names_month(word: str) -> bool:
    """Whether a word is a month's name or its beginning, as spreadsheets shorten it: `мар`, `ноя`, `қар`."""
    spoken = sound(word.casefold())
    begun = len(spoken) > 2 and any(stem.startswith(spoken) for stem, _ in _months())
    return begun or parse_month(word) is not None or word.casefold() in _ENGLISH


def find_dates(text: str) -> list[tuple[dt.date, int, int]]:
    """All dates of a text with their start and end; impossible ones are passed over."""
    found = []
    matches = list(_DATE.finditer(text))
    if not matches:
        return []
    swapped = any(int(match["second"]) > 12 for match in matches if match["second"])
    position = matches[0].start()
    while match := _DATE.search(text, position):
        parsed = _to_date(match, swapped=swapped)
        if parsed is not None:
            found.append((parsed, match.start(), match.end()))
        # What looked like a date may hide the start of one: "12 решения 2013.04.08".
        position = match.end() if parsed is not None else match.start() + 1
    return found


def first_date(text: str) -> dt.date | None:
    """The first date of a text."""
    dates = find_dates(text)
    return dates[0][0] if dates else None


def find_impossible_dates(text: str) -> list[str]:
    """What is printed as a date of a month and is none: `31 февраля 2013`.

    >>> find_impossible_dates("решение от 31 февраля 2013 года № 2-3 и от 28.02.2013")
    ['31 февраля 2013']
    """
    parts = ((match, *_read_parts(match, swapped=False)) for match in _DATE.finditer(text))
    return [
        match.group().strip()
        for match, year, month, day in parts
        if month is not None and month in _MONTHS and year > 0 and not 1 <= day <= monthrange(year, month)[1]
    ]


def _to_date(match: re.Match[str], *, swapped: bool) -> dt.date | None:
    year, month, day = _read_parts(match, swapped=swapped)
    try:
        return None if month is None else dt.date(year, month, day)
    except ValueError:
        return None


def _read_parts(match: re.Match[str], *, swapped: bool) -> tuple[int, int | None, int]:
    """Year, month and day of what looks like a date; no month where its word names none."""
    group = match.groupdict()
    month: int | None
    if group["kk_year"]:
        year, month, day = int(group["kk_year"]), parse_month(group["kk_month"]), int(group["kk_day"])
    elif group["ru_year"]:
        year, month, day = int(group["ru_year"]), parse_month(group["ru_month"]), int(group["ru_day"])
    elif group["first_year"]:
        year, month, day = (int(group[name]) for name in ("first_year", "second", "third"))
        if swapped:
            month, day = day, month
    else:
        year, month, day = (int(group[name]) for name in ("year", "month", "day"))
        year += 2000 if year < 100 else 0
    return year, month, day
