"""The database engine and its sessions."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect, Engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, async_sessionmaker, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Kind, KindError, Value
from storage.sqlite import BEGIN, QUEUE, find_writer, make_engine, open_file, write_on

_T = TypeVar("_T")

WRITER_LOCK = (
    0x71617A796E61  # on PostgreSQL: "qazyna", among the locks of other programs on the same database
)
# Those at work and a few besides. All stay open until the engine is disposed of: one that was closed when it
# is handed back would be closed by whoever hands it back, who may be broken off meanwhile.
MOST_CONNECTIONS = 15
_SEEING_OTHERS: dict[str, Any] = {
    "isolation_level": "READ COMMITTED"
}  # a writer on PostgreSQL: what others have just written


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

    What a session reads is one state of the database, of SQLite (`storage/sqlite.py`) and PostgreSQL alike.

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
        # What a session reads is one state of the database, as on SQLite.
        engine = create_async_engine(
            url,
            pool_pre_ping=True,
            pool_size=MOST_CONNECTIONS,
            max_overflow=0,
            hide_parameters=True,
            isolation_level="REPEATABLE READ",
            execution_options={QUEUE: asyncio.Lock()},
        )
        event.listen(engine.sync_engine, "do_connect", _connect)
        return engine
    return make_engine(url, MOST_CONNECTIONS)


def _connect(
    dialect: Dialect, _record: object, arguments: Sequence[Any], named: Mapping[str, Any]
) -> DBAPIConnection:
    """Connects. What the driver raises then becomes an error of the database, as all later ones are.

    SQLAlchemy leaves it as it is: while a server was away or started, whoever expects errors of the database
    would meet others.
    """
    try:
        return dialect.connect(*arguments, **named)
    except Exception as error:
        if not _is_of_connecting(error, dialect.driver):
            raise
        raise dialect.loaded_dbapi.OperationalError(type(error).__name__) from error


def _is_of_connecting(error: BaseException | None, driver: str) -> bool:
    """Whether the system raised an error, or a driver, which has errors of its own."""
    return isinstance(error, OSError) or type(error).__module__.startswith(driver)


def create_sessions(engine: AsyncEngine) -> async_sessionmaker[AsyncSession]:
    """Makes the factory of sessions; what they read stays readable after a commit."""
    return async_sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)


async def begin_write(session: AsyncSession, *, patience: float | None = None) -> AsyncConnection:
    """Begins a session's transaction as the only writer, before anything is read.

    SQLite refuses to let a reader become a writer when another one has written in
    between; taking the write lock first waits instead. One session of a process waits
    for it at a time: the others hold no connection until it is their turn. PostgreSQL
    has no such lock: one of ours, which ends with the transaction, does the same among
    all processes.

    Args:
        session: one without a transaction.
        patience: on PostgreSQL the seconds to wait for another writer; any time when None.

    Returns:
        The session's connection, for statements on columns.

    Raises:
        sqlalchemy.exc.DBAPIError: another one writes for longer than that.
    """
    engine: AsyncEngine | None = session.bind if isinstance(session.bind, AsyncEngine) else None
    on_server = engine is not None and is_postgresql(engine.sync_engine)
    # Whoever has little patience has no turn to wait for.
    queue: asyncio.Lock | None = engine.get_execution_options().get(QUEUE) if engine is not None else None
    async with queue if queue is not None and patience is None else nullcontext():
        if not on_server:
            return await session.connection(execution_options={BEGIN: "IMMEDIATE"})
        connection = await session.connection(execution_options=_SEEING_OTHERS)
        await _become_writer(connection, patience)
        return connection


@asynccontextmanager
async def begin_write_on(connection: AsyncConnection) -> AsyncIterator[None]:
    """Does on a bare connection what `begin_write` does for a session, and commits or rolls back."""
    if is_postgresql(connection):
        connection = await connection.execution_options(**_SEEING_OTHERS)
        async with connection.begin():
            await _become_writer(connection, None)
            yield
        return
    connection = await connection.execution_options(**{BEGIN: "IMMEDIATE"})
    async with connection.begin():
        yield


def is_postgresql(database: Engine | AsyncConnection | Connection) -> bool:
    """Whether it is a PostgreSQL server's, which several machines can use."""
    return database.dialect.name == "postgresql"


async def _become_writer(connection: AsyncConnection, patience: float | None) -> None:
    """Waits until no other writer is at work in a PostgreSQL database."""
    await _limit_waiting(connection, patience)
    await connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"))


async def _limit_waiting(connection: AsyncConnection, patience: float | None) -> None:
    """Lets a PostgreSQL transaction wait for no lock longer than so many seconds."""
    if patience is not None:
        limit = max(round(patience * 1000), 1)  # 0 is no limit
        await connection.execute(text(f"SET LOCAL lock_timeout = {limit}"))


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
        return await asyncio.to_thread(write_on, writer, work, patience)
    async with sessions() as session:
        result = await (await begin_write(session, patience=patience)).run_sync(work)
        await session.commit()
    return result


async def write_own_rows(
    sessions: async_sessionmaker[AsyncSession],
    work: Callable[[Connection], _T],
    *,
    patience: float | None = None,
) -> _T:
    """Does some work on rows that no other writer relies on; on PostgreSQL it waits for no other writer.

    Args:
        sessions: of the database.
        work: what to do; statements that hold whatever others do meanwhile.
        patience: the seconds to wait, on SQLite for another writer, on PostgreSQL for the rows and the
            tables themselves; any time when None.

    Returns:
        What the work returns.

    Raises:
        sqlalchemy.exc.DBAPIError: the database cannot be used, or is busy for longer than that.
    """
    engine: AsyncEngine = sessions.kw["bind"]
    if not is_postgresql(engine.sync_engine):
        return await write(sessions, work, patience=patience)
    async with sessions() as session:
        connection = await session.connection(execution_options=_SEEING_OTHERS)
        await _limit_waiting(connection, patience)
        result = await connection.run_sync(work)
        await session.commit()
    return result


async def try_out(engine: AsyncEngine) -> None:
    """Opens a database once, so that one that cannot be opened is told at once, and why.

    Raises:
        EngineError: the driver could not reach it, or was refused.
        sqlalchemy.exc.SQLAlchemyError: what SQLAlchemy knows of drivers' errors.
    """
    try:
        await open_file(engine)
        async with engine.connect():
            pass
    except DBAPIError as error:
        cause = error.orig.__cause__ if error.orig else None
        if not _is_of_connecting(cause, engine.dialect.driver):
            raise
        raise _explain_connecting(cause) from error
    except TypeError as error:  # the driver's own function has no such parameter
        raise EngineError(EngineErrorKind.PARAMETERS) from error


def _explain_connecting(cause: BaseException | None) -> EngineError:
    """Why a driver could not connect."""
    if isinstance(cause, OSError):
        return EngineError(EngineErrorKind.UNREACHABLE, errno=errno.errorcode.get(cause.errno or 0))
    said = str(cause).splitlines() or [type(cause).__name__]
    return EngineError(EngineErrorKind.REFUSED, said=said[0])
