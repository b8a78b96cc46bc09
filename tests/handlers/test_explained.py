"""What a word of budgets means is explained, with what says so and the line that it is about."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

KK, RU = Language.KK, Language.RU


async def test_a_word_is_explained_with_its_article_and_its_line(person: TestUser, texts: Texts) -> None:
    asked = {KK: "тапшылық дегеніміз не?", RU: "Что такое дефицит бюджета?"}[texts.language]
    text = text_of(await person.send(asked))
    assert text.startswith(f"{texts.get('term-deficit')}\n{texts.get('term-deficit-what')}")
    article = {KK: "9-бап, 7-тармақ", RU: "статья 9, пункт 7"}[texts.language]
    assert article in text
    assert texts.get("term-lines") in text
    [button] = person.labels
    assert text_of(await person.press(button)).startswith(button.removeprefix("1. ").partition(" — ")[0])


async def test_a_word_of_our_own_says_so(person: TestUser, texts: Texts) -> None:
    asked = {KK: "сәйкессіздік дегеніміз не", RU: "расхождение это что"}[texts.language]
    text = text_of(await person.send(asked))
    assert text.endswith(texts.get("term-source-none"))
    assert person.labels == []


@pytest.mark.parametrize(
    "asked",
    {
        KK: ["шешімге өзгеріс енгізу деген не", "бюджетті нақтылау дегеніміз не"],
        RU: ["что такое поправка", "решение об изменении бюджета это что"],
    }.items(),
    ids=lambda asked: asked[0].value,
)
async def test_an_amendment_is_explained_and_what_no_decision_says(
    world: World, asked: tuple[Language, list[str]]
) -> None:
    language, questions = asked
    for question in questions:
        text = text_of(await world.person(language.value).send(question))
        assert load_texts(language).get("term-amendment-what") in text


async def test_a_word_is_explained_whatever_was_asked_before(person: TestUser, texts: Texts) -> None:
    """`секвестр` also says that something was cut, which asks what of the line before was."""
    await person.send({KK: "ең ірі шығындар", RU: "самые большие расходы"}[texts.language])
    asked = {KK: "секвестр дегеніміз не", RU: "что такое секвестр"}[texts.language]
    assert texts.get("term-sequestration-what") in text_of(await person.send(asked))


async def test_each_digit_of_a_code_is_told(person: TestUser, texts: Texts) -> None:
    asked = {KK: "464 009 деген не", RU: "что такое 464 009"}[texts.language]
    text = text_of(await person.send(asked))
    for code, level in (("04", "group"), ("464", "administrator"), ("009", "program")):
        assert f"• {code} — {texts.get(f'term-{level}')}: " in text
    assert texts.get("term-program-what") in text


CODES = [  # as it is typed, the levels of its parts, and which of these the budget has
    ("464 009 015", ("administrator", "program", "subprogram"), "110"),
    ("04.1.464.009", ("group", "subgroup", "administrator", "program"), "1011"),
    ("464009015", ("administrator", "program", "subprogram"), "110"),
    ("1 01 1", ("category", "class", "subclass"), "110"),
]


@pytest.mark.parametrize(("typed", "levels", "known"), CODES)
async def test_of_a_code_that_no_line_has_each_part_is_told(
    person: TestUser, texts: Texts, typed: str, levels: tuple[str, ...], known: str
) -> None:
    asked = {KK: f"{typed} деген не", RU: f"что значит код {typed}"}[texts.language]
    text = text_of(await person.send(asked))
    told = [line for line in text.split("\n") if line.startswith("• ")]
    assert [line.partition(" — ")[2].partition(":")[0] for line in told] == [
        texts.get(f"term-{level}") for level in levels
    ]
    absent = texts.get("term-code-none")
    assert "".join("0" if line.endswith(absent) else "1" for line in told) == known
    assert len(person.labels) == 1  # the line that most of it fits
    assert text_of(await person.send(typed)) == text


@pytest.mark.parametrize("typed", ["12 999 348", "999 999 999", "22 275 886"])
async def test_an_amount_is_no_code(person: TestUser, texts: Texts, typed: str) -> None:
    assert texts.get("term-code-typed", code=typed) not in text_of(await person.send(typed))


async def test_after_a_line_it_is_that_line(person: TestUser, texts: Texts) -> None:
    await person.send("464 009")
    asked = {KK: "бұл не деген сөз", RU: "что это такое?"}[texts.language]
    assert texts.get("term-program-what") in text_of(await person.send(asked))


async def test_the_card_of_a_line_named_by_such_a_word_explains_it(person: TestUser, texts: Texts) -> None:
    card = text_of(await person.send({KK: "бюджет тапшылығы", RU: "дефицит"}[texts.language]))
    text = text_of(await person.press(texts.get("button-term")))
    assert texts.get("term-deficit-what") in text
    assert {KK: "9-бап, 7-тармақ", RU: "статья 9, пункт 7"}[texts.language] in text
    assert text_of(await person.press(texts.get("button-card"))) == card


async def test_a_line_like_many_others_has_no_such_button(person: TestUser, texts: Texts) -> None:
    await person.send("464 009")
    assert texts.get("button-term") not in person.labels


async def test_of_nothing_it_is_told_how_to_ask(person: TestUser, texts: Texts) -> None:
    asked = {KK: "дегеніміз не", RU: "это что?"}[texts.language]
    assert texts.get("help-title") in text_of(await person.send(asked))


@pytest.mark.parametrize("asked", ["что такое субвенция", "субвенция дегеніміз не"])
async def test_inline_it_is_one_result(person: TestUser, texts: Texts, asked: str) -> None:
    [result] = (await person.ask_inline(asked)).results
    assert isinstance(result, InlineQueryResultArticle)
    assert result.title == "Субвенция"
    assert result.description
    assert result.reply_markup is not None
    [[opened]] = result.reply_markup.inline_keyboard
    assert opened.text == texts.get("button-open-bot")
