"""What no decision holds is said first, and the line is an offer: in the chat, from its button, inline."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts
from parser.question.intents import Unheld
from parser.records import Language
from tests.harness.person import TestUser, text_of

ROADS = {Language.KK: "Автомобиль жолдары", Language.RU: "Автомобильные дороги"}
ASKED = [
    (Unheld.EXECUTION, "освоено по автомобильным дорогам", "автомобиль жолдары ақшасы игерілді ме"),
    (Unheld.CONTRACTOR, "подрядчик автомобильные дороги", "автомобиль жолдарының мердігері"),
    (Unheld.COUNT, "количество автомобильных дорог", "неше автомобиль жолдары бар"),
    (Unheld.PERSON, "кто получил деньги на автомобильные дороги", "автомобиль жолдарын кім шешті"),
    (Unheld.PLACE, "где автомобильные дороги", "автомобиль жолдары қайда"),
    (Unheld.TIME, "когда будут автомобильные дороги", "автомобиль жолдары қашан болады"),
    (Unheld.SHARED, "автомобильные дороги на одного жителя", "автомобиль жолдары бір адамға қанша"),
    (Unheld.REASON, "почему автомобильные дороги плохие", "автомобиль жолдары неге нашар"),
    (Unheld.STATE, "качество автомобильных дорог", "автомобиль жолдарының сапасы"),
]


@pytest.mark.parametrize(("unheld", "russian", "kazakh"), ASKED)
async def test_what_no_decision_says_comes_first(
    person: TestUser, texts: Texts, unheld: Unheld, russian: str, kazakh: str
) -> None:
    asked = {Language.RU: russian, Language.KK: kazakh}[texts.language]
    text = text_of(await person.send(asked))
    assert text.startswith(texts.get(f"not-held-{unheld}"))
    assert "3\u00a0800\u00a0000" in text
    assert any(ROADS[texts.language] in label for label in person.labels)


async def test_an_offered_line_opens_and_leads_back(person: TestUser, texts: Texts) -> None:
    asked = {
        Language.RU: "кто получил деньги на автомобильные дороги",
        Language.KK: "автомобиль жолдарын кім шешті",
    }
    text_of(await person.send(asked[texts.language]))
    assert text_of(await person.press(ROADS[texts.language])).startswith(ROADS[texts.language])
    text = text_of(await person.press(texts.get("button-back-answer")))
    assert text.startswith(texts.get("not-held-person"))


@pytest.mark.parametrize(
    ("unheld", "asked"),
    [(Unheld.CONTRACTOR, "кто подрядчик?"), (Unheld.TIME, "қашан?"), (Unheld.CONTRACTOR, "кто строит?")],
)
async def test_where_no_line_is_named_none_is_offered(
    person: TestUser, texts: Texts, unheld: Unheld, asked: str
) -> None:
    text = text_of(await person.send(asked))
    assert text == f"{texts.get(f'not-held-{unheld}')}\n{texts.get('not-held-ask')}"
    assert person.labels == []


async def test_another_keyboard_asks_the_same(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("rjulf ,eler fdnjvj,bkmyst ljhjub"))  # когда будут автомобильные дороги
    assert texts.get("not-held-time") in text


@pytest.mark.parametrize(
    "asked", ["кто получил деньги на автомобильные дороги", "автомобиль жолдарын кім шешті"]
)
async def test_an_inline_result_says_so_too(person: TestUser, texts: Texts, asked: str) -> None:
    answer = await person.ask_inline(asked)
    (first, *_) = [each for each in answer.results if isinstance(each, InlineQueryResultArticle)]
    assert first.title == ROADS[texts.language]
    assert (first.description or "").startswith(texts.get("not-held-person"))


BOARDS = {Language.RU: "глобусы для школы", Language.KK: "мектепке глобус"}


async def test_an_unknown_thing_of_a_known_owner_is_only_supposed_to_be_a_part(
    person: TestUser, texts: Texts
) -> None:
    text = text_of(await person.send(BOARDS[texts.language]))
    assert text.startswith(texts.get("supposed-part"))
    assert "6\u00a0523\u00a0223" in text


MEALS = {Language.RU: "столовая в школе", Language.KK: "школьное питание"}


async def test_what_is_paid_out_of_a_line_is_not_the_line(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send(MEALS[texts.language]))
    assert text.startswith(texts.get("part-of-line"))
    assert "6\u00a0523\u00a0223" in text
    text_of(await person.press("1."))
    assert text_of(await person.press(texts.get("button-back-answer"))).startswith(texts.get("part-of-line"))


async def test_a_part_is_said_to_be_one_inline(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline(MEALS[texts.language])
    (first, *_) = [each for each in answer.results if isinstance(each, InlineQueryResultArticle)]
    assert (first.description or "").startswith(texts.get("part-of-line"))


async def test_what_decisions_hold_is_answered(person: TestUser, texts: Texts) -> None:
    asked = {Language.RU: "кто тратит больше всего", Language.KK: "ең көп ақшаны кім алады"}
    text = text_of(await person.send(asked[texts.language]))
    assert texts.get("not-held-person") not in text
