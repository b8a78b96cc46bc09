"""Claims of several places, each with its own figure, and of several lines that one verb is said of."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

TARAZ, SEMEY, ASTANA = "12 523 223", "30 455 890", "342 067 160"


def told(texts: Texts, number: str, date: str, amount: str, key: str = "rounded") -> str:
    at = texts.get("ledger-decision", number=number, date=date)
    return texts.get(f"claim-{key}-amount", at=at, actual=f"{amount} {texts.get('unit-thousand')}")


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "білім беруге Тараз 12,5 млрд, Астана 342 млрд бөледі",
            "Тараз 12,5 млрд, Астана 342 млрд тратят на образование",
        ),
        (
            "Тараз бен Астана білім беруге 12,5 және 342 млрд бөледі",
            "Тараз и Астана тратят на образование 12,5 и 342 млрд",
        ),
        (
            "Таразда білім беруге 12,5 млрд, Астанада 342 млрд бөлінді",
            "на образование: Тараз 12,5 млрд, Астана 342 млрд",
        ),
    ],
)
async def test_each_place_has_its_own_figure(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert told(texts, "21-3", "11.12.2013", TARAZ) in text
    assert told(texts, "1-1", "20.12.2022", ASTANA) in text


async def test_each_of_several_places_may_be_said_to_have_so_much(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "Тараз бен Семейдің әрқайсысы білім беруге 12,5 млрд бөледі",
        "в Таразе и Семее на образование дали по 12,5 млрд",
    )
    assert told(texts, "21-3", "11.12.2013", TARAZ) in text
    assert SEMEY in text


async def test_a_budget_of_each_place_is_its_revenue_or_its_spending(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident,
        texts,
        "Тараздың бюджеті 23,5 млрд, Семейдің бюджеті 73,2 млрд",
        "бюджет Тараза 23,5 млрд, Семея 73,2 млрд",
    )
    assert told(texts, "1-1", "20.12.2019", "73 202 805") in text


async def test_beside_another_place_nothing_is_computed(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "Семейде білім беруге 30,5 млрд, бұл Тараздан 2,4 есе көп",
        "Семей тратит на образование 30,5 млрд, это в 2,4 раза больше Тараза",
    )
    said = {KK: "2,4 есе", RU: "2,4 раза"}[texts.language]
    assert texts.get("claim-two-places", said=said, words="Тараз", place=texts.place("Тараз")) in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("мектептер 0,6 %-ға, мәдениет 53 %-ға өсті", "школы выросли на 0,6 %, культура на 53 %"),
        ("мектептер 0,6 %-ға өсті, мәдениет 53 %-ға", "на 0,6 % школы, культура на 53 % выросли"),
    ],
)
async def test_one_verb_is_said_of_several_lines(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    at = texts.get("claim-over-gap", span="№ 10-3 → № 21-3")
    for actual in ("+0,6 %", "+53,3 %"):
        assert texts.get("claim-rounded-change", at=at, actual=actual) in text


async def test_a_share_of_spending_on_something_may_be_inside_it(resident: TestUser, texts: Texts) -> None:
    if texts.language is KK:  # whose words say plainly which of the two is meant
        return
    name = "Культура, спорт, туризм, информация"
    unclear = texts.get("claim-may-be-inside", name=name)
    assert unclear in await check(resident, texts, "", "67 % расходов на культуру")
    assert unclear not in await check(resident, texts, "", "2 % расходов на культуру")
    plain = await check(resident, texts, "", "67 % расходов идёт на культуру")
    assert unclear not in plain
    values = {"at": texts.get("section-expenditure"), "actual": "2,1 %"}
    assert up_to("difference", texts, "claim-none-share", **values) in plain


async def test_what_rounds_to_the_figure_is_told_before_what_is_cut_off(
    resident: TestUser, texts: Texts
) -> None:
    text = await check(
        resident, texts, "мектептер 8,4-тен 8,3 млрд-қа қысқарды", "школы урезали с 8,4 до 8,3 млрд"
    )
    assert told(texts, "15-3", "12.07.2013", "8 314 417") in text
