"""The database's record of updates, written together and never waited for while somebody else writes."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
import uuid
from collections.abc import Callable, Collection, Mapping
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.columns import utc_now
from storage.engine import write_own_rows
from storage.updates import (
    Holder,
    Unfinished,
    finish,
    forget_old,
    list_ahead,
    receive,
    release,
    renew,
    take_over,
)

LEASE = dt.timedelta(seconds=15)
_SET = LEASE.total_seconds() / 3  # by how much a clock moves that is set
_LOOKS = 4  # in so many of them a living process says by another moment that it lives
_PATIENCE = 0.25  # seconds that new updates wait for another writer; they are handled all the same
_LONG_PATIENCE = 2.0  # that nobody waits for

_T = TypeVar("_T")

_log = logging.getLogger(__name__)


class UpdateRecord:
    """Keeps updates of a bot until they are done.

    While the database is busy, what comes is kept in memory and written later: a person's answer does not
    wait for a writer.
    """

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        bot: int,
        now: Callable[[], dt.datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Makes a record that nothing is written to yet.

        Args:
            sessions: of the database.
            bot: the bot's number.
            now: tells the moment.
            clock: tells seconds that nobody sets.
        """
        self._clock = clock
        self._looked: tuple[dt.datetime, float] | None = None  # the last time, by both
        # What is held for too long, and how often it was seen so.
        self._ahead: dict[tuple[str, dt.datetime], int] = {}
        self._sessions = sessions
        self._bot = bot
        self._name = uuid.uuid4().hex
        self._now = now
        self._turn = asyncio.Lock()  # of those who write
        self._coming: dict[int, str | None] = {}  # to be written, None where it is done already
        self._writing: dict[int, str | None] = {}  # is being written
        self._new: set[int] = set()  # written, and nobody's before
        self._awaited: set[int] = set()  # somebody waits to hear whether they are
        self._done: set[int] = set()  # to be finished
        self._busy = False

    async def receive(self, contents: Mapping[int, str]) -> set[int]:
        """Keeps updates; those that come at the same time are written together.

        Args:
            contents: what Telegram sent, by number.

        Returns:
            The numbers of those that are to be handled here.
        """
        numbers = set(contents)
        self._coming |= contents
        if self._busy:
            return numbers
        self._awaited |= numbers
        try:
            async with self._turn:
                if numbers & self._coming.keys() and not await self._write_coming(_PATIENCE):
                    return numbers
            return numbers & self._new
        finally:
            self._new -= numbers
            self._awaited -= numbers

    def finish(self, number: int) -> None:
        """Notes that an update is done; `keep` writes it."""
        if number in self._coming:
            self._coming[number] = None
        self._done.add(number)  # also where it is to be written yet: that may be happening already

    def keeps(self, number: int) -> bool:
        """Whether an update is written: whoever sent it may forget it."""
        return number not in self._coming and number not in self._writing

    async def keep(self) -> bool:
        """Writes what is to be written.

        Returns:
            Whether the database took it.
        """
        async with self._turn:
            written = await self._write_coming(_LONG_PATIENCE)
            if written:
                self._new &= self._awaited  # of what came while the database was busy, all was handled
            return written

    async def _write_coming(self, patience: float) -> bool:
        """Writes what came and what is done; nothing of it is forgotten where that fails or is broken off."""
        coming, self._coming = self._coming, {}
        done, self._done = self._done, set()
        self._writing = coming

        def work(connection: Connection, holder: Holder) -> set[int]:
            new = receive(connection, holder, coming)
            finish(connection, holder, done)  # afterwards: what came may be done by now
            return new

        new: set[int] | None = None
        try:
            new = await self._write(work, patience)
        finally:
            self._writing = {}
            if new is None:
                self._coming = coming | self._coming
                self._done |= done
        self._new |= new or set()
        return new is not None

    async def take_over(self, *, forget: bool = False) -> list[Unfinished]:
        """Says that this process still handles what it holds, and takes what nobody holds any more.

        Args:
            forget: whether to forget old numbers as well.

        Returns:
            What is to be handled here; nothing while the database is busy.
        """
        was_set = self._tell_whether_the_clock_was_set()

        def work(connection: Connection, holder: Holder) -> list[Unfinished]:
            renew(connection, holder)
            if was_set:  # others have not said by the new time yet that they live
                return []
            if forget:
                forget_old(connection, holder)
            ahead = list_ahead(connection, holder)
            self._ahead = {each: self._ahead.get(each, 0) + 1 for each in ahead}
            gone = [name for (name, _), often in self._ahead.items() if often >= _LOOKS]
            return take_over(connection, holder, gone=gone)

        async with self._turn:
            return await self._write(work, _LONG_PATIENCE) or []

    def _tell_whether_the_clock_was_set(self) -> bool:
        """Whether the moment has moved since the last look by more or less than time has passed."""
        looked, self._looked = self._looked, (self._now(), self._clock())
        if looked is None:
            return False
        moved = (self._looked[0] - looked[0]).total_seconds()
        return abs(moved - (self._looked[1] - looked[1])) > _SET

    async def release(self, unsure: Collection[int]) -> None:
        """Leaves to the next start what is not done.

        Args:
            unsure: those whose answer may have arrived.
        """
        await self.keep()
        async with self._turn:
            await self._write(partial(release, unsure=unsure), _LONG_PATIENCE)

    async def _write(self, work: Callable[[Connection, Holder], _T], patience: float) -> _T | None:
        holder = Holder(self._bot, self._name, self._now(), LEASE)
        try:
            done = await write_own_rows(
                self._sessions, lambda connection: work(connection, holder), patience=patience
            )
        except SQLAlchemyError as error:
            if not self._busy:
                _log.warning("updates are not kept for now: %s", type(error).__name__)
            self._busy = True
            return None
        self._busy = False
        return done
