"""Our bot with the sample decisions loaded."""

from __future__ import annotations

import asyncio
import sys

from bench.feed import feed
from bot.app import create_dispatcher
from bot.services import create_services
from storage.engine import create_engine


async def _run(database: str) -> None:
    await feed(create_dispatcher(create_services(create_engine(f"sqlite+aiosqlite:///{database}"))))


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1]))
