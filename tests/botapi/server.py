"""A Bot API server over HTTP on this machine alone: keeps what bots send, and fails where a test wants it to."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from aiohttp import web

from tests.botapi.calls import Call, as_method, read_call
from tests.botapi.chats import Chats, RefusedError
from tests.botapi.clock import moment
from tests.botapi.faults import FaultPlan
from tests.botapi.updates import MOST_AT_ONCE, Json, UpdateQueue
from tests.botapi.webhook import Webhook
from tests.harness import rules
from tests.harness.moments import GUARD_SECONDS

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
_BODY = 20_000_000
_LONGEST_POLL = 50


class BotApi:
    """Answers bots as Telegram does, and notes every request.

    Rich, guest and ephemeral messages are not known here, as on servers of some years ago.

    Attributes:
        calls: all requests in order, also those that met a fault.
        faults: what goes wrong, and when.
        updates: what people did.
        chats: what there is to be seen.
        violations: requests that break a rule of the Bot API.
        webhook: where updates are sent; None while they are polled.
        proxy: the addresses behind the webhook's public one, `http://127.0.0.1:8080`; asked in turn.
    """

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults = FaultPlan()
        self.chats = Chats()
        self.updates = UpdateQueue(self.chats.queries)
        self.violations: list[str] = []
        self.webhook: Webhook | None = None
        self.proxy: list[str] = []
        self._port = 0
        self._runner: web.AppRunner | None = None
        self._changed = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None

    @property
    def url(self) -> str:
        """What a bot is told as the address of Telegram."""
        return f"http://127.0.0.1:{self._port}"

    async def open(self) -> None:
        """Begins to listen; at the same port as before where it did before."""
        app = web.Application(client_max_size=_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._handle)
        app.router.add_get("/file/bot{token}/{path:.+}", self._give_file)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        listening = socket.create_server(("127.0.0.1", self._port))
        self._port = listening.getsockname()[1]
        await web.SockSite(self._runner, listening, backlog=1024).start()

    async def close(self) -> None:
        """Refuses every connection from now on, and cuts those that there are."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def leave(self) -> None:
        """Lets everything go."""
        await self._set_webhook("")
        await self.close()

    def of(self, *methods: str) -> list[Call]:
        """The requests of some methods."""
        return [call for call in self.calls if call.method in methods]

    def taken(self, *methods: str) -> list[Call]:
        """Those that were carried out, whatever the bot heard of it."""
        return [call for call in self.of(*methods) if call.taken]

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until something is so; it is looked at whenever a request came or was done."""
        async with asyncio.timeout(GUARD_SECONDS):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def check(self) -> None:
        """Fails if any request broke a rule of the Bot API."""
        assert not self.violations, "\n".join(self.violations)

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != TOKEN:
            return _refuse(RefusedError("Unauthorized", 401))
        call = await read_call(request.match_info["method"], request, moment())
        self.calls.append(call)
        self._look_at(call)
        self._changed.set()
        fault = self.faults.find(call)
        if fault is None:
            return await self._carry_out(call)
        call.fault = fault.name
        return await fault.answer(request, partial(self._carry_out, call))

    def _look_at(self, call: Call) -> None:
        """Holds a request against the rules of the Bot API, by the client's own types."""
        try:
            method = as_method(call)
            if method is not None:
                rules.check(method)
        except (AssertionError, ValueError) as error:
            self.violations.append(f"{call.method}: {error!r}\n{call.params}")

    async def _carry_out(self, call: Call) -> web.Response:
        try:
            match call.method:
                case "getUpdates":
                    result: Any = await self._get_updates(call)
                case "setWebhook" | "deleteWebhook":
                    result = await self._set_webhook(call.params.get("url", ""), call)
                case _:
                    result = self.chats.carry_out(call)
        except RefusedError as error:
            return _refuse(error)
        call.taken = True
        self._changed.set()
        return web.json_response({"ok": True, "result": result})

    async def _get_updates(self, call: Call) -> Any:
        """Waits for updates as long as the bot wants to; of two who wait the first one is sent away."""
        if self.webhook is not None:
            raise RefusedError("Conflict: can't use getUpdates method while webhook is active", 409)
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        turn = self._poll = asyncio.get_running_loop().create_future()
        offset, limit, seconds = (int(call.params.get(name, 0)) for name in ("offset", "limit", "timeout"))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(min(seconds, _LONGEST_POLL)):
                while not (found := self.updates.take(offset, limit or MOST_AT_ONCE)):
                    self._changed.set()
                    await self._come(turn)
                return found
        return []

    async def _come(self, turn: asyncio.Future[None]) -> None:
        coming: asyncio.Future[Any] = asyncio.ensure_future(self.updates.came.wait())
        try:
            await asyncio.wait([coming, turn], return_when=asyncio.FIRST_COMPLETED)
        finally:
            coming.cancel()
        if turn.done():
            raise RefusedError("Conflict: terminated by other getUpdates request", 409)

    async def _set_webhook(self, url: str, call: Call | None = None) -> bool:
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
        if url and call is not None:
            secret = call.params.get("secret_token", "")
            self.webhook = Webhook(
                self.updates, url, secret, self.proxy, self._changed.set, self._carry_out_reply
            )
            self.webhook.start()
        return True

    def _carry_out_reply(self, said: Json) -> None:
        """What a webhook asks in its answer; nobody hears what became of it. Whoever only asks is passed over."""
        method = str(said.pop("method", ""))
        if method.lower().startswith(("get", "setwebhook", "deletewebhook", "close", "logout")) or not method:
            return
        call = Call(method, said, moment(), in_reply=True)
        self.calls.append(call)
        self._look_at(call)
        with contextlib.suppress(RefusedError):
            self.chats.carry_out(call)
            call.taken = True
        self._changed.set()

    async def _give_file(self, request: web.Request) -> web.Response:
        file = PurePosixPath(request.match_info["path"]).name
        if request.match_info["token"] != TOKEN or file not in self.chats.files:
            return _refuse(RefusedError("Not Found", 404))
        return web.Response(body=self.chats.files[file])


def _refuse(error: RefusedError) -> web.Response:
    said: dict[str, Any] = {"ok": False, "error_code": error.code, "description": str(error)}
    if error.parameters:
        said["parameters"] = error.parameters
    return web.json_response(said, status=error.code)


@asynccontextmanager
async def bot_api() -> AsyncIterator[BotApi]:
    """A server that is gone at the end; what it was sent has to keep the rules of the Bot API."""
    api = BotApi()
    await api.open()
    try:
        yield api
    finally:
        await api.leave()
    api.check()
