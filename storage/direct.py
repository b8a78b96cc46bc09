"""An SQLite file read by its driver alone, for a command that reads and ends.

SQLAlchemy's engines and sessions were a third of what such a command takes, to be imported. What an answer
reads are statements as texts (`storage/statements.py`), which need neither. Only a file that is ready to be
read is opened so; of any other database `storage.engine` and `storage.schema` know what to do, and to say.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, Self, TypeVar
from urllib.parse import quote, unquote

from storage.migrations import HEAD

_P = ParamSpec("_P")
_T = TypeVar("_T")

_FILE = re.compile(r"sqlite\+aiosqlite:///(?!file:|:)([^?]+)")
_PATIENCE = 30  # seconds, as `storage.sqlite` waits
_VERSION = "SELECT version_num FROM alembic_version"


class _Dialect(NamedTuple):
    name: str


class DirectConnection:
    """A connection in a transaction that reads, as far as statements as texts ask for it.

    Attributes:
        dialect: SQLite's, by its name.
    """

    dialect = _Dialect("sqlite")

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Takes an open connection."""
        self._connection = connection

    def exec_driver_sql(self, statement: str, parameters: Sequence[object] = (), /) -> list[tuple[Any, ...]]:
        """The rows that a statement finds."""
        return self._connection.execute(statement, parameters).fetchall()

    async def run_sync(
        self, work: Callable[Concatenate[Self, _P], _T], *args: _P.args, **kwargs: _P.kwargs
    ) -> _T:
        """Does some work with the connection, at once: nobody else waits for this program."""
        return work(self, *args, **kwargs)


class DirectSession:
    """A session in which one state of a file is read.

    Attributes:
        info: of whoever uses it.
    """

    def __init__(self, connection: DirectConnection) -> None:
        """Takes a connection in a transaction."""
        self.info: dict[str, Any] = {}
        self._connection = connection

    async def connection(self) -> DirectConnection:
        """The connection, in the transaction that reads."""
        return self._connection


class DirectSessions:
    """Makes sessions over a file, one after another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Takes an open connection, without a transaction."""
        self._connection = connection

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[DirectSession]:
        """Begins to read a state, and ends."""
        self._connection.execute("BEGIN")
        try:
            yield DirectSession(DirectConnection(self._connection))
        finally:
            self._connection.rollback()

    def close(self) -> None:
        """Lets the file go."""
        self._connection.close()


def open_ready_file(url: str) -> DirectSessions | None:
    """Opens the file of a database that can be read as it is.

    Args:
        url: an SQLAlchemy address.

    Returns:
        None for a database that is no file, or one that is not there, may not be written, does not write
        ahead, has another schema than the newest, or cannot be read: whatever is to be done or said of it.
    """
    found = _FILE.fullmatch(url)
    file = Path(unquote(found[1])) if found else None
    if file is None or not file.is_file() or not os.access(file, os.W_OK):
        return None
    connection: sqlite3.Connection | None = None
    try:
        address = f"file:{quote(str(file.absolute()))}?mode=rw"
        connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
        if _is_ready(connection):
            return DirectSessions(connection)
    except sqlite3.Error:
        pass  # it is opened once more by who can say what is wrong
    if connection is not None:
        connection.close()
    return None


def _is_ready(connection: sqlite3.Connection) -> bool:
    mode = connection.execute("PRAGMA journal_mode").fetchone()
    return mode == ("wal",) and connection.execute(_VERSION).fetchall() == [(HEAD,)]
