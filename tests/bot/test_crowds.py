"""When many ask at once, all of them hear something first: told by the order of what is sent, not by seconds."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, SendMessage
from aiogram.types import Update, User
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_bot, create_dispatcher
from bot.middlewares.in_turn import InTurn
from bot.services import Services, create_services
from bot.serving import inbox as inbox_module
from bot.serving.inbox import CROWD as MANY_CALLS
from bot.serving.inbox import CROWD_SECONDS
from bot.serving.metrics import CallMeter, Metrics
from bot.serving.polling import MOST_AT_ONCE, poll
from bot.serving.turns import ROOM, ChatTurn
from bot.serving.webhook import create_app
from handlers.views.texts import Texts
from parser.records import Language
from storage.engine import create_engine
from tests.bot.test_serving import HEADER, HOOK, SECRET
from tests.botapi.webhook import MOST_CONNECTIONS
from tests.harness import rules
from tests.harness.budget import url
from tests.harness.moments import GUARD_SECONDS, happens
from tests.harness.person import TestUser
from tests.harness.session import RecordingSession
from tests.harness.unhurried import let_no_time_pass
from tests.harness.world import TOKEN

CROWD = 3 * MOST_AT_ONCE + MOST_CONNECTIONS


class Crowded:
    """A bot whom so many people ask at once, each for the first time; seconds do not pass."""

    def __init__(self, database: Path, texts: Texts) -> None:
        self.session = RecordingSession()
        self.bot: Bot = create_bot(TOKEN, session=self.session)
        self.services: Services = create_services(create_engine(url(database)))
        let_no_time_pass(self.services)
        self.services.turns.patience = 0.0  # who waits at all is told
        self.carried = 0  # notices that the answers to a webhook's calls took along
        self.dispatcher: Dispatcher = create_dispatcher(self.services, limits={})
        self.texts = texts
        self.language = texts.language
        self.notice = texts.get("busy-wait")
        self._question = {"kk": "білім беру", "ru": "образование"}[texts.language.value]

    def ask(self) -> list[Update]:
        """What the crowd sends."""
        users = [
            TestUser(self.dispatcher, self.bot, self.session, self.language.value, id=1_000 + each)
            for each in range(CROWD)
        ]
        return [
            Update(update_id=number, message=user.make_message(self._question))
            for number, user in enumerate(users, 1)
        ]

    def tell(self) -> list[dict[str, Any]]:
        """What the crowd sends, as Telegram tells a webhook of it."""
        return [each.model_dump(mode="json", exclude_none=True) for each in self.ask()]

    def carry_out(self, said: bytes) -> SendMessage | None:
        """Does what a webhook asked of Telegram in its answer, if anything."""
        if not said:
            return None
        asked = json.loads(said)
        assert asked.pop("method") == "sendMessage"
        method = SendMessage.model_validate({"parse_mode": None} | asked)
        rules.check(method)
        self.session.sent.append(method)
        self.carried += 1
        return method

    async def done(self, people: int = CROWD) -> None:
        """So many have an answer."""
        async with asyncio.timeout(GUARD_SECONDS):
            while len(self._answers(self.session.of(SendMessage))) < people:  # noqa: ASYNC110 - as nothing else tells
                await asyncio.sleep(0)

    def _answers(self, sent: list[SendMessage]) -> list[SendMessage]:
        return [each for each in sent if each.text != self.notice]

    def answers_before_all_have_heard(self) -> int:
        """How many answers were sent before the last of the crowd heard anything."""
        heard: set[int | str] = set()
        sent = self.session.of(SendMessage)
        for number, each in enumerate(sent):
            heard.add(each.chat_id)
            if len(heard) == CROWD:
                return len(self._answers(sent[:number]))
        raise AssertionError


@pytest.fixture
def crowded(database: Path, texts: Texts, monkeypatch: pytest.MonkeyPatch) -> Crowded:
    monkeypatch.setattr(inbox_module, "CARRIED_SECONDS", GUARD_SECONDS)
    return Crowded(database, texts)


async def test_polling_fetches_a_crowd_before_it_answers(crowded: Crowded) -> None:
    asked, stop = crowded.ask(), asyncio.Event()
    crowded.session.batches = [
        asked[first : first + MOST_AT_ONCE] for first in range(0, len(asked), MOST_AT_ONCE)
    ]

    async def on_empty() -> None:
        await crowded.done()
        stop.set()
        await asyncio.Event().wait()

    crowded.session.on_empty = on_empty
    await poll(crowded.dispatcher, crowded.bot, crowded.services.inbox, stop)
    crowded.session.check()
    assert crowded.answers_before_all_have_heard() < CROWD / 4


@pytest.mark.sweep
async def test_a_webhook_takes_a_crowd_before_it_answers(crowded: Crowded) -> None:
    """And tells it so in answer to Telegram's calls: not one call of its own goes out for most."""
    asked = crowded.tell()
    app = create_app(crowded.dispatcher, crowded.bot, crowded.services.inbox, url=HOOK, secret=SECRET)

    async def send(client: TestClient[Any, Any]) -> None:
        while asked:
            async with client.post("/hook", json=asked.pop(), headers={HEADER: SECRET}) as response:
                assert response.status == 200
                crowded.carry_out(await response.read())

    async with TestClient(TestServer(app)) as client:
        await asyncio.gather(*(send(client) for _ in range(MOST_CONNECTIONS)))
        await crowded.done()
    crowded.session.check()
    assert crowded.answers_before_all_have_heard() < CROWD / 4
    assert crowded.carried > CROWD * 3 / 4


@pytest.mark.parametrize(("fetched", "at_once"), [(MOST_AT_ONCE, 1), (MOST_AT_ONCE - 1, ROOM)])
async def test_while_more_are_waiting_at_telegram_others_go_on_one_by_one(
    crowded: Crowded, fetched: int, at_once: int
) -> None:
    stop, limits = asyncio.Event(), []
    crowded.session.batches = [
        [Update(update_id=1 + each) for each in range(fetched)]
    ]  # of a kind yet to come

    async def on_empty() -> None:
        limits.append(crowded.services.turns._limit)
        stop.set()
        await asyncio.Event().wait()

    crowded.session.on_empty = on_empty
    await poll(crowded.dispatcher, crowded.bot, crowded.services.inbox, stop)
    assert limits == [at_once]


@pytest.mark.parametrize(
    ("calls", "apart", "waiting", "let_in"),
    [
        (MANY_CALLS, 0.0, ROOM, True),
        (MANY_CALLS - 1, 0.0, ROOM, False),
        (MANY_CALLS, CROWD_SECONDS, ROOM, False),
        (MANY_CALLS, 0.0, ROOM - 1, False),
    ],
)
async def test_many_calls_in_a_moment_of_people_who_have_to_wait_are_a_crowd(
    crowded: Crowded, calls: int, apart: float, waiting: int, *, let_in: bool
) -> None:
    inbox, turns = crowded.services.inbox, crowded.services.turns
    for chat in range(ROOM + waiting):
        turns.ask(chat)
    moments = (number * apart for number in range(calls))
    inbox._clock = moments.__next__
    for _ in range(calls):
        inbox.note_call()
    assert (turns._limit == 0) == let_in


@asynccontextmanager
async def busy(
    crowded: Crowded,
) -> AsyncIterator[tuple[Callable[[dict[str, Any]], Awaitable[bytes]], list[ChatTurn]]]:
    """A webhook that can be called, while others have all turns."""
    app = create_app(crowded.dispatcher, crowded.bot, crowded.services.inbox, url=HOOK, secret=SECRET)
    async with TestClient(TestServer(app)) as client:
        taken = [crowded.services.turns.ask(-each) for each in range(1, ROOM + 1)]

        async def call(update: dict[str, Any]) -> bytes:
            async with client.post("/hook", json=update, headers={HEADER: SECRET}) as response:
                assert response.status == 200
                return await response.read()

        yield call, taken


async def test_an_update_that_comes_again_takes_the_same_along_until_it_is_answered(crowded: Crowded) -> None:
    """Telegram sends again what it heard no answer to: then it has not done what was asked in it either."""
    update = crowded.tell()[0]
    async with busy(crowded) as (call, taken):
        first, again = await call(update), await call(update)
        assert first == again
        assert crowded.carry_out(again) is not None
        for turn in taken:
            turn.end()
        await crowded.done(1)
        while len(crowded.services.inbox):  # noqa: ASYNC110 - it is done a moment after its answer
            await asyncio.sleep(0)
        assert await call(update) == b""
    assert len(crowded.session.of(SendMessage)) == 2  # what was taken along, and the answer


async def test_what_rides_on_an_answer_is_counted_apart_from_requests(crowded: Crowded) -> None:
    metrics = Metrics(crowded.services)
    crowded.bot.session.middleware(CallMeter(metrics))
    crowded.services.inbox.note_reply = metrics.count_reply
    update = crowded.tell()[0]
    async with busy(crowded) as (call, taken):
        assert await call(update)
        assert await call(update)  # Telegram heard no answer
        for turn in taken:
            turn.end()
        await crowded.done(1)
    counted = {
        (sample.labels["method"], sample.labels["result"]): sample.value
        for family in metrics.calls.collect()
        for sample in family.samples
        if sample.name.endswith("_total")
    }
    assert counted.pop(("sendMessage", "with_reply")) == 2
    assert counted["sendMessage", "ok"] == 1
    assert not [result for _, result in counted if result == "with_reply"]


async def test_who_cannot_be_told_in_time_by_an_answer_is_told_by_a_request(
    crowded: Crowded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox_module, "CARRIED_SECONDS", 0.0)
    looked_up = asyncio.Event()

    async def find(self: InTurn, _: User | None) -> Language:
        await happens(looked_up)
        return crowded.language

    monkeypatch.setattr(InTurn, "_find_language", find)
    async with busy(crowded) as (call, taken):
        assert await call(crowded.tell()[0]) == b""
        looked_up.set()
        await happens(crowded.session.arrived[SendMessage])
        assert [each.text for each in crowded.session.of(SendMessage)] == [crowded.notice]
        for turn in taken:
            turn.end()
        await crowded.done(1)
    crowded.session.check()
    assert len(crowded.session.of(SendMessage)) == 2


async def test_who_is_told_once_is_not_told_again_for_another_question(crowded: Crowded) -> None:
    update = crowded.tell()[0]
    other = {"update_id": CROWD + 1, "message": update["message"] | {"message_id": CROWD + 1}}
    async with busy(crowded) as (call, taken):
        assert await call(update)
        assert await call(other) == b""
        for turn in taken:
            turn.end()
        await crowded.done(2)


async def test_a_press_and_an_inline_query_are_told_by_an_answer_too(crowded: Crowded) -> None:
    user = TestUser(crowded.dispatcher, crowded.bot, crowded.session, crowded.language.value)
    person = user.user.model_dump(mode="json", exclude_none=True)
    message = crowded.tell()[0]["message"]
    press = {"id": "1", "from": person, "chat_instance": "1", "data": "l1:gone", "message": message}
    query = {"id": "2", "from": person, "query": "бюджет", "offset": ""}
    crowded.services.turns._seconds = 60.0  # a turn
    async with busy(crowded) as (call, taken):
        told = json.loads(await call({"update_id": 1, "callback_query": press}))
        assert (told["method"], told["callback_query_id"]) == ("answerCallbackQuery", "1")
        assert told["text"] == crowded.texts.get("busy-press")
        told = json.loads(await call({"update_id": 2, "inline_query": query}))
        assert (told["method"], told["inline_query_id"]) == ("answerInlineQuery", "2")
        assert told["button"]["text"] == crowded.texts.get("inline-busy")
        for turn in taken:
            turn.end()
        await happens(crowded.session.arrived[SendMessage])
    crowded.session.check()
    assert not crowded.session.of(AnswerCallbackQuery)  # Telegram takes one answer to a press
    assert not crowded.session.of(AnswerInlineQuery)
