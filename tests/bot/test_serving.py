"""Polling and the webhook bring updates to the same dispatcher, and leave in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.methods import DeleteWebhook, SendMessage, SetWebhook
from aiogram.types import Update
from aiohttp import ClientSession
from aiohttp.test_utils import TestClient, TestServer

from bot.app import create_bot, create_dispatcher
from bot.services import Services, create_services
from bot.serving.polling import poll
from bot.serving.webhook import create_app, serve
from storage.engine import create_engine
from tests.harness.budget import url
from tests.harness.moments import GUARD_SECONDS, happens, logged
from tests.harness.person import TestUser
from tests.harness.ports import free_port
from tests.harness.session import RecordingSession
from tests.harness.world import TOKEN

SECRET = "s3cret_-"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
HOOK = "https://example.org/hook"


@pytest.fixture
def session() -> RecordingSession:
    return RecordingSession()


@pytest.fixture
def bot(session: RecordingSession) -> Bot:
    return create_bot(TOKEN, session=session)


@pytest.fixture
async def services(database: Path) -> Services:
    return create_services(create_engine(url(database)))


@pytest.fixture
def dispatcher(services: Services) -> Dispatcher:
    return create_dispatcher(services)


@pytest.fixture
def update(dispatcher: Dispatcher, bot: Bot, session: RecordingSession) -> dict[str, Any]:
    """Somebody asks for help."""
    message = TestUser(dispatcher, bot, session).make_message("/help")
    return Update(update_id=1, message=message).model_dump(mode="json", exclude_none=True)


async def test_polling_answers_and_leaves_in_order(
    dispatcher: Dispatcher,
    bot: Bot,
    session: RecordingSession,
    services: Services,
    update: dict[str, Any],
) -> None:
    session.batches = [[Update.model_validate(update)]]

    stop = asyncio.Event()

    async def on_empty() -> None:
        await happens(session.arrived[SendMessage])
        stop.set()
        await asyncio.Event().wait()

    session.on_empty = on_empty
    await poll(dispatcher, bot, services.inbox, stop)
    session.check()
    assert session.of(DeleteWebhook)[0].drop_pending_updates is False
    assert len(session.of(SendMessage)) == 1
    assert session.closed == 1


@pytest.fixture
async def client(dispatcher: Dispatcher, bot: Bot, services: Services) -> AsyncIterator[TestClient[Any, Any]]:
    app = create_app(dispatcher, bot, services.inbox, url=HOOK, secret=SECRET)
    async with TestClient(TestServer(app)) as client:
        yield client


async def answered(session: RecordingSession, services: Services) -> int:
    """How many messages were sent, once what runs in the background is done."""
    await happens(session.arrived[SendMessage])
    await services.in_flight.drain(GUARD_SECONDS)
    session.check()
    return len(session.of(SendMessage))


async def test_the_webhook_is_set_with_its_secret(
    client: TestClient[Any, Any], session: RecordingSession
) -> None:
    (method,) = session.of(SetWebhook)
    assert (method.url, method.secret_token) == (HOOK, SECRET)
    assert {"callback_query", "edited_message", "inline_query", "message"} <= set(
        method.allowed_updates or []
    )


async def test_an_update_with_the_secret_is_answered(
    client: TestClient[Any, Any], session: RecordingSession, services: Services, update: dict[str, Any]
) -> None:
    response = await client.post("/hook", json=update, headers={HEADER: SECRET})
    assert response.status == 200
    assert await answered(session, services) == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", "s3cret_", "құпия"])
async def test_an_update_without_it_is_refused(
    client: TestClient[Any, Any], session: RecordingSession, update: dict[str, Any], secret: str | None
) -> None:
    headers = {} if secret is None else {HEADER: secret}
    response = await client.post("/hook", json=update, headers=headers)
    assert response.status == 401
    assert session.of(SendMessage) == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[1"])
async def test_what_is_no_update_is_a_bad_request(client: TestClient[Any, Any], body: bytes) -> None:
    response = await client.post("/hook", data=body, headers={HEADER: SECRET})
    assert response.status == 400


@pytest.mark.parametrize("number", ["x", None, [], {}, 1.5, 2**70])
async def test_an_update_whose_number_is_none_is_passed_over(
    client: TestClient[Any, Any], services: Services, update: dict[str, Any], number: object
) -> None:
    response = await client.post("/hook", json=update | {"update_id": number}, headers={HEADER: SECRET})
    assert (response.status, await response.read()) == (200, b"")
    assert services.inbox.unread == 1


async def test_while_closing_telegram_is_asked_to_come_again(
    client: TestClient[Any, Any], services: Services, update: dict[str, Any]
) -> None:
    services.in_flight.closing = True
    assert (await client.post("/hook", json=update, headers={HEADER: SECRET})).status == 503


async def test_the_session_outlives_our_shutdown(
    dispatcher: Dispatcher, bot: Bot, services: Services, session: RecordingSession
) -> None:
    closed_then: list[int] = []

    async def look() -> None:
        closed_then.append(session.closed)

    dispatcher.shutdown.register(look)
    app = create_app(dispatcher, bot, services.inbox, url=HOOK, secret=SECRET)
    async with TestClient(TestServer(app)):
        pass
    assert closed_then == [0]
    assert session.closed == 1
    assert services.in_flight.closing


async def test_serving_until_told_to_stop(dispatcher: Dispatcher, bot: Bot, services: Services) -> None:
    app = create_app(dispatcher, bot, services.inbox, url="https://example.org", secret=SECRET)
    stop, port = asyncio.Event(), free_port()
    with logged("bot.serving.webhook", "listening") as listening:
        serving = asyncio.ensure_future(serve(app, "127.0.0.1", port, stop))
        await happens(listening)
    async with ClientSession() as http:
        async with http.get(f"http://127.0.0.1:{port}/health") as response:
            assert response.status == 404  # what watches the bot asks elsewhere
        async with http.post(f"http://127.0.0.1:{port}/", data=b"{", headers={HEADER: SECRET}) as response:
            assert response.status == 400
    stop.set()
    await serving
    assert services.in_flight.closing
