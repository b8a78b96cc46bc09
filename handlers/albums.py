"""Documents that were sent as an album come one message each: they are gathered before they are read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from aiogram.types import Message

QUIET_SECONDS = 1.5  # after which no more of an album is waited for


class Albums:
    """Gathers the messages of albums that are coming in."""

    def __init__(
        self, quiet: float = QUIET_SECONDS, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """Makes a gatherer.

        Args:
            quiet: the seconds without another message after which an album is whole.
            sleep: waits.
        """
        self._quiet = quiet
        self._sleep = sleep
        self._coming: dict[tuple[int, str], list[Message]] = {}

    async def gather(self, message: Message) -> list[Message]:
        """All messages of an album, for the first of them that came.

        Args:
            message: of an album, or alone.

        Returns:
            The messages in their order; none for one whose album is being gathered already.
        """
        if message.media_group_id is None:
            return [message]
        album = message.chat.id, message.media_group_id
        if album in self._coming:
            self._coming[album].append(message)
            return []
        coming = self._coming[album] = [message]
        try:
            known = 0
            while known < len(coming):
                known = len(coming)
                await self._sleep(self._quiet)
        finally:
            del self._coming[album]
        return sorted(coming, key=lambda each: each.message_id)
