"""What "share" hands on: the very figure that was shown, as the first and only result."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers.views.links import line_payload, share_query
from handlers.views.texts import Texts
from parser.records import DecisionRef, Language
from tests.harness.budget import APRIL, JULY, ORIGINAL, line, opens
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

LIGHTING = "expenditure/07/458/015"
SHOWN: list[tuple[str, int, DecisionRef | None]] = [
    (LIGHTING, 2013, None),
    (LIGHTING, 2013, APRIL),
    (LIGHTING, 2013, ORIGINAL),
    (LIGHTING, 2014, None),
    ("expenditure/07/458/050", 2013, ORIGINAL),
    ("expenditure/12/458/041", 2013, None),  # its name stands in two groups
    ("deficit", 2013, APRIL),
]


async def share(person: TestUser, texts: Texts) -> str:
    """What the button of the last message puts into the input field."""
    query = person.button(texts.get("button-share")).switch_inline_query
    assert query is not None
    return query


def message_of(result: object) -> str:
    """The text that a result sends."""
    assert isinstance(result, InlineQueryResultArticle)
    assert isinstance(result.input_message_content, InputTextMessageContent)
    return result.input_message_content.message_text


@pytest.mark.parametrize(("path", "year", "decision"), SHOWN)
async def test_what_is_shown_is_the_first_and_only_result(
    world: World, person: TestUser, texts: Texts, path: str, year: int, decision: DecisionRef | None
) -> None:
    await person.send("/start")
    shown = text_of(await person.press_data(opens(path, year, decision), message=person.message))
    answer = await person.ask_inline(await share(person, texts))
    assert [message_of(result) for result in answer.results] == [shown]
    assert answer.next_offset == ""
    # Another person's language is their own, the figure is the same.
    other = world.person("ru" if texts.language is Language.KK else "kk", id=8)
    [result] = (await other.ask_inline(await share(person, texts))).results
    assert result.id == answer.results[0].id


async def test_a_plan_year_is_shared_as_such(person: TestUser, texts: Texts) -> None:
    await person.send("/start")
    await person.press_data(opens("expenditure/04/464/009", 2014), message=person.message)
    query = await share(person, texts)
    assert " · Тараз 2014 · № 10-3 · #l2_" in query
    [result] = (await person.ask_inline(query)).results
    assert "1\u00a0200\u00a0000" in message_of(result)


@pytest.mark.parametrize("change", ["{} ", "бағасы {}", "{} бағасы", "#{}"])
async def test_the_words_beside_the_address_do_not_count(person: TestUser, texts: Texts, change: str) -> None:
    query = share_query(line(LIGHTING, decision=APRIL), "Көшелер") or ""
    [result] = (await person.ask_inline(change.format(query))).results
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in message_of(result)


async def test_there_is_one_page(person: TestUser) -> None:
    query = share_query(line(LIGHTING, decision=JULY), "Көшелер") or ""
    assert (await person.ask_inline(query, offset="1")).results == []


async def test_what_is_gone_leads_to_what_there_is(person: TestUser, texts: Texts) -> None:
    gone = line(LIGHTING, decision=DecisionRef("77-7", ORIGINAL.date))
    answer = await person.ask_inline(share_query(gone, "Көшелер") or "")
    [result] = answer.results
    assert message_of(result).startswith(texts.get("gone-decision", place="Тараз", year="2013"))
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-gone")
    assert answer.button.start_parameter == line_payload(gone)
    text = text_of(await person.open_link(answer.button.start_parameter or ""))
    assert text.startswith(texts.get("gone-decision", place="Тараз", year="2013"))


@pytest.mark.parametrize("token", ["l1_1_2013_0_e", "l2_aaaaaaaaaaaa_2013", "l9_" + "a" * 80])
async def test_a_shared_address_that_cannot_be_read_finds_nothing_else(
    person: TestUser, texts: Texts, token: str
) -> None:
    answer = await person.ask_inline(f"Білім беру · #{token}")
    [result] = answer.results
    assert message_of(result).startswith(texts.get("gone-link"))
    assert answer.button is not None
    assert answer.button.text == texts.get("inline-gone")
    text = text_of(await person.open_link(answer.button.start_parameter or ""))
    assert text.startswith(texts.get("gone-link"))


async def test_a_shared_query_that_is_sent_as_it_stands_opens_its_line(
    person: TestUser, texts: Texts
) -> None:
    query = share_query(line(LIGHTING, decision=APRIL), "Көшелер") or ""
    text = text_of(await person.send(f"@qazyna_test_bot {query}"))
    assert texts.get("card-as-of-older", number="12-3", date="08.04.2013") in text
    lost = share_query(line("expenditure/99"), "Көшелер") or ""
    assert text_of(await person.send(lost)).startswith(
        texts.get("gone-line-coded", place="Тараз", year="2013", codes="99")
    )
