"""The one statement that SQLAlchemy has for each kind of database apart: insert, or change what is there."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import is_postgresql


def insert_or(connection: Connection, rows: Table) -> sqlite.Insert | postgresql.Insert:
    """An insert that may say what becomes of rows that are there: `on_conflict_do_nothing`, `…_do_update`.

    Args:
        connection: the database's.
        rows: the table.
    """
    return postgresql.insert(rows) if is_postgresql(connection) else sqlite.insert(rows)
