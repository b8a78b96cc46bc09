"""What watches the bot hears whether it lives, whether it answers, and its numbers; nothing of anybody."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendMessage
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer
from sqlalchemy.exc import OperationalError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import create_bot, create_dispatcher
from bot.middlewares import in_turn
from bot.services import Services, create_services
from bot.serving import monitor as watching
from bot.serving import run as running
from bot.serving.metrics import CallMeter, Metrics, UpdateMeter
from bot.serving.monitor import Monitor
from storage.engine import create_engine
from tests.harness.budget import url
from tests.harness.moments import GUARD_SECONDS
from tests.harness.person import TestUser
from tests.harness.ports import free_port
from tests.harness.session import RecordingSession
from tests.harness.world import TOKEN, pass_over

Client = TestClient[Any, Any]


@pytest.fixture
def session() -> RecordingSession:
    return RecordingSession()


@pytest.fixture
async def services(database: Path) -> AsyncIterator[Services]:
    services = create_services(create_engine(url(database)))
    yield services
    await services.engine.dispose()


@pytest.fixture
def metrics(services: Services) -> Metrics:
    return Metrics(services)


@pytest.fixture
async def person(services: Services, session: RecordingSession, metrics: Metrics) -> TestUser:
    """Somebody who speaks to a bot that is watched."""
    bot = create_bot(TOKEN, session=session, sleep=pass_over)
    bot.session.middleware(CallMeter(metrics))
    dispatcher = create_dispatcher(services, meter=UpdateMeter(metrics))
    return TestUser(dispatcher, bot, session)


@pytest.fixture
def monitor(services: Services, metrics: Metrics) -> Monitor:
    """One that waits for the database, however busy this machine is."""
    return Monitor(services, metrics, seconds=GUARD_SECONDS)


@pytest.fixture
async def client(monitor: Monitor) -> AsyncIterator[Client]:
    async with TestClient(TestServer(monitor.create_app())) as client:
        yield client


async def read_numbers(client: Client) -> dict[str, float]:
    """The numbers as Prometheus reads them, those of the process left out."""
    response = await client.get("/metrics")
    assert response.status == 200
    assert response.headers["Content-Type"].startswith("text/plain; version=")
    found = re.findall(r"^(qazyna_[^ ]+) (\S+)$", await response.text(), re.M)
    return {name: float(value) for name, value in found if "_bucket" not in name and "_created" not in name}


async def test_a_bot_that_runs_is_alive(client: Client) -> None:
    response = await client.get("/health")
    assert (response.status, await response.json()) == (200, {"status": "ok", "updates": 0})


async def test_it_is_ready_when_it_can_answer(client: Client, services: Services) -> None:
    response = await client.get("/ready")
    assert response.status == 503
    assert await response.json() == {"ready": False, "database": True, "index": False, "open": True}
    async with services.sessions() as session:
        await services.keeper.current(session)
    assert (await client.get("/ready")).status == 200
    services.in_flight.closing = True
    assert (await client.get("/ready")).status == 503
    assert (await client.get("/health")).status == 200


async def refuse(_: AsyncSession) -> int:
    raise OperationalError("SELECT", {}, Exception("gone"))


async def say_nothing(_: AsyncSession) -> int:
    await asyncio.Event().wait()
    return 0


@pytest.mark.parametrize("count", [refuse, say_nothing])
async def test_without_its_database_it_is_alive_and_not_ready(
    client: Client, monitor: Monitor, services: Services, monkeypatch: pytest.MonkeyPatch, count: Any
) -> None:
    async with services.sessions() as session:
        await services.keeper.current(session)
    monkeypatch.setattr(watching, "count_editions", count)
    monitor._seconds = 0.01
    response = await client.get("/ready")
    assert response.status == 503
    assert (await response.json())["database"] is False
    assert (await client.get("/health")).status == 200
    assert str((await read_numbers(client))["qazyna_editions"]) == "nan"


async def test_what_is_done_is_counted(client: Client, person: TestUser, services: Services) -> None:
    await person.send("школы")
    await person.send("школы")
    _ = await person.ask_inline("школы")
    numbers = await read_numbers(client)
    assert numbers['qazyna_updates_total{kind="message",outcome="answered"}'] == 2
    assert numbers['qazyna_updates_total{kind="inline_query",outcome="answered"}'] == 1
    assert numbers['qazyna_update_seconds_count{kind="message"}'] == 2
    assert numbers['qazyna_telegram_calls_total{method="sendMessage",result="ok"}'] == 2
    assert numbers['qazyna_telegram_call_seconds_count{method="answerInlineQuery"}'] == 1
    assert numbers["qazyna_updates_open"] == numbers["qazyna_updates_waiting"] == 0
    assert numbers["qazyna_editions"] > 0
    assert numbers["qazyna_index_age_seconds"] >= 0


async def test_what_is_kept_in_memory_is_counted(client: Client, person: TestUser) -> None:
    assert (await read_numbers(client))['qazyna_kept_bytes{of="budgets"}'] == 0
    for _ in range(4):
        await person.send("школы")
    numbers = await read_numbers(client)
    for kept in ("budgets", "people"):
        assert numbers[f'qazyna_kept_bytes{{of="{kept}"}}'] > 0
        assert numbers[f'qazyna_kept_lookups_total{{of="{kept}",result="found"}}'] > 0
        assert f'qazyna_kept_lookups_total{{of="{kept}",result="missed"}}' in numbers


async def test_what_fails_is_counted_as_failed(
    client: Client, person: TestUser, session: RecordingSession
) -> None:
    session.fail(SendMessage, lambda method: TelegramNetworkError(method=method, message="gone"))
    await person.send("школы")
    numbers = await read_numbers(client)
    assert numbers['qazyna_telegram_calls_total{method="sendMessage",result="TelegramNetworkError"}'] == 1
    assert numbers['qazyna_updates_total{kind="message",outcome="failed"}'] == 1


async def test_what_is_not_taken_is_counted_as_dropped(
    client: Client, person: TestUser, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(in_turn, "MOST_WAITING", 0)
        assert await person.send("школы") == []
    services.in_flight.closing = True
    assert await person.send("школы") == []
    numbers = await read_numbers(client)
    assert numbers['qazyna_updates_total{kind="message",outcome="dropped"}'] == 2
    assert 'qazyna_updates_total{kind="message",outcome="answered"}' not in numbers


async def test_what_cannot_be_read_is_counted(client: Client, services: Services, person: TestUser) -> None:
    services.inbox.start(person.dispatcher, person.bot)
    await services.inbox.take([{"update_id": 5, "message": {"nothing": 1}}])
    await services.inbox.close()
    assert (await read_numbers(client))["qazyna_updates_unread_total"] == 1


async def test_where_a_bot_is_watched_what_rides_on_its_answers_is_counted(
    services: Services, session: RecordingSession
) -> None:
    bot, port = create_bot(TOKEN, session=session, sleep=pass_over), free_port()
    async with running._watching(("127.0.0.1", port), services, bot):
        services.inbox.note_reply(SendMessage(chat_id=7, text="подождите"))
        async with ClientSession() as http, http.get(f"http://127.0.0.1:{port}/metrics") as response:
            said = await response.text()
    assert 'qazyna_telegram_calls_total{method="sendMessage",result="with_reply"} 1.0' in said


async def test_no_number_tells_who_asked_or_what(client: Client, person: TestUser) -> None:
    await person.send("секретное слово")
    text = await (await client.get("/metrics")).text()
    assert "секрет" not in text
    assert str(person.user.id) not in text.replace("_", " ").split()
