"""The databases of tests: SQLite files, or databases of a PostgreSQL server that stand for files.

With the server's address in `TEST_POSTGRES` every file that a test names is a database there. The file
itself then holds only the database's name, so that a copy of the file means a copy of the database.
"""

from __future__ import annotations

import asyncio
import atexit
import datetime as dt
import os
import sqlite3
import threading
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, make_url

from storage.engine import WRITER_LOCK

SERVER = os.environ.get("TEST_POSTGRES", "")
_KEPT = 30  # copies of databases; older ones are dropped


def database_url(file: Path) -> str:
    """A file as a database's address."""
    return _server().open(file) if SERVER else f"sqlite+aiosqlite:///{file}"


def keep_database(file: Path) -> None:
    """Keeps a database that tests share, however many copies of others are made meanwhile."""
    if SERVER:
        _server().keep(file)


@contextmanager
def using_database(file: Path) -> Iterator[None]:
    """Keeps a database while a bot runs over it, however many copies are made meanwhile."""
    with _server().using(file) if SERVER else nullcontext():
        yield


def read_rows(file: Path, *statements: str) -> list[list[tuple[Any, ...]]]:
    """What statements find in a database, in one read and past SQLAlchemy.

    Args:
        file: the database.
        statements: which may name tables and columns, and nothing that only one kind of database knows.

    Returns:
        The rows that each of them found.
    """
    if SERVER:
        return _server().read(database_url(file), statements)
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        return [connection.execute(statement).fetchall() for statement in statements]


@contextmanager
def writing_elsewhere(file: Path) -> Iterator[None]:
    """Another program writes to a database within, and does not end."""
    if SERVER:
        with _server().hold(database_url(file), f"SELECT pg_advisory_xact_lock({WRITER_LOCK})"):
            yield
        return
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def list_tables(file: Path) -> list[str]:
    """The names of all tables of a database, sorted."""
    [rows] = read_rows(
        file,
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        if SERVER
        else "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1",
    )
    return [name for (name,) in rows]


class _Server:
    """Makes databases, by a connection of its own in a thread of its own."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url)
        self._loop = asyncio.new_event_loop()
        self._count = 0
        self._copies: deque[str] = deque()
        self._copied: set[str] = set()
        self._used: Counter[str] = Counter()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._connection = self._run(self._connect(self._url))
        atexit.register(self._close)

    def open(self, file: Path) -> str:
        """The address of the database that a file stands for; it is made where there is none."""
        name, at = _read(file)
        if at != str(file):
            name = self._create(like=name)
            file.write_text(f"{name}\n{file}\n", encoding="utf-8")
        elif name is not None and name in self._copies:  # it is still used: others are dropped before it
            self._copies.remove(name)
            self._copies.append(name)
        return self._url.set(database=name).render_as_string(hide_password=False)

    def keep(self, file: Path) -> None:
        """Never drops the database that a file stands for."""
        name, _ = _read(file)
        if name is not None:
            self._copied.add(name)

    @contextmanager
    def using(self, file: Path) -> Iterator[None]:
        """Does not drop the database that a file stands for within."""
        name = make_url(self.open(file)).database or ""
        self._used[name] += 1
        try:
            yield
        finally:
            self._used[name] -= 1

    def read(self, url: str, statements: Sequence[str]) -> list[list[tuple[Any, ...]]]:
        """What statements find in the database at an address, in one read."""

        async def read() -> list[list[tuple[Any, ...]]]:
            connection = await self._connect(make_url(url))
            try:
                async with connection.transaction(isolation="repeatable_read"):
                    return [
                        [tuple(map(_as_sqlite, row)) for row in await connection.fetch(each)]
                        for each in statements
                    ]
            finally:
                await connection.close()

        rows: list[list[tuple[Any, ...]]] = self._run(read())
        return rows

    @contextmanager
    def hold(self, url: str, statement: str) -> Iterator[None]:
        """Keeps a transaction open within, in which a statement was executed."""

        async def begin() -> Any:
            connection = await self._connect(make_url(url))
            await connection.execute("BEGIN")
            await connection.execute(statement)
            return connection

        connection = self._run(begin())
        try:
            yield
        finally:
            self._run(connection.close())

    def _create(self, like: str | None) -> str:
        self._count += 1
        name = f"qazyna_{os.getpid()}_{self._count}"
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{like or "template0"}"')
        if like:
            self._copied.add(like)
            self._copies.append(name)
        for old in [each for each in self._copies if not self._used[each]][:-_KEPT]:
            self._copies.remove(old)
            if old not in self._copied:
                self._execute(f'DROP DATABASE "{old}" WITH (FORCE)')
        return name

    async def _connect(self, url: URL) -> Any:
        import asyncpg  # noqa: PLC0415 - only where there is a server

        return await asyncpg.connect(**url.translate_connect_args(username="user"), **url.query)

    def _execute(self, statement: str) -> None:
        self._run(self._connection.execute(statement))

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _close(self) -> None:
        self._run(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)


def _as_sqlite(value: Any) -> Any:
    """A value as SQLite's driver gives it, which knows no days and no truth."""
    match value:
        case bool():
            return int(value)
        case dt.date():
            return str(value)
    return value


@cache
def _server() -> _Server:
    return _Server(SERVER)


def _read(file: Path) -> tuple[str | None, str | None]:
    """The database that a file names, and the file that it was made for."""
    if not file.exists() or not file.stat().st_size:
        return None, None
    name, at = file.read_text(encoding="utf-8").splitlines()
    return name, at
