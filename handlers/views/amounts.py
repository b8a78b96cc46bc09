"""Amounts, shares and dates as a person reads them; exact arithmetic throughout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import cache

from babel.dates import format_date, get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol

from handlers.views.texts import Texts
from parser.records import Language

NBSP = "\u00a0"
MINUS = "\u2212"
_SIZES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3, "tenge": 1}
_UNITS = {1: "tenge", 1000: "thousand", 10**6: "million"}
_SCALES = {1000: "thousand", 10**6: "million", 10**9: "billion"}
_TENTH = Decimal("0.1")
# Wide enough that no amount a document can print is ever rounded on the way.
_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)


def exact(amount: int, unit: int, texts: Texts, *, signed: bool = False) -> str:
    """An amount exactly as printed, with its unit: «12 523 223 мың теңге».

    Args:
        amount: tenge.
        unit: tenge in one printed unit; one without a name of its own is shown in tenge.
        texts: the person's language.
        signed: put a plus before what is above zero.

    Returns:
        The amount with no-break spaces between its groups and a decimal comma.
    """
    number = figure(amount, unit, texts, signed=signed)
    return texts.get("amount", number=number, unit=unit_name(unit, texts))


def unit_name(unit: int, texts: Texts) -> str:
    """The unit that `figure` shows amounts in: «мың теңге»; tenge for one without a name of its own."""
    return texts.get(f"unit-{_UNITS.get(unit, _UNITS[1])}")


def scale_name(scale: int, texts: Texts) -> str:
    """What people count large amounts in, in tenge: «млрд теңге» of 10**9."""
    return texts.get(f"unit-{_SCALES[scale]}")


def figure(amount: int, unit: int, texts: Texts, *, signed: bool = False) -> str:
    """An amount in its printed unit, without the unit's name: «12 523 223».

    Args:
        amount: tenge.
        unit: tenge in one printed unit.
        texts: the person's language.
        signed: put a plus before what is above zero.

    Returns:
        The number, all its digits.
    """
    value = _EXACT.divide(Decimal(amount), Decimal(unit if unit in _UNITS else 1))
    return _number(value, texts, signed=signed)


def counted(amount: int, unit: int, texts: Texts) -> str:
    """An amount in any unit, exactly and without the unit's name: «23,786034» for a thousand million.

    Args:
        amount: tenge.
        unit: tenge in one unit: a power of ten.
        texts: the person's language.
    """
    value = _EXACT.divide(Decimal(amount), Decimal(unit))
    return _number(value, texts)


def readable(amount: int, texts: Texts, *, short: bool = False) -> str:
    """An amount to be understood at a glance: «12,5 млрд теңге».

    Args:
        amount: tenge.
        texts: the person's language.
        short: leave the currency out where another unit stands, «12,5 млрд».

    Returns:
        The amount in the largest unit that leaves a whole number before the
        comma, with at most one decimal, halves rounded away from zero.
    """
    value, unit = _scaled(amount)
    name = texts.get(f"unit-short-{unit}" if short else f"unit-{unit}")
    return texts.get("amount", number=_number(value, texts), unit=name)


def is_rounded(amount: int) -> bool:
    """Whether `readable` shows something else than the exact amount."""
    value, unit = _scaled(amount)
    return int(value * _SIZES[unit]) != amount


def _scaled(amount: int) -> tuple[Decimal, str]:
    larger = ""
    for unit, size in _SIZES.items():
        if abs(amount) >= size:
            value = _EXACT.divide(Decimal(amount), Decimal(size)).quantize(_TENTH, context=_EXACT)
            # 999,96 million rounds to a thousand of them: that is the next unit's one.
            return (value / 1000, larger) if abs(value) == 1000 and larger else (value, unit)
        larger = unit
    return Decimal(0), "tenge"


def percent(share: Fraction, texts: Texts, *, signed: bool = False) -> str:
    """A share in percent with one decimal: «55,6 %».

    Args:
        share: part divided by whole.
        texts: the person's language.
        signed: put a plus before what is above zero.

    Returns:
        The share. What is above zero but would round to it is «< 0,1 %», and
        what is below the whole but would round to it is «> 99,9 %».
    """
    value = _EXACT.divide(Decimal(share.numerator * 100), Decimal(share.denominator))
    rounded = value.quantize(_TENTH, context=_EXACT)
    sign = ""
    if rounded == 0 and value != 0:
        sign, rounded = f"<{NBSP}", _TENTH.copy_sign(value)
        if value < 0:
            sign = f">{NBSP}"
    elif rounded == 100 and value < 100:
        sign, rounded = f">{NBSP}", Decimal("99.9")
    decimals = 0 if rounded in {0, 100} else 1
    return f"{sign}{_number(rounded, texts, decimals, signed=signed and not sign)}{NBSP}%"


def share_asked(share: Fraction, texts: Texts) -> str:
    """A share that somebody asked by, as it was said: «10 %», «2,5 %»."""
    value = Decimal(share.numerator * 100) / share.denominator  # 28 digits of what never ends
    return f"{_number(value, texts)}{NBSP}%"


def times(ratio: Fraction, texts: Texts) -> str:
    """How many times one amount is another, with one decimal at most: «25,4», «46»."""
    value = _EXACT.divide(Decimal(ratio.numerator), Decimal(ratio.denominator))
    return _number(value.quantize(_TENTH, context=_EXACT), texts)


def month_name(month: int, texts: Texts) -> str:
    """A month's name by itself: «апрель», «сәуір»."""
    names: Mapping[int, str] = get_month_names("wide", "stand-alone", texts.language.value)
    return names[month]


def day(date: dt.date, texts: Texts) -> str:
    """A date in digits, as decisions are cited: «11.12.2013».

    Args:
        date: the date.
        texts: the person's language.

    Returns:
        Day, month and year.
    """
    return str(format_date(date, "dd.MM.yyyy", locale=texts.language.value))


def _number(value: Decimal, texts: Texts, decimals: int = 0, *, signed: bool = False) -> str:
    """A number as a language writes it, with at least so many decimals; values come rounded."""
    group, point = _load_symbols(texts.language)
    whole, _, rest = f"{value.copy_abs():f}".partition(".")
    rest = rest.rstrip("0").ljust(decimals, "0")
    text = f"{int(whole):,}".replace(",", group) + (point + rest if rest else "")
    if value < 0:
        return MINUS + text
    return f"+{text}" if signed and value > 0 else text


@cache
def _load_symbols(language: Language) -> tuple[str, str]:
    """What a language writes between groups of digits, and before decimals."""
    # Some locales group with a thin no-break space, which phones break at or draw as a box.
    group = get_group_symbol(language.value).replace("\u202f", NBSP)
    return group, get_decimal_symbol(language.value)
