"""Moments that a test waits for: told by what happens, never by a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager

GUARD_SECONDS = 300  # ends a test that would never end; decides nothing else


async def happens(event: asyncio.Event) -> None:
    """Waits until an event is set, however long that takes on a busy machine."""
    async with asyncio.timeout(GUARD_SECONDS):
        await event.wait()


@contextmanager
def logged(logger: str, words: str) -> Iterator[asyncio.Event]:
    """An event that is set when the program says something in its log.

    Args:
        logger: the name of the logger, which is the module's.
        words: what a message of it begins with.

    Yields:
        The event.
    """
    event, log = asyncio.Event(), logging.getLogger(logger)
    handler, level = _Listener(words, event), log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield event
    finally:
        log.setLevel(level)
        log.removeHandler(handler)


class _Listener(logging.Handler):
    def __init__(self, words: str, event: asyncio.Event) -> None:
        super().__init__()
        self._words = words
        self._event = event

    def emit(self, record: logging.LogRecord) -> None:
        if record.getMessage().startswith(self._words):
            self._event.set()
