"""The language and the home place that each person chose. What they follow is in `follows.py`."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage import models
from storage.engine import begin_write
from storage.models import table

_PEOPLE = table(models.Person)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What a person chose.

    Attributes:
        language: to be spoken to in; None where it was not chosen.
        home: the place whose budget answers questions that name none.
    """

    language: Language | None = None
    home: str | None = None


async def find_person(session: AsyncSession, telegram_id: int) -> KnownPerson:
    """What a person chose; nothing for one who never did."""
    connection = await session.connection()
    query = select(_PEOPLE.c.language, _PEOPLE.c.home).where(_PEOPLE.c.telegram_id == telegram_id)
    row = (await connection.execute(query)).one_or_none()
    return KnownPerson(row.language, row.home) if row else KnownPerson()


async def save_language(session: AsyncSession, telegram_id: int, language: Language) -> None:
    """Keeps the language a person chose, instead of any they chose before, and commits."""
    await _save(session, telegram_id, "language", language)


async def save_home(session: AsyncSession, telegram_id: int, place: str | None) -> None:
    """Keeps a person's home place, or forgets it, and commits."""
    await _save(session, telegram_id, "home", place)


async def forget_person(session: AsyncSession, telegram_id: int) -> None:
    """Deletes what a person chose, and commits."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(delete(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id))
    await session.commit()


async def _save(session: AsyncSession, telegram_id: int, column: str, value: Language | str | None) -> None:
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    connection = await begin_write(session)
    changed = await connection.execute(
        update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id).values({column: value})
    )
    if not changed.rowcount:
        await connection.execute(insert(_PEOPLE).values({"telegram_id": telegram_id, column: value}))
    await session.commit()
