"""The pictures that Telegram has, each by a hash of what it shows and how: none is sent up twice.

They say nothing of who looked at them. Only so many are kept, those that were used last.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from functools import partial

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import write
from storage.people_models import SentPicture
from storage.stored import table

PICTURES_KEPT = 2000
_PATIENCE = 0.03  # seconds: the bot's own writes are over by then; for a load nobody waits

_PICTURES = table(SentPicture)


async def find_file_id(sessions: async_sessionmaker[AsyncSession], key: str, today: dt.date) -> str | None:
    """The id under which Telegram has a picture, which is then used last; None where it has none.

    Args:
        sessions: of the database.
        key: the picture's hash.
        today: the day of use; a day is written once, and not while somebody else writes.
    """
    query = select(_PICTURES.c.file_id, _PICTURES.c.used_on).where(_PICTURES.c.key == key)
    async with sessions() as session:
        row = (await (await session.connection()).execute(query)).one_or_none()
    if row is None:
        return None
    if row.used_on != today:
        with contextlib.suppress(DBAPIError):
            await write(sessions, partial(_use, key, today), patience=_PATIENCE)
    file_id: str = row.file_id
    return file_id


def _use(key: str, today: dt.date, connection: Connection) -> None:
    connection.execute(update(_PICTURES).where(_PICTURES.c.key == key).values(used_on=today))


async def keep_file_id(
    sessions: async_sessionmaker[AsyncSession],
    key: str,
    file_id: str,
    today: dt.date,
    most: int = PICTURES_KEPT,
) -> None:
    """Keeps the id of a picture that was sent for the first time; it hardly waits for other writers.

    Args:
        sessions: of the database.
        key: the picture's hash.
        file_id: under which Telegram has it.
        today: the day.
        most: how many are kept; those that were longest unused go.

    Raises:
        sqlalchemy.exc.IntegrityError: another program has kept it meanwhile.
        sqlalchemy.exc.DBAPIError: somebody else writes, or the database cannot be used: nothing is kept.
    """
    await write(sessions, partial(_keep, key, file_id, today, most), patience=_PATIENCE)


def _keep(key: str, file_id: str, today: dt.date, most: int, connection: Connection) -> None:
    connection.execute(insert(_PICTURES).values(key=key, file_id=file_id, used_on=today))
    others = select(_PICTURES.c.key).where(_PICTURES.c.key != key)
    oldest = others.order_by(_PICTURES.c.used_on.desc(), _PICTURES.c.key).offset(most - 1)
    connection.execute(delete(_PICTURES).where(_PICTURES.c.key.in_(oldest)))


async def forget_file_id(sessions: async_sessionmaker[AsyncSession], key: str) -> None:
    """Forgets a picture that Telegram has let go; while somebody else writes it is left for the next time."""
    with contextlib.suppress(DBAPIError):
        await write(sessions, partial(_forget, key), patience=_PATIENCE)


def _forget(key: str, connection: Connection) -> None:
    connection.execute(delete(_PICTURES).where(_PICTURES.c.key == key))
