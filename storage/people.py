"""The language, the home place and the colours of pictures that each person chose, or a group.

What people follow is in `follows.py`. A group is known by its number in Telegram, which is below zero.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import people_models
from storage.engine import begin_write
from storage.kept.remembered import remembered_by
from storage.kept.state import StatePart, mark_changed
from storage.models import table

_PEOPLE = table(people_models.Person)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What a person chose.

    Attributes:
        language: to be spoken to in; None where it was not chosen.
        home: the place whose budget answers questions that name none.
        home_year: the year of that place to answer from; None for the newest budget's.
        dark_pictures: whether pictures are drawn for a dark chat; None where it was not chosen.
    """

    language: Language | None = None
    home: str | None = None
    home_year: int | None = None
    dark_pictures: bool | None = None


async def find_person(session: AsyncSession, telegram_id: int) -> KnownPerson:
    """What a person chose; nothing for one who never did."""
    remembered = remembered_by(session)
    kept = remembered.people if remembered else None
    known: KnownPerson | None = kept.find(telegram_id) if kept else None
    if known is None:
        known = await _read_person(session, telegram_id)
        if kept is not None:
            kept.keep(telegram_id, known)
    return known


async def _read_person(session: AsyncSession, telegram_id: int) -> KnownPerson:
    connection = await session.connection()
    chosen = _PEOPLE.c.language, _PEOPLE.c.home, _PEOPLE.c.home_year, _PEOPLE.c.dark_pictures
    query = select(*chosen).where(_PEOPLE.c.telegram_id == telegram_id)
    row = (await connection.execute(query)).one_or_none()
    return KnownPerson(*row) if row else KnownPerson()


async def find_languages(session: AsyncSession, people: Collection[int]) -> dict[int, Language]:
    """The languages that many people chose; those who chose none are not among them."""
    connection = await session.connection()
    query = select(_PEOPLE.c.telegram_id, _PEOPLE.c.language).where(_PEOPLE.c.telegram_id.in_(people))
    return {person: language for person, language in await connection.execute(query) if language}


async def save_language(session: AsyncSession, telegram_id: int, language: Language) -> None:
    """Keeps the language a person chose, instead of any they chose before, and commits."""
    await _save(session, telegram_id, language=language)


async def save_home(
    session: AsyncSession, telegram_id: int, place: str | None, year: int | None = None
) -> None:
    """Keeps a person's home place and the year of it, or forgets them, and commits."""
    await _save(session, telegram_id, home=place, home_year=year)


async def save_colours(session: AsyncSession, telegram_id: int, *, dark: bool) -> None:
    """Keeps whether a person's pictures are dark, and commits."""
    await _save(session, telegram_id, dark_pictures=dark)


async def forget_person(session: AsyncSession, telegram_id: int) -> None:
    """Deletes what a person chose, and commits."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    await connection.execute(delete(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id))
    await commit_chosen(session, connection)


async def move_person(session: AsyncSession, old: int, new: int) -> None:
    """Keeps under another number what was chosen, and commits. What was chosen there already stays."""
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    own, known = _PEOPLE.c.telegram_id == old, _PEOPLE.c.telegram_id == new
    taken = (await connection.execute(select(_PEOPLE.c.telegram_id).where(known))).first()
    moved = delete(_PEOPLE).where(own) if taken else update(_PEOPLE).where(own).values(telegram_id=new)
    await connection.execute(moved)
    await commit_chosen(session, connection)


async def _save(session: AsyncSession, telegram_id: int, **chosen: Language | str | int | None) -> None:
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    connection = await begin_write(session)
    changed = await connection.execute(
        update(_PEOPLE).where(_PEOPLE.c.telegram_id == telegram_id).values(chosen)
    )
    if not changed.rowcount:
        await connection.execute(insert(_PEOPLE).values({"telegram_id": telegram_id, **chosen}))
    await commit_chosen(session, connection)


async def commit_chosen(session: AsyncSession, connection: AsyncConnection) -> None:
    """Commits what somebody chose, and lets go of what is kept of it in memory: here now, elsewhere soon.

    Args:
        session: whose transaction it is.
        connection: that of the session.
    """
    await connection.run_sync(mark_changed, StatePart.PEOPLE)
    await session.commit()
    remembered = remembered_by(session)
    if remembered is not None:
        remembered.forget_people()
