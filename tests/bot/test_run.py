"""`run` starts by polling or webhook, and says in a line what is wrong."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetMe, GetUpdates, SetWebhook
from aiogram.types import User
from sqlalchemy.exc import OperationalError

from bot.app import create_bot
from bot.operator.texts import OperatorLanguage, load_operator_texts
from bot.serving import run as running
from bot.serving.run import explain_stop, run, tell_switched_off
from bot.settings import Settings
from storage.schema import SchemaError, SchemaErrorKind
from tests.harness.budget import url
from tests.harness.moments import GUARD_SECONDS, happens, logged
from tests.harness.ports import free_port
from tests.harness.session import Failure, RecordingSession
from tests.harness.world import pass_over


@pytest.fixture(autouse=True)
def _restored_logging() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> RecordingSession:
    """What `run` speaks to instead of Telegram."""
    session = RecordingSession()

    def create(token: str, *, api_url: str | None = None) -> Bot:
        return create_bot(token, api_url=api_url, session=session, sleep=pass_over)

    monkeypatch.setattr(running, "create_bot", create)
    return session


def settings(database: Path, **values: Any) -> Settings:
    return Settings(_env_file=None, database_url=url(database), **{"bot_token": "42:TEST"} | values)  # type: ignore[call-arg]


async def test_without_a_token_two_lines_say_what_to_do(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await run(settings(database, bot_token=None)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 2
    assert "BOT_TOKEN" in captured.err
    assert "python -m bot chat" in captured.err


@pytest.mark.parametrize("token", ["junk", "42 : x", ":"])
async def test_what_is_no_token(database: Path, capsys: pytest.CaptureFixture[str], token: str) -> None:
    assert await run(settings(database, bot_token=token)) == 1
    assert capsys.readouterr().err.startswith("BOT_TOKEN is not a token")


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (lambda method: TelegramUnauthorizedError(method, "Unauthorized"), "does not accept BOT_TOKEN"),
        (lambda method: TelegramNetworkError(method, "cannot connect"), "cannot be reached: cannot connect"),
        (lambda method: TelegramBadRequest(method, "odd"), "Telegram refused: odd"),
        (lambda method: TelegramServerError(method, "502 Bad Gateway"), "Telegram refused: 502 Bad Gateway"),
    ],
)
async def test_telegram_refuses(
    database: Path,
    session: RecordingSession,
    capsys: pytest.CaptureFixture[str],
    failure: Failure,
    words: str,
) -> None:
    session.fail(GetMe, failure, times=100)
    assert await run(settings(database)) == 1
    (line,) = [each for each in capsys.readouterr().err.splitlines() if words in each]
    assert "TEST" not in line
    assert session.closed == 1


@pytest.mark.usefixtures("session")
async def test_a_database_that_cannot_be_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert await run(settings(tmp_path / "nowhere" / "a.db")) == 1
    assert "the database cannot be used: its file cannot be opened" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            OperationalError("SELECT secret", {}, Exception("disk full\nmore")),
            "The bot cannot start: the database cannot be used: disk full",
        ),
        (
            SchemaError(SchemaErrorKind.NEWER, found="9", known="2"),
            "The bot cannot start: the database cannot be used: its schema is 9, newer than this program's 2",
        ),
        (OSError(errno.EADDRINUSE, "said otherwise"), "The bot cannot start: the address is in use"),
    ],
)
def test_errors_are_explained_in_a_line(error: Exception, line: str) -> None:
    assert explain_stop(error, load_operator_texts(OperatorLanguage.EN)) == line


@pytest.mark.parametrize(
    ("inline", "groups", "told"),
    [
        (True, True, []),
        (None, None, []),
        (False, True, ["inline mode"]),
        (False, False, ["inline mode", "group privacy"]),
    ],
)
def test_what_botfather_has_switched_off_is_told(
    caplog: pytest.LogCaptureFixture, inline: bool | None, groups: bool | None, told: list[str]
) -> None:
    bot = User(id=42, is_bot=True, first_name="Qazyna", username="qazyna_bot")
    described = bot.model_copy(
        update={"supports_inline_queries": inline, "can_read_all_group_messages": groups}
    )
    with caplog.at_level(logging.INFO):
        tell_switched_off(described)
    assert [line.partition(" is ")[0] for line in caplog.messages] == told
    assert all("@qazyna_bot" in line for line in caplog.messages)


async def test_polling_until_stopped(database: Path, session: RecordingSession) -> None:
    async def stop() -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        await asyncio.Event().wait()  # as Telegram holds a request for which it has nothing

    session.on_empty = stop
    async with asyncio.timeout(GUARD_SECONDS):
        assert await run(settings(database, telegram_api_url="http://127.0.0.1:8081")) == 0
    assert session.api.base.startswith("http://127.0.0.1:8081/bot")
    session.check()


async def test_a_webhook_until_stopped(database: Path, session: RecordingSession) -> None:
    values = {"webhook_url": "https://example.org/hook", "webhook_secret": "s3cret"}
    with logged("bot.serving.webhook", "listening") as listening:
        serving = asyncio.ensure_future(
            run(settings(database, webhook_listen=f"127.0.0.1:{free_port()}", **values))
        )
        await happens(listening)
    os.kill(os.getpid(), signal.SIGINT)
    assert await serving == 0
    assert len(session.of(SetWebhook)) == 1
    assert not session.arrived[GetUpdates].is_set()


async def test_a_port_in_use(
    database: Path, session: RecordingSession, capsys: pytest.CaptureFixture[str]
) -> None:
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    values = {
        "webhook_url": "https://example.org",
        "webhook_secret": "s",
        "webhook_listen": f"127.0.0.1:{port}",
    }
    assert await run(settings(database, **values)) == 1
    server.close()
    await server.wait_closed()
    assert "The bot cannot start" in capsys.readouterr().err
