"""Statements written as texts, and how their rows are read.

What an answer reads stands in such texts. SQLAlchemy, which makes texts of statements, takes longer to import
than a question takes to be answered: a start of `ask` over a file does without it. A text has `?` for each
value, whatever the database, and nothing that only one kind of database knows.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Iterable, Sequence
from enum import Enum, EnumType
from itertools import count
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, cast

_R = TypeVar("_R", bound=tuple[Any, ...])
_Row = tuple[Any, ...]
_VALUE = re.compile(r"\?")


class TextConnection(Protocol):
    """A connection that takes statements as texts: SQLAlchemy's, or `storage.direct`'s."""

    @property
    def dialect(self) -> Any:  # noqa: ANN401 - SQLAlchemy's has no type that others could have
        """The kind of database, by its `name`."""

    def exec_driver_sql(self, statement: str, parameters: Any = None, /) -> Any:  # noqa: ANN401
        """Runs a statement as the driver takes it."""


def fetch_rows(connection: TextConnection, statement: str, values: Iterable[object] = ()) -> Sequence[_Row]:
    """The rows that a statement finds.

    Args:
        connection: the database's.
        statement: with `?` for each value.
        values: in their order; dates as `write_date` gives them to this connection.
    """
    return list(connection.exec_driver_sql(place_values(connection, statement), tuple(values)))


def place_values(connection: TextConnection, statement: str) -> str:
    """A statement with its values named as the database's driver wants it."""
    if connection.dialect.name != "postgresql":
        return statement
    numbers = count(1)
    return _VALUE.sub(lambda _: f"${next(numbers)}", statement)


class Where(NamedTuple):
    """A condition of a statement, with its values."""

    sql: str
    values: tuple[object, ...] = ()


def is_in(column: str, values: Iterable[object]) -> Where:
    """That a column has one of some values; no row where there are none."""
    told = tuple(values)
    return Where(f"{column} IN ({', '.join('?' * len(told))})", told) if told else _NEVER


def match_all(*conditions: Where) -> Where:
    """That all of some conditions hold, of which there is one at least."""
    return Where(
        f"({' AND '.join(each.sql for each in conditions)})",
        tuple(value for each in conditions for value in each.values),
    )


def match_any(*conditions: Where) -> Where:
    """That one of some conditions holds; no row where there are none."""
    if not conditions:
        return _NEVER
    return Where(
        f"({' OR '.join(each.sql for each in conditions)})",
        tuple(value for each in conditions for value in each.values),
    )


_NEVER = Where("1 = 0")


class RowShape(Generic[_R]):
    """What the rows of a statement are read as."""

    def __init__(self, kind: type[_R], /, **columns: Callable[[Any], Any]) -> None:
        """Says how some columns are read; the others are taken as the driver gives them.

        Args:
            kind: of the row, a `NamedTuple` of the statement's columns in their order.
            columns: how a column's values are read: by an enum of them, or by a function; null stays None.
        """
        self._make = cast("Callable[..., _R]", kind)
        fields: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]  # every NamedTuple has them
        self._readers = {fields.index(name): _reader(read) for name, read in columns.items()}

    def read(self, rows: Sequence[_Row]) -> list[_R]:
        """The rows of a statement."""
        if not rows:
            return []
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for place, read in self._readers.items():
            columns[place] = map(read, columns[place])
        return list(map(self._make, *columns))


def _reader(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    if isinstance(read, EnumType):
        members: Iterable[Enum] = read
        known = {None: None, **{member.value: member for member in members}}
        return known.__getitem__
    return lambda value: None if value is None else read(value)


def read_date(value: dt.date | str) -> dt.date:
    """A date as a driver gives it: SQLite has none and keeps its text."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


def write_date(connection: TextConnection, value: dt.date) -> dt.date | str:
    """A date as a connection's driver takes it."""
    return value if connection.dialect.name == "postgresql" else value.isoformat()


def write_moment(connection: TextConnection, value: dt.datetime) -> dt.datetime | str:
    """A moment as a connection's driver takes it, and as `storage.columns.Moment` keeps it."""
    moment = value.astimezone(dt.UTC)
    return moment if connection.dialect.name == "postgresql" else f"{moment:%Y-%m-%d %H:%M:%S.%f}"


def read_json(value: Any) -> Any:  # noqa: ANN401 - whatever was written
    """What is kept as JSON."""
    return json.loads(value)


def read_codes(value: str) -> tuple[str, ...]:
    """Codes as `storage.columns.write_codes` keeps them."""
    return tuple(json.loads(value))
