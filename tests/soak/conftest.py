"""A bot with its Telegram for each trial, and the table at the end of all."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.botapi.process import BotProcess
from tests.botapi.server import TOKEN, BotApi, bot_api
from tests.harness.databases import database_url
from tests.harness.fixtures import filled
from tests.soak.crowd import QUESTIONS, Crowd
from tests.soak.tally import Tally

__all__ = ["filled"]

_TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TALLY] = Tally()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints the table of docs/reliability.md."""
    if config.stash[_TALLY]:
        terminalreporter.write_line("")
        terminalreporter.write_line(config.stash[_TALLY].render())


@pytest.fixture
def tally(pytestconfig: pytest.Config) -> Tally:
    return pytestconfig.stash[_TALLY]


@pytest.fixture
async def api() -> AsyncIterator[BotApi]:
    async with bot_api() as api:
        yield api


@pytest.fixture
def crowd(api: BotApi) -> Crowd:
    return Crowd(api)


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(filled, tmp_path / "qazyna.db"))


@pytest.fixture
async def processes(api: BotApi, database: Path, tmp_path: Path) -> AsyncIterator[Callable[..., BotProcess]]:
    """Makes processes of the bot over one database; those that still run at the end are killed."""
    made: list[BotProcess] = []

    def make(**settings: str) -> BotProcess:
        log = tmp_path / f"bot-{len(made)}.log"
        made.append(BotProcess(api, database_url(database), log, **settings))
        return made[-1]

    yield make
    for process in made:
        await process.kill()
        check_log(process.log)


def check_log(log: Path) -> None:
    """Fails where a log has the token, or what people wrote, whatever went wrong."""
    said = log.read_text(encoding="utf-8") if log.exists() else ""
    assert TOKEN.partition(":")[2] not in said
    assert not any(question in said for _, question in QUESTIONS)


@pytest.fixture
async def bot(processes: Callable[..., BotProcess]) -> BotProcess:
    """A process that polls."""
    bot = processes()
    await bot.start()
    return bot
