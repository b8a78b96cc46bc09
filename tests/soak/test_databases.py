"""The database is locked, full, damaged or none: people are answered or told, and what was stored stays sound."""

from __future__ import annotations

import resource
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.botapi.clock import pause
from tests.botapi.faults import PAGE, refused
from tests.botapi.process import BotProcess, behind_webhook
from tests.botapi.server import BotApi
from tests.harness.databases import writing_elsewhere
from tests.soak.crowd import Crowd
from tests.soak.tally import Outcome, Row, Tally

pytestmark = [pytest.mark.soak, pytest.mark.sqlite]

MANY = 100
PAGE_SIZE = 4096
Processes = Callable[..., BotProcess]


def look_through(database: Path) -> list[tuple[str]]:
    """What SQLite finds wrong in a file, and the updates that are kept there as not done."""
    with closing(sqlite3.connect(database)) as connection:
        wrong = connection.execute("PRAGMA integrity_check").fetchall()
        return [each for each in wrong if each != ("ok",)] + connection.execute(
            "SELECT content FROM open_update"
        ).fetchall()


def size_of(file: Path) -> int:
    return file.stat().st_size


def read(file: Path) -> bytes:
    return file.read_bytes()


def overwrite(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def damage(database: Path) -> None:
    """Overwrites all pages but the first in the file itself, under the feet of who has it open."""
    with database.open("r+b") as file:
        pages = file.seek(0, 2) // PAGE_SIZE
        file.seek(PAGE_SIZE)
        file.write(b"\xa5" * PAGE_SIZE * (pages - 1))


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_a_page_at_the_start(
    *, webhook: bool, api: BotApi, processes: Processes, crowd: Crowd, tally: Tally
) -> None:
    people = crowd.ask(20)
    settings, address = behind_webhook() if webhook else ({}, "")
    api.proxy += [address] if webhook else []
    methods = ("getMe", "setWebhook" if webhook else "deleteWebhook")
    api.faults.add(refused(502, PAGE), *methods, times=None)
    away = processes(**settings)
    await away.begin()
    assert await away.wait() == 1
    said = away.log.read_text()
    assert "Traceback" not in said
    [why] = [line for line in said.splitlines() if line.startswith("Telegram refused")]
    assert why == "Telegram refused: 502 Bad Gateway"
    api.faults.clear()
    for method in methods:  # and one that is over before the bot gives up
        api.faults.add(refused(502, PAGE), method, times=2)
    bot = processes(**settings)
    await bot.start()
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    assert "Traceback" not in bot.log.read_text()
    outcome = crowd.outcome(people)
    tally.add(Row.START, outcome, sum(bool(call.fault) for call in api.calls))
    assert outcome == Outcome(20)


async def test_another_program_writes(
    database: Path, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    await crowd.hear(crowd.ask(2))
    with writing_elsewhere(database):
        people = crowd.ask(MANY)
        await crowd.hear(people)  # none of them waits for the writer
        await pause(10)
    people += crowd.ask(MANY)
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = await crowd.finish(bot, people)
    tally.add(Row.LOCKED, outcome)
    assert outcome == Outcome(2 * MANY)
    assert look_through(database) == []


async def test_another_program_writes_at_the_start(
    database: Path, api: BotApi, processes: Processes, crowd: Crowd, tally: Tally
) -> None:
    people = crowd.ask(MANY)
    bot = processes()
    with writing_elsewhere(database):
        await bot.begin()
        await pause(10)
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = await crowd.finish(bot, people)
    tally.add(Row.LOCKED, outcome)
    assert outcome == Outcome(MANY)


async def test_a_kill_while_another_program_writes(
    database: Path, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    """What could not be written is still with Telegram; who had the answer already may get it again."""
    await crowd.hear(crowd.ask(2))
    with writing_elsewhere(database):
        people = crowd.ask(150)
        await api.until(lambda: sum(map(crowd.answers, people)) >= 20)
        await bot.kill()
        await pause(0.5)  # for what it had sent to arrive
        assert not crowd.heard(people)
        unconfirmed = set(api.updates.unconfirmed)
        answered = {each for each in people if crowd.answers(each) and crowd.updates[each] in unconfirmed}
    outcome = await crowd.finish(bot, people)
    tally.add(Row.LOCKED_KILL, outcome)
    assert (outcome.lost, outcome.told) == (0, 0)
    assert crowd.doubled(people) == answered


async def test_a_full_disk(database: Path, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally) -> None:
    """No file of the process may grow: each write beyond its end fails, as on a full disk."""
    await crowd.hear(crowd.ask(2))
    await bot.idle()
    full = max(size_of(Path(f"{database}-wal")), size_of(bot.log) + 20_000)
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (full, resource.RLIM_INFINITY))
    people = crowd.ask(MANY)
    await crowd.hear(people)
    people += crowd.ask(MANY)
    await crowd.hear(people)
    assert "updates are not kept for now" in bot.log.read_text()
    resource.prlimit(bot.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    people += crowd.ask(MANY)
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = await crowd.finish(bot, people)
    tally.add(Row.FULL, outcome)
    assert outcome == Outcome(3 * MANY)
    assert look_through(database) == []


async def test_pages_are_overwritten(
    database: Path, api: BotApi, bot: BotProcess, crowd: Crowd, tally: Tally
) -> None:
    await crowd.hear(crowd.ask(2))
    await bot.idle()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(database)
    people = crowd.ask(MANY)
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.CORRUPT, outcome)
    assert (outcome.lost, outcome.doubled) == (0, 0)


async def test_no_database_at_the_start(
    database: Path, api: BotApi, processes: Processes, crowd: Crowd, tally: Tally
) -> None:
    people = crowd.ask(20)
    sound = read(database)
    for damaged in (b"no database at all" * 500, sound[:PAGE_SIZE] + b"\xa5" * PAGE_SIZE * 50, sound[:9000]):
        overwrite(database, damaged)
        bot = processes()
        await bot.begin()
        assert await bot.wait() == 1
        said = bot.log.read_text()
        assert "Traceback" not in said
        assert "the database cannot be used" in said
    overwrite(database, sound)
    bot = processes()
    await bot.start()
    await crowd.hear(people)
    await bot.idle()
    assert await bot.stop() == 0
    outcome = crowd.outcome(people)
    tally.add(Row.CORRUPT_START, outcome, 3)
    assert outcome == Outcome(20)
