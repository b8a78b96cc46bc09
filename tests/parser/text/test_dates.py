"""Dates in words and figures, in both languages, with everything that is glued to them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parser.text.dates import find_dates, find_impossible_dates, first_date

KK_MONTHS = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
RU_MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
FORMS = (
    "{y} жылғы {d} {k}дағы", "{y}жылғы {d}{k}дегі", "{y} жылдың {d} {k}ынан", "{y} жылы {d} {k}да", "{y} ж. «{d}» {k}",
    "{d} {r} {y} года", "{d}{r} {y}года", "«{d}» {r} {y} г.", "{d}.{m}.{y}", "{d:02}.{m:02}.{y}", "{y}.{m:02}.{d:02}", "{y}-{m:02}-{d:02}",
    "{d:02} {r} {y}", "{d}/{m:02}/{y}",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
@given(date=st.dates(dt.date(2000, 1, 1), dt.date(2040, 12, 31)))
def test_every_form_reads_back(form: str, date: dt.date) -> None:
    printed = form.format(
        y=date.year, m=date.month, d=date.day, k=KK_MONTHS[date.month - 1], r=RU_MONTHS[date.month - 1]
    )
    assert first_date(printed) == date
    assert [found for found, _, _ in find_dates(f"№ 12-3 ({printed}), 2013-2015")] == [date]


@pytest.mark.parametrize(
    "text",
    ["31.02.2013", "2013-2015 жылдарға", "на 2013-2015 годы", "12 решения 2013", "2013 жылғы 12 мың", ""],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_both_orders_in_one_footnote() -> None:
    assert [str(date) for date, _, _ in find_dates("2013.04.08 № 12-3; 04.09.2013 № 18-3")] == [
        "2013-04-08",
        "2013-09-04",
    ]


def test_a_portal_prints_the_day_in_the_middle() -> None:
    # Where one date of a text can only be read so, the others are too.
    found = [date for date, _, _ in find_dates("2010.05.03. № 23/1; 2010.26.04. № 24/11")]
    assert found == [dt.date(2010, 3, 5), dt.date(2010, 4, 26)]
    assert first_date("2010.05.03. № 23/1") == dt.date(2010, 5, 3)


def test_a_year_of_two_digits_needs_the_word_for_a_year() -> None:
    assert first_date("от 08.04.13 г. № 12-3") == dt.date(2013, 4, 8)
    assert first_date("пункт 08.04.13") is None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("от 31 февраля 2013 года № 2-3", ["31 февраля 2013"]),
        ("2013 жылғы 31 маусымдағы № 2-3", ["2013 жылғы 31 маусымдағы"]),
        ("31.06.2013 и 2013-02-29, но 29.02.2012", ["31.06.2013", "2013-02-29"]),
        ("0 апреля 2013", ["0 апреля 2013"]),
        ("2010.26.04. № 24/11", []),  # the day in the middle
        ("8 апреля 2013; 45 мектеп 2013; 2013-2015 годы; 99.99.2013", []),
    ],
)
def test_a_day_that_no_calendar_has(text: str, printed: list[str]) -> None:
    assert find_impossible_dates(text) == printed
