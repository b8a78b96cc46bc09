"""What can go wrong between a bot and Telegram, and a plan of when it does.

A fault takes the request or does not, and then says something or nothing: a client knows only the second.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from tests.botapi.calls import Call
from tests.botapi.clock import pause

PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1>nginx</body></html>"

CarryOut = Callable[[], Awaitable[web.Response]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        name: what it is called.
        answer: answers a request in the wrong way; it may call what carries the request out.
    """

    name: str
    answer: Callable[[web.Request, CarryOut], Awaitable[web.StreamResponse]]


def closed(*, taken: bool = False) -> Fault:
    """The connection is closed before anything is answered."""

    async def answer(request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        if taken:
            await carry_out()
        return _cut(request)

    return Fault("closed", answer)


def refused(status: int, body: str, *, taken: bool = False, kind: str = "text/html") -> Fault:
    """A server on the way, or Telegram itself, answers with a status of failure."""

    async def answer(_: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        if taken:
            await carry_out()
        return web.Response(status=status, text=body, content_type=kind)

    return Fault(f"status {status}", answer)


def too_many(seconds: int) -> Fault:
    """Telegram wants to be asked again after some seconds."""

    async def answer(_: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
        said = {
            "ok": False,
            "error_code": 429,
            "description": f"Too Many Requests: retry after {seconds}",
            "parameters": {"retry_after": seconds},
        }
        return web.json_response(said, status=429)

    return Fault("status 429", answer)


def unreadable(body: bytes) -> Fault:
    """The request is carried out, and what is said of it cannot be decoded."""

    async def answer(_: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        await carry_out()
        return web.Response(body=body, content_type="application/json")

    return Fault("unreadable", answer)


def broken_off() -> Fault:
    """The request is carried out, and the answer ends in its middle."""

    async def answer(request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        body = (await carry_out()).body
        assert isinstance(body, bytes)
        response = web.StreamResponse(headers={"Content-Length": str(len(body))})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        return _cut(request)

    return Fault("broken off", answer)


def no_http() -> Fault:
    """Something answers that speaks another protocol."""

    async def answer(request: web.Request, _: CarryOut) -> web.StreamResponse:
        if request.transport is not None:
            request.transport.write(b"SSH-2.0-none\r\n\r\n")
            request.transport.close()
        return web.Response()

    return Fault("no HTTP", answer)


def redirected() -> Fault:
    """A server on the way sends the client elsewhere, where there is nothing."""

    async def answer(_: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": "/nowhere"})

    return Fault("redirected", answer)


def slow(seconds: float) -> Fault:
    """The request is carried out at once and answered late."""

    async def answer(_: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        response = await carry_out()
        await pause(seconds)
        return response

    return Fault("slow", answer)


def silent(*, taken: bool = False) -> Fault:
    """Nothing is ever answered."""

    async def answer(_: web.Request, carry_out: CarryOut) -> web.StreamResponse:
        if taken:
            await carry_out()
        await asyncio.Event().wait()
        raise AssertionError

    return Fault("silent", answer)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


@dataclass(slots=True)
class _Rule:
    fault: Fault
    methods: frozenset[str]
    chat: int | None
    times: int | None
    each_chat: bool
    met: Counter[int | None] = field(default_factory=Counter)

    def meets(self, call: Call) -> bool:
        if call.method not in self.methods or self.chat not in {None, call.chat}:
            return False
        key = call.chat if self.each_chat else None
        self.met[key] += 1
        return self.times is None or self.met[key] <= self.times


class FaultPlan:
    """Which requests meet which fault."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(
        self,
        fault: Fault,
        *methods: str,
        chat: int | None = None,
        times: int | None = 1,
        each_chat: bool = False,
    ) -> None:
        """Lets the next requests fail.

        Args:
            fault: how.
            methods: of which methods; `sendMessage` where none is named.
            chat: for this chat alone.
            times: how many; all when None.
            each_chat: so many of each chat, not of all together.
        """
        self._rules.append(_Rule(fault, frozenset(methods or {"sendMessage"}), chat, times, each_chat))

    def clear(self) -> None:
        """Lets nothing fail any more."""
        self._rules.clear()

    def find(self, call: Call) -> Fault | None:
        """The fault that a request meets: of the rule that was added first and is not used up."""
        return next((rule.fault for rule in self._rules if rule.meets(call)), None)
