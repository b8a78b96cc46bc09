"""A database in an SQLite file: how it is opened, and who writes to it.

Every connection enforces foreign keys, writes ahead (readers and one writer do not wait for each other)
and begins a real transaction, so that what a session reads is one state of the database and schema
changes roll back.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy import create_engine as create_sync_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool, PoolResetState

from storage.driver import BEGIN_READING, open_prepared, prepare_connection

_T = TypeVar("_T")

BEGIN = "sqlite_begin"  # execution option: the words after BEGIN
QUEUE = "sqlite_queue"  # execution option of an engine: whoever is about to become the writer
_WRITER = "sqlite_writer"  # execution option of an engine: the engine that writes to the same file
_BUSY_TIMEOUT = 30_000  # milliseconds a writer waits for another one to commit
_WRITE_AHEAD = "PRAGMA journal_mode=WAL"
_FOR_READING = f"PRAGMA busy_timeout={_BUSY_TIMEOUT}", "PRAGMA foreign_keys=ON"
_FOR_WRITING = *_FOR_READING, _WRITE_AHEAD, "PRAGMA synchronous=NORMAL"


def make_engine(url: str, connections: int) -> AsyncEngine:
    """An engine over a file, or over memory; a file that may only be read is opened for reading.

    Args:
        url: an SQLAlchemy address with an async driver.
        connections: how many there are at most at a time, each kept until the engine is disposed of.

    Returns:
        The engine.
    """
    pool = {"pool_size": connections, "max_overflow": 0}
    if reader := _read_only_address(url):
        return _make_sqlite_engine(reader, _FOR_READING, **pool)
    if _in_memory(url):
        # One connection, lent to one session at a time: sharing it would mix their transactions.
        alone = {"poolclass": AsyncAdaptedQueuePool, "pool_size": 1, "max_overflow": 0, "pool_timeout": 5}
        return _make_sqlite_engine(url, _FOR_WRITING, **alone)
    engine = _make_sqlite_engine(url, _FOR_WRITING, **pool)
    _add_writer(engine)
    return engine


def _make_sqlite_engine(url: str | URL, pragmas: Sequence[str], **arguments: Any) -> AsyncEngine:  # noqa: ANN401
    opened = {"async_creator_fn": partial(open_prepared, pragmas)}
    # What `_begin_truly` resets of a connection that comes back is all that there is to reset.
    arguments = {"pool_reset_on_return": None, **arguments}
    engine = create_async_engine(url, connect_args=opened, hide_parameters=True, **arguments)
    _begin_truly(engine.sync_engine)
    return engine


async def open_file(engine: AsyncEngine) -> None:
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


def write_on(writer: Engine, work: Callable[[Connection], _T], patience: float | None) -> _T:
    """Does some work in one transaction that commits when it returns.

    Args:
        writer: the engine that writes to the file.
        work: what to do.
        patience: the seconds to wait for another writer, as long as any writer waits when None.

    Returns:
        What the work returns.
    """
    with writer.connect().execution_options(**{BEGIN: "IMMEDIATE"}) as connection:
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
    engine.update_execution_options(**{_WRITER: writer, QUEUE: asyncio.Lock()})

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
        mode = connection.get_execution_options().get(BEGIN)
        connection.exec_driver_sql(f"BEGIN {mode}" if mode else BEGIN_READING)

    @event.listens_for(engine, "reset")
    def end_transaction(connection: Any, _record: Any, state: PoolResetState) -> None:  # noqa: ANN401
        # A COMMIT that fails leaves SQLite's transaction open while SQLAlchemy takes it for
        # ended: the next session to get this connection could begin none.
        if state.asyncio_safe and getattr(connection, "driver_connection", connection).in_transaction:
            connection.rollback()
