"""Amounts, shares and dates: exact, rounded the way people round, the same in both languages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from handlers.views.amounts import day, exact, figure, is_rounded, percent, readable
from handlers.views.texts import Texts, load_texts
from parser.records import Language

KK = load_texts(Language.KK)
UNITS = {Language.KK: ("мың теңге", "теңге"), Language.RU: ("тыс. тенге", "тенге")}


def spaced(text: str) -> str:
    """No-break spaces as plain ones, to write expectations down."""
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        (12_523_223_000, 1000, "12 523 223 {0}"),
        (0, 1000, "0 {0}"),
        (453_000, 1000, "453 {0}"),
        (-281_421_000, 1000, "−281 421 {0}"),
        (583_152_644_800, 1000, "583 152 644,8 {0}"),
        (1_234_567, 1, "1 234 567 {1}"),
        (1_500_000, 7, "1 500 000 {1}"),  # a unit that has no name
        (9_223_372_036_854_775_807, 1000, "9 223 372 036 854 775,807 {0}"),
    ],
)
def test_exact_prints_every_digit(texts: Texts, amount: int, unit: int, expected: str) -> None:
    assert spaced(exact(amount, unit, texts)) == expected.format(*UNITS[texts.language])


@given(
    amount=st.integers(-(10**19), 10**19), unit=st.sampled_from([1, 1000]), language=st.sampled_from(Language)
)
def test_a_number_is_written_as_babel_writes_it(amount: int, unit: int, language: Language) -> None:
    written = format_decimal(Decimal(amount) / unit, "#,##0.###", locale=language.value)
    expected = written.replace("-", "−").replace("\u202f", "\u00a0")
    assert figure(amount, unit, load_texts(language)) == expected


def test_groups_do_not_break_over_lines(texts: Texts) -> None:
    assert exact(12_523_223_000, 1000, texts).startswith("12\u00a0523\u00a0223")


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(477_855_000, "+477 855"), (-63_000_000, "−63 000"), (0, "0")],
)
def test_signed_figures(texts: Texts, amount: int, expected: str) -> None:
    assert spaced(figure(amount, 1000, texts, signed=True)) == expected


@pytest.mark.parametrize(
    ("amount", "expected", "rounded"),
    [
        (12_523_223_000, "12,5 млрд", True),
        (12_550_000_000, "12,6 млрд", True),  # a half goes up
        (-12_550_000_000, "−12,6 млрд", True),  # and away from zero
        (12_549_999_999, "12,5 млрд", True),
        (242_000_000, "242 млн", False),
        (999_949_999, "999,9 млн", True),
        (999_950_000, "1 млрд", True),  # never «1 000 млн»
        (1_000_000_000_000, "1 трлн", False),
        (999, "999", False),
        (60_000, "60 {thousand}", False),
        (0, "0", False),
        (-1, "−1", False),
    ],
)
def test_readable(texts: Texts, amount: int, expected: str, rounded: bool) -> None:
    thousand, currency = UNITS[texts.language]
    expected = expected.format(thousand=thousand.split(maxsplit=1)[0])
    assert spaced(readable(amount, texts)) == f"{expected} {currency}"
    assert is_rounded(amount) is rounded


def test_short_form_leaves_the_currency_out(texts: Texts) -> None:
    assert spaced(readable(12_523_223_000, texts, short=True)) == "12,5 млрд"
    assert spaced(readable(999, texts, short=True)) == f"999 {UNITS[texts.language][1]}"


@given(st.integers(-(2**63), 2**63 - 1))
def test_readable_is_within_half_a_tenth(amount: int) -> None:
    sizes = {"трлн": 10**12, "млрд": 10**9, "млн": 10**6, "мың": 10**3}
    number, unit, *_ = readable(amount, KK).replace("\u00a0", "").split(" ")
    size = sizes.get(unit, 1)
    value = Decimal(number.replace(",", ".").replace("−", "-")) * size
    assert abs(value - amount) <= Decimal(size) / 20
    assert is_rounded(amount) is (value != amount)


@given(st.integers(-(2**63), 2**63 - 1), st.sampled_from([1, 1000, 10**6]))
def test_exact_can_be_read_back(amount: int, unit: int) -> None:
    number = figure(amount, unit, KK).replace("\u00a0", "").replace(",", ".").replace("−", "-")
    assert Decimal(number) * unit == amount


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(12_523_223, 22_521_234), "55,6 %"),
        (Fraction(1, 1), "100 %"),
        (Fraction(1, 2), "50,0 %"),
        (Fraction(0), "0 %"),
        (Fraction(1, 10_000), "< 0,1 %"),
        (Fraction(5, 10_000), "0,1 %"),
        (Fraction(9999, 10_000), "> 99,9 %"),
        (Fraction(3, 2), "150,0 %"),
        (Fraction(1, 800), "0,1 %"),  # 0,125
        (Fraction(5, 4000), "0,1 %"),
        (Fraction(-1, 10_000), "> −0,1 %"),
        (Fraction(-1, 3), "−33,3 %"),
    ],
)
def test_percent(texts: Texts, share: Fraction, expected: str) -> None:
    assert spaced(percent(share, texts)) == expected


def test_dates_are_written_as_decisions_are_cited(texts: Texts) -> None:
    assert day(dt.date(2013, 4, 8), texts) == "08.04.2013"
