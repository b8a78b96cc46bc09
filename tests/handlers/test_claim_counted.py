"""Claims that are counted from something: from another line, or from an edition that is named."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from storage.answering.compared_figure import Agreement
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

NEWEST = {"number": "21-3", "date": "11.12.2013"}


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "actual"),
    [
        ("кірістер шығыстардан 282 млн аз", "доходы на 282 млн меньше расходов", "none", "−281 421"),
        (
            "шығыстар кірістен 281 421 мың теңге көп",
            "расходы на 281 421 тыс. тенге больше, чем доходы",
            "exact",
            "+281 421",
        ),
        (
            "шығыстарға қарағанда кірістер 1,2 % аз",
            "доходы на 1,2 % меньше, чем расходы",
            "rounded",
            "−1,2 %",
        ),
    ],
)
async def test_a_line_beside_another_one(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, key: str, actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    at = texts.get("ledger-decision", **NEWEST)
    actual = actual if "%" in actual else f"{actual} {texts.get('unit-thousand')}"
    assert up_to("difference", texts, f"claim-{key}-beside", at=at, actual=actual) in text
    revenue, spending = texts.get("section-revenue"), texts.get("section-expenditure")
    names = (revenue, spending) if actual.startswith("−") else (spending, revenue)
    assert text.startswith(texts.get("claim-beside-names", name=names[0], other=names[1]))
    assert texts.get("claim-all-beside") in text
    assert {revenue, spending} == set(resident.labels)


async def test_how_many_times_a_line_is_more_than_each_that_may_be_meant(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге жолдарға қарағанда 3 есе көп бөлінді",
        "на школы в 3 раза больше, чем на дороги",
    )
    assert texts.get("claim-unsure-together") in text
    roads = {KK: "Аудан жолдары мен көшелерді жөндеу", RU: "Ремонт районных дорог и улиц"}[texts.language]
    assert texts.get("claim-beside-line", name=roads) in text
    ratio = texts.get("comparison-times", times="7,3")
    at = texts.get("ledger-decision", **NEWEST)
    assert texts.get("claim-none-times", at=at, actual=ratio) in text
    assert text.count(up_to("actual", texts, "claim-none-times", at=at)) == 3


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "actual"),
    [
        (
            "шығыстар кірістен 200 миллионнан көп",
            "расходы больше чем на 200 млн больше, чем доходы",
            "named",
            "+281 421",
        ),
        (
            "білім беруге мәдениетке қарағанда 7 млрд көп бөлінді",
            "расходы на образование на 7 млрд больше, чем на культуру",
            "none",
            "+12 030 891",
        ),
    ],
)
async def test_what_is_no_figure_beside_another_line_is_told_of_the_newest_edition(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, key: str, actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    at = texts.get("ledger-decision", **NEWEST)
    actual = f"{actual} {texts.get('unit-thousand')}"
    assert up_to("difference", texts, f"claim-{key}-beside", at=at, actual=actual) in text


async def test_how_many_times_a_line_is_more_in_a_named_edition(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "12-3 шешімінде мектептерге жолдарға қарағанда 3 есе көп",
        "в решении 12-3 на школы в 3 раза больше, чем на дороги",
    )
    at = texts.get("ledger-decision", number="12-3", date="08.04.2013")
    ratio = texts.get("comparison-times-whole", count=7, times="7")
    assert texts.get("claim-named-times", at=at, actual=ratio) in text
    assert up_to("at", texts, "claim-none-times", actual="") not in text


async def test_a_bound_of_a_change_from_a_named_edition_is_of_the_newest(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "білім беру сәуірге қарағанда 100 млн-нан астам өсті",
        "образование выросло больше чем на 100 млн по сравнению с апрелем",
    )
    at = texts.get("claim-over-gap", span="№ 12-3 → № 21-3")
    actual = f"+240 875 {texts.get('unit-thousand')}"
    assert up_to("difference", texts, "claim-named-change", at=at, actual=actual) in text


async def test_what_is_set_beside_nothing_is_told(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге ғарышқа қарағанда 3 есе көп бөлінді",
        "на школы в 3 раза больше, чем на единорогов",
    )
    words = {KK: "ғарышқа", RU: "единорогов"}[texts.language]
    said = {KK: "3 есе", RU: "3 раза"}[texts.language]
    assert text.startswith(texts.get("claim-base-unfound", said=said, words=words))


async def test_two_places_are_not_set_beside_each_other(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "Таразда мектептерге Семейдегі мектептерге қарағанда 20 %-ға көп бөлінді",
        "школы в Таразе получили на 20 % больше, чем в Семее",
    )
    told = texts.get("claim-two-places", said="20 %", place="Семей")
    assert text.startswith(told)


@pytest.mark.parametrize(
    ("kazakh", "russian", "span", "actual"),
    [
        (
            "білім беруге бастапқы бюджеттегіден 2 % көп бөлінді",
            "на образование на 2 % больше, чем в первоначальном бюджете",
            "№ 10-3 → № 21-3",
            "+1,9 %",
        ),
        (
            "білім беруге бастапқы бюджетпен салыстырғанда 2 % көп бөлінді",
            "по сравнению с первоначальным бюджетом на образование дали на 2 % больше",
            "№ 10-3 → № 21-3",
            "+1,9 %",
        ),
        (
            "білім беруге 12-3 шешіміне қарағанда 241 млн көп бөлінді",
            "на образование на 241 млн больше, чем в решении 12-3",
            "№ 12-3 → № 21-3",
            "+240 875",
        ),
        (
            "білім беруге сәуірге қарағанда 241 млн көп бөлінді",
            "образование выросло на 241 млн по сравнению с апрелем",
            "№ 12-3 → № 21-3",
            "+240 875",
        ),
    ],
)
async def test_a_change_from_an_edition_that_is_named(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, span: str, actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    actual = actual if "%" in actual else f"{actual} {texts.get('unit-thousand')}"
    at = texts.get("claim-over-gap", span=span)
    assert texts.get("claim-rounded-change", at=at, actual=actual) in text
    first = span.partition(" →")[0]
    entries = [line for line in text.splitlines() if line.startswith("• ")]
    assert entries
    assert all(line.startswith(f"• {first} →") for line in entries)


@pytest.mark.parametrize(
    ("kazakh", "russian", "actual"),
    [
        (
            "білім беру сәуірден қарашаға дейін 241 млн-ға өсті",
            "образование с апреля по ноябрь выросло на 241 млн",
            "+241 175",
        ),
        (
            "білім беру сәуір мен қараша аралығында 2 %-ға өсті",
            "между апрелем и ноябрём образование выросло на 2 %",
            "+2,0 %",
        ),
    ],
)
async def test_a_change_between_two_editions_that_are_named(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    actual = actual if "%" in actual else f"{actual} {texts.get('unit-thousand')}"
    at = texts.get("claim-over-gap", span="№ 12-3 → № 20-3")
    assert texts.get("claim-rounded-change", at=at, actual=actual) in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мәдениеттің үштен бірі қысқарды", "треть расходов на культуру урезали"),
        ("мәдениет үштен бірге қысқарды", "культуру урезали на треть"),
    ],
)
async def test_a_share_that_is_cut_off_is_a_change(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert "+53,3 %" in text
    assert texts.get("claim-opposite") in text


async def test_a_change_from_another_year(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "2014 жылы мектептерге 2013 жылға қарағанда 1,2 млрд көп бөлінді",
        "школы в 2014 году получили на 1,2 млрд больше, чем в 2013",
    )
    actual = f"+1 215 259 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-change", at="2013 → 2014", actual=actual) in text


async def test_an_edition_that_is_not_loaded_or_the_newest(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге 99-9 шешіміне қарағанда 5 %-ға көп бөлінді",
        "на школы на 5 % больше, чем в решении 99-9",
    )
    assert text.startswith(texts.get("claim-missing-edition", said="5 %"))
    text = await check(
        resident,
        texts,
        "мектептерге 21-3 шешіміне қарағанда 5 %-ға көп бөлінді",
        "на школы на 5 % больше, чем в решении 21-3",
    )
    assert texts.get("claim-no-later") in text


async def test_a_bound_of_a_change_is_beside_that_since_the_original(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(resident, texts, "шығыстар 5 %-дан астам өсті", "расходы выросли больше чем на 5 %")
    said = {KK: "5 %-дан астам", RU: "больше чем на 5 %"}[texts.language]
    assert texts.get("claim-said", said=said) in text
    at = texts.get("claim-over-gap", span="№ 10-3 → № 21-3")
    difference = texts.get("claim-more", amount=texts.get("claim-points-part", number="3,4"))
    assert texts.get("claim-named-change", at=at, actual="+8,4 %", difference=difference) in text


async def test_a_base_of_two_nouns_is_one_line_or_none(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептерге мәдениет пен спортқа қарағанда 17 есе көп",
        "на школы в 17 раз больше, чем на культуру и спорт",
    )
    at = texts.get("ledger-decision", **NEWEST)
    ratio = texts.get("comparison-times-whole", count=17, times="17")
    assert texts.get("claim-rounded-beside", at=at, actual=ratio) in text
    text = await check(
        resident,
        texts,
        "мектептерге ТКШ мен мәдениетке қарағанда 10 есе көп",
        "на школы в 10 раз больше, чем на ЖКХ и культуру",
    )
    told = texts.get("claim-base-unfound", said="\0", words="\0").split("\0")
    assert max(told, key=len) in text


async def test_a_share_of_the_budget_beside_an_amount_names_no_other_line(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "білім беруге бюджеттің 52,6 %-ы, 12,5 млрд бөлінді",
        "на образование (52,6 % бюджета) дали 12,5 млрд",
    )
    at, unit = texts.get("ledger-decision", **NEWEST), texts.get("unit-thousand")
    assert texts.get("claim-rounded-amount", at=at, actual=f"12 523 223 {unit}") in text
    assert texts.get("section-revenue") not in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "actual"),
    [
        ("шығыс бір жарым есе өсті", "расходы выросли в полтора раза", "+8,4 %"),
        ("шығыс бір жарым есе кеміді", "расходы упали в полтора раза", "+8,4 %"),
        ("мәдениет шығыны екі есе өсті", "расходы на культуру выросли в два раза", ""),
        ("мектептерге екі есе қысқарды", "школам урезали в два раза", "−0,6 %"),
        ("кіріс төрттен бірге төмендеді", "доходы упали на четверть", "+7,4 %"),
        ("мектептерге шығын жартылай қысқарды", "школам урезали наполовину", "−0,6 %"),
    ],
)
async def test_no_smaller_change_is_taken_for_one_in_times(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, actual: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert actual in text
    assert "≈" not in text
    for agreement in Agreement:
        assert up_to("at", texts, f"claim-{agreement}-change", actual="") not in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("сәуірден бері мәдениет 45 %-ға өсті", "с апреля расходы на культуру выросли на 45 %"),
        ("12-3 шешімінен бері мәдениет 45 %-ға өсті", "после 12-3 расходы на культуру выросли на 45 %"),
        ("12-3 шешімінен кейін мәдениет 45 %-ға өсті", "с решения 12-3 расходы на культуру выросли на 45 %"),
    ],
)
async def test_a_change_since_a_decision_is_counted_from_it(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    at = texts.get("claim-over-gap", span="№ 12-3 → № 21-3")
    assert texts.get("claim-rounded-change", at=at, actual="+45,0 %") in text
    assert "10-3" not in text


async def test_nothing_becomes_naught_times_as_much(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "шығыс 0 есе кеміді", "расходы упали в 0 раз")
    assert texts.get("claim-no-figure") in text
