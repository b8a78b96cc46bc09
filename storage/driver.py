"""SQLite's asynchronous driver, with one trip to its thread for each statement.

The driver asks its thread for a cursor, then to run the statement, to fetch the rows and to close the cursor.
The rows of an answer are few: waiting for the thread four times takes longer than its work. Nor is it waited
for to begin a transaction that locks nothing before its first statement: it begins on the same trip.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from typing import Any, TypeVar

import aiosqlite

BEGIN_READING = "BEGIN DEFERRED"
_FIRST_ROWS = 1_000  # that come with the statement; the others are fetched as they are asked for

_T = TypeVar("_T")
_Row = tuple[Any, ...]


class OneTripConnection(aiosqlite.Connection):
    """A connection whose cursors run a statement, and bring its rows, in one trip."""

    _begins = False  # whether a transaction begins with the next statement

    def cursor(self) -> OneTripCursor:  # type: ignore[override]
        """A cursor, to be entered."""
        return OneTripCursor(self)

    async def run(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Does some work in the connection's thread, after what was asked before."""
        begins, self._begins = self._begins, False

        def do(connection: sqlite3.Connection) -> _T:
            if begins:
                connection.execute(BEGIN_READING).close()
            return work(connection)

        result: _T = await self._execute(do, self._conn)  # type: ignore[no-untyped-call]
        return result

    def begin_reading(self) -> None:
        """Begins a transaction, which locks nothing before its first statement, with that statement."""
        self._begins = True

    async def commit(self) -> None:
        """Ends the transaction; one without a statement never began."""
        if self._begins:
            self._begins = False
        else:
            await super().commit()

    async def rollback(self) -> None:
        """Takes back the transaction; one without a statement never began."""
        if self._begins:
            self._begins = False
        else:
            await super().rollback()


class OneTripCursor:
    """What SQLAlchemy asks of a cursor.

    Attributes:
        description: the columns, None where a statement gives no rows.
        rowcount: how many rows a statement changed, -1 where it does not tell.
        lastrowid: the number of the last row that was put in.
        arraysize: how many rows `fetchmany` brings when it is not told.
    """

    def __init__(self, connection: OneTripConnection) -> None:
        """Makes a cursor; nothing is asked of the thread yet.

        Args:
            connection: an open one.
        """
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1
        self._connection = connection
        self._rows: list[_Row] = []
        self._rest: sqlite3.Cursor | None = None  # has more rows

    async def __aenter__(self) -> OneTripCursor:
        """Gives the cursor itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Closes it."""
        await self.close()

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> OneTripCursor:
        """Runs a statement and fetches its first rows."""
        if sql == BEGIN_READING:
            self._connection.begin_reading()
            return self

        def work(connection: sqlite3.Connection) -> None:
            cursor = connection.execute(sql, parameters)
            self._note(cursor)
            self._rows = [] if cursor.description is None else cursor.fetchmany(_FIRST_ROWS)
            if len(self._rows) == _FIRST_ROWS:
                self._rest = cursor
            else:
                cursor.close()

        await self._connection.run(work)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> OneTripCursor:
        """Runs a statement that gives no rows, with each of some parameters."""

        def work(connection: sqlite3.Connection) -> None:
            cursor = connection.executemany(sql, parameters)
            self._note(cursor)
            cursor.close()

        await self._connection.run(work)
        return self

    async def fetchone(self) -> _Row | None:
        """The next row, None after the last."""
        return next(iter(await self.fetchmany(1)), None)

    async def fetchmany(self, size: int | None = None) -> list[_Row]:
        """The next rows, as many as are asked for."""
        size = size or self.arraysize
        rows, self._rows = self._rows[:size], self._rows[size:]
        missing, rest = size - len(rows), self._rest
        if missing and rest is not None:
            rows += await self._connection.run(lambda _: rest.fetchmany(missing))
        return rows

    async def fetchall(self) -> list[_Row]:
        """All rows that are left."""
        rows, self._rows, rest = self._rows, [], self._rest
        if rest is not None:
            rows += await self._connection.run(lambda _: rest.fetchall())
        return rows

    async def __aiter__(self) -> AsyncIterator[_Row]:
        """Gives row after row."""
        while rows := await self.fetchmany(_FIRST_ROWS):
            for row in rows:
                yield row

    async def close(self) -> None:
        """Lets the statement go; one whose rows all came with it is let go already."""
        self._rows, rest, self._rest = [], self._rest, None
        if rest is not None:
            await self._connection.run(lambda _: rest.close())

    def _note(self, cursor: sqlite3.Cursor) -> None:
        self.description, self.rowcount = cursor.description, cursor.rowcount
        self.lastrowid = cursor.lastrowid


def open_prepared(
    pragmas: Sequence[str],
    database: str,
    **arguments: Any,  # noqa: ANN401
) -> OneTripConnection:
    """Makes a connection on which transactions begin when they are told to; awaiting it opens the file.

    Args:
        pragmas: what the connection is told when it is open.
        database: as `sqlite3.connect` takes it.
        arguments: the others of `sqlite3.connect`.

    Returns:
        The connection, which runs on a thread of its own.
    """

    def open_file() -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(database, **arguments)
        try:
            prepare_connection(connection, pragmas)
        except BaseException:
            connection.close()
            raise
        return connection

    connection = OneTripConnection(open_file, iter_chunk_size=_FIRST_ROWS)
    # As SQLAlchemy does with those it makes: one that is left open keeps no program alive.
    connection._thread.daemon = True  # noqa: SLF001 - the driver has no other way
    return connection


def prepare_connection(connection: sqlite3.Connection, pragmas: Sequence[str]) -> None:
    """Tells a new connection what it has to heed.

    Left to itself the driver begins transactions late, and not at all for reads and schema changes.

    Args:
        connection: a new one.
        pragmas: statements.
    """
    connection.isolation_level = None
    for pragma in pragmas:
        connection.execute(pragma).close()
