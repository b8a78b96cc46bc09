"""Which updates were received, and which are not done yet: over restarts, and among processes.

Each of these is one transaction, on PostgreSQL beside other writers (`storage.engine.write_own_rows`):
no number is received twice, and what one process takes over another passes by.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from sqlalchemy import Connection, delete, select, update

from parser.dataclass import dataclass
from storage.people_models import OpenUpdate, ReceivedUpdate
from storage.statements import Where, fetch_rows, is_in, match_all, place_values, write_moment
from storage.stored import table

MOST_ATTEMPTS = 3  # what was begun more often is not begun again
KEPT = dt.timedelta(hours=48)  # Telegram sends nothing again after 24
MOST_KEPT = 200_000  # numbers of updates

_LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # for every clock, also for one that is set back
_AT_ONCE = 500  # updates in one statement; databases limit its values
_RECEIVED = table(ReceivedUpdate)
_OPEN = table(OpenUpdate)
# What is written for each update: to put statements together takes SQLAlchemy longer than they take.
_RECEIVE = (
    "INSERT INTO received_update (bot, number, received_at) VALUES {} ON CONFLICT DO NOTHING RETURNING number"
)
_OPEN_ONE = (
    "INSERT INTO open_update (bot, number, content, holder, held_until, attempts) VALUES (?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that handles a bot's updates.

    Attributes:
        bot: the bot's number.
        name: of the process; no two have the same.
        now: the moment.
        lease: how long others leave what it holds to it.
    """

    bot: int
    name: str
    now: dt.datetime
    lease: dt.timedelta

    @property
    def until(self) -> dt.datetime:
        """Until when others leave it alone."""
        return self.now + self.lease


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An update that somebody else did not finish.

    Attributes:
        number: of the update.
        content: as Telegram sent it.
        attempts: how often it was begun.
    """

    number: int
    content: str
    attempts: int


def receive(connection: Connection, holder: Holder, contents: Mapping[int, str | None]) -> set[int]:
    """Keeps updates until they are done.

    Args:
        connection: the database's.
        holder: who handles them.
        contents: what Telegram sent, by number; None for what is done already.

    Returns:
        The numbers of those that nobody has received before: they are this process's to handle.
    """
    if not contents:
        return set()
    now, until = write_moment(connection, holder.now), write_moment(connection, holder.until)
    new: set[int] = set()
    for numbers in _batch(contents):
        statement = _RECEIVE.format(", ".join(["(?, ?, ?)"] * len(numbers)))
        values = (value for number in numbers for value in (holder.bot, number, now))
        new.update(number for (number,) in fetch_rows(connection, statement, values))
    kept = [
        (holder.bot, number, content, holder.name, until, 1)
        for number, content in contents.items()
        if number in new and content is not None
    ]
    if kept:
        connection.exec_driver_sql(place_values(connection, _OPEN_ONE), kept)
    return new


def finish(connection: Connection, holder: Holder, numbers: Collection[int]) -> None:
    """Forgets what updates said: they are done."""
    for some in _batch(numbers):
        done = match_all(Where("bot = ?", (holder.bot,)), is_in("number", some))
        statement = place_values(connection, f"DELETE FROM open_update WHERE {done.sql}")  # noqa: S608
        connection.exec_driver_sql(statement, done.values)


def _batch(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Numbers, as many together as one statement takes."""
    left = iter(numbers)
    while some := list(islice(left, _AT_ONCE)):
        yield some


def renew(connection: Connection, holder: Holder) -> None:
    """Says that a process still handles what it holds."""
    own = _OPEN.c.bot == holder.bot, _OPEN.c.holder == holder.name
    connection.execute(update(_OPEN).where(*own).values(held_until=holder.until))


def release(connection: Connection, holder: Holder, unsure: Collection[int] = ()) -> None:
    """Leaves to others at once what a process holds.

    Args:
        connection: the database's.
        holder: the process, which is about to end.
        unsure: those whose answer may have arrived: nobody begins them again.
    """
    own = _OPEN.c.bot == holder.bot, _OPEN.c.holder == holder.name
    connection.execute(update(_OPEN).where(*own).values(held_until=_LONG_AGO))
    if unsure:
        begun = update(_OPEN).where(*own, _OPEN.c.number.in_(unsure)).values(attempts=MOST_ATTEMPTS)
        connection.execute(begun)


def _reach(holder: Holder) -> dt.datetime:
    """Nobody holds anything until later than this, unless its clock was set back, or this one's."""
    return holder.now + 2 * holder.lease


def list_ahead(connection: Connection, holder: Holder) -> set[tuple[str, dt.datetime]]:
    """Who holds updates until a moment that is too far ahead, and until which: a clock was set back since.

    Whether they still work on them is told by whether that moment changes.
    """
    ahead = _OPEN.c.bot == holder.bot, _OPEN.c.held_until > _reach(holder)
    rows = connection.execute(select(_OPEN.c.holder, _OPEN.c.held_until).where(*ahead).distinct())
    return {(name, until) for name, until in rows}


def take_over(
    connection: Connection, holder: Holder, limit: int = 100, gone: Collection[str] = ()
) -> list[Unfinished]:
    """Takes what nobody holds any more.

    Args:
        connection: the database's.
        holder: who takes it.
        limit: how many at once.
        gone: processes that work no more, though they hold updates until a moment that is too far ahead.

    Returns:
        The updates in their order, each with how often it was begun before.
    """
    columns = _OPEN.c.number, _OPEN.c.content, _OPEN.c.attempts
    is_left = _OPEN.c.held_until <= holder.now
    if gone:
        is_left |= _OPEN.c.holder.in_(gone) & (_OPEN.c.held_until > _reach(holder))
    left = (
        select(*columns)
        .where(_OPEN.c.bot == holder.bot, is_left)
        .order_by(_OPEN.c.number)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    found = [Unfinished(*row) for row in connection.execute(left)]
    if found:
        taken = {"holder": holder.name, "held_until": holder.until, "attempts": _OPEN.c.attempts + 1}
        numbers = _OPEN.c.number.in_([each.number for each in found])
        connection.execute(update(_OPEN).where(_OPEN.c.bot == holder.bot, numbers).values(taken))
    return found


def forget_old(connection: Connection, holder: Holder) -> None:
    """Forgets the numbers of updates that Telegram does not send again."""
    own = _RECEIVED.c.bot == holder.bot
    connection.execute(delete(_RECEIVED).where(own, _RECEIVED.c.received_at < holder.now - KEPT))
    order = _RECEIVED.c.received_at.desc(), _RECEIVED.c.number.desc()
    oldest = select(_RECEIVED.c.received_at).where(own).order_by(*order).offset(MOST_KEPT).limit(1)
    limit = connection.scalar(oldest)
    if limit is not None:
        connection.execute(delete(_RECEIVED).where(own, _RECEIVED.c.received_at <= limit))
