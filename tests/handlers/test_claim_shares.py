"""Amounts of earlier decisions, and claimed shares that are bounded, in words without a whole, or denied: on which side the budget's is, is told."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

REVENUE = {KK: "Кірістер", RU: "Доходы"}
EXPENDITURE = {KK: "Шығындар", RU: "Расходы"}
EDUCATION = {KK: "Білім беру", RU: "Образование"}


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "bound"),
    [
        ("трансферттер кірістің 80 пайызынан аз", "трансферты меньше 80% доходов", "under-kept", "80 %"),
        ("трансферттер кірістің 75 %-ынан көп", "трансферты больше 75% доходов", "under-missed", "75 %"),
        ("трансферттер кірістің 70 %-ынан асады", "трансферты больше чем 70 % доходов", "over-kept", "70 %"),
        (
            "трансферттер кірістің 72,5 пайызынан кем",
            "трансферты менее 72,5 процента доходов",
            "over-missed",
            "72,5 %",
        ),
        (
            "трансферттер кірістің 75 %-ынан аспайды",
            "трансферты не превышают 75 % доходов",
            "under-kept",
            "75 %",
        ),
    ],
)
async def test_a_bounded_share_is_answered_by_its_side(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, key: str, bound: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    at = REVENUE[texts.language]
    assert texts.get(f"claim-{key}", at=at, actual="73,1 %", bound=bound) in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "key", "actual", "bound"),
    [
        ("білімге жартысынан аз", "на образование меньше половины", "over-missed", "52,6 %", "1/2"),
        (
            "білім беруге жартысынан көбі бөлінді",
            "на образование уходит больше половины",
            "over-kept",
            "52,6 %",
            "1/2",
        ),
        ("мектепке үштен бірінен көп", "на школы идёт больше трети", "over-kept", "35,3 %", "1/3"),
        ("мектепке төрттен бірінен аз кетеді", "на школы — меньше четверти", "over-missed", "35,3 %", "1/4"),
    ],
)
async def test_a_share_in_words_is_of_the_expenditure_where_no_whole_is_named(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, key: str, actual: str, bound: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    at = EXPENDITURE[texts.language]
    assert texts.get(f"claim-{key}", at=at, actual=actual, bound=bound) in text


async def test_a_share_of_what_was_said_before_is_of_that(asker: TestUser, texts: Texts) -> None:
    text = await check(
        asker,
        texts,
        "білім беруге 12,5 млрд, оның ішінде мектептерге жартысынан көбі",
        "на образование 12,5 млрд, из них школам больше половины",
    )
    at = EDUCATION[texts.language]
    assert texts.get("claim-over-kept", at=at, actual="67,0 %", bound="1/2") in text


async def test_a_bound_that_is_no_share_of_money_asks_for_no_list(asker: TestUser, texts: Texts) -> None:
    text = await check(asker, texts, "білімнің жартысынан азы жабылды", "меньше половины образования закрыли")
    assert texts.get("claim-no-figure") in text
    assert "33,0 %" not in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "apart"),
    [
        ("мектептер бюджеттің 40 пайызын да алмайды", "школы не занимают и 40 процентов бюджета", "4,7"),
        ("мектеп бюджеттің жартысын алмайды", "школы не получают и половины бюджета", "14,7"),
        ("мектеп бюджеттің 40 %-ын құрамайды", "школам не дали 40 % бюджета", "4,7"),
    ],
)
async def test_a_denied_share_is_computed_without_a_verdict(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, apart: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    difference = texts.get("claim-less", amount=texts.get("claim-points-part", number=apart))
    at = EXPENDITURE[texts.language]
    assert texts.get("claim-words-share", at=at, actual="35,3 %", difference=difference) in text
    assert up_to("at", texts, "claim-none-share", actual="", difference="") not in text


@pytest.mark.parametrize(
    ("kazakh", "russian", "newest"),
    [
        ("тапшылық 63 млн", "дефицит 63 млн", "281 421"),
        ("мектептерге 8294,8 млн", "на школы 8294,8 млн", "8 392 311"),
    ],
)
async def test_an_amount_of_an_earlier_decision_alone_is_told_after_the_newest(
    asker: TestUser, texts: Texts, kazakh: str, russian: str, newest: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    told = texts.get("claim-newest-amount", at="", actual="\0", difference="").rpartition(". ")[2]
    assert told in text
    assert newest in text[: text.index(told)]


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("әр 100 теңгенің 53-і білімге", "из каждых 100 тенге 53 идут на образование"),
        ("100 теңгеден 53 теңге білімге кетеді", "из 100 тенге 53 тенге идёт на образование"),
        ("1000 теңгеден 526 теңге білімге кетеді", "из 1000 тенге 526 — образованию"),
    ],
)
async def test_a_share_may_be_told_by_a_hundred_tenge(
    asker: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(asker, texts, kazakh, russian)
    assert "52,6 %" in text
    assert texts.get("not-held-rate") not in text
