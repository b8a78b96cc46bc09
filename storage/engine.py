"""The database engine and its sessions."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, event, make_url, text
from sqlalchemy import create_engine as create_sync_engine
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool, PoolResetState
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Kind, KindError, Value
from storage.driver import open_prepared, prepare_connection

_T = TypeVar("_T")

_BUSY_TIMEOUT = 30_000  # milliseconds a writer waits for another one to commit
_WRITE_AHEAD = "PRAGMA journal_mode=WAL"
_FOR_READING = f"PRAGMA busy_timeout={_BUSY_TIMEOUT}", "PRAGMA foreign_keys=ON"
_FOR_WRITING = *_FOR_READING, _WRITE_AHEAD, "PRAGMA synchronous=NORMAL"
_BEGIN = "sqlite_begin"  # execution option: the words after BEGIN
_WRITER = "sqlite_writer"  # execution option of an engine: the engine that writes to the same file
_QUEUE = "sqlite_queue"  # execution option of an engine: whoever is about to become the writer


class EngineErrorKind(Kind):
    """What keeps a database from being opened."""

    DRIVER_MISSING = "driver-missing", "package"
    PARAMETERS = ("parameters",)  # its address has some that the driver does not take
    REFUSED = "refused", "said"
    UNREACHABLE = "unreachable", "errno"  # the system's name for it, such as ECONNREFUSED


class EngineError(KindError):
    """A database that cannot be opened. Its address, which may hold a password, is not told."""

    def __init__(self, kind: EngineErrorKind, **values: Value) -> None:
        super().__init__(kind, values)


def create_engine(url: str) -> AsyncEngine:
    """Opens a database; nothing is connected before the first statement.

    On SQLite every connection enforces foreign keys, writes ahead (readers and one
    writer do not wait for each other) and begins a real transaction, so that what a
    session reads is one state of the database and schema changes roll back. A file that
    may only be read is opened for reading.

    Args:
        url: an SQLAlchemy address with an async driver: `sqlite+aiosqlite:///qazyna.db`.

    Returns:
        The engine; `await engine.dispose()` closes it.

    Raises:
        EngineError: `driver-missing`, `parameters`.
    """
    try:
        return _make_engine(url)
    except ModuleNotFoundError as error:
        raise EngineError(EngineErrorKind.DRIVER_MISSING, package=error.name) from error
    except (ArgumentError, TypeError, ValueError) as error:
        raise EngineError(EngineErrorKind.PARAMETERS) from error


def _make_engine(url: str) -> AsyncEngine:
    if not url.startswith("sqlite"):
        return create_async_engine(url, pool_pre_ping=True, hide_parameters=True)
    if reader := _read_only_address(url):
        return _make_sqlite_engine(reader, _FOR_READING)
    if _in_memory(url):
        # One connection, lent to one session at a time: sharing it would mix their transactions.
        pool = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 5}
        return _make_sqlite_engine(url, _FOR_WRITING, **pool)
    engine = _make_sqlite_engine(url, _FOR_WRITING)
    _add_writer(engine)
    return engine


def _make_sqlite_engine(url: str | URL, pragmas: Sequence[str], **arguments: Any) -> AsyncEngine:  # noqa: ANN401
    opened = {"async_creator_fn": partial(open_prepared, pragmas)}
    engine = create_async_engine(url, connect_args=opened, hide_parameters=True, **arguments)
    _begin_truly(engine.sync_engine)
    return engine


def create_sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Makes the factory of sessions; what they read stays readable after a commit."""
    return async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


async def begin_write(session: AsyncSession) -> AsyncConnection:
    """Begins a session's transaction as the only writer, before anything is read.

    SQLite refuses to let a reader become a writer when another one has written in
    between; taking the write lock first waits instead. One session of a process waits
    for it at a time: the others hold no connection until it is their turn.

    Args:
        session: one without a transaction.

    Returns:
        The session's connection, for statements on columns.
    """
    engine: AsyncEngine | None = session.bind if isinstance(session.bind, AsyncEngine) else None
    queue: asyncio.Lock | None = engine.get_execution_options().get(_QUEUE) if engine is not None else None
    if queue is None:
        return await session.connection(execution_options={_BEGIN: "IMMEDIATE"})
    async with queue:
        return await session.connection(execution_options={_BEGIN: "IMMEDIATE"})


@asynccontextmanager
async def begin_write_on(connection: AsyncConnection) -> AsyncIterator[None]:
    """Does on a bare connection what `begin_write` does for a session, and commits or rolls back."""
    connection = await connection.execution_options(**{_BEGIN: "IMMEDIATE"})
    async with connection.begin():
        yield


async def write(
    sessions: async_sessionmaker[AsyncSession],
    work: Callable[[Connection], _T],
    *,
    patience: float | None = None,
) -> _T:
    """Does some work as the only writer, in one transaction that commits when it returns.

    On an SQLite file the work runs in a thread with a connection of its own. A driver that
    waits for another thread at every call takes several times as long, and a file of a few
    hundred lines needs some twenty statements.

    Args:
        sessions: of the database.
        work: what to do; it may be called in another thread.
        patience: the seconds to wait for another writer, as long as any writer waits when None.

    Returns:
        What the work returns.

    Raises:
        sqlalchemy.exc.DBAPIError: the database is busy for longer than that, or cannot be used.
    """
    engine: AsyncEngine = sessions.kw["bind"]
    writer = find_writer(engine)
    if writer is not None:
        return await asyncio.to_thread(_write_on, writer, work, patience)
    async with sessions() as session:
        if patience is not None and engine.dialect.name == "postgresql":
            await session.execute(text(f"SET LOCAL lock_timeout = {round(patience * 1000) or 1}"))
        result = await (await begin_write(session)).run_sync(work)
        await session.commit()
    return result


async def try_out(engine: AsyncEngine) -> None:
    """Opens a database once, so that one that cannot be opened is told at once, and why.

    Raises:
        EngineError: the driver could not reach it, or was refused.
        sqlalchemy.exc.SQLAlchemyError: what SQLAlchemy knows of drivers' errors.
    """
    try:
        await _open_file(engine)
        async with engine.connect():
            pass
    except SQLAlchemyError:
        raise
    except TypeError as error:  # the driver's own function has no such parameter
        raise EngineError(EngineErrorKind.PARAMETERS) from error
    except OSError as error:
        name = errno.errorcode.get(error.errno or 0)
        raise EngineError(EngineErrorKind.UNREACHABLE, errno=name) from error
    except Exception as error:
        # What a driver raises on connecting SQLAlchemy leaves as it is, and each has errors of its own.
        if not type(error).__module__.startswith(engine.dialect.driver):
            raise
        said = str(error).splitlines() or [type(error).__name__]
        raise EngineError(EngineErrorKind.REFUSED, said=said[0]) from error


async def _open_file(engine: AsyncEngine) -> None:
    """Opens the file of an SQLite database once.

    The asynchronous driver cannot tell it well: its thread goes on after the error and reports to an
    event loop that has ended. The file is told here to write ahead, too: SQLite refuses that, without
    waiting, while another program does the same. On another database this does nothing.

    Raises:
        sqlalchemy.exc.OperationalError: the file cannot be opened.
    """
    writer = find_writer(engine)
    if writer is not None:
        _make_private(writer.url.database)
        await asyncio.to_thread(_write_ahead, create_sync_engine(writer.url, poolclass=NullPool))


def _make_private(file: str | None) -> None:
    """Makes the file of a new database one that only its owner reads; SQLite makes those beside it like it.

    Where it cannot be made, SQLite says why when it opens it.
    """
    if file and not file.startswith("file:"):
        with contextlib.suppress(OSError):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _write_ahead(engine: Engine) -> None:
    given_up = time.monotonic() + _BUSY_TIMEOUT / 1000
    while True:
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql(_WRITE_AHEAD)
        except OperationalError as error:
            if getattr(error.orig, "sqlite_errorname", None) != "SQLITE_BUSY" or time.monotonic() > given_up:
                raise
            time.sleep(0.01)
        else:
            return


def find_writer(engine: AsyncEngine) -> Engine | None:
    """The engine that writes to the same file, None where the engine itself does."""
    writer: Engine | None = engine.get_execution_options().get(_WRITER)
    return writer


def _write_on(writer: Engine, work: Callable[[Connection], _T], patience: float | None) -> _T:
    with writer.connect().execution_options(**{_BEGIN: "IMMEDIATE"}) as connection:
        if patience is None:
            with connection.begin():
                return work(connection)
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - it is connected
        driver.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
        try:
            with connection.begin():
                return work(connection)
        finally:
            driver.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT}")


def _add_writer(engine: AsyncEngine) -> None:
    writer = create_sync_engine(engine.url.set(drivername="sqlite+pysqlite"), hide_parameters=True)
    _begin_truly(writer)
    engine.update_execution_options(**{_WRITER: writer, _QUEUE: asyncio.Lock()})

    @event.listens_for(writer, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - a pool's own type
        prepare_connection(connection, _FOR_WRITING)

    @event.listens_for(engine.sync_engine, "engine_disposed")
    def dispose(_engine: Engine) -> None:
        writer.dispose()


def _in_memory(url: str) -> bool:
    address, _, query = url.partition("?")
    return address.rstrip("/").endswith((":", ":memory:")) or "mode=memory" in query


def _read_only_address(url: str) -> URL | None:
    """How to open a database file that this process may read and not write; None of any other."""
    address = make_url(url)
    file = Path(address.database or "")
    if not address.database or not file.is_file() or os.access(file, os.W_OK):
        return None
    # Beside a database that writes ahead SQLite makes a file, also to read it, unless it is told that nobody
    # can write: so it is where the folder may not be written either and no log is left there.
    is_still = not os.access(file.parent, os.W_OK) and not file.with_name(f"{file.name}-wal").exists()
    opened = f"file:{quote(str(file.absolute()))}"
    return address.set(database=opened).update_query_dict(
        {"uri": "true", "mode": "ro"} | ({"immutable": "1"} if is_still else {})
    )


def _begin_truly(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        mode = connection.get_execution_options().get(_BEGIN, "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")

    @event.listens_for(engine, "reset")
    def end_transaction(connection: Any, _record: Any, state: PoolResetState) -> None:  # noqa: ANN401
        # A COMMIT that fails leaves SQLite's transaction open while SQLAlchemy takes it for
        # ended: the next session to get this connection could begin none.
        if state.asyncio_safe and getattr(connection, "driver_connection", connection).in_transaction:
            connection.rollback()
