"""Migrating one new database of a run, and giving all others its schema: nineteen migrations take longer than most tests.

Only what is brought from nothing to the newest schema is spared them; `test_schema.py` takes every step.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from sqlalchemy import Connection

from storage.migrations import run

_upgrade = run.upgrade


def copy_schemas() -> None:
    """Lets this process migrate an empty SQLite database once, and make the others like it."""
    run.upgrade = _upgrade_quickly


def migrate_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets each database take all steps, as the program's own do."""
    monkeypatch.setattr(run, "upgrade", _upgrade)


def _upgrade_quickly(connection: Connection, revision: str = "head") -> None:
    if revision != "head" or connection.dialect.name != "sqlite" or read_schema(connection):
        _upgrade(connection, revision)
        return
    migrated = _migrated()
    if not migrated:
        _upgrade(connection)
        migrated += [(said, ()) for said in read_schema(connection)] + _list_rows(connection)
        return
    for statement, parameters in migrated:
        connection.exec_driver_sql(statement, parameters)


@cache
def _migrated() -> list[tuple[str, tuple[Any, ...]]]:
    return []


def read_schema(connection: Connection) -> list[str]:
    """The statements that make what an SQLite database has, in order."""
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    return list(connection.exec_driver_sql(query).scalars())


def _list_rows(connection: Connection) -> list[tuple[str, tuple[Any, ...]]]:
    """The statements that put in what migrations have put in."""
    found: list[tuple[str, tuple[Any, ...]]] = []
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    for table in tables.scalars().all():
        rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608 - a table's own name
        for row in rows:
            places = ", ".join("?" * len(row))
            found.append((f"INSERT INTO {table} VALUES ({places})", tuple(row)))  # noqa: S608 - likewise
    return found
