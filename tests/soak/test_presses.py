"""Buttons and inline queries while Telegram fails: they are answered within seconds or not at all."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.botapi.faults import PAGE, refused, unreadable
from tests.botapi.process import BotProcess
from tests.botapi.server import BotApi
from tests.soak.crowd import Crowd
from tests.soak.tally import Outcome, Row, Tally

pytestmark = pytest.mark.soak

MANY = 50


async def test_buttons(api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    people = crowd.ask(MANY)
    await crowd.hear(people)
    await bot.idle()
    labels = {load_texts(language).get("button-ledger") for language in Language}
    cards = {person: api.chats.of(person)[0] for person in people}
    api.faults.add(refused(502, PAGE), "answerCallbackQuery", times=MANY)
    api.faults.add(unreadable(b'{"ok":tr'), "answerCallbackQuery", times=MANY)
    api.faults.add(refused(502, PAGE), "editMessageText", each_chat=True)
    presses = []
    for person, card in cards.items():
        buttons = [each for row in card["reply_markup"]["inline_keyboard"] for each in row]
        data = next(each["callback_data"] for each in buttons if each["text"] in labels)
        presses.append(api.updates.press(person, card, data))
    await api.until(lambda: all(api.chats.of(person)[0] != cards[person] for person in people))
    await bot.idle()
    assert await bot.stop() == 0
    outcome = Outcome(
        MANY,
        lost=sum(press in api.chats.queries for press in presses),
        doubled=sum(len(api.chats.of(person)) > 1 for person in people),
        told=sum(crowd.apologies(person) > 0 for person in people),
    )
    tally.add(Row.PRESS, outcome, sum(bool(call.fault) for call in api.calls))
    assert outcome == Outcome(MANY)
    [first] = [call.method for call in api.of("answerCallbackQuery", "editMessageText")][:1]
    assert first == "answerCallbackQuery"


async def test_inline_queries(api: BotApi, bot: BotProcess, tally: Tally) -> None:
    api.faults.add(refused(502, PAGE), "answerInlineQuery", times=MANY)
    api.faults.add(unreadable(b'{"ok":tr'), "answerInlineQuery", times=MANY // 2)
    queries = [api.updates.look_up(person, "саябақ") for person in range(1, MANY + 1)]
    await api.until(lambda: not api.chats.queries)
    await bot.idle()
    assert await bot.stop() == 0
    answers = [call.params["inline_query_id"] for call in api.taken("answerInlineQuery")]
    empty = sum(not call.params["results"] for call in api.taken("answerInlineQuery"))
    outcome = Outcome(
        MANY,
        lost=len(set(queries) - set(answers)),
        doubled=len(answers) - len(set(answers)),
        told=empty,
    )
    tally.add(Row.INLINE, outcome, sum(bool(call.fault) for call in api.calls))
    assert outcome == Outcome(MANY)
