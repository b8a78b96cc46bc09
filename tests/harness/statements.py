"""How many statements something takes: what begins and ends a transaction is not counted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

MOST = 8  # for a message, a button or a page of inline results


@contextmanager
def count_statements(engine: AsyncEngine) -> Iterator[list[str]]:
    """Collects the statements that are executed within.

    Args:
        engine: the database's.

    Yields:
        The statements so far, in their order.
    """
    statements: list[str] = []

    def collect(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", collect)
    try:
        yield statements
    finally:
        event.remove(engine.sync_engine, "before_cursor_execute", collect)
