"""Claims as they are told: by whom it was decided, of a place alone, with the budget as a whole."""

from __future__ import annotations

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check, up_to
from tests.harness.person import TestUser

SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}


async def test_who_decided_is_not_what_the_figure_is_of(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мәслихат сәуірде мектептерді 51 млн-ға қысқартты",
        "маслихат в апреле урезал школы на 51 млн",
    )
    assert text.startswith(SCHOOLS[texts.language])
    unit = texts.get("unit-thousand")
    assert texts.get("claim-exact-change", at="№ 10-3 → № 12-3", actual=f"−51 000 {unit}") in text
    text = await check(
        resident,
        texts,
        "депутаттар шығыстарды 21,4 млн-ға көбейтті",
        "депутаты увеличили расходы на 21,4 млн",
    )
    assert text.startswith(texts.get("section-expenditure"))
    assert texts.get("claim-rounded-change", at="№ 20-3 → № 21-3", actual=f"+21 416 {unit}") in text


async def test_what_they_have_themselves_is_a_line(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident, texts, "мәслихат аппаратына 21,7 млн бөлінді", "аппарат маслихата получил 21,7 млн"
    )
    assert {KK: "Мәслихат аппараты", RU: "Аппарат маслихата"}[texts.language] in text
    assert "21 694" in text
    text = await check(resident, texts, "мәслихат 21,7 млн алды", "маслихат получил 21,7 млн")
    assert "21 694" in text


async def test_a_place_alone_is_of_the_line_before(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "Таразда мектептерге 8,4 млрд, ал Семейде 5 млрд бөлінді",
        "в Таразе на школы 8,4 млрд, а в Семее 5 млрд",
    )
    unit, number = texts.get("unit-thousand"), {"number": "1-1", "date": "20.12.2019"}
    at = texts.get("ledger-decision", **number)
    told = up_to("difference", texts, "claim-none-amount", at=at, actual=f"17 680 340 {unit}", year="2020")
    assert text.index("Тараз · 2013") < text.index(told)
    assert resident.labels[:2] == [SCHOOLS[texts.language]] * 2


async def test_the_budget_of_a_place_is_its_revenue_or_its_spending(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident, texts, "Тараз бюджеті 1,8 миллиардқа ұлғайды", "бюджет Тараза увеличили на 1,8 миллиарда"
    )
    assert texts.get("claim-unsure", count=2) in text
    assert resident.labels[:2] == [texts.get("section-revenue"), texts.get("section-expenditure")]
    at, unit = texts.get("claim-over-gap", span="№ 10-3 → № 21-3"), texts.get("unit-thousand")
    assert texts.get("claim-rounded-change", at=at, actual=f"+1 840 046 {unit}") in text
