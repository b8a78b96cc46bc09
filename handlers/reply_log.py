"""Writes down which message answers which, soon after the answers and many at once: nobody waits for it."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.columns import utc_now
from storage.sent_replies import AnsweredMessage, forget_replies, keep_replies

_GATHERED = 0.3  # seconds in which answers gather
_MOST = 5000  # answers that wait while somebody else writes; the first ones go

_log = logging.getLogger(__name__)


class ReplyLog:
    """What is to be written down, until the database has it."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], now: Callable[[], dt.datetime] = utc_now
    ) -> None:
        """Makes an empty one.

        Args:
            sessions: of the database.
            now: tells the moment.
        """
        self._sessions = sessions
        self._now = now
        self._replies: dict[AnsweredMessage, int] = {}
        self._turn = asyncio.Lock()
        self._writing: asyncio.Task[None] | None = None

    def note(self, answered: AnsweredMessage, reply: int) -> None:
        """Notes an answer, to be written soon.

        Args:
            answered: the message that is answered.
            reply: the id of the answer.
        """
        self._replies.pop(answered, None)
        self._replies[answered] = reply
        if len(self._replies) > _MOST:
            del self._replies[next(iter(self._replies))]
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_soon())  # noqa: TID251 - `close` awaits it

    def waiting(self, person: int) -> set[AnsweredMessage]:
        """The messages of a person whose answers are noted and not written yet.

        Args:
            person: the person's number.
        """
        return {answered for answered in self._replies if answered.person == person}

    async def write(self) -> None:
        """Writes what was noted so far; where somebody else writes, it waits for the next time."""
        await asyncio.shield(self._write())  # a thread that writes goes on: so does its turn

    async def forget(self, session: AsyncSession, speaker: int) -> None:
        """Forgets what answers a person, or everything of a chat, written or not, and commits.

        Args:
            session: a database session.
            speaker: the person's number, or the chat's.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used: nothing is forgotten.
        """
        async with self._turn:  # what is being written would be stored after it was deleted
            await forget_replies(session, speaker)
            for answered in [each for each in self._replies if speaker in (each.chat, each.person)]:
                del self._replies[answered]

    async def close(self) -> None:
        """Writes what is left."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        await self.write()

    async def _write(self) -> None:
        """Writes what was noted; all of it stays noted until the database has it, whatever fails."""
        async with self._turn:
            replies = dict(self._replies)
            if not replies:
                return
            try:
                await keep_replies(self._sessions, replies, self._now())
            except (SQLAlchemyError, OSError) as error:
                _log.info("it is not kept yet which message answers which: %s", type(error).__name__)
                return
            for answered, reply in replies.items():
                if self._replies.get(answered) == reply:  # it was not answered anew meanwhile
                    del self._replies[answered]

    async def _write_soon(self) -> None:
        await asyncio.sleep(_GATHERED)
        await self.write()
