"""Everything a database file holds, read past SQLAlchemy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

Dump = dict[str, list[tuple[Any, ...]]]


def dump(database: Path) -> Dump:
    """All rows of all tables, in one read."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)  # noqa: S608
            for (name,) in tables.fetchall()
        }


def count(database: Path, *tables: str) -> list[int]:
    """How many rows some tables have."""
    stored = dump(database)
    return [len(stored[name]) for name in tables]
