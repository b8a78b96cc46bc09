"""Which message of the bot answers which message: an answer stays the answer, also after a restart.

Telegram lets people edit what they wrote for two days; so long this is kept, and only of so many messages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import field
from functools import partial

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, or_, select, tuple_
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage.engine import begin_write, write
from storage.people_models import SentReply
from storage.stored import table

REPLIES_KEPT = 5000
KEPT_FOR = dt.timedelta(days=2)
_PATIENCE = 0.03  # seconds: the bot's own writes are over by then; for a load nobody waits

_REPLIES = table(SentReply)


@dataclass(frozen=True, slots=True)
class AnsweredMessage:
    """A message of a chat, by its id in it, and who wrote it."""

    chat: int
    message: int
    person: int | None = field(default=None, compare=False)


async def keep_replies(
    sessions: async_sessionmaker[AsyncSession],
    replies: Mapping[AnsweredMessage, int],
    now: dt.datetime,
    most: int = REPLIES_KEPT,
) -> None:
    """Keeps which message answers another, instead of any before; it hardly waits for other writers.

    Args:
        sessions: of the database.
        replies: the ids of the bot's messages, by the messages that they answer, in their order.
        now: the moment.
        most: how many are kept; the oldest go.

    Raises:
        sqlalchemy.exc.DBAPIError: somebody else writes, or the database cannot be used: nothing is kept.
    """
    await write(sessions, partial(_keep, replies, now, most), patience=_PATIENCE)


def _keep(
    replies: Mapping[AnsweredMessage, int], now: dt.datetime, most: int, connection: Connection
) -> None:
    rows = [
        {
            "chat": answered.chat,
            "message": answered.message,
            "person": answered.person,
            "reply": reply,
            "at": now,
        }
        for answered, reply in replies.items()
    ]
    same = _REPLIES.c.chat == bindparam("own_chat"), _REPLIES.c.message == bindparam("own_message")
    before = [{"own_chat": row["chat"], "own_message": row["message"]} for row in rows]
    connection.execute(delete(_REPLIES).where(*same), before)
    connection.execute(insert(_REPLIES), rows)
    newest = connection.scalar(select(func.max(_REPLIES.c.id))) or most
    old = or_(_REPLIES.c.id <= newest - most, _REPLIES.c.at < now - KEPT_FOR)
    connection.execute(delete(_REPLIES).where(old))


async def find_reply(session: AsyncSession, answered: AnsweredMessage, now: dt.datetime) -> int | None:
    """The id of the bot's message that answers another; None where none is known any more."""
    query = select(_REPLIES.c.reply).where(_is_of(answered), _REPLIES.c.at >= now - KEPT_FOR)
    reply: int | None = (await (await session.connection()).execute(query)).scalar_one_or_none()
    return reply


async def count_replies(session: AsyncSession, person: int, besides: Collection[AnsweredMessage] = ()) -> int:
    """Of how many messages of a person it is stored which one answers them.

    Args:
        session: a database session.
        person: the person's number.
        besides: messages that do not count.
    """
    query = select(func.count()).where(_REPLIES.c.person == person)
    if besides:
        messages = [(answered.chat, answered.message) for answered in besides]
        query = query.where(tuple_(_REPLIES.c.chat, _REPLIES.c.message).not_in(messages))
    return await (await session.connection()).scalar(query) or 0


async def forget_replies(session: AsyncSession, speaker: int) -> None:
    """Forgets what answers a person, or everything of a chat, and commits.

    Args:
        session: a database session.
        speaker: the person's number, or the chat's.
    """
    if session.in_transaction():
        await session.commit()
    connection = await begin_write(session)
    own = or_(_REPLIES.c.person == speaker, _REPLIES.c.chat == speaker)
    await connection.execute(delete(_REPLIES).where(own))
    await session.commit()


def _is_of(answered: AnsweredMessage) -> ColumnElement[bool]:
    return (_REPLIES.c.chat == answered.chat) & (_REPLIES.c.message == answered.message)
