"""How often people may still do something, counted for all processes of the bot together.

An allowance is a bucket: full at first, refilled evenly, and one is taken for each thing that is done. It is
filled and taken from by one statement, so that two processes never take the same.
"""

from __future__ import annotations

import time

from sqlalchemy import ColumnElement, Connection, Float, case, cast, delete, func, literal, or_
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage.engine import is_postgresql, write_own_rows
from storage.people_models import Allowance
from storage.stored import table
from storage.upserts import insert_or

_ALLOWANCES = table(Allowance)
_SET_BACK = 60.0  # seconds; a clock that is behind by more was set back, and goes on from there
_PATIENCE = 1.0  # seconds; whoever cannot be counted is answered all the same


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, refilled evenly over so many seconds."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Allowed:
    """What came of asking for one.

    Attributes:
        left: how much is left, in parts of one too.
        refused: how many times in a row nothing was given; 0 where one was.
    """

    left: float
    refused: int


async def take_allowance(
    sessions: async_sessionmaker[AsyncSession],
    name: str,
    person: int,
    limit: Limit,
    now: float | None = None,
) -> Allowed:
    """Takes one of what a person may do, where there is one left.

    Args:
        sessions: of the database.
        name: of the limit.
        person: the person's number.
        limit: how many at once, and how fast it is refilled.
        now: the seconds since 1970; by the database's clock where it has one for all, when None.

    Returns:
        What is left.

    Raises:
        sqlalchemy.exc.DBAPIError: the database cannot be used.
    """
    known = _ALLOWANCES.c

    def work(connection: Connection) -> Allowed:
        at = _tell_time(connection, now)
        # A clock that is set back takes nothing away.
        refilled = known.left + case((known.at < at, at - known.at), else_=0.0) * (
            limit.count / limit.seconds
        )
        filled = case((refilled < limit.count, refilled), else_=cast(limit.count, Float))
        first = {"name": name, "telegram_id": person, "left": limit.count - 1, "refused": 0, "at": at}
        changed = {
            "left": case((filled >= 1, filled - 1), else_=filled),
            "refused": case((filled >= 1, 0), else_=known.refused + 1),
            "at": case((or_(known.at < at, known.at - at > _SET_BACK), at), else_=known.at),
        }
        added = insert_or(connection, _ALLOWANCES).values(first)
        taken = added.on_conflict_do_update(index_elements=_ALLOWANCES.primary_key, set_=changed)
        row = connection.execute(taken.returning(known.left, known.refused)).one()
        return Allowed(*row)

    return await write_own_rows(sessions, work, patience=_PATIENCE)


async def forget_old_allowances(
    sessions: async_sessionmaker[AsyncSession], age: float, now: float | None = None
) -> None:
    """Forgets those who have taken nothing for long: they are as those who never did.

    Args:
        sessions: of the database.
        age: the seconds since they took something, more than any limit takes to be refilled.
        now: the seconds since 1970; as for `take_allowance`.
    """

    def work(connection: Connection) -> None:
        connection.execute(delete(_ALLOWANCES).where(_ALLOWANCES.c.at < _tell_time(connection, now) - age))

    await write_own_rows(sessions, work, patience=_PATIENCE)


def _tell_time(connection: Connection, now: float | None) -> ColumnElement[float]:
    """The seconds since 1970: on PostgreSQL, which several machines use, by its own clock."""
    if now is None and is_postgresql(connection):
        return cast(func.extract("epoch", func.clock_timestamp()), Float)
    return literal(time.time() if now is None else now, Float)
