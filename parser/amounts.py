"""Printed amounts → exact integers in tenge."""

from __future__ import annotations

import re
from decimal import Decimal

from parser.names import sounds

SPACES = " \u00a0\u2007\u2009\u202f"
MINUSES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
# A minus may stand apart from its number; digits are grouped by threes or not at all.
AMOUNT = re.compile(rf"[{MINUSES}]?[{SPACES}]?(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+|\d+)(?:,\d+)?")
_SEPARATORS = re.compile(rf"[{SPACES}]")


def parse_amount(text: str, unit: int) -> int:
    """The amount in tenge that a printed number stands for.

    Args:
        text: digits as printed, `22 275 886`, `-281 421` or `583 152 644,8`.
        unit: tenge in one printed unit.

    Raises:
        ValueError: the text is no number, or not a whole number of tenge.
    """
    digits = _SEPARATORS.sub("", text.strip())
    negative = digits[:1] in tuple(MINUSES)
    digits = digits.lstrip(MINUSES).replace(",", ".")
    if not re.fullmatch(r"\d+(\.\d+)?", digits, re.ASCII):
        raise ValueError(f"not an amount: {text!r}")
    tenge = Decimal(digits) * unit
    if tenge != tenge.to_integral_value():
        raise ValueError(f"not a whole number of tenge: {text!r}")
    return -int(tenge) if negative else int(tenge)


def is_amount(text: str) -> bool:
    """Whether a text is a printed amount and nothing else."""
    return AMOUNT.fullmatch(text.strip()) is not None


# "мың теңге", "тыс. тенге", "млн. тенге", "теңге": the word before the currency decides.
_SCALES = (("mln", 1_000_000), ("milion", 1_000_000), ("min", 1000), ("tis", 1000))


def parse_unit(text: str) -> int | None:
    """Tenge in one printed unit, from a column header or a clause; None when it names no unit."""
    spoken = sounds(text)
    for index, word in enumerate(spoken):
        if not word.startswith(("tenge", "tg")):
            continue
        before = spoken[index - 1] if index else ""
        for stem, scale in _SCALES:
            if before.startswith(stem):
                return scale
        return 1
    return None
