"""A card that was sent inline: whoever presses, it keeps its line, its figure and its language."""

from __future__ import annotations

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery, EditMessageText
from aiogram.types import InlineKeyboardButton, InlineQueryResultArticle

from handlers.packing import pack
from handlers.views.actions import OpenInside, ShowShared
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.budget import APRIL, JULY, line, names, opens
from tests.harness.exploring import message_of
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.world import World

LIGHTING = "expenditure/07/458/015"
INLINE = "AbC"


async def share(person: TestUser, language: Language) -> InlineQueryResultArticle:
    """The card of a line that several decisions changed, as it is sent."""
    first = (await person.ask_inline(names(language)[LIGHTING])).results[0]
    assert isinstance(first, InlineQueryResultArticle)
    return first


def buttons_of(article: InlineQueryResultArticle | EditMessageText) -> list[InlineKeyboardButton]:
    assert article.reply_markup is not None
    return [button for row in article.reply_markup.inline_keyboard for button in row]


async def test_its_history_opens_and_leads_back_in_its_own_language(
    world: World, person: TestUser, texts: Texts
) -> None:
    article = await share(person, texts.language)
    history, chat = buttons_of(article)
    assert (history.text, chat.text) == (texts.get("button-ledger"), texts.get("button-open-bot"))
    other = "ru" if texts.language is Language.KK else "kk"
    stranger = world.person(other, id=8)
    [answer, edit] = await stranger.press_data(history.callback_data or "", inline_message_id=INLINE)
    assert isinstance(edit, EditMessageText)
    assert (edit.inline_message_id, edit.chat_id, edit.message_id) == (INLINE, None, None)
    assert (edit.text or "").startswith(f"📜 {texts.get('ledger-title')}")
    assert isinstance(answer, AnswerCallbackQuery)
    back, chat = buttons_of(edit)
    assert (back.text, chat.text) == (texts.get("button-card"), texts.get("button-open-bot"))
    again = await stranger.press_data(back.callback_data or "", inline_message_id=INLINE)
    assert text_of(again) == message_of(article)


async def test_a_press_is_nobody_s_conversation(world: World, person: TestUser, texts: Texts) -> None:
    history = buttons_of(await share(person, texts.language))[0]
    await person.press_data(history.callback_data or "", inline_message_id=INLINE)
    assert texts.get("ledger-title") not in text_of(await person.send("2013"))


@pytest.mark.parametrize(
    "data",
    [
        opens("expenditure/04"),
        opens(LIGHTING, decision=APRIL),
        pack(OpenInside(line("expenditure"))) or "",
    ],
)
async def test_buttons_of_earlier_cards_lead_into_the_private_chat(person: TestUser, data: str) -> None:
    [answer] = await person.press_data(data, inline_message_id=INLINE)
    assert isinstance(answer, AnswerCallbackQuery)
    assert answer.url


async def test_the_link_leads_to_what_the_button_opens(person: TestUser) -> None:
    data = opens(LIGHTING, decision=APRIL)
    [answer] = await person.press_data(data, inline_message_id=INLINE)
    assert isinstance(answer, AnswerCallbackQuery)
    by_link = text_of(await person.open_link((answer.url or "").partition("?start=")[2]))
    assert by_link == text_of(await person.press_data(data, message=person.message))


async def test_what_is_gone_leaves_the_message_as_it_was(person: TestUser, texts: Texts) -> None:
    gone = pack(ShowShared(line("net_lending", decision=JULY), texts.language, history=True)) or ""
    sent = await person.press_data(gone, inline_message_id=INLINE)
    assert alert_of(sent) == texts.get("gone-line", place="Тараз", year="2013")
    assert len(sent) == 1


async def test_a_message_that_is_gone_has_no_chat_to_send_to(
    world: World, person: TestUser, texts: Texts
) -> None:
    history = buttons_of(await share(person, texts.language))[0]
    world.session.fail(
        EditMessageText, lambda method: TelegramBadRequest(method, "Bad Request: message to edit not found")
    )
    sent = await person.press_data(history.callback_data or "", inline_message_id=INLINE)
    assert [type(method) for method in sent] == [AnswerCallbackQuery, EditMessageText]
