"""Inline queries: articles in the person's language, pages, stable ids, and an empty case that explains itself."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers import inline
from handlers.views.links import line_payload, question_payload
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.budget import line
from tests.harness.person import TestUser
from tests.harness.world import World

EDUCATION = {Language.KK: "Білім беру", Language.RU: "Образование"}
OFFICES = {Language.KK: "бөлімі", Language.RU: "отдел"}


def articles(results: list[object]) -> list[InlineQueryResultArticle]:
    return [each for each in results if isinstance(each, InlineQueryResultArticle)]


async def test_a_line_is_an_article_with_its_card(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline(EDUCATION[texts.language])
    first = articles([*answer.results])[0]
    assert first.title == EDUCATION[texts.language]
    assert texts.get("section-expenditure") in (first.description or "")
    content = first.input_message_content
    assert isinstance(content, InputTextMessageContent)
    assert "8\u00a0023\u00a0223" in content.message_text
    assert texts.get("card-source") in content.message_text
    assert first.reply_markup is not None
    buttons = [button for row in first.reply_markup.inline_keyboard for button in row]
    assert any(
        button.url and f"?start={line_payload(line('expenditure/04'))}" in button.url for button in buttons
    )
    assert answer.is_personal is True
    assert answer.cache_time
    assert answer.button is not None
    assert answer.button.start_parameter == question_payload(EDUCATION[texts.language])


async def test_an_empty_query_shows_the_totals(person: TestUser, texts: Texts) -> None:
    for query in ("", "  "):
        answer = await person.ask_inline(query)
        assert [each.title for each in articles([*answer.results])] == [
            texts.get("section-expenditure"),
            texts.get("section-revenue"),
            texts.get("section-deficit-below"),
        ]
        assert answer.next_offset == ""
        assert answer.button is not None
        assert answer.button.start_parameter == "help"


async def test_nothing_found_explains_itself(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline("жзщшфйцх")
    assert answer.results == []
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-nothing")
    assert answer.button.start_parameter == "help"


async def test_pages_bring_everything_once(
    person: TestUser, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    whole = await person.ask_inline(OFFICES[language])
    monkeypatch.setattr(inline, "PAGE", 2)
    ids: list[str] = []
    offset = ""
    for _ in range(20):
        answer = await person.ask_inline(OFFICES[language], offset)
        assert len(answer.results) <= 2
        ids += [each.id for each in answer.results]
        offset = answer.next_offset or ""
        if not offset:
            break
    assert ids == [each.id for each in whole.results]
    assert len(set(ids)) == len(ids) >= 3


async def test_ids_are_the_same_in_both_languages_and_again(world: World) -> None:
    first = await world.person("kk").ask_inline("Білім беру")
    second = await world.person("ru", id=8).ask_inline("Білім беру")
    assert [each.id for each in first.results] == [each.id for each in second.results]


@pytest.mark.parametrize("offset", ["-1", "x", "999999999999", "٣", "99999"])
async def test_hostile_offsets(person: TestUser, language: Language, offset: str) -> None:
    answer = await person.ask_inline(EDUCATION[language], offset)
    assert answer.next_offset == ""


async def test_a_page_past_the_end_is_no_failure_to_find(person: TestUser, texts: Texts) -> None:
    answer = await person.ask_inline(EDUCATION[texts.language], "5000")
    assert answer.results == []
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-open")


@pytest.mark.parametrize("query", ["<b>", "😀" * 128, "\u202e", "а" * 256])
async def test_hostile_queries(person: TestUser, query: str) -> None:
    answer = await person.ask_inline(query)
    assert answer.is_personal


@pytest.mark.parametrize("query", ["ең ірі шығындар", "самые большие расходы"])
async def test_a_list_is_an_article_a_line(person: TestUser, texts: Texts, query: str) -> None:
    answer = await person.ask_inline(query)
    titles = [each.title for each in articles([*answer.results])]
    assert titles[0] == EDUCATION[texts.language]
    assert len(titles) == len(set(titles)) > 1
