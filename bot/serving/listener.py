"""Hears from PostgreSQL that another process has stored something, in place of looking for it later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.engine import is_postgresql
from storage.kept.state import CHANNEL

AGAIN_SECONDS = 5.0  # after the connection was lost; meanwhile the index keeper looks by itself

_log = logging.getLogger(__name__)


class Listener:
    """Listens on a connection of its own; on SQLite, which tells nobody anything, it does nothing."""

    def __init__(self, engine: AsyncEngine, heard: Callable[[], None], again: float = AGAIN_SECONDS) -> None:
        """Makes a listener that does not listen yet.

        Args:
            engine: the database.
            heard: called whenever something was stored, and when something may have been.
            again: the seconds after which it connects again.
        """
        self._engine = engine
        self._heard = heard
        self._again = again
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begins to listen, where the database tells anything."""
        if is_postgresql(self._engine.sync_engine):
            self._task = asyncio.create_task(self._listen_on())  # noqa: TID251 - `stop` awaits it

    async def stop(self) -> None:
        """Listens no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None

    async def _listen_on(self) -> None:
        while True:
            try:
                async with self._engine.connect() as connection:
                    await self._listen(connection)
            except Exception as error:
                _log.warning("what others store is not told: %s", type(error).__name__)
            await asyncio.sleep(self._again)

    async def _listen(self, connection: AsyncConnection) -> None:
        """Listens until the connection is lost."""
        driver: Any = (await connection.get_raw_connection()).driver_connection
        lost = asyncio.Event()
        driver.add_termination_listener(lambda _: lost.set())
        await driver.add_listener(CHANNEL, lambda *_: self._heard())
        self._heard()  # for what was stored before
        try:
            await lost.wait()
        finally:
            await connection.invalidate()  # nobody else is to be handed a connection that listens
