"""How often people may still do something, counted for all processes of the bot together.

An allowance is a bucket: full at first, refilled evenly, and one is taken for each thing that is done. It is
filled and taken from by one statement, so that two processes never take the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Float, case, cast, delete, literal
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import write_own_rows
from storage.models import Allowance, table
from storage.upserts import insert_or

_ALLOWANCES = table(Allowance)


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
    sessions: async_sessionmaker[AsyncSession], name: str, person: int, limit: Limit, now: float
) -> Allowed:
    """Takes one of what a person may do, where there is one left.

    Args:
        sessions: of the database.
        name: of the limit.
        person: the person's number.
        limit: how many at once, and how fast it is refilled.
        now: the seconds since 1970.

    Returns:
        What is left.

    Raises:
        sqlalchemy.exc.DBAPIError: the database cannot be used.
    """
    known = _ALLOWANCES.c
    # A clock of another machine may be behind: nothing is taken away for that.
    passed = case((known.at < now, literal(now) - known.at), else_=0.0)
    refilled = known.left + passed * (limit.count / limit.seconds)
    filled = case((refilled < limit.count, refilled), else_=cast(limit.count, Float))

    def work(connection: Connection) -> Allowed:
        first = {"name": name, "telegram_id": person, "left": limit.count - 1, "refused": 0, "at": now}
        changed = {
            "left": case((filled >= 1, filled - 1), else_=filled),
            "refused": case((filled >= 1, 0), else_=known.refused + 1),
            "at": case((known.at < now, now), else_=known.at),
        }
        added = insert_or(connection, _ALLOWANCES).values(first)
        taken = added.on_conflict_do_update(index_elements=_ALLOWANCES.primary_key, set_=changed)
        row = connection.execute(taken.returning(known.left, known.refused)).one()
        return Allowed(*row)

    return await write_own_rows(sessions, work)


async def forget_full_allowances(
    sessions: async_sessionmaker[AsyncSession], name: str, limit: Limit, now: float
) -> None:
    """Forgets the people who have all of a limit again: they are as those who never asked.

    Args:
        sessions: of the database.
        name: of the limit.
        limit: the limit.
        now: the seconds since 1970.
    """
    full = delete(_ALLOWANCES).where(_ALLOWANCES.c.name == name, _ALLOWANCES.c.at < now - limit.seconds)
    await write_own_rows(sessions, lambda connection: connection.execute(full))
