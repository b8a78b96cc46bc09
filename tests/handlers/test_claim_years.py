"""Claims over several years: what a line has in all of them together is computed, or it is told why not."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import check, up_to
from tests.harness.person import TestUser

THREE = "28 777 193"  # 8 392 311 + 9 607 570 + 10 777 312


@pytest.mark.parametrize(
    ("kazakh", "russian", "at", "actual"),
    [
        ("үш жылда мектептерге 28,8 млрд бөлінеді", "на школы за три года 28,8 млрд", "2013–2015", THREE),
        (
            "2013-2015 жылдары мектептерге 28,8 млрд",
            "28,8 млрд на школы за 2013-2015 годы",
            "2013–2015",
            THREE,
        ),
        (
            "2013 және 2014 жылдары мектептерге 18 млрд бөлінді",
            "за два года, 2013 и 2014, на школы уйдёт 18 млрд",
            "2013, 2014",
            "17 999 881",
        ),
    ],
)
async def test_a_sum_of_years_is_beside_that_of_the_line(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, at: str, actual: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    said = texts.get("claim-rounded-span", at=at, actual=f"{actual} {texts.get('unit-thousand')}")
    assert said in text
    assert f"· {at}\n" in text
    assert "8 392 311" in text  # each year's amount stands below
    for year in at.replace("–", ", 2014, ").split(", "):
        assert texts.get("source-edition", place=texts.place("Тараз"), year=year) in text


async def test_another_sum_is_told_with_the_difference(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "соңғы 3 жылда мектептерге 27 млрд", "на школы за последние 3 года 27 млрд"
    )
    values = {"at": "2013–2015", "actual": f"{THREE} {texts.get('unit-thousand')}"}
    assert up_to("difference", texts, "claim-none-span", **values) in text
    assert "1 777 193" in text


async def test_a_change_over_years_is_that_of_the_first_and_the_last(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "үш жылда мектептер 28 %-ға өседі", "с 2013 по 2015 год школы вырастут на 28 %"
    )
    assert texts.get("claim-rounded-change", at="2013 → 2015", actual="+28,4 %") in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "said"),
    [
        ("бес жылда мектептерге 40 млрд бөлінді", "за пять лет на школы 40 млрд", "years-unsaid", "40 млрд"),
        (
            "үш жылда мектептер мен мәдениетке 30 млрд",
            "за три года на школы и культуру 30 млрд",
            "years-together",
            "30 млрд",
        ),
    ],
)
async def test_what_is_not_added_up_is_told(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, key: str, said: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert text.startswith(texts.get(f"claim-{key}", said=said))


async def test_a_year_that_is_not_loaded_is_told(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "2012-2014 жылдары мектептерге 27 млрд", "с 2012 по 2014 год на школы дали 27 млрд"
    )
    assert text.startswith(texts.get("claim-missing-year", said="27 млрд", value="2012"))


async def test_each_of_several_years_has_its_own_figure(asker: TestUser, texts: Texts) -> None:
    row = await check(
        asker,
        texts,
        "2013 және 2014 жылдары мектептерге 8,4 және 9,6 млрд бөлінді",
        "в 2013 и 2014 годах на школы дали 8,4 и 9,6 млрд",
    )
    each = await check(
        asker,
        texts,
        "2013 және 2014 жылдары мектептердің әрқайсысына 9,6 млрд",
        "в 2013 и 2014 годах на школы дали по 9,6 млрд",
    )
    unit = texts.get("unit-thousand")
    original = texts.get("ledger-decision", number="10-3", date="14.12.2012")
    newest = texts.get("ledger-decision", number="21-3", date="11.12.2013")
    assert texts.get("claim-rounded-amount", at=newest, actual=f"8 392 311 {unit}") in row
    assert texts.get("claim-rounded-amount", at=original, actual=f"9 607 570 {unit}") in row
    assert texts.get("claim-rounded-amount", at=original, actual=f"9 607 570 {unit}") in each
    assert each.count(texts.get("claim-said", said="9,6 млрд")) == 2


async def test_what_one_of_the_years_has_is_told(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "2013-2015 жылдары кірістер 23,5 млрд", "доходы на 2013-2015 годы 23,5 млрд"
    )
    newest = texts.get("ledger-decision", number="21-3", date="11.12.2013")
    at = texts.get("claim-of-year", at=newest, year="2013")
    amount = f"23 504 613 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-amount", at=at, actual=amount) in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "fits", "figures"),
    [
        (
            "жыл сайын жалпы білім беруге 8,4 млрд",
            "каждый год школам дают по 8,4 млрд",
            1,
            ("8 392 311 (≈ −7 689)", "9 607 570 (+1 207 570)", "10 777 312 (+2 377 312)"),
        ),
        (
            "әр жылы жалпы білім беруге 5 млрд",
            "ежегодно на школы 5 млрд",
            0,
            ("8 392 311 (+3 392 311)", "9 607 570 (+4 607 570)", "10 777 312 (+5 777 312)"),
        ),
    ],
)
async def test_an_amount_of_each_year_is_beside_each_year_and_no_sum(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, fits: int, figures: tuple[str, ...]
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert texts.get("claim-each-year", fits=fits, years=3) in text
    for figure in figures:
        assert figure in text
    assert THREE not in text
