"""Keeps the search index up to date with the database, which another process may load into."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable

from sqlalchemy import func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Source, TaughtPhrase, table
from storage.search.index import Index, build_index

CHECK_SECONDS = 15.0


class IndexKeeper:
    """Builds the index at first use and again when files were loaded, or words taught, since."""

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
        self._state: tuple[object, ...] | None = None
        self._checked = 0.0

    @property
    def age(self) -> float | None:
        """The seconds since the index was last found to be what is stored; None while there is none."""
        return None if self._index is None else self._clock() - self._checked

    def look_again(self) -> None:
        """Look at the next call whether files were loaded, however lately that was looked at."""
        self._checked = -math.inf

    async def current(self, session: AsyncSession) -> Index:
        """The index of what is stored, at most a few seconds old.

        Args:
            session: a database session.

        Returns:
            The index.
        """
        if self._index is not None and self._clock() - self._checked < self._every:
            return self._index
        async with self._lock:
            if self._index is not None and self._clock() - self._checked < self._every:
                return self._index  # another update rebuilt it meanwhile
            state = await _stored_state(session)
            if self._index is None or state != self._state:
                self._index = await self._build(session)
                self._state = state
            self._checked = self._clock()
            return self._index


async def _stored_state(session: AsyncSession) -> tuple[object, ...]:
    source, taught = table(Source).c, table(TaughtPhrase).c
    files = (func.count(), func.max(source.id), func.max(source.loaded_at))
    phrases = (func.count(), func.max(taught.taught_at))
    connection = await session.connection()
    query = (
        select(*files)
        .select_from(table(Source))
        .add_columns(
            *(select(counted).select_from(table(TaughtPhrase)).scalar_subquery() for counted in phrases)
        )
    )
    return tuple((await connection.execute(query)).one())
