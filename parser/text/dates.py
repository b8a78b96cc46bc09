"""Dates as decisions print them, in Kazakh and Russian."""

from __future__ import annotations

import datetime as dt
import re

from parser.text.folding import sound

_MONTHS = {
    1: ("қаңтар", "январ"), 2: ("ақпан", "феврал"), 3: ("наурыз", "март"), 4: ("сәуір", "апрел"),
    5: ("мамыр", "май", "мая"), 6: ("маусым", "июн"), 7: ("шілде", "июл"), 8: ("тамыз", "август"),
    9: ("қыркүйек", "сентябр"), 10: ("қазан", "октябр"), 11: ("қараша", "ноябр"), 12: ("желтоқсан", "декабр"),
}  # fmt: skip
_STEMS = tuple((sound(stem), month) for month, stems in _MONTHS.items() for stem in stems)

_Q = "[«»“”\"']?"
# "2013 жылғы 8 сәуірдегі", "2023жылғы 29желтоқсанда", "2013 ж. «8» сәуір".
KAZAKH = rf"(?P<ky>\d{{4}})\s*(?:жыл[^\W\d]*|ж\.?)\s*{_Q}(?P<kd>\d{{1,2}})\s*{_Q}\s*(?P<km>[^\W\d]+)"
# "8 апреля 2013", "29декабря 2012", "«8» апреля 2013", "8 сәуір 2013".
RUSSIAN = rf"(?<![\d.,]){_Q}(?P<rd>\d{{1,2}})\s*{_Q}\s*(?P<rm>[^\W\d]+)\s*(?P<ry>\d{{4}})"
# "08.04.2013", "08.04.13 г.", "2013.04.08"; a portal prints "2010.30.03.", the day in the middle.
NUMERIC = (
    r"(?<![\d.])(?P<nd>\d{1,2})[./](?P<nm>\d{1,2})[./](?P<ny>\d{4}(?!\d)|\d\d(?=\s*(?:г\.|года|ж\.|жыл)))"
    r"|(?<!\d)(?P<ny2>\d{4})[./-](?P<nm2>\d{1,2})[./-](?P<nd2>\d{1,2})(?!\d)"
)
_DATE = re.compile(f"{KAZAKH}|{RUSSIAN}|{NUMERIC}", re.IGNORECASE)


def parse_month(word: str) -> int | None:
    """The month a word names in either language, whatever its case ending."""
    spoken = sound(word.casefold())
    return next((month for stem, month in _STEMS if spoken.startswith(stem)), None)


def find_dates(text: str) -> list[tuple[dt.date, int, int]]:
    """All dates of a text with their start and end; impossible ones are passed over."""
    found = []
    swapped = any(int(match["nm2"]) > 12 for match in _DATE.finditer(text) if match["nm2"])
    position = 0
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


def _to_date(match: re.Match[str], *, swapped: bool) -> dt.date | None:
    group = match.groupdict()
    month: int | None
    if group["ky"]:
        year, month, day = int(group["ky"]), parse_month(group["km"]), int(group["kd"])
    elif group["ry"]:
        year, month, day = int(group["ry"]), parse_month(group["rm"]), int(group["rd"])
    else:
        year = int(group["ny"] or group["ny2"])
        year += 2000 if year < 100 else 0
        month = int(group["nm"] or group["nm2"])
        day = int(group["nd"] or group["nd2"])
        if swapped and group["ny2"]:
            month, day = day, month
    if month is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
