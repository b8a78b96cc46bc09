"""A file that is ready is read by its driver alone; of any other database SQLAlchemy opens what there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import cast

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.direct import DirectSession, DirectSessions, open_ready_file
from storage.engine import create_engine
from storage.kept.state import read_state_numbers
from storage.schema import is_current
from tests.harness.databases import database_url, writing_elsewhere
from tests.harness.rights import lend, without_rights

pytestmark = pytest.mark.sqlite


@pytest.fixture
def file(samples: Path, tmp_path: Path) -> Path:
    return Path(copy(samples, tmp_path / "дом 1%20.db"))


def opened(file: Path) -> DirectSessions:
    found = open_ready_file(database_url(file).replace("%", "%25"))
    assert found is not None
    return found


async def read_state(session: DirectSession) -> int:
    return (await read_state_numbers(cast("AsyncConnection", await session.connection()))).budgets


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


async def test_a_session_reads_one_state_while_others_write(file: Path) -> None:
    with closing(opened(file)) as sessions:
        async with sessions() as session:
            before = await read_state(session)
            change(file, "UPDATE stored_state SET number = number + 1")
            assert await read_state(session) == before
        async with sessions() as session:
            with writing_elsewhere(file):
                assert await read_state(session) == before + 1


async def test_a_session_changes_nothing(file: Path) -> None:
    with closing(opened(file)) as sessions:
        async with sessions() as session:
            before = await read_state(session)
            (await session.connection()).exec_driver_sql("UPDATE stored_state SET number = 7")
        async with sessions() as session:
            assert await read_state(session) == before


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"no database" * 500),
        lambda file: change(file, "PRAGMA journal_mode=DELETE"),
        lambda file: change(file, "UPDATE alembic_version SET version_num = '0001'"),
        lambda file: change(file, "DROP TABLE alembic_version"),
        lambda file: change(file, "DELETE FROM alembic_version"),
    ],
    ids=["gone", "empty", "other", "no-log", "older", "no-schema", "no-version"],
)
def test_what_is_not_ready_is_left_alone(file: Path, spoil: Callable[[Path], object]) -> None:
    spoil(file)
    before = file.read_bytes() if file.exists() else None
    assert open_ready_file(database_url(file).replace("%", "%25")) is None
    assert (file.read_bytes() if file.exists() else None) == before


def test_a_file_that_may_only_be_read_is_left_alone(samples: Path) -> None:
    with lend(samples) as lent:
        with without_rights(), closing(opened(lent)):
            pass  # while it may be written to
        lent.chmod(0o400)
        with without_rights():
            assert open_ready_file(database_url(lent)) is None


@pytest.mark.parametrize("folder", [0o700, 0o500], ids=["where files may be made", "where none may"])
async def test_a_file_that_may_only_be_read_is_read_by_sqlalchemy(samples: Path, folder: int) -> None:
    with lend(samples) as lent:
        lent.chmod(0o400)
        lent.parent.chmod(folder)
        with without_rights():
            engine = create_engine(database_url(lent))
            try:
                assert await is_current(engine)
            finally:
                await engine.dispose()


@pytest.mark.parametrize(
    "url",
    [
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///file:memory?mode=memory&uri=true",
        "postgresql+asyncpg://somebody@nowhere/qazyna",
    ],
)
def test_what_is_no_file_is_left_alone(url: str) -> None:
    assert open_ready_file(url) is None


def test_parameters_of_an_address_are_left_to_those_who_know_them(file: Path) -> None:
    assert open_ready_file(f"{database_url(file)}?timeout=3") is None
