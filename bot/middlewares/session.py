"""One database session and the current search index for each update."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.middlewares.under_way import find_under_way
from bot.serving.index_keeper import IndexKeeper
from storage.columns import utc_now
from storage.kept.remembered import let_recall
from storage.missed_questions import count_missed


class SessionMiddleware(BaseMiddleware):
    """Opens `session` and gives it and `index` to what follows.

    The session takes a connection only when it is used, and whatever a handler
    did not commit is rolled back.
    """

    def __init__(self, sessions: async_sessionmaker[AsyncSession], keeper: IndexKeeper) -> None:
        self._sessions = sessions
        self._keeper = keeper

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update within a session, and counts afterwards what found nothing."""
        missed: list[str] = []
        async with self._sessions() as session:
            data["session"], data["missed"] = session, missed
            if under_way := find_under_way():
                under_way.session = session
            data["index"] = await self._keeper.current(session)
            let_recall(session, self._keeper.remembered.readings)  # of the same state, now
            handled = await handler(event, data)
        for asked in missed:
            await count_missed(self._sessions, asked, utc_now().date())
        return handled
