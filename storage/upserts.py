"""The one statement that SQLAlchemy has for each kind of database apart: insert, or change what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite

from storage.engine import is_postgresql

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql


def insert_or(connection: Connection, rows: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that may say what becomes of rows that are there: `on_conflict_do_nothing`, `…_do_update`.

    Args:
        connection: the database's.
        rows: the table.
    """
    if not is_postgresql(connection):
        return sqlite.insert(rows)
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - a program on an SQLite file does without

    return postgresql.insert(rows)
