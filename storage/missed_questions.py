"""Questions that found nothing, counted so that an operator can teach the bot their words.

Kept are the words alone, folded and without numbers: nobody can be told from them.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.text.folding import words as words_of
from storage.engine import write
from storage.models import MissedQuestion, table

_MISSED = table(MissedQuestion)
_LONGEST = 80  # characters
_MOST = 5000  # different questions; the rarest and oldest go first


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that found nothing, how often, and when last."""

    words: str
    count: int
    last_on: dt.date


async def count_missed(sessions: async_sessionmaker[AsyncSession], asked: str, today: dt.date) -> bool:
    """Counts a question that found nothing; while somebody else writes it is dropped, and nobody waits.

    Args:
        sessions: of the database.
        asked: the question.
        today: the date.

    Returns:
        Whether it was counted.
    """
    said = " ".join(word for word in words_of(asked) if not word.isdigit())[:_LONGEST].strip()
    if not said:
        return False
    try:
        await write(sessions, partial(_count, said, today), patience=0)
    except DBAPIError:
        return False
    return True


def _count(said: str, today: dt.date, connection: Connection) -> None:
    known = update(_MISSED).where(_MISSED.c.words == said).values(count=_MISSED.c.count + 1, last_on=today)
    if connection.execute(known).rowcount:
        return
    connection.execute(insert(_MISSED).values(words=said, count=1, last_on=today))
    stored = connection.scalar(select(func.count()).select_from(_MISSED)) or 0
    if stored > _MOST:
        order = (_MISSED.c.count, _MISSED.c.last_on, _MISSED.c.words)
        least = select(_MISSED.c.words).where(_MISSED.c.words != said).order_by(*order).limit(stored - _MOST)
        connection.execute(delete(_MISSED).where(_MISSED.c.words.in_(least)))


async def list_missed(session: AsyncSession, limit: int = 20, offset: int = 0) -> list[Missed]:
    """The questions that found nothing most often.

    Args:
        session: a database session.
        limit: how many.
        offset: how many of the most frequent to pass over.
    """
    columns = (_MISSED.c.words, _MISSED.c.count, _MISSED.c.last_on)
    order = (_MISSED.c.count.desc(), _MISSED.c.last_on.desc(), _MISSED.c.words)
    query = select(*columns).order_by(*order).limit(limit).offset(offset)
    rows = await (await session.connection()).execute(query)
    return [Missed(words, count, last_on) for words, count, last_on in rows]
