"""What answers in Telegram's place over a real socket: nothing that is said of it has the token, and nobody is lost."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal

import pytest
from aiogram import Bot
from aiogram.exceptions import AiogramError, TelegramServerError
from pydantic import SecretStr

from bot.app import create_bot
from bot.logs import set_up_logging
from bot.serving import run as running
from bot.serving.run import run
from bot.settings import Settings
from handlers.administrators import NotedError
from handlers.errors import _reason
from handlers.tokens import hide_tokens
from tests.harness.budget import url
from tests.harness.world import pass_over

SECRET = "AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
TOKEN = f"42:{SECRET}"
SENT = '{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"сәлем"}}'

Answer = Callable[[bytes], bytes]  # to the path of a request


def _headed(status: str, *headers: bytes, body: bytes = b"") -> bytes:
    lines = [f"HTTP/1.1 {status}".encode(), *headers, b"Content-Length: %d" % len(body)]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _to(place: bytes, status: str = "302 Found") -> Answer:
    return lambda path: _headed(status, b"Location: " + place + path)


ANSWERS: dict[str, Answer] = {
    "another protocol": lambda _: b"SSH-2.0-none\r\n\r\n",
    "TLS": lambda _: b"\x15\x03\x01\x00\x02\x02\x16",
    "nothing": lambda _: b"",
    "half a head": lambda _: b"HTTP/1.1 200 OK\r\nContent-Le",
    "half a body": lambda _: b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"ok":',
    "an odd header": lambda _: b"HTTP/1.1 200 OK\r\nX \x00 y: z\r\n\r\n",
    "a line without end": lambda path: b"HTTP/1.1 200 " + path * 300 + b"\r\n\r\n",
    "what is not packed": lambda _: _headed("200 OK", b"Content-Encoding: gzip", body=b"xxxxx"),
    "the path in words": lambda path: _headed(
        "404 Not Found", body=b'{"ok":false,"error_code":404,"description":"no ' + path + b'"}'
    ),
    "the path in a page": lambda path: _headed("200 OK", body=b"<p>" + path),
    "a redirect to another host": _to(b"http://nobody.invalid"),
    "a redirect to itself": _to(b""),
    "a redirect that keeps the method": _to(b"", "308 Permanent Redirect"),
    "a redirect to no HTTP": _to(b"ftp://nobody.invalid"),
    "a redirect to no address": _to(b"http://[x"),
    "a redirect in other letters": lambda path: _to(b"ftp://nobody.invalid")(path.replace(b":", b"%3A")),
}


@asynccontextmanager
async def answering(*answers: Answer) -> AsyncIterator[str]:
    """A server that gives each request the next answer, and the last one from then on, and closes."""
    left = list(answers)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.read(65_536)  # the first of it: who speaks TLS says no more until it is answered
        path = head.split(b" ")[1] if head.startswith((b"GET ", b"POST ")) else b""
        with suppress(ConnectionError):
            writer.write((left.pop(0) if len(left) > 1 else left[0])(path))
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        yield f"127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def bot_of(address: str, *, hasty: bool = False) -> AsyncIterator[Bot]:
    """A bot that speaks to an address; a hasty one repeats nothing."""
    bot = create_bot(TOKEN, api_url=address, sleep=pass_over)
    if hasty:
        bot.session.middleware._middlewares.clear()
    yield bot
    await bot.session.close()


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.mark.parametrize(
    ("kind", "scheme"), [*((kind, "http") for kind in ANSWERS), ("another protocol", "https")]
)
async def test_a_start_says_in_a_line_what_is_wrong(
    database: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    scheme: str,
) -> None:
    monkeypatch.setattr(
        running, "create_bot", lambda token, api_url: create_bot(token, api_url=api_url, sleep=pass_over)
    )
    async with answering(ANSWERS[kind]) as address:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            bot_token=SecretStr(TOKEN),
            database_url=url(database),
            telegram_api_url=f"{scheme}://{address}",
        )
        assert await run(settings) == 1
    said = "".join(capsys.readouterr())
    assert SECRET not in said
    assert "Traceback" not in said
    assert said.splitlines()[-1].startswith(("The Bot API cannot be reached: ", "Telegram refused: "))


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("kind", ANSWERS)
async def test_neither_logs_nor_operators_are_told_the_token(
    kind: str, form: Literal["text", "json"]
) -> None:
    stream = io.StringIO()
    async with answering(ANSWERS[kind]) as address, bot_of(f"http://{address}", hasty=True) as bot:
        set_up_logging("DEBUG", form, stream)
        with pytest.raises(AiogramError) as raised:
            await bot.send_message(7, "сәлем")
        logging.getLogger("bot").error("failed", exc_info=raised.value)
    fault = NotedError(dt.datetime.now(dt.UTC), "x", "message", _reason(raised.value))
    for said in (stream.getvalue(), str(fault), getattr(raised.value, "message", "")):
        assert SECRET not in said
    assert "Traceback" in stream.getvalue()


@pytest.mark.parametrize(
    "status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"]
)
async def test_a_redirect_is_not_followed_and_the_message_sent_again(status: str) -> None:
    """At the page of a hotel's network, 200, an answer would seem to have arrived."""
    answers = (_to(b"", status), _to(b"", status), lambda _: _headed("200 OK", body=SENT.encode()))
    async with answering(*answers) as address, bot_of(f"http://{address}") as bot:
        assert (await bot.send_message(7, "сәлем")).text == "сәлем"


async def test_who_is_redirected_for_ever_is_told_so() -> None:
    async with answering(_to(b"/login")) as address, bot_of(f"http://{address}", hasty=True) as bot:
        with pytest.raises(TelegramServerError, match="302 Found"):
            await bot.send_message(7, "сәлем")


@pytest.mark.parametrize("between", [":", "%3A", "%3a"])
def test_a_token_is_known_in_an_address(between: str) -> None:
    assert hide_tokens(f"http://x/bot42{between}{SECRET}/getMe") == "http://x/bot…/getMe"
