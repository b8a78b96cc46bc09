"""How often people may still do something: counted by one process for itself, or by all of them together."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Protocol

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.allowances import Allowed, Limit, forget_old_allowances, take_allowance

PEOPLE_REMEMBERED = 10_000
_SECONDS_KEPT = 4 * 3600.0  # in the database; every limit is refilled by then

_log = logging.getLogger(__name__)


class Allowances(Protocol):
    """Gives out what people may do."""

    async def take(self, name: str, person: int, limit: Limit) -> Allowed:
        """Takes one of what a person may do, where there is one left.

        Args:
            name: of the limit.
            person: the person's number.
            limit: how many at once, and how fast it is refilled.

        Returns:
            What is left, and whether nothing was given.
        """


class OwnAllowances:
    """Counted in memory, for this process alone and for recent people."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Makes allowances that nothing was taken of.

        Args:
            clock: tells the seconds.
        """
        self._clock = clock
        self._known: OrderedDict[tuple[str, int], tuple[Allowed, float]] = OrderedDict()

    def __len__(self) -> int:
        """Of how many people and limits something is remembered."""
        return len(self._known)

    async def take(self, name: str, person: int, limit: Limit) -> Allowed:
        """As any allowances."""
        now = self._clock()
        before, at = self._known.pop((name, person), (Allowed(limit.count, 0), now))
        left = min(limit.count, before.left + (now - at) * limit.count / limit.seconds)
        taken = Allowed(left - 1, 0) if left >= 1 else Allowed(left, before.refused + 1)
        self._known[name, person] = taken, now  # now the most recent one
        if len(self._known) > PEOPLE_REMEMBERED:
            self._known.popitem(last=False)
        return taken


class SharedAllowances:
    """Counted in the database, for all processes together; while that fails, by each for itself."""

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Makes allowances over a database.

        Args:
            sessions: of the database.
            clock: tells the seconds after which old ones are forgotten.
        """
        self._sessions = sessions
        self._clock = clock
        self._own = OwnAllowances()
        self._forgotten_at = clock()

    async def take(self, name: str, person: int, limit: Limit) -> Allowed:
        """As any allowances."""
        try:
            if self._clock() - self._forgotten_at > _SECONDS_KEPT:
                self._forgotten_at = self._clock()
                await forget_old_allowances(self._sessions, _SECONDS_KEPT)
            return await take_allowance(self._sessions, name, person, limit)
        except (SQLAlchemyError, OSError) as error:
            _log.warning("limits are not counted together: %s", type(error).__name__)
            return await self._own.take(name, person, limit)
