"""What happens around updates and requests: limits, repeats, waiting for what runs."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import Chat, TelegramObject
from sqlalchemy.event import listen

from bot import allowances
from bot.allowances import OwnAllowances
from bot.app import create_bot, create_dispatcher
from bot.middlewares.in_flight import InFlight
from bot.middlewares.under_way import DROPPED
from bot.services import create_services
from handlers.views.texts import Texts
from storage.allowances import Limit
from storage.engine import create_engine
from tests.harness.budget import url
from tests.harness.moments import happens, logged
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import RecordingSession
from tests.harness.world import TOKEN, World, open_world


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
async def strict(monkeypatch: pytest.MonkeyPatch, database: Path) -> AsyncIterator[World]:
    """Two messages, two presses, then one every ten seconds; none of them passes."""
    monkeypatch.setattr("bot.services.OwnAllowances", lambda: OwnAllowances(Clock()))
    limit = Limit(2, 20)
    async with open_world(database, limits={"message": limit, "button": limit}) as world:
        yield world


async def test_too_many_messages_are_answered_once(strict: World, texts: Texts) -> None:
    person = strict.person(texts.language.value)
    assert text_of(await person.send("/help"))
    assert text_of(await person.send("/help"))
    assert text_of(await person.send("/help")) == texts.get("throttle-wait", seconds=10)
    assert await person.send("/help") == []


async def test_every_press_too_many_is_answered_but_one_window_opens(strict: World, texts: Texts) -> None:
    person = strict.person(texts.language.value)
    for _ in range(2):
        await person.press_data("zz")
    assert alert_of(await person.press_data("zz")) == texts.get("throttle-wait", seconds=10)
    (again,) = await person.press_data("zz")
    assert isinstance(again, AnswerCallbackQuery)
    assert again.show_alert is False


async def test_limits_are_each_person_s_and_each_kind_s_own(strict: World) -> None:
    first, second = strict.person(id=7), strict.person(id=8)
    for _ in range(3):
        await first.send("/help")
    assert "/help" in text_of(await second.send("/help"))
    assert len(await first.press_data("zz")) == 1


async def test_inline_queries_are_not_limited(strict: World) -> None:
    person = strict.person()
    for _ in range(5):
        assert (await person.ask_inline("білім")).results


async def test_anonymous_administrators_of_two_groups_do_not_share(strict: World) -> None:
    for number in (-11, -12):
        chat = Chat(id=number, type="supergroup", title="Тараз")
        person = strict.person(id=1087968824, chat=chat)
        for _ in range(2):
            assert len(await person.send("/help", sender_chat=chat)) == 1


async def test_waiting_refills(monkeypatch: pytest.MonkeyPatch, database: Path, texts: Texts) -> None:
    clock = Clock()
    monkeypatch.setattr("bot.services.OwnAllowances", lambda: OwnAllowances(clock))
    async with open_world(database, limits={"message": Limit(2, 20)}) as world:
        person = world.person(texts.language.value)
        help_text = text_of(await person.send("/help"))
        await person.send("/help")
        clock.now += 4
        assert text_of(await person.send("/help")) == texts.get("throttle-wait", seconds=6)
        clock.now += 6
        assert text_of(await person.send("/help")) == help_text
        assert text_of(await person.send("/help")) == texts.get("throttle-wait", seconds=10)  # told anew


async def test_forgotten_people_make_room(monkeypatch: pytest.MonkeyPatch, strict: World) -> None:
    monkeypatch.setattr(allowances, "PEOPLE_REMEMBERED", 3)
    for number in range(10, 16):
        await strict.person(id=number).send("/help")
    own = strict.services.allowances
    assert isinstance(own, OwnAllowances)
    assert len(own) == 3


async def test_without_limits_nothing_is_counted(database: Path) -> None:
    async with open_world(database, limits={}) as world:
        person = world.person()
        for _ in range(30):
            assert text_of(await person.send("/help"))


async def handle_slowly(event: TelegramObject, data: dict[str, asyncio.Event]) -> str:
    data["begun"].set()
    await data["go"].wait()
    return "done"


async def test_leaving_waits_for_what_runs_and_takes_nothing_new() -> None:
    in_flight = InFlight()
    data = {"begun": asyncio.Event(), "go": asyncio.Event()}
    running = asyncio.ensure_future(in_flight(handle_slowly, TelegramObject(), data))
    await data["begun"].wait()
    assert len(in_flight) == 1
    leaving = asyncio.ensure_future(in_flight.drain(5))
    await asyncio.sleep(0)
    assert in_flight.closing
    assert not leaving.done()
    assert await in_flight(handle_slowly, TelegramObject(), {}) is DROPPED
    data["go"].set()
    await leaving
    assert await running == "done"
    assert len(in_flight) == 0


async def test_what_takes_too_long_is_cancelled(caplog: pytest.LogCaptureFixture) -> None:
    in_flight = InFlight()
    data = {"begun": asyncio.Event(), "go": asyncio.Event()}
    running = asyncio.ensure_future(in_flight(handle_slowly, TelegramObject(), data))
    await data["begun"].wait()
    await in_flight.drain(0.01)
    assert running.cancelled()
    assert "cancelled after" in caplog.text


async def test_leaving_with_nothing_running_is_immediate() -> None:
    in_flight = InFlight()
    await in_flight.drain(60)
    assert in_flight.closing


async def test_shutdown_waits_for_an_answer_on_its_way(database: Path) -> None:
    services = create_services(create_engine(url(database)))
    session = RecordingSession()
    bot = create_bot(TOKEN, session=session)
    dispatcher = create_dispatcher(services)
    await dispatcher.emit_startup(bot=bot)
    person = TestUser(dispatcher, bot, session)
    session.gate = asyncio.Event()
    answering = asyncio.ensure_future(person.send("білім беру"))
    await session.on_its_way.wait()
    answered_before: list[bool] = []
    listen(services.engine.sync_engine, "engine_disposed", lambda _: answered_before.append(answering.done()))
    with logged("bot.middlewares.in_flight", "waiting for 1") as waiting:
        leaving = asyncio.ensure_future(dispatcher.emit_shutdown(bot=bot))
        await happens(waiting)
    assert await person.send("тағы") == []
    session.gate.set()
    await asyncio.gather(leaving, answering)
    assert answered_before == [True]  # the database was there for as long as the answer needed it
    assert len(session.of(SendMessage)) == 1
