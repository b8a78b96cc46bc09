"""Knows which updates are being handled, so that leaving can wait for them.

Neither polling nor the web server waits for running handlers when it stops;
they would go on with a closed database.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject

from bot.middlewares.under_way import DROPPED, UnderWay, doing

_log = logging.getLogger(__name__)


class InFlight(BaseMiddleware):
    """Counts running updates and, once closing, takes no more.

    Attributes:
        closing: new updates are refused. Telegram sends them again, since they
            were not confirmed.
    """

    def __init__(self) -> None:
        self.closing = False
        self._running: dict[asyncio.Task[Any], UnderWay] = {}

    def __len__(self) -> int:
        return len(self._running)

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update, unless closing."""
        task = asyncio.current_task()
        if self.closing or task is None:
            return DROPPED
        under_way = self._running[task] = data.get("under_way") or UnderWay()
        data["answered"] = under_way.answered
        try:
            with doing(under_way):
                return await handler(event, data)
        finally:
            del self._running[task]

    async def drain(self, seconds: float) -> None:
        """Refuse new updates and wait for the running ones; those that only wait are broken off at once.

        Args:
            seconds: how long to wait; what still runs then is cancelled.
        """
        self.closing = True
        running = {task: each for task, each in self._running.items() if task is not asyncio.current_task()}
        if not running:
            return
        _log.info("waiting for %d updates", len(running))
        for task, under_way in running.items():
            under_way.leaving = True
            if under_way.pausing:
                task.cancel()
        _, late = await asyncio.wait(running, timeout=seconds)
        for task in late:
            _log.warning("cancelled after %s s: %s", seconds, task.get_name())
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
