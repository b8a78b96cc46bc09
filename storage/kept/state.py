"""The state of the database, in two numbers that rise whenever something else is stored.

Whatever follows from what is stored may be kept in memory as long as these numbers stay. Whoever stores
raises them in the transaction in which it stores, and every process sees it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.models import StoredState, table

_STATES = table(StoredState)
_QUERY = select(_STATES.c.part, _STATES.c.number)


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
    numbers = {row.part: row.number for row in await connection.execute(_QUERY)}
    return StateNumbers(numbers[StatePart.BUDGETS], numbers[StatePart.PEOPLE])


def mark_changed(connection: Connection, part: StatePart) -> None:
    """Raises a number, in the transaction that stores something else."""
    changed = update(_STATES).where(_STATES.c.part == part.value).values(number=_STATES.c.number + 1)
    connection.execute(changed)
