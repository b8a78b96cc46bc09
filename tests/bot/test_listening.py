"""A connection that brings no whole request is closed; whoever is only slow to be answered is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from bot.serving.listening import Patience, listening
from tests.harness.moments import GUARD_SECONDS, happens
from tests.harness.ports import free_port

SHORT, NEVER = 0.02, GUARD_SECONDS * 2.0
WHOLE = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi"
Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Echo:
    """Answers with what it was sent, when it may."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.set()
        await happens(self.may_answer)
        return web.Response(text=await request.text())


@pytest.fixture
def echo() -> Echo:
    return Echo()


async def serve(echo: Echo, patience: Patience) -> AsyncIterator[Connection]:
    app, port = web.Application(), free_port()
    app.router.add_post("/", echo.answer)
    async with listening(app, "127.0.0.1", port, patience):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            yield reader, writer
        finally:
            writer.close()


@pytest.fixture
async def hurried(echo: Echo) -> AsyncIterator[Connection]:
    """A connection to a server that waits hardly at all for headers."""
    async for connection in serve(echo, Patience(SHORT, NEVER)):
        yield connection


@pytest.fixture
def patience() -> Patience:
    """Waits for everything, until a test changes its mind."""
    return Patience(NEVER, NEVER)


@pytest.fixture
async def unhurried(echo: Echo, patience: Patience) -> AsyncIterator[Connection]:
    """A connection to a server that waits for everything until a test says how long for the next headers."""
    async for connection in serve(echo, patience):
        yield connection


@pytest.fixture
async def patient(echo: Echo) -> AsyncIterator[Connection]:
    """A connection to a server that waits for headers, and hardly at all for content."""
    async for connection in serve(echo, Patience(NEVER, SHORT, SHORT)):
        yield connection


async def read_all(reader: asyncio.StreamReader) -> bytes:
    """What comes until the other side closes."""
    async with asyncio.timeout(GUARD_SECONDS):
        try:
            return await reader.read()
        except ConnectionResetError:
            return b""


@pytest.mark.parametrize("said", [b"", b"POST / HT", b"POST / HTTP/1.1\r\nHost: a\r\n"])
async def test_half_a_request_holds_no_connection(hurried: Connection, said: bytes) -> None:
    reader, writer = hurried
    writer.write(said)
    assert await read_all(reader) == b""


async def test_half_a_second_request_holds_none_either(
    unhurried: Connection, echo: Echo, patience: Patience
) -> None:
    reader, writer = unhurried
    echo.may_answer.clear()
    writer.write(WHOLE + b"POST / HT")
    await happens(echo.asked)
    patience._header_seconds = SHORT  # from the first answer on
    echo.may_answer.set()
    answered = await read_all(reader)
    assert answered.startswith(b"HTTP/1.1 200")
    assert answered.endswith(b"hi")


async def test_a_slow_answer_is_waited_for(unhurried: Connection, echo: Echo, patience: Patience) -> None:
    reader, writer = unhurried
    echo.may_answer.clear()
    assert len(patience._ends) == 1  # of this connection, which has brought no request yet
    writer.write(WHOLE)
    await happens(echo.asked)
    assert not patience._ends  # no time ends it while it is answered
    patience._header_seconds = SHORT
    echo.may_answer.set()
    assert (await read_all(reader)).endswith(b"hi")


async def test_content_that_does_not_come_is_told_and_closed(patient: Connection, echo: Echo) -> None:
    reader, writer = patient
    writer.write(WHOLE[:-1])
    assert (await read_all(reader)).startswith(b"HTTP/1.1 408")
    assert not echo.asked.is_set()


async def test_requests_follow_one_another_on_a_connection(patient: Connection) -> None:
    reader, writer = patient
    for _ in range(3):
        writer.write(WHOLE)
        async with asyncio.timeout(GUARD_SECONDS):
            assert (await reader.readuntil(b"hi")).startswith(b"HTTP/1.1 200")
