"""Compiling each SQL statement once for all engines of a run.

An engine keeps what its statements become, and a test has an engine of its own: the same statements would be compiled
again by nearly every test, which took longer than running them.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

_KEPT = 2_000  # statements; an engine keeps 500
_STATEMENTS: LRUCache[Any, Any] = LRUCache(_KEPT)


class _Shared:
    """A dialect that is the same as any other of its class: what is compiled for one is found for the other."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        """Gives an engine what is compiled already; SQLAlchemy calls this for every engine."""
        engine.update_execution_options(compiled_cache=_STATEMENTS)


class SharedAiosqlite(_Shared, SQLiteDialect_aiosqlite):
    """The dialect of asynchronous engines."""

    supports_statement_cache = True  # SQLAlchemy asks each class itself


class SharedPysqlite(_Shared, SQLiteDialect_pysqlite):
    """The dialect of engines that write in a thread."""

    supports_statement_cache = True


def share_statements() -> None:
    """Lets all engines on SQLite that are made from now on share their compiled statements."""
    registry.register("sqlite.aiosqlite", __name__, SharedAiosqlite.__name__)
    registry.register("sqlite.pysqlite", __name__, SharedPysqlite.__name__)
    registry.register("sqlite", __name__, SharedPysqlite.__name__)
