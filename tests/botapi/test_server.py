"""The server is as strict as Telegram where that matters: what is confirmed, what is sent again, what is refused."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientConnectionError, ClientError, ClientSession, web
from aiohttp.test_utils import TestServer

from tests.botapi.faults import PAGE, broken_off, closed, refused, too_many, unreadable
from tests.botapi.server import TOKEN, BotApi, bot_api
from tests.botapi.webhook import SECRET_HEADER


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as api:
        yield api


async def call(api: BotApi, method: str, **params: Any) -> tuple[int, Any]:
    """A request, its status and what it brought."""
    async with ClientSession() as http, http.post(f"{api.url}/bot{TOKEN}/{method}", data=params) as response:
        said = await response.json()
        return response.status, said.get("result", said)


async def poll(api: BotApi, **params: Any) -> list[int]:
    """The numbers of the updates that `getUpdates` brings."""
    _, updates = await call(api, "getUpdates", **params)
    return [update["update_id"] for update in updates]


async def test_an_offset_confirms_what_is_below_it_and_nothing_else_is_forgotten(api: BotApi) -> None:
    first, second, third = (api.updates.ask(person, "сәлем") for person in (1, 2, 3))
    assert await poll(api) == [first, second, third]
    assert await poll(api, limit=2) == [first, second]  # unconfirmed ones come again
    assert await poll(api, offset=second) == [second, third]
    assert await poll(api) == [second, third]
    assert await poll(api, offset=-1) == [third]  # from the end; what is before it is forgotten
    assert api.updates.unconfirmed == [third]
    assert await poll(api, offset=third + 1) == []
    api.updates.repeat(first)
    assert await poll(api, offset=third + 1) == [first]
    assert api.updates.sent[first] == 3


async def test_of_two_who_poll_the_first_is_sent_away(api: BotApi) -> None:
    waiting = asyncio.ensure_future(call(api, "getUpdates", timeout=30))
    await api.until(lambda: len(api.of("getUpdates")) == 1)
    later = asyncio.ensure_future(call(api, "getUpdates", timeout=30))
    assert (await waiting)[0] == 409
    api.updates.ask(1, "сәлем")
    assert (await later)[0] == 200


async def test_a_webhook_is_told_until_it_takes_it(api: BotApi) -> None:
    told: list[tuple[str, int]] = []

    async def hook(request: web.Request) -> web.Response:
        told.append((request.headers[SECRET_HEADER], (await request.json())["update_id"]))
        return web.Response(status=200 if len(told) > 2 else 503)

    app = web.Application()
    app.router.add_post("/hook", hook)
    async with TestServer(app) as backend:
        api.proxy = ["http://127.0.0.1:9", f"http://127.0.0.1:{backend.port}"]  # nobody listens at the first
        number = api.updates.ask(1, "сәлем")
        await call(api, "setWebhook", url="https://bot.example.org/hook", secret_token="s3cret")
        assert (await call(api, "getUpdates"))[0] == 409
        await api.until(lambda: len(told) == 3)
        assert told == [("s3cret", number)] * 3
        assert api.webhook is not None
        await api.until(lambda: not api.updates.unconfirmed)
        assert api.webhook.statuses == [503, 503, 200]
        await call(api, "deleteWebhook")
    assert api.updates.unconfirmed == []


async def test_each_fault_takes_the_request_or_does_not(api: BotApi) -> None:
    api.faults.add(refused(502, PAGE))
    api.faults.add(too_many(3), chat=7)
    api.faults.add(closed(), times=2, each_chat=True)
    api.faults.add(closed(taken=True))
    api.faults.add(broken_off())
    api.faults.add(unreadable(b"{"))
    for _ in range(8):
        with contextlib.suppress(ClientError, ValueError):
            await call(api, "sendMessage", chat_id=7, text="x")
    assert [each.fault for each in api.of("sendMessage")] == [
        "status 502", "status 429", "closed", "closed", "closed", "broken off", "unreadable", "",
    ]  # fmt: skip
    assert [each.taken for each in api.of("sendMessage")] == [False] * 4 + [True] * 4
    assert len(api.chats.of(7)) == 4


async def test_what_telegram_refuses(api: BotApi) -> None:
    api.chats.moved[-5] = -1005
    api.chats.closed_topics.add((-6, 3))
    assert await call(api, "sendMessage", chat_id=-5, text="x") == (
        400,
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": -1005},
        },
    )
    assert (await call(api, "sendMessage", chat_id=-6, text="x", message_thread_id=3))[0] == 400
    assert (await call(api, "sendMessage", chat_id=-6, text="x"))[0] == 200
    assert (await call(api, "answerCallbackQuery", callback_query_id="of nobody"))[0] == 400
    _, message = await call(api, "sendMessage", chat_id=7, text="x")
    change = {"chat_id": 7, "message_id": message["message_id"]}
    assert (await call(api, "editMessageText", text="x", **change))[1]["description"].endswith("not modified")
    assert (await call(api, "editMessageText", text="y", **change))[1]["text"] == "y"
    assert (await call(api, "nothing"))[0] == 404


async def test_while_it_is_away_connections_are_refused(api: BotApi) -> None:
    address = api.url
    await api.close()
    with pytest.raises(ClientConnectionError):
        await call(api, "getMe")
    await api.open()
    assert api.url == address
    assert (await call(api, "getMe"))[0] == 200


async def test_a_request_against_the_rules_is_noted(api: BotApi) -> None:
    await call(api, "sendMessage", chat_id=7, text="x" * 5000)
    with pytest.raises(AssertionError, match="sendMessage"):
        api.check()
    api.violations.clear()
