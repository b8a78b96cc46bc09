"""Dates as decisions print them, in Kazakh and Russian."""

from __future__ import annotations

import datetime as dt
import re

from parser.names import sound

_MONTHS = {
    1: ("қаңтар", "январ"), 2: ("ақпан", "феврал"), 3: ("наурыз", "март"), 4: ("сәуір", "апрел"),
    5: ("мамыр", "май", "мая"), 6: ("маусым", "июн"), 7: ("шілде", "июл"), 8: ("тамыз", "август"),
    9: ("қыркүйек", "сентябр"), 10: ("қазан", "октябр"), 11: ("қараша", "ноябр"), 12: ("желтоқсан", "декабр"),
}  # fmt: skip
_STEMS = tuple((sound(stem), month) for month, stems in _MONTHS.items() for stem in stems)

KAZAKH = r"(?P<ky>\d{4})\s*жыл\w*\s+(?P<kd>\d{1,2})\s*(?P<km>[^\W\d]+)"
RUSSIAN = r"(?P<rd>\d{1,2})\s*(?P<rm>[^\W\d]+)\s+(?P<ry>\d{4})"
NUMERIC = (
    r"(?P<nd>\d{1,2})\.(?P<nm>\d{1,2})\.(?P<ny>\d{4})|(?P<ny2>\d{4})[.-](?P<nm2>\d{1,2})[.-](?P<nd2>\d{1,2})"
)
_DATE = re.compile(f"{KAZAKH}|{RUSSIAN}|{NUMERIC}")


def parse_month(word: str) -> int | None:
    """The month a word names in either language, whatever its case ending."""
    spoken = sound(word.casefold())
    return next((month for stem, month in _STEMS if spoken.startswith(stem)), None)


def find_dates(text: str) -> list[tuple[dt.date, int, int]]:
    """All dates of a text with their start and end; impossible ones are passed over."""
    found = []
    for match in _DATE.finditer(text):
        parsed = _to_date(match)
        if parsed is not None:
            found.append((parsed, match.start(), match.end()))
    return found


def first_date(text: str) -> dt.date | None:
    """The first date of a text."""
    dates = find_dates(text)
    return dates[0][0] if dates else None


def _to_date(match: re.Match[str]) -> dt.date | None:
    group = match.groupdict()
    month: int | None
    if group["ky"]:
        year, month, day = int(group["ky"]), parse_month(group["km"]), int(group["kd"])
    elif group["ry"]:
        year, month, day = int(group["ry"]), parse_month(group["rm"]), int(group["rd"])
    else:
        year = int(group["ny"] or group["ny2"])
        month = int(group["nm"] or group["nm2"])
        day = int(group["nd"] or group["nd2"])
    if month is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
