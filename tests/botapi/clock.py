"""The only clock of the Bot API server: a slow answer is slow by it, and a call is told by its moment."""

from __future__ import annotations

import asyncio
import time


def moment() -> float:
    """Seconds that only grow, to tell which call came first and how far apart they were."""
    return time.monotonic()


async def pause(seconds: float) -> None:
    """Lets time pass, where what is tried is that time passes."""
    await asyncio.sleep(seconds)
