"""Claims that deny a figure, shares of what was said before, and numbers that stand in a row: nothing is guessed."""

from __future__ import annotations

import re

import pytest

from handlers.views.texts import Texts
from tests.handlers.claiming import KK, RU, check
from tests.harness.person import TestUser

SCHOOLS = {KK: "Жалпы білім беру", RU: "Общеобразовательное обучение"}
EDUCATION = {KK: "Білім беру", RU: "Образование"}
_AGREES = tuple(
    f"claim-{how}-{group}"
    for how in ("exact", "rounded", "cut_off", "within")
    for group in ("amount", "share", "change", "beside")
    if (how, group) != ("within", "change")
)
_DENIES = (
    "claim-none-amount",
    "claim-none-share",
    "claim-none-change",
    "claim-none-beside",
    "claim-none-times",
)


def _says(text: str, texts: Texts, keys: tuple[str, ...]) -> list[str]:
    """The sentences of these that a text has."""
    values = dict.fromkeys(("at", "actual", "difference", "year", "bound"), "\0")
    sentences = {key: ".+".join(map(re.escape, texts.get(key, **values).split("\0"))) for key in keys}
    return [key for key, sentence in sentences.items() if re.search(sentence, text)]


@pytest.mark.parametrize(
    ("kazakh", "russian", "said", "actual"),
    [
        (
            "шығыстар кірістен 281 млн-ға көп емес",
            "расходы не превышают доходы на 281 млн",
            {KK: "281 млн-ға көп емес", RU: "не превышают доходы на 281 млн"},
            "+281 421",
        ),
        (
            "шығыстар кірістен 281 млн-ға көп болған жоқ",
            "расходы превышают доходы не на 281 млн",
            {KK: "281 млн-ға көп болған жоқ", RU: "не на 281 млн"},
            "+281 421",
        ),
        (
            "мектептер 46 млн-ға өспеді",
            "школы не подорожали на 46 млн",
            {KK: "46 млн-ға өспеді", RU: "не подорожали на 46 млн"},
            "+46 545",
        ),
        (
            "мектептер 46 млн-ға қымбаттаған жоқ",
            "на 46 млн школы не подорожали",
            {KK: "46 млн-ға қымбаттаған жоқ", RU: "46 млн школы не подорожали"},
            "+46 545",
        ),
        (
            "мектептерге 8,4 млрд бөлінбеді",
            "на школы не дали 8,4 млрд",
            {KK: "8,4 млрд бөлінбеді", RU: "не дали 8,4 млрд"},
            "8 392 311",
        ),
        (
            "мектептерге 8,4 млрд бөлінді, өтірік",
            "неправда, что на школы дали 8,4 млрд",
            {KK: "8,4 млрд … өтірік", RU: "неправда … 8,4 млрд"},
            "8 392 311",
        ),
        (
            "мектептер бюджеттің 35 %-ын құрамайды",
            "школы не составляют 35 % бюджета",
            {KK: "35 %-ын құрамайды", RU: "не составляют 35 %"},
            "35,3 %",
        ),
        (
            "мектептерге білім беру шығыстарының 60 пайызы да тимеді",
            "школам не досталось и 60 процентов образования",
            {KK: "60 пайызы да тимеді", RU: "не досталось 60 процентов"},
            "67,0 %",
        ),
        (
            "мектептер бюджеттің жартысынан көбін алмайды",
            "школы не получают больше половины бюджета",
            {KK: "", RU: "не получают больше половины"},
            "35,3 %",
        ),
    ],
)
async def test_what_is_denied_is_neither_confirmed_nor_denied(
    resident: TestUser, texts: Texts, kazakh: str, russian: str, said: dict[str, str], actual: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert said[texts.language] in text
    assert actual in text
    assert not _says(text, texts, (*_AGREES, *_DENIES, "claim-over-kept", "claim-under-kept"))
    assert texts.get("claim-opposite") not in text


async def test_what_stands_instead_is_not_denied(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident, texts, "мектептерге 5 млрд емес 8,4 млрд бөлінді", "на школы дали не 5, а 8,4 млрд"
    )
    denied = {KK: "5 млрд емес", RU: "не 5 млрд"}[texts.language]
    first, second = texts.get("claim-said", said=denied), texts.get("claim-said", said="8,4 млрд")
    assert text.index(first) < text.index(second)
    assert _says(text[: text.index(second)], texts, (*_AGREES, *_DENIES)) == []
    assert _says(text[text.index(second) :], texts, _AGREES) == ["claim-rounded-amount"]


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("көбейді: мектептер 46 млн-ға көбейді", "школы не просто подорожали, они подорожали на 46 млн"),
        ("мектептер 46 млн-ға қымбаттады", "школы не только подорожали на 46 млн"),
    ],
)
async def test_what_only_sounds_so_denies_nothing(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert texts.get("claim-said", said="46 млн") in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        (
            "мектептерге 8,4 млрд бөлінді, бұл білім беру шығыстарының 67 пайызы",
            "на школы 8,4 млрд, это 67 % образования",
        ),
        (
            "мектептерге 8,4 млрд бөлінді, яғни білім берудің 67 пайызы",
            "на школы 8,4 млрд — 67 процентов всех денег на образование",
        ),
        ("білім беру шығыстарының 67 пайызы – мектептер", "школы 35 % бюджета и 67 % образования"),
        ("білім беру шығыстарының 67 %-ы мектептер", "школы 36 % бюджета, это 67 % от образования"),
        (
            "білім беру шығыстарының 67 %-ын мектептер алады",
            "На школы дали 8,4 млрд. Это 67 % расходов на образование",
        ),
        ("мектептер білім беру шығыстарының 67 %-ын алады", "на школы 8,4 млрд (67 % образования)"),
        (
            "мектептер – білім беру шығыстарының 67 пайызы",
            "на школы 8,4 млрд, что составляет 67 % от образования",
        ),
    ],
)
async def test_a_share_is_of_what_was_said_before_or_stands_behind(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert texts.get("claim-rounded-share", at=EDUCATION[texts.language], actual="67,0 %") in text
    assert set(resident.labels) - {texts.get("button-ledger")} == {SCHOOLS[texts.language]}
    assert texts.get("claim-unsure", count=1) not in text


@pytest.mark.parametrize("of_budget", ["шығынның", "қаржының", "шығындардың", "қала бюджетінің", "бюджеттің"])
async def test_a_share_of_money_alone_is_of_the_budget(
    resident: TestUser, texts: Texts, of_budget: str
) -> None:
    text = await check(
        resident, texts, f"білім беруге {of_budget} 52,6 %-ы кетеді", "на образование идёт 52,6 % денег"
    )
    spending = texts.get("section-expenditure")
    assert texts.get("claim-rounded-share", at=spending, actual="52,6 %") in text


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("бұл білім беру шығыстарының 67 %", "это 67 % образования"),
        ("спорт мәдениет шығыстарының 67 %-ын алады", "то есть 67 % расходов на культуру"),
    ],
)
async def test_what_has_a_share_is_told_to_be_unclear(
    resident: TestUser, texts: Texts, kazakh: str, russian: str
) -> None:
    text = await check(resident, texts, kazakh, russian)
    assert text.startswith(texts.get("claim-no-subject", said="67 %"))


async def test_shares_that_are_listed_are_of_the_budget(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident, texts, "білім беру бюджеттің 52,6 %-ын алады, ТКШ 29,7 %", "52,6 % образование, 29,7 % ЖКХ"
    )
    spending = texts.get("section-expenditure")
    for actual in ("52,6 %", "29,7 %"):
        assert texts.get("claim-rounded-share", at=spending, actual=actual) in text


async def test_of_numbers_in_a_row_none_is_lost(resident: TestUser, texts: Texts) -> None:
    text = await check(
        resident,
        texts,
        "мектептер балабақшалар жолдар 8,4 1,9 және 0,1 млрд",
        "школы садики дороги 8,4 1,9 и 0,1 млрд",
    )
    for said in ("8,4 млрд", "1,9 млрд", "0,1 млрд"):
        assert said in text
    assert "«4»" not in text


async def test_the_end_of_a_long_number_is_no_figure(resident: TestUser, texts: Texts) -> None:
    text = await check(resident, texts, "мектептерге 12 282,5 және 3 млн", "на школы 12 282,5 и 3 млн")
    assert texts.get("claim-unread", numbers="12 282,5") in text
    assert "282,5 млн" not in text
