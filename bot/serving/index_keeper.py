"""Keeps what is in memory up to date with the database, which another process may load into."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.kept.remembered import Remembered
from storage.kept.state import read_state_numbers
from storage.search.index import Index, build_index

CHECK_SECONDS = 2.0


class IndexKeeper:
    """Builds the index at first use and again when files were loaded, or words taught, since.

    Attributes:
        remembered: what is kept in memory besides, of the same state as the index that was given last.
    """

    def __init__(
        self,
        every: float = CHECK_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        build: Callable[[AsyncSession], Awaitable[Index]] = build_index,
    ) -> None:
        """Makes a keeper that has no index yet.

        Args:
            every: the seconds after which it looks whether files were loaded.
            clock: tells the seconds.
            build: makes an index of what is stored.
        """
        self._every = every
        self._clock = clock
        self._build = build
        self._lock = asyncio.Lock()
        self._index: Index | None = None
        self._checked = 0.0
        self._told = 0  # how often it was told to look again
        self._heard = 0  # how many of those times it has looked since
        self.remembered = Remembered()

    @property
    def age(self) -> float | None:
        """The seconds since the index was last found to be what is stored; None while there is none."""
        return None if self._index is None else self._clock() - self._checked

    @property
    def state(self) -> int | None:
        """The number of the stored state that the index is of; None while there is none."""
        return self.remembered.readings.number if self.remembered.readings else None

    def look_again(self) -> None:
        """Look at the next call whether files were loaded, however lately that was looked at."""
        self._told += 1

    async def current(self, session: AsyncSession) -> Index:
        """The index of what is stored, at most a few seconds old.

        Args:
            session: a database session.

        Returns:
            The index.
        """
        if (index := self._find_recent()) is not None:
            return index
        async with self._lock:
            if (index := self._find_recent()) is not None:
                return index  # another update rebuilt it meanwhile
            told = self._told  # who stores something while it looks says so again
            state, known = await read_state_numbers(await session.connection()), self.remembered.readings
            if self._index is None or known is None or state.budgets != known.number:
                self._index = await self._build(session)
            self.remembered.follow(state)
            self._checked, self._heard = self._clock(), told
            return self._index

    def _find_recent(self) -> Index | None:
        """The index, where it was lately seen that nothing else is stored; None where that is to be seen."""
        if self._heard < self._told or self.remembered.is_outdated:
            return None
        return self._index if self._clock() - self._checked < self._every else None
