"""The whole bot over a database file, with Telegram replaced."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Chat

from bot.app import create_bot, create_dispatcher
from bot.services import Services, create_services
from storage.engine import create_engine
from tests.harness.budget import url
from tests.harness.person import TestUser
from tests.harness.session import RecordingSession

TOKEN = "42:TEST"


@dataclass(frozen=True, slots=True)
class World:
    """A started bot."""

    services: Services
    dispatcher: Dispatcher
    bot: Bot
    session: RecordingSession

    def person(self, language: str | None = "kk", *, id: int = 7, chat: Chat | None = None) -> TestUser:  # noqa: A002
        """Somebody who uses the bot."""
        return TestUser(self.dispatcher, self.bot, self.session, language, id=id, chat=chat)


@asynccontextmanager
async def open_world(file: Path, **options: Any) -> AsyncIterator[World]:
    """Start the bot, and shut it down at the end.

    Args:
        file: the database.
        options: for `create_dispatcher`.

    Yields:
        The started bot.
    """
    services = create_services(create_engine(url(file)))
    session = RecordingSession()
    bot = create_bot(TOKEN, session=session)
    dispatcher = create_dispatcher(services, **options)
    try:
        await dispatcher.emit_startup(bot=bot)
        session.sent.clear()
        yield World(services, dispatcher, bot, session)
    finally:
        await dispatcher.emit_shutdown(bot=bot)
    session.check()
