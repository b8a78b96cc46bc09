"""Claims of how much two lines differ, of changes that are said twice or by a sign, and of what was left over."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

NEWEST = {"number": "21-3", "date": "11.12.2013"}
SINCE_ORIGINAL = "№ 10-3 → № 21-3"


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "шығыс 23,8 млрд, кіріс 23,5 млрд, айырмасы 281 млн",
            "расходы 23,8 млрд, доходы 23,5 млрд, разница 281 млн",
        ),
        ("шығыстар мен кірістердің айырмасы 281 млн", "между расходами и доходами разница 281 млн"),
    ],
)
async def test_a_difference_is_that_of_two_lines(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    at, actual = texts.get("ledger-decision", **NEWEST), f"+281 421 {texts.get('unit-thousand')}"
    assert texts.get("claim-rounded-beside", at=at, actual=actual) in text
    revenue, spending = texts.get("section-revenue"), texts.get("section-expenditure")
    assert texts.get("claim-beside-names", name=spending, other=revenue) in text


async def test_a_difference_of_one_line_is_of_nothing(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "мектептерге 8,4 млрд, айырмасы 50 млн", "на школы дали 8,4 млрд, разница 50 млн"
    )
    assert texts.get("claim-no-subject", said="50 млн") in text


async def test_how_many_times_two_lines_differ(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "білім беруге 12,5 млрд, мәдениетке 0,5 млрд, айырмасы 25 есе",
        "на образование 12,5 млрд, на культуру 0,5 млрд, разница в 25 раз",
    )
    at, ratio = texts.get("ledger-decision", **NEWEST), texts.get("comparison-times", times="25,4")
    assert texts.get("claim-rounded-beside", at=at, actual=ratio) in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "шығыстар 1,84 млрд теңгеге немесе 8,4 %-ға өсті",
            "расходы выросли на 1,84 млрд тенге, или на 8,4 %",
        ),
        ("шығыстар 1,84 млрд теңгеге (8,4 %) өсті", "расходы выросли на 1,84 млрд тенге (8,4 %)"),
    ],
)
async def test_a_change_that_is_said_twice_is_one(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    at = texts.get("claim-over-gap", span=SINCE_ORIGINAL)
    for actual in (f"+1 840 046 {texts.get('unit-thousand')}", "+8,4 %"):
        assert texts.get("claim-rounded-change", at=at, actual=actual) in text
    assert asker.labels[0] == texts.get("section-expenditure")


async def test_a_word_for_a_sign_makes_a_change(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "көшелерді жарықтандыру: 213 млн болған, 250 млн болды, плюс 37 млн",
        "освещение улиц: было 213 млн, стало 250 млн, плюс 37 млн",
    )
    at = texts.get("claim-over-gap", span=SINCE_ORIGINAL)
    assert texts.get("claim-exact-change", at=at, actual=f"+37 000 {texts.get('unit-thousand')}") in text
    less = await check(asker, texts, "сәуірде мектептер: минус 51 млн", "школы в апреле: минус 51 млн")
    cut = f"−51 000 {texts.get('unit-thousand')}"
    assert texts.get("claim-exact-change", at="№ 10-3 → № 12-3", actual=cut) in less


async def test_what_is_added_for_another_line_is_its_amount(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "мектептерге 8,4 млрд, плюс мәдениетке 0,5 млрд",
        "на школы 8,4 млрд, плюс 0,5 млрд на культуру",
    )
    at = texts.get("ledger-decision", **NEWEST)
    assert texts.get("claim-rounded-amount", at=at, actual=f"492 332 {texts.get('unit-thousand')}") in text


async def test_what_falls_from_one_amount_to_another_are_two(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "әкімдік резерві 50-ден 37 млн-ға қысқарды", "резерв акимата сократили с 50 до 37 млн"
    )
    for key, decision, actual in (
        ("exact", {"number": "12-3", "date": "08.04.2013"}, "50 000"),
        ("rounded", NEWEST, "37 303"),
    ):
        at = texts.get("ledger-decision", **decision)
        assert (
            texts.get(f"claim-{key}-amount", at=at, actual=f"{actual} {texts.get('unit-thousand')}") in text
        )


async def test_an_amount_behind_a_dash_is_of_what_stands_there(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "23 786 034 мың теңге — шығыстар, 23 504 613 мың теңге — кірістер.",
        "23 786 034 тыс. — расходы, 23 504 613 тыс. — доходы.",
    )
    at = texts.get("ledger-decision", **NEWEST)
    for actual in ("23 786 034", "23 504 613"):
        assert texts.get("claim-exact-amount", at=at, actual=f"{actual} {texts.get('unit-thousand')}") in text


async def test_what_is_left_over_at_the_year_s_beginning_is_of_the_newest_edition(
    asker: TestUser, texts: Texts
) -> None:
    text = await check(asker, texts, "жыл басындағы қалдық 218 млн", "остаток на начало года 218 млн")
    at = texts.get("ledger-decision", **NEWEST)
    assert texts.get("claim-rounded-amount", at=at, actual=f"218 421 {texts.get('unit-thousand')}") in text


async def test_a_change_over_two_years_is_told_of_these(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "2015 жылы мектептерге 2013 жылға қарағанда 28 % көп бөлінді",
        "на школы в 2015 году на 28 % больше, чем в 2013",
    )
    assert texts.get("claim-rounded-change", at="2013 → 2015", actual="+28,4 %") in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("100 пайыз сенімдімін, мектептерге 8,4 млрд бөлінді", "на 100 % уверен, что на школы дали 8,4 млрд"),
        ("халық не дейді: жүз пайыз рас, мектептерге 8,4 млрд бөлінді", "инфа 100%, на школы 8,4 млрд"),
    ],
)
async def test_how_sure_somebody_is_is_no_share(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert texts.get("claim-unread", numbers="\0").partition("\0")[0] in text
    assert text.count("%") + text.count("пайыз") == 1  # which is no share of any line
    at = texts.get("ledger-decision", **NEWEST)
    assert texts.get("claim-rounded-amount", at=at, actual=f"8 392 311 {texts.get('unit-thousand')}") in text


async def test_a_share_that_somebody_is_sure_of_stays(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker, texts, "сенімдімін, мектептерге бюджеттің 35 %-ы кетеді", "уверен, 35 % бюджета идёт на школы"
    )
    whole = texts.get("section-expenditure")
    assert texts.get("claim-rounded-share", at=whole, actual="35,3 %") in text


async def test_who_eats_a_share_of_the_budget_is_what_has_it(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "әкімдік бюджеттің 10 %-ын жейді", "акимат съедает 10 % бюджета")
    office = {KK: "Әкім аппараты", RU: "Аппарат акима"}[texts.language]
    assert office in text
    values = {"at": texts.get("section-expenditure"), "actual": "0,9 %"}
    assert up_to("difference", texts, "claim-none-share", **values) in text
    assert texts.get("claim-no-share") not in text


async def test_how_a_deficit_changed_is_told_beside_a_claim_as_on_its_card(
    asker: TestUser, texts: Texts
) -> None:
    told = await check(asker, texts, "тапшылық 218 миллионға өсті", "дефицит вырос на 218 млн")
    grew = texts.get("balance-below-more", size="218 421")
    assert f"№ 10-3 → № 12-3: {grew} (≈ +421)" in told
    assert "+218 421" not in told
