from __future__ import annotations

import asyncio
import errno
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.event import listen
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.engine import (
    MOST_CONNECTIONS,
    EngineError,
    EngineErrorKind,
    _connect,
    begin_write,
    create_engine,
    create_sessions,
    write,
    write_own_rows,
)
from storage.schema import migrate
from tests.harness.quick_disk import wait_as_ever
from tests.storage.conftest import Sessions


@pytest.mark.sqlite
async def test_every_connection_is_prepared(engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    wait_as_ever(monkeypatch)
    async with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            pragmas = {
                name: await connection.scalar(text(f"PRAGMA {name}"))
                for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
            }
            assert pragmas == {
                "journal_mode": "wal",
                "foreign_keys": 1,
                "synchronous": 1,
                "busy_timeout": 30_000,
            }


async def test_a_reference_to_nothing_is_refused(sessions: Sessions) -> None:
    async with sessions() as session:
        connection = await session.connection()
        with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
            await connection.execute(
                text("INSERT INTO finding (source_id, kind, \"values\") VALUES (7, 'a', '{}')")
            )


async def test_schema_changes_roll_back(engine: AsyncEngine) -> None:
    async with engine.connect() as connection:
        await connection.execute(text("CREATE TABLE passing (id INTEGER)"))
        await connection.rollback()
        assert not await connection.run_sync(lambda plain: inspect(plain).has_table("passing"))


async def test_a_session_reads_one_state(sessions: Sessions) -> None:
    async with sessions() as reader, sessions() as writer:
        seen = await reader.connection()
        assert await seen.scalar(text("SELECT count(*) FROM person")) == 0
        written = await begin_write(writer)
        await written.execute(text("INSERT INTO person (telegram_id, language) VALUES (1, 'kk')"))
        await writer.commit()
        assert await seen.scalar(text("SELECT count(*) FROM person")) == 0
        await reader.rollback()
        seen = await reader.connection()
        assert await seen.scalar(text("SELECT count(*) FROM person")) == 1


_REFERS_TO_NOTHING = "INSERT INTO finding (source_id, kind, \"values\") VALUES (7, 'a', '{}')"


@pytest.mark.sqlite
async def test_a_commit_that_fails_ends_its_transaction(sessions: Sessions) -> None:
    # SQLite keeps the transaction open, with its lock; the connection goes back to the pool.
    for _ in range(2):
        async with sessions() as session:
            connection = await begin_write(session)
            await connection.execute(text("PRAGMA defer_foreign_keys=ON"))
            await connection.execute(text(_REFERS_TO_NOTHING))
            with pytest.raises(IntegrityError, match="FOREIGN KEY"):
                await session.commit()
    async with sessions() as session:
        connection = await session.connection()
        assert await connection.scalar(text("SELECT count(*) FROM finding")) == 0


@pytest.mark.sqlite
async def test_a_commit_that_fails_in_the_writer_ends_its_transaction(sessions: Sessions) -> None:
    def refer_to_nothing(connection: Connection) -> None:
        connection.execute(text("PRAGMA defer_foreign_keys=ON"))
        connection.execute(text(_REFERS_TO_NOTHING))

    for _ in range(2):
        with pytest.raises(IntegrityError, match="FOREIGN KEY"):
            await write(sessions, refer_to_nothing)
    await write(
        sessions,
        lambda connection: connection.execute(
            text("INSERT INTO person (telegram_id, language) VALUES (1, 'kk')")
        ),
    )
    async with sessions() as session:
        connection = await session.connection()
        assert await connection.scalar(text("SELECT count(*) FROM person")) == 1


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "address",
    [
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
        "sqlite+aiosqlite:///file:a?mode=memory&uri=true",
    ],
)
async def test_sessions_of_a_database_in_memory_take_turns(address: str) -> None:
    # A connection shared at the same moment would mix their transactions.
    engine = create_engine(address)
    sessions = create_sessions(engine)

    async def add(value: int) -> None:
        async with sessions() as session:
            connection = await begin_write(session)
            await connection.execute(text("CREATE TABLE IF NOT EXISTS number (value INTEGER)"))
            await connection.execute(text("INSERT INTO number VALUES (:value)"), {"value": value})
            if value % 2:
                await session.commit()

    await asyncio.gather(*(add(value) for value in range(1, 10)))
    async with sessions() as session:
        connection = await session.connection()
        kept = (await connection.execute(text("SELECT value FROM number ORDER BY value"))).scalars().all()
    await engine.dispose()
    assert kept == [1, 3, 5, 7, 9]


class DriverError(Exception):
    """What a driver raises by itself: asyncpg's are no errors of the DB API."""


DriverError.__module__ = "aiosqlite.errors"


def engine_that_raises(error: Exception) -> AsyncEngine:
    """One whose driver raises an error on connecting, as that of a server does."""

    async def connect(*_: object, **__: object) -> None:
        raise error

    engine = create_async_engine("sqlite+aiosqlite://", connect_args={"async_creator_fn": connect})
    listen(engine.sync_engine, "do_connect", _connect)
    return engine


@pytest.mark.parametrize("raised", [ConnectionRefusedError(), TimeoutError(), DriverError("is starting up")])
async def test_a_server_that_is_away_is_an_error_of_the_database(raised: Exception) -> None:
    engine = engine_that_raises(raised)
    with pytest.raises(OperationalError):
        await write(create_sessions(engine), lambda _: None)
    await engine.dispose()


async def test_so_it_is_on_postgresql(tmp_path: Path) -> None:
    engine = create_engine(f"postgresql+asyncpg://nobody@/none?host={tmp_path}")  # where no server listens
    with pytest.raises(OperationalError):
        await write_own_rows(create_sessions(engine), lambda _: None)
    with pytest.raises(EngineError) as caught:
        await migrate(engine)
    assert caught.value.kind is EngineErrorKind.UNREACHABLE
    await engine.dispose()


@pytest.mark.parametrize(
    ("raised", "kind", "values"),
    [
        (
            ConnectionRefusedError(errno.ECONNREFUSED, "secret"),
            EngineErrorKind.UNREACHABLE,
            {"errno": "ECONNREFUSED"},
        ),
        (TimeoutError(), EngineErrorKind.UNREACHABLE, {"errno": None}),
        (TypeError("connect() got an unexpected keyword"), EngineErrorKind.PARAMETERS, {}),
        (DriverError("no role\nmore"), EngineErrorKind.REFUSED, {"said": "no role"}),
        (DriverError(), EngineErrorKind.REFUSED, {"said": "DriverError"}),
    ],
)
async def test_a_database_that_cannot_be_opened_says_why(
    raised: Exception, kind: EngineErrorKind, values: dict[str, str | None]
) -> None:
    engine = engine_that_raises(raised)
    with pytest.raises(EngineError) as caught:
        await migrate(engine)
    await engine.dispose()
    assert (caught.value.kind, caught.value.values) == (kind, values)


async def test_an_error_of_the_program_s_own_is_not_taken_for_the_driver_s() -> None:
    engine = engine_that_raises(RuntimeError("a mistake of ours"))
    with pytest.raises(RuntimeError, match="a mistake of ours"):
        await migrate(engine)
    await engine.dispose()


@pytest.mark.sqlite
async def test_a_file_is_made_where_the_address_says(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'қазына.db'}")
    async with engine.connect() as connection:
        await connection.execute(text("SELECT 1"))
    await engine.dispose()
    assert (tmp_path / "қазына.db").exists()


def _files(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mode for file in folder.iterdir()}


@pytest.mark.sqlite
async def test_a_new_database_is_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "new.db"
    engine = create_engine(f"sqlite+aiosqlite:///{file}")
    await migrate(engine)
    modes = {name: mode & 0o777 for name, mode in _files(tmp_path).items()}
    await engine.dispose()
    assert set(modes.values()) == {0o600}
    assert "new.db-wal" in modes


@pytest.mark.sqlite
@pytest.mark.parametrize("folder_too", [False, True])
async def test_a_file_that_may_only_be_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder_too: bool
) -> None:
    file = tmp_path / "kept.db"
    writing = create_engine(f"sqlite+aiosqlite:///{file}")
    await migrate(writing)
    await writing.dispose()
    protected = {file, tmp_path} if folder_too else {file}
    monkeypatch.setattr("storage.sqlite.os.access", lambda path, _mode: Path(path) not in protected)
    before = _files(tmp_path).keys()
    engine = create_engine(f"sqlite+aiosqlite:///{file}")
    await migrate(engine)  # it is there already
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM budget")) == 0
        with pytest.raises(OperationalError, match="readonly"):
            await connection.execute(text("DELETE FROM budget"))
    if folder_too:
        assert _files(tmp_path).keys() == before
    await engine.dispose()


async def test_a_connection_that_is_handed_back_stays_open_until_the_end(
    engine: AsyncEngine, sessions: Sessions
) -> None:
    """Who hands it back may be broken off meanwhile, and a connection that is being closed then is told as an error."""
    closed: list[object] = []
    listen(engine.sync_engine, "close", lambda connection, _: closed.append(connection))
    opened = [sessions() for _ in range(MOST_CONNECTIONS)]
    for session in opened:
        await (await session.connection()).execute(text("SELECT 1"))
    for session in opened:
        await session.rollback()
    assert not closed
    await engine.dispose()
    assert len(closed) == MOST_CONNECTIONS
