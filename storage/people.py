"""What is kept of people: the language each one chose, nothing else."""

from __future__ import annotations

from sqlalchemy import insert, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage.engine import begin_write
from storage.models import Person, table

_PEOPLE = table(Person)


async def find_language(session: AsyncSession, telegram_id: int) -> Language | None:
    """The language a person chose, or None when they never did."""
    connection = await session.connection()
    found: Language | None = await connection.scalar(
        select(_PEOPLE.c.language).where(_PEOPLE.c.telegram_id == telegram_id)
    )
    return found


async def save_language(session: AsyncSession, telegram_id: int, language: Language) -> None:
    """Keeps the language a person chose, instead of any they chose before, and commits."""
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    connection = await begin_write(session)
    changed = await connection.execute(
        update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id).values(language=language)
    )
    if not changed.rowcount:
        await connection.execute(insert(_PEOPLE).values(telegram_id=telegram_id, language=language))
    await session.commit()
