"""What chats were last answered, kept for the other processes of the bot; who keeps it reads what it says.

It is forgotten a day after it was kept last.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, bindparam, delete, func, or_, select
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.engine import write_own_rows
from storage.people_models import KeptMemory
from storage.stored import table
from storage.upserts import insert_or

KEPT_FOR = dt.timedelta(days=1)
NO_MESSAGE = 0  # what is kept of the person, not of a message

_KEPT = table(KeptMemory)


@dataclass(frozen=True, slots=True, order=True)
class MemoryKey:
    """Of what something is kept.

    Attributes:
        chat: the chat's number.
        person: the person's number.
        message: of the bot, answering the person; 0 for what the person was last answered.
    """

    chat: int
    person: int
    message: int = NO_MESSAGE


async def read_kept(
    session: AsyncSession, chat: int, people: Collection[int], messages: Collection[int], now: dt.datetime
) -> dict[MemoryKey, str]:
    """What is kept of people and of messages in a chat.

    Args:
        session: a database session.
        chat: the chat's number.
        people: whose last answers are wanted.
        messages: the messages of the bot that are wanted, whomever they answer.
        now: the moment.

    Returns:
        What was kept, by what it is kept of.
    """
    of_people = and_(_KEPT.c.message == NO_MESSAGE, _KEPT.c.person.in_(people))
    wanted = or_(of_people, _KEPT.c.message.in_(set(messages) - {NO_MESSAGE}))
    query = select(_KEPT.c.person, _KEPT.c.message, _KEPT.c.content).where(
        _KEPT.c.chat == chat, wanted, _KEPT.c.at >= now - KEPT_FOR
    )
    rows = await (await session.connection()).execute(query)
    return {MemoryKey(chat, person, message): content for person, message, content in rows}


async def keep_memory(
    sessions: async_sessionmaker[AsyncSession], contents: Mapping[MemoryKey, str | None], now: dt.datetime
) -> None:
    """Keeps something in place of what was kept before; what is a day old goes.

    Args:
        sessions: of the database.
        contents: what is to be kept, by what it is kept of; None for nothing any more.
        now: the moment.

    Raises:
        sqlalchemy.exc.DBAPIError: the database cannot be used.
    """
    ordered = sorted(contents.items())  # two writers do not wait for each other's rows
    rows = [
        {"chat": key.chat, "message": key.message, "person": key.person, "content": content, "at": now}
        for key, content in ordered
        if content is not None
    ]
    # A message answers one person, whoever it answered before.
    same = _KEPT.c.chat == bindparam("in_chat"), _KEPT.c.message == bindparam("of_message")
    cards = [
        {"in_chat": key.chat, "of_message": key.message} for key, _ in ordered if key.message != NO_MESSAGE
    ]
    gone = [
        {"in_chat": key.chat, "of_message": key.message, "of_person": key.person}
        for key, content in ordered
        if content is None
    ]

    def work(connection: Connection) -> None:
        if cards:
            connection.execute(delete(_KEPT).where(*same), cards)
        if gone:
            connection.execute(delete(_KEPT).where(*same, _KEPT.c.person == bindparam("of_person")), gone)
        if rows:
            added = insert_or(connection, _KEPT)
            changed = {"content": added.excluded.content, "at": added.excluded.at}
            newer = added.on_conflict_do_update(index_elements=_KEPT.primary_key, set_=changed)
            connection.execute(newer, rows)
        connection.execute(delete(_KEPT).where(_KEPT.c.at < now - KEPT_FOR))

    await write_own_rows(sessions, work)


async def count_memory(session: AsyncSession, person: int, now: dt.datetime) -> int:
    """How many answers are kept of a person in all chats: the last ones, and what messages of the bot show.

    Args:
        session: a database session.
        person: the person's number.
        now: the moment.
    """
    own = _KEPT.c.person == person, _KEPT.c.at >= now - KEPT_FOR
    connection = await session.connection()
    return (await connection.execute(select(func.count()).select_from(_KEPT).where(*own))).scalar_one()


async def forget_memory(sessions: async_sessionmaker[AsyncSession], speaker: int) -> None:
    """Forgets what is kept of a person in all chats, or everything of a chat.

    Args:
        sessions: of the database.
        speaker: the person's number, or the chat's.

    Raises:
        sqlalchemy.exc.DBAPIError: the database cannot be used: nothing is forgotten.
    """
    own = delete(_KEPT).where(or_(_KEPT.c.person == speaker, _KEPT.c.chat == speaker))
    await write_own_rows(sessions, lambda connection: connection.execute(own))
