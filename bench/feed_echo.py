"""A bare aiogram echo: what the framework alone costs."""

from __future__ import annotations

import asyncio

from aiogram import Dispatcher, Router
from aiogram.types import Message

from bench.feed import feed


async def _echo(message: Message) -> None:
    await message.answer(message.text or "")


if __name__ == "__main__":
    router = Router()
    router.message.register(_echo)
    echo = Dispatcher(disable_fsm=True)
    echo.include_router(router)
    asyncio.run(feed(echo))
