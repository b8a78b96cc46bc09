"""The columns of the tables: how values of ours are kept in a database."""

from __future__ import annotations

import datetime as dt
import json

from sqlalchemy import Column, DateTime, Dialect, Enum, ForeignKey, Integer, String, TypeDecorator

from parser.kinds import Doubt, Value
from parser.records import DecisionKind, Language, Section


class Codes(TypeDecorator[tuple[str, ...]]):
    """Printed codes from the top level down, as JSON: ["04","464","009"]."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Writes the codes as the database holds them."""
        return None if value is None else write_codes(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """Reads what the database holds."""
        return None if value is None else tuple(json.loads(value))


def write_codes(codes: tuple[str, ...]) -> str:
    """Codes as the database holds them."""
    return json.dumps(codes, ensure_ascii=False, separators=(",", ":"))


class Values(TypeDecorator[dict[str, Value]]):
    """The values of a finding, as JSON: {"name":"Прочие"}."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: dict[str, Value] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Writes the values as the database holds them."""
        return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, Value] | None:  # noqa: ARG002
        """Reads what the database holds."""
        return None if value is None else dict(json.loads(value))


class Moment(TypeDecorator[dt.datetime]):
    """A moment, always in UTC: SQLite keeps no time zone and would hand out naive ones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Turns any aware moment to UTC; a naive one is an error."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return None if value is None else value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Gives back the zone that the database dropped."""
        return value.replace(tzinfo=dt.UTC) if value is not None and value.tzinfo is None else value


def utc_now() -> dt.datetime:
    """This moment, as `Moment` keeps it."""
    return dt.datetime.now(dt.UTC)


def values_of(kind: type[Language | DecisionKind | Section | Doubt]) -> Enum:
    """A column of an enum, by value and as plain text: "kk".

    An enum type of the database would need a migration for every new member.
    """
    return Enum(kind, values_callable=lambda e: [m.value for m in e], native_enum=False, length=32)


def reference(
    column: str, *, cascade: bool = False, index: bool = False, nullable: bool = False, key: bool = False
) -> Column[int]:
    """A column that refers to a row of another table.

    Args:
        column: what it refers to, such as "budget.id".
        cascade: whether the row goes with the one that it refers to; else that one cannot go.
        index: whether rows are looked for by it.
        nullable: whether it may refer to nothing.
        key: whether it is a part of its table's key.
    """
    rule = "CASCADE" if cascade else "RESTRICT"
    return Column(
        Integer, ForeignKey(column, ondelete=rule), index=index or None, nullable=nullable, primary_key=key
    )
