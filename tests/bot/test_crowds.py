"""When many ask at once, all of them hear something first: told by the order of what is sent, not by seconds."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import SendMessage
from aiogram.types import Update
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_bot, create_dispatcher
from bot.middlewares.in_turn import InTurn
from bot.services import Services, create_services
from bot.serving.inbox import CROWD as MANY_CALLS
from bot.serving.polling import MOST_AT_ONCE, poll
from bot.serving.turns import ROOM
from bot.serving.update_record import UpdateRecord
from bot.serving.webhook import create_app
from handlers.views.texts import Texts
from storage.engine import create_engine
from tests.bot.test_serving import HEADER, HOOK, SECRET
from tests.harness.budget import url
from tests.harness.moments import GUARD_SECONDS, happens
from tests.harness.person import TestUser
from tests.harness.session import RecordingSession
from tests.harness.world import TOKEN

CONNECTIONS = 40  # that Telegram has to a webhook at once
CROWD = 3 * MOST_AT_ONCE + CONNECTIONS


class Crowded:
    """A bot whom so many people ask at once, each for the first time; seconds do not pass."""

    def __init__(self, database: Path, texts: Texts) -> None:
        self.session = RecordingSession()
        self.bot: Bot = create_bot(TOKEN, session=self.session)
        self.services: Services = create_services(create_engine(url(database)))
        self.services.turns._clock = lambda: 0.0
        self.services.turns.long = GUARD_SECONDS  # no turn is a long one because this machine is busy
        self.dispatcher: Dispatcher = create_dispatcher(self.services, limits={})
        self._notice = texts.get("busy-wait")
        self._language = texts.language.value
        self._question = {"kk": "білім беру", "ru": "образование"}[self._language]

    def ask(self) -> list[Update]:
        """What the crowd sends."""
        users = [
            TestUser(self.dispatcher, self.bot, self.session, self._language, id=1_000 + each)
            for each in range(CROWD)
        ]
        return [
            Update(update_id=number, message=user.make_message(self._question))
            for number, user in enumerate(users, 1)
        ]

    async def done(self) -> None:
        """Everybody has an answer."""
        async with asyncio.timeout(GUARD_SECONDS):
            while len(self._answers(self.session.of(SendMessage))) < CROWD:  # noqa: ASYNC110 - as nothing else tells
                await asyncio.sleep(0)

    def _answers(self, sent: list[SendMessage]) -> list[SendMessage]:
        return [each for each in sent if each.text != self._notice]

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
    monkeypatch.setattr(InTurn.__init__, "__defaults__", (0.0,))  # who waits at all is told
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


async def test_a_webhook_takes_a_crowd_before_it_answers(crowded: Crowded) -> None:
    asked = [each.model_dump(mode="json", exclude_none=True) for each in crowded.ask()]
    app = create_app(crowded.dispatcher, crowded.bot, crowded.services.inbox, url=HOOK, secret=SECRET)

    async def send(client: TestClient[Any, Any]) -> None:
        while asked:
            async with client.post("/hook", json=asked.pop(), headers={HEADER: SECRET}) as response:
                assert response.status == 200

    async with TestClient(TestServer(app)) as client:
        await asyncio.gather(*(send(client) for _ in range(CONNECTIONS)))
        await crowded.done()
    crowded.session.check()
    assert crowded.answers_before_all_have_heard() < CROWD / 4


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


async def test_so_many_calls_at_once_are_a_crowd(crowded: Crowded, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox, turns = crowded.services.inbox, crowded.services.turns
    asked = [each.model_dump(mode="json", exclude_none=True) for each in crowded.ask()[:MANY_CALLS]]
    within, written, limits = asyncio.Event(), asyncio.Event(), []

    async def receive(record: UpdateRecord, contents: Mapping[int, str]) -> set[int]:
        limits.append(turns._limit)
        if len(limits) == MANY_CALLS:
            within.set()
        await happens(written)
        return await kept(record, contents)

    kept = UpdateRecord.receive
    monkeypatch.setattr(UpdateRecord, "receive", receive)
    app = create_app(crowded.dispatcher, crowded.bot, inbox, url=HOOK, secret=SECRET)
    async with TestClient(TestServer(app)) as client:
        sending = [
            asyncio.ensure_future(client.post("/hook", json=each, headers={HEADER: SECRET})) for each in asked
        ]
        await happens(within)
        written.set()
        assert {response.status for response in await asyncio.gather(*sending)} == {200}
    assert limits == [ROOM] * (MANY_CALLS - 1) + [1]
