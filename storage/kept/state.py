"""The state of the database, in two numbers that are others whenever something else is stored.

Whatever follows from what is stored may be kept as long as these numbers stay. Whoever stores draws new
ones in the transaction in which it stores, and every process sees it; on PostgreSQL those that listen are
told at once. A number is drawn from so many that no other state ever has it, of this database or of another:
a copy of a database has its numbers, and the same is stored in it.
"""

from __future__ import annotations

import secrets
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from storage.statements import TextConnection, fetch_rows, place_values

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

CHANNEL = "qazyna_stored"  # of PostgreSQL's notifications

_BITS = 63
_LEAST = 2**32  # what is less was counted, by a migration or by a program before this one
_QUERY = "SELECT part, number FROM stored_state"
_DRAW = "UPDATE stored_state SET number = ? WHERE part = ?"


class StatePart(StrEnum):
    """What a number is the state of."""

    BUDGETS = "budgets"  # all that documents say, and the words that operators taught
    PEOPLE = "people"  # what people chose


class StateNumbers(NamedTuple):
    """The numbers of a state. Equal ones mean that the same is stored."""

    budgets: int
    people: int


async def read_state_numbers(connection: AsyncConnection) -> StateNumbers:
    """The state that a transaction sees."""
    numbers = dict(await connection.run_sync(fetch_rows, _QUERY))
    return StateNumbers(numbers[StatePart.BUDGETS], numbers[StatePart.PEOPLE])


def mark_changed(connection: TextConnection, part: StatePart) -> None:
    """Draws a new number, in the transaction that stores something else."""
    connection.exec_driver_sql(place_values(connection, _DRAW), (draw_number(), part.value))
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_notify($1, $2)", (CHANNEL, part.value))


def draw_number() -> int:
    """A number of a state that no other state has."""
    return _LEAST + secrets.randbelow(2**_BITS - _LEAST)


def is_drawn(number: int) -> bool:
    """Whether a number is that of one state alone."""
    return number >= _LEAST
