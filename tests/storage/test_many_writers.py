"""Several programs write to one database at once: nothing fails, nothing is lost, nothing is doubled."""

from __future__ import annotations

import asyncio
import datetime as dt
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from bot.loading import load_files
from parser.records import Language
from storage.engine import begin_write, create_engine, create_sessions, write
from storage.missed_questions import count_missed, list_missed
from storage.people import find_person, save_language
from storage.people_models import Person
from storage.schema import is_current, migrate
from storage.stored import table
from tests.conftest import SAMPLES
from tests.harness.databases import database_url, writing_elsewhere
from tests.storage.conftest import Sessions
from tests.storage.dump import count, facts

PROGRAMS = 3
FILES = sorted(SAMPLES.iterdir())[:3]


@asynccontextmanager
async def programs(file: Path) -> AsyncIterator[list[Sessions]]:
    """The sessions of several programs that use one database."""
    async with AsyncExitStack() as stack:
        engines = [create_engine(database_url(file)) for _ in range(PROGRAMS)]
        for engine in engines:
            stack.push_async_callback(engine.dispose)
        yield [create_sessions(engine) for engine in engines]


async def test_programs_that_start_at_once_migrate_once(tmp_path: Path) -> None:
    async with programs(tmp_path / "new.db") as several:
        engines = [sessions.kw["bind"] for sessions in several]
        await asyncio.gather(*map(migrate, engines))
        assert [await is_current(engine) for engine in engines] == [True] * PROGRAMS


async def test_a_button_that_is_pressed_many_times_keeps_one_choice(database: Path) -> None:
    async def press(sessions: Sessions, language: Language) -> None:
        async with sessions() as session:
            await find_person(session, 7)
            await save_language(session, 7, language)

    async with programs(database) as several:
        presses = [press(sessions, language) for sessions in several for language in (*Language, *Language)]
        await asyncio.gather(*presses)
        async with several[0]() as session:
            assert (await find_person(session, 7)).language is not None
    assert count(database, "person") == [1]


async def test_a_question_that_many_ask_is_counted_each_time_or_not_at_all(database: Path) -> None:
    async with programs(database) as several:
        asked = [count_missed(sessions, "щщщ", dt.date(2026, 1, 1)) for sessions in several for _ in range(5)]
        counted = await asyncio.gather(*asked)
        async with several[0]() as session:
            [missed] = await list_missed(session)
    assert missed.count == sum(counted) > 0


async def test_loads_at_once_store_what_one_load_stores(
    database: Path, migrated: Path, tmp_path: Path
) -> None:
    async def load(sessions: Sessions, turn: int) -> None:
        async for report in load_files(sessions, FILES[turn:] + FILES[:turn]):
            assert report.error is None, report

    async with programs(database) as several:
        await asyncio.gather(*(load(sessions, turn) for turn, sessions in enumerate(several)))
    alone = Path(shutil.copy(migrated, tmp_path / "alone.db"))
    async with programs(alone) as (first, *_):
        await load(first, 0)
    assert facts(database) == facts(alone)


async def test_who_has_patience_for_a_moment_waits_no_longer(database: Path) -> None:
    async with programs(database) as (sessions, *_):
        with writing_elsewhere(database), pytest.raises(DBAPIError):
            await write(sessions, lambda _: None, patience=0.01)
        await write(sessions, lambda _: None, patience=0.01)


async def test_a_writer_sees_what_the_one_before_has_written(database: Path) -> None:
    """It would add the person once more where it saw what was there when it began to wait."""
    person = {"telegram_id": 7, "language": Language.KK}
    async with programs(database) as (sessions, other, _), sessions() as first, other() as second:
        await (await begin_write(first)).execute(insert(table(Person)).values(person))
        waiting = asyncio.ensure_future(save_language(second, 7, Language.RU))
        await asyncio.wait({waiting}, timeout=0.05)
        assert not waiting.done()
        await first.commit()
        await waiting
        assert (await find_person(first, 7)).language is Language.RU
    assert count(database, "person") == [1]
