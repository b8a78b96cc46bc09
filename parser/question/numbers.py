"""The numbers of a message: codes as they are typed, amounts as they are printed or said in round figures.

A number may be several things at once (`206` a code and an amount): all readings are given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from parser.question.asking_words import Asks, load_asking_words
from parser.text.amounts import currency_words, scale_words, tenge_in
from parser.text.letters import DASHES, SPACES

_MOST_CODE_DIGITS = 14
_MOST_AMOUNT_DIGITS = 18
_GROUPED = re.compile(
    rf"""
    (?<! [\w./\\] ) (?: (?<!\d) [{DASHES}] )? \s?
    (?: \d{{1,3}} (?: [{SPACES}.,] \d{{3}} )+  # 12 282 348; 12.282.348; -281 421
      | \d+ )  # 154373
    (?: ,\d+ )? (?! [\w/\\] | [.-]\d )  # no part of 464/009 or 12-3
    """,
    re.VERBOSE,
)
# 464 009; 464-009; 04.464.009; 458/023
_CODE = re.compile(rf"(?<!\w)\d+(?:\s*[{DASHES}{SPACES}./\\]\s*\d+)*(?!\w)")


@dataclass(frozen=True, slots=True)
class ScaledAmount:
    """An amount said in round figures: `12,3 млрд` is 12.3 thousand million, to a tenth."""

    tenge: int
    precision: int  # half of it either way still rounds to what was said


@cache
def _scaled() -> re.Pattern[str]:
    """`12,3 млрд`, `154 373 тысячи тенге`, `500 мың теңге`."""
    number = rf"(?P<number>\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+(?:[.,]\d+)?)"
    return re.compile(rf"{number}\s*(?P<scale>{scale_words()})\.?(?:\s*{currency_words()})?", re.IGNORECASE)


@cache
def _code_words() -> re.Pattern[str]:
    """The classification's own words between typed codes: `464 әкімшісінің 006 бағдарламасы`."""
    return re.compile(rf"\b{load_asking_words().pattern(Asks.CODE)}", re.IGNORECASE)


def cut_code_words(text: str) -> str:
    """A text without the classification's words for codes."""
    return _code_words().sub(" ", text)


def find_codes(text: str) -> tuple[tuple[str, ...], ...]:
    """Every run of code digits, as typed groups: `464-009` is 464 and 009."""
    runs = [tuple(re.findall(r"\d+", match.group())) for match in _CODE.finditer(cut_code_words(text))]
    return tuple(run for run in runs if sum(map(len, run)) <= _MOST_CODE_DIGITS)


def find_amounts(text: str) -> tuple[int, ...]:
    """Whole numbers as a table would print them; those with decimals are left to `find_scaled`."""
    found = []
    for match in _GROUPED.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if digits and len(digits) <= _MOST_AMOUNT_DIGITS and not (digits[0] == "0" and len(digits) > 1):
            sign = -1 if match.group()[0] in DASHES else 1
            found.append(sign * int(digits))
    return tuple(dict.fromkeys(found))


def find_scaled(text: str) -> tuple[int | None, ScaledAmount | None]:
    """An amount said with its scale: exact in tenge (`154 373 мың`), or round (`12,3 млрд`)."""
    match = _scaled().search(text)
    scale = tenge_in(match["scale"]) if match else None
    if match is None or scale is None:
        return None, None
    number = Decimal(re.sub(f"[{SPACES}]", "", match["number"]).replace(",", "."))
    exponent = number.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if scale == 1000 and not decimals:
        return int(number) * scale, None
    return None, ScaledAmount(int(number * scale), max(scale // 10**decimals, 1))


def cut_scaled(text: str) -> str:
    """A text without its amounts that are said with a scale."""
    return _scaled().sub(" ", text)
