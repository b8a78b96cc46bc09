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
_THOUSAND = 1000  # tables are printed to it: an amount said to it is exact
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
    precision: int  # of the last digit that was said: `655 млн` is meant to a million
    said: str  # as it was typed

    @property
    def range(self) -> tuple[int, int]:
        """The least and the largest amount that it may stand for.

        People round and they cut off: 655.7 million are `656 млн` and `655 млн`.
        """
        return self.tenge - self.precision // 2, self.tenge + self.precision - 1


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
    """An amount said with its scale: exact in tenge (`154 373 мың`), or round (`12,3 млрд`).

    Scales that follow one another say one amount: `8 млрд 400 млн`.
    """
    match = _scaled().search(text)
    if match is None:
        return None, None
    start, tenge, last, precision = match.start(), 0, 0, 0
    while match is not None:
        scale = tenge_in(match["scale"])
        if scale is None or (last and scale >= last):
            break
        number = Decimal(re.sub(f"[{SPACES}]", "", match["number"]).replace(",", "."))
        exponent = number.as_tuple().exponent
        decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
        precision = max(scale // 10**decimals, 1)
        if last:  # `8 млрд 400 млн` is meant to a hundred million
            precision = scale * 10 ** (len(str(int(number))) - len(str(int(number)).rstrip("0") or "0"))
        tenge, last = tenge + int(number * scale), scale
        end = match.end()
        match = _scaled().match(text, end + len(text[end:]) - len(text[end:].lstrip()))
    if not last:
        return None, None
    if precision == _THOUSAND:
        return tenge, None
    return None, ScaledAmount(tenge, precision, " ".join(text[start:end].split()))


def cut_scaled(text: str) -> str:
    """A text without its amounts that are said with a scale."""
    return _scaled().sub(" ", text)
