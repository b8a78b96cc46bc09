"""Teaching: what operators say that everyday words mean is stored, and forgotten; `taught.py` reads it."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import delete, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage.engine import begin_write
from storage.kept.state import StatePart, mark_changed
from storage.models import MissedQuestion, TaughtPhrase, table
from storage.reading.records import Names

MOST_TAUGHT = 2000

_TAUGHT = table(TaughtPhrase)
_MISSED = table(MissedQuestion)
_NAMES = {Language.KK: _TAUGHT.c.kazakh, Language.RU: _TAUGHT.c.russian}


async def teach(
    session: AsyncSession, phrase: str, language: Language, names: Names, now: dt.datetime
) -> bool:
    """Keeps a phrase, in place of what it meant before, and commits; its questions are missed no more.

    Args:
        session: a database session.
        phrase: as `read_phrase` gives it.
        language: of the phrase.
        names: of the line that it means.
        now: the moment.

    Returns:
        False where no more phrases are kept.
    """
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    connection = await begin_write(session)
    others = (await connection.execute(select(_TAUGHT.c.words).where(_TAUGHT.c.words != phrase))).all()
    if len(others) >= MOST_TAUGHT:
        await session.rollback()
        return False
    await connection.execute(delete(_TAUGHT).where(_TAUGHT.c.words == phrase))
    row = {"words": phrase, "language": language, "taught_at": now}
    row |= {column.name: names.get(spoken) for spoken, column in _NAMES.items()}
    await connection.execute(insert(_TAUGHT).values(row))
    await connection.execute(delete(_MISSED).where(_MISSED.c.words == phrase))
    await connection.run_sync(mark_changed, StatePart.BUDGETS)
    await session.commit()
    return True


async def unteach(session: AsyncSession, phrase: str) -> None:
    """Forgets a phrase, and commits."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(delete(_TAUGHT).where(_TAUGHT.c.words == phrase))
    await connection.run_sync(mark_changed, StatePart.BUDGETS)
    await session.commit()
