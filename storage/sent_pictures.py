"""The pictures that Telegram has, each by a hash of what it shows and how: none is sent up twice.

They say nothing of who looked at them. Only so many are kept, those that were used last.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, insert, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import begin_write
from storage.models import SentPicture, table

PICTURES_KEPT = 2000

_PICTURES = table(SentPicture)


async def find_file_id(session: AsyncSession, key: str, today: dt.date) -> str | None:
    """The id under which Telegram has a picture, which is then used last; None where it has none.

    Args:
        session: a database session.
        key: the picture's hash.
        today: the day of use; a day is written once.
    """
    connection = await session.connection()
    query = select(_PICTURES.c.file_id, _PICTURES.c.used_on).where(_PICTURES.c.key == key)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    file_id: str = row.file_id
    if row.used_on != today:
        await session.commit()  # what was read so far must not stop this session from writing
        connection = await begin_write(session)
        await connection.execute(update(_PICTURES).where(_PICTURES.c.key == key).values(used_on=today))
        await session.commit()
    return file_id


async def keep_file_id(
    session: AsyncSession, key: str, file_id: str, today: dt.date, most: int = PICTURES_KEPT
) -> None:
    """Keeps the id of a picture that was sent for the first time, and commits.

    Args:
        session: a database session.
        key: the picture's hash.
        file_id: under which Telegram has it.
        today: the day.
        most: how many are kept; those that were longest unused go.

    Raises:
        sqlalchemy.exc.IntegrityError: another program has kept it meanwhile.
    """
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(insert(_PICTURES).values(key=key, file_id=file_id, used_on=today))
    others = select(_PICTURES.c.key).where(_PICTURES.c.key != key)
    oldest = others.order_by(_PICTURES.c.used_on.desc(), _PICTURES.c.key).offset(most - 1)
    await connection.execute(delete(_PICTURES).where(_PICTURES.c.key.in_(oldest)))
    await session.commit()


async def forget_file_id(session: AsyncSession, key: str) -> None:
    """Forgets a picture that Telegram has let go, and commits."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(delete(_PICTURES).where(_PICTURES.c.key == key))
    await session.commit()
