"""Claims whose figure is said by halves: a range, and numbers that say no unit, beside the real decisions."""

from __future__ import annotations

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.claiming import up_to
from tests.harness.person import Sent, TestUser, text_of

KK, RU = Language.KK, Language.RU
AT = {"number": "21-3", "date": "11.12.2013"}


def shown(sent: Sent) -> str:
    return text_of(sent).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("said", "range_"),
    [
        (
            {KK: "мектептерге 8-ден 9 млрд-қа дейін бөлінді", RU: "на школы дали от 8 до 9 млрд"},
            {KK: "8-ден 9 млрд", RU: "от 8 до 9 млрд"},
        ),
        (
            {KK: "мектептерге 8-9 млрд бөлінді", RU: "на школы дали 8–9 млрд"},
            {KK: "8-9 млрд", RU: "8–9 млрд"},
        ),
        (
            {KK: "мектептерге 8 бен 9 млрд аралығында бөлінді", RU: "на школы дали между 8 и 9 млрд"},
            {KK: "8 бен 9 млрд аралығында", RU: "между 8 и 9 млрд"},
        ),
        (
            {KK: "мектептерге 900 млн-нан 9 млрд-қа дейін бөлінді", RU: "на школы дали от 900 млн до 9 млрд"},
            {KK: "900 млн-нан 9 млрд", RU: "от 900 млн до 9 млрд"},
        ),
    ],
)
async def test_what_lies_in_a_range_is_told(
    asker: TestUser, texts: Texts, said: dict[Language, str], range_: dict[Language, str]
) -> None:
    check = {KK: "тексер", RU: "проверь"}[texts.language]
    text = shown(await asker.send(f"{check}: {said[texts.language]}"))
    assert texts.get("claim-said", said=range_[texts.language]) in text
    at, unit = texts.get("ledger-decision", **AT), texts.get("unit-thousand")
    assert texts.get("claim-within-amount", at=at, actual=f"8 392 311 {unit}") in text
    assert text.count(f"({texts.get('claim-inside')})") == 6
    assert up_to("numbers", texts, "claim-unread") not in text


async def test_what_lies_outside_differs_from_the_nearer_end(asker: TestUser, texts: Texts) -> None:
    said = {KK: "тексер: мектептерге 5-6 млрд бөлінді", RU: "проверь: на школы дали от 5 до 6 млрд"}
    text = shown(await asker.send(said[texts.language]))
    unit = texts.get("unit-thousand")
    at = texts.get("ledger-decision", number="12-3", date="08.04.2013")
    difference = texts.get("claim-more", amount=f"2 294 766 {unit}")
    told = {"at": at, "actual": f"8 294 766 {unit}", "difference": difference, "year": "2013"}
    assert texts.get("claim-none-amount", **told) in text


async def test_ranges_of_shares_and_of_growth(asker: TestUser, texts: Texts) -> None:
    said = {
        KK: "тексер: мектептерге шығыстың 30-40 %-ы кетеді",
        RU: "проверь: на школы идёт 30–40 % расходов",
    }
    text = shown(await asker.send(said[texts.language]))
    assert texts.get("claim-within-share", at=texts.get("section-expenditure"), actual="35,3 %") in text
    said = {KK: "тексер: білім беру 1-2 %-ға өсті", RU: "проверь: образование выросло на 1–2 %"}
    text = shown(await asker.send(said[texts.language]))
    at = texts.get("claim-over-gap", span="№ 10-3 → № 21-3")
    assert texts.get("claim-within-change", at=at, actual="+1,9 %") in text


@pytest.mark.parametrize(
    "said",
    [
        {KK: "мектептер 8,3-тен 9,6 млрд-қа дейін өсті", RU: "школы выросли с 8,3 до 9,6 млрд"},
        {KK: "мектептер: 8,3 болды, 9,6 млрд болды", RU: "школы: было 8,3, стало 9,6 млрд"},
    ],
)
async def test_what_was_and_what_became_are_two_amounts_in_one_unit(
    asker: TestUser, texts: Texts, said: dict[Language, str]
) -> None:
    check = {KK: "тексер", RU: "проверь"}[texts.language]
    text = shown(await asker.send(f"{check}: {said[texts.language]}"))
    for figure in ("8,3 млрд", "9,6 млрд"):
        assert texts.get("claim-said", said=figure) in text
    assert "9 607 570" in text  # of the plan for 2014
    for number in ("8,3", "8,3 млрд", "9,6 млрд"):  # the unit is that of the other one, and not assumed
        assert texts.get("claim-open-unit", number=number, unit=texts.get("unit-billion")) not in text


async def test_a_unit_that_nobody_said_is_told_to_be_assumed(asker: TestUser, texts: Texts) -> None:
    said = {KK: "тексер: мектептер: 8,3 болды, 9,6 болды", RU: "проверь: школы: было 8,3, стало 9,6"}
    text = shown(await asker.send(said[texts.language]))
    for number in ("8,3", "9,6"):
        figure = texts.get("claim-open-unit", number=number, unit=texts.get("unit-billion"))
        assert texts.get("claim-said", said=figure) in text


async def test_a_number_of_things_is_no_amount(asker: TestUser, texts: Texts) -> None:
    said = {
        KK: "тексер: мектептерде 5 сынып болды, 8,4 млрд бөлінді",
        RU: "проверь: в школах было 5 классов, дали 8,4 млрд",
    }
    text = shown(await asker.send(said[texts.language]))
    numbers = {KK: "5 сынып", RU: "5 классов"}[texts.language]
    assert texts.get("claim-unread", numbers=numbers) in text
