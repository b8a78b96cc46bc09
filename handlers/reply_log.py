"""Writes down which message answers which, soon after the answers and many at once: nobody waits for it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.columns import utc_now
from storage.sent_replies import AnsweredMessage, keep_replies

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

    async def write(self) -> None:
        """Writes what was noted so far; where somebody else writes, it waits for the next time."""
        async with self._turn:
            replies, self._replies = self._replies, {}
            if not replies:
                return
            try:
                await keep_replies(self._sessions, replies, self._now())
            except SQLAlchemyError as error:
                _log.info("it is not kept yet which message answers which: %s", type(error).__name__)
                self._replies = replies | self._replies

    async def close(self) -> None:
        """Writes what is left."""
        if self._writing is not None:
            self._writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._writing
        await self.write()

    async def _write_soon(self) -> None:
        await asyncio.sleep(_GATHERED)
        await asyncio.shield(self.write())
