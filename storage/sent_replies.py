"""Which message of the bot answers which message: an answer stays the answer, also after a restart.

Telegram lets people edit what they wrote for two days; so long this is kept, and only of so many messages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import field
from functools import partial

from sqlalchemy import ColumnElement, Connection, delete, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage.engine import begin_write, write
from storage.people_models import SentReply
from storage.statements import fetch_rows, place_values, write_moment
from storage.stored import table

REPLIES_KEPT = 5000
KEPT_FOR = dt.timedelta(days=2)
_PATIENCE = 0.03  # seconds: the bot's own writes are over by then; for a load nobody waits

_REPLIES = table(SentReply)
_FORGET_ONE = "DELETE FROM sent_reply WHERE chat = ? AND message = ?"
_KEEP_ONE = "INSERT INTO sent_reply (chat, message, person, reply, at) VALUES (?, ?, ?, ?, ?)"
_FORGET_OLD = "DELETE FROM sent_reply WHERE id <= ? OR at < ?"


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
    at, oldest = (write_moment(connection, moment) for moment in (now, now - KEPT_FOR))
    same = [(answered.chat, answered.message) for answered in replies]
    rows = [
        (answered.chat, answered.message, answered.person, reply, at) for answered, reply in replies.items()
    ]
    connection.exec_driver_sql(place_values(connection, _FORGET_ONE), same)
    connection.exec_driver_sql(place_values(connection, _KEEP_ONE), rows)
    [(newest,)] = fetch_rows(connection, "SELECT max(id) FROM sent_reply")
    connection.exec_driver_sql(place_values(connection, _FORGET_OLD), ((newest or most) - most, oldest))


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
