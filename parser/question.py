"""A message → what is asked: codes, an amount, a year, an edition, words.

Deterministic: the same message always reads the same. Nothing is looked up here;
a number may be several things at once (`206` a code and an amount, `12-3` a decision
and a code) and all readings are given, for the index to choose from.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from parser.amounts import MINUSES, SPACES
from parser.dates import find_dates
from parser.names import clean, sounds

_MAX_LENGTH = 300  # characters that are read; more is no question about a budget line
_LOCALES = Path(__file__).parent.parent / "locales"


class Intent(StrEnum):
    """What a person wants to know of a line."""

    AMOUNT = "amount"
    CHANGE = "change"
    SHARE = "share"
    LARGEST = "largest"
    COMPARE = "compare"
    LIST = "list"
    HELP = "help"


# Word beginnings, as they sound, that tell the intent; the first that holds decides.
_INTENTS: tuple[tuple[Intent, tuple[str, ...]], ...] = (
    (Intent.HELP, ("komek", "pomow", "help", "salem", "privet", "zdravstvu", "start")),
    (
        Intent.CHANGE,
        ("ozger", "izmeni", "pomenia", "pribav", "uveli4", "umenw", "urezal", "sokrati", "kemi", "ulgai"),
    ),
    (Intent.SHARE, ("ules", "dol", "procent", "paiz")),
    (Intent.LARGEST, ("krupnei", "naibol", "samie", "samii", "samaia")),
    (Intent.COMPARE, ("sravn", "salistir")),
    (Intent.LIST, ("spisok", "spiska", "tizim", "pere4en")),
)  # fmt: skip

_DECISION = re.compile(r"(?P<mark>№|\bN)?\s*(?<![\d.,/-])(?P<number>\d{1,3}-\d{1,2})(?![\d.,/-]*\d)")
_YEAR = re.compile(
    r"(?<![\d.,/-])(?P<year>20\d\d)(?![.,/-]?\d)(?P<word>\s*-?\s*(?:ж\b|жыл\w*|г\b|год\w*))?", re.IGNORECASE
)
_SCALED = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<scale>млрд|миллиард\w*|млн|миллион\w*|мың|тыс\w*)\b\.?", re.IGNORECASE
)
_SCALES = {"млрд": 10**9, "миллиард": 10**9, "мил": 10**6, "млн": 10**6, "мың": 1000, "тыс": 1000}
_GROUPED = re.compile(
    rf"(?<![\d./\\])(?:(?<!\d)[{MINUSES}])?\s?(?:\d{{1,3}}(?:[{SPACES}.,]\d{{3}})+|\d+)(?:,\d+)?(?![\d/\\]|[.-]\d)"
)
_CODE = re.compile(rf"(?<!\d)\d+(?:\s*[{SPACES}./\\-]\s*\d+)*(?!\d)")


@dataclass(frozen=True, slots=True)
class ScaledAmount:
    """An amount said in round figures: `12,3 млрд` is 12.3 thousand million, to a tenth."""

    tenge: int
    precision: int  # half of it either way still rounds to what was said


@dataclass(frozen=True, slots=True)
class Question:
    """What a message asks. `words` are phonetic skeletons in order, without fillers."""

    text: str
    intent: Intent
    words: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...] = ()  # every run of code digits, as typed groups
    amounts: tuple[int, ...] = ()  # numbers as printed: in the table's unit or in tenge
    scaled: ScaledAmount | None = None
    year: int | None = None
    year_is_said: bool = False  # "2014 год", not only the digits
    decision: str | None = None
    decision_is_marked: bool = False  # "№ 12-3", not only the digits
    date: dt.date | None = None


def read_question(text: str) -> Question:
    """Reads a message of any length and any characters."""
    rest = _clean(text)
    shown = rest
    dates = find_dates(rest)
    date = dates[0][0] if dates else None
    if dates:
        rest = _cut(rest, dates[0][1], dates[0][2])
    decision = _DECISION.search(rest)
    numbers = rest  # a decision's number may still be a code: both readings are kept
    if decision:
        rest = _cut(rest, decision.start(), decision.end())
        if decision["mark"]:
            numbers = rest
    year = _YEAR.search(numbers)
    if year:
        numbers = _cut(numbers, year.start(), year.end())
        rest = _YEAR.sub(" ", rest, count=1) if year["word"] else rest
    scaled = _scaled(numbers)
    spoken = sounds(_SCALED.sub(" ", rest) if scaled else rest)
    intent = _intent(spoken)
    return Question(
        text=shown,
        intent=intent,
        words=_content(spoken),
        codes=() if scaled else _codes(numbers),
        amounts=() if scaled else _amounts(numbers),
        scaled=scaled,
        year=int(year["year"]) if year else None,
        year_is_said=bool(year and year["word"]),
        decision=decision["number"] if decision else None,
        decision_is_marked=bool(decision and decision["mark"]),
        date=date,
    )


def _clean(text: str) -> str:
    # `clean` drops the number sign, which tells a decision from a code: it is kept aside.
    return clean(text[: 4 * _MAX_LENGTH].replace("№", "\ue000"))[:_MAX_LENGTH].replace("\ue000", "№")


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"


def _intent(spoken: list[str]) -> Intent:
    for intent, stems in _INTENTS:
        if any(word.startswith(stem) for word in spoken for stem in stems):
            return intent
    return Intent.AMOUNT


def _content(spoken: list[str]) -> tuple[str, ...]:
    """The words that can name a line; when all are fillers, all of them."""
    fillers = load_fillers()
    content = tuple(word for word in spoken if word not in fillers)
    return content or tuple(spoken)


@lru_cache(maxsize=1)
def load_fillers() -> frozenset[str]:
    """Words of politeness and asking, in both languages, as they sound."""
    words: set[str] = set()
    for path in sorted(_LOCALES.glob("filler.*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                words.update(sounds(line))
    return frozenset(words)


def _codes(text: str) -> tuple[tuple[str, ...], ...]:
    runs = [tuple(re.findall(r"\d+", match.group())) for match in _CODE.finditer(text)]
    return tuple(run for run in runs if sum(map(len, run)) <= 14)


def _amounts(text: str) -> tuple[int, ...]:
    """Whole numbers as a table would print them; decimals are left to `_scaled`."""
    found = []
    for match in _GROUPED.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if digits and len(digits) <= 18 and not (digits[0] == "0" and len(digits) > 1):
            sign = -1 if match.group()[0] in MINUSES else 1
            found.append(sign * int(digits))
    return tuple(dict.fromkeys(found))


def _scaled(text: str) -> ScaledAmount | None:
    match = _SCALED.search(text)
    if not match:
        return None
    number = Decimal(match["number"].replace(",", "."))
    scale = next(value for stem, value in _SCALES.items() if match["scale"].lower().startswith(stem))
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return ScaledAmount(int(number * scale), max(scale // 10**decimals, 1))
