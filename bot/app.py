"""Builds the bot and its dispatcher. Everything is handed in; nothing is built at import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.middlewares.in_flight import InFlight
from bot.middlewares.locale import LocaleMiddleware
from bot.middlewares.retry import RetryAfter
from bot.middlewares.session import SessionMiddleware
from bot.middlewares.throttle import LIMITS, Limit, Throttle
from bot.serving.index_keeper import IndexKeeper
from bot.serving.lifecycle import register_lifecycle
from handlers.errors import Administrators
from handlers.router import create_root_router
from storage.engine import create_sessions


@dataclass(frozen=True, slots=True)
class Services:
    """What a dispatcher works with, for as long as it runs."""

    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    keeper: IndexKeeper = field(default_factory=IndexKeeper)
    in_flight: InFlight = field(default_factory=InFlight)


def create_services(engine: AsyncEngine) -> Services:
    """The services over a database.

    Args:
        engine: the database; the dispatcher disposes of it when it shuts down.

    Returns:
        New services.
    """
    return Services(engine, create_sessions(engine))


def create_bot(token: str, *, api_url: str | None = None, session: BaseSession | None = None) -> Bot:
    """A bot that waits and repeats when Telegram asks it to.

    Args:
        token: the token from @BotFather.
        api_url: another Bot API server.
        session: how requests are sent, HTTP when None.

    Returns:
        The bot.

    Raises:
        aiogram.utils.token.TokenValidationError: if the token has not the form of one.
    """
    session = session or AiohttpSession()
    if api_url is not None:
        session.api = TelegramAPIServer.from_base(api_url)
    session.middleware(RetryAfter())
    return Bot(token, session=session)


def create_dispatcher(
    services: Services, *, admin_ids: Sequence[int] = (), limits: Mapping[str, Limit] = LIMITS
) -> Dispatcher:
    """A dispatcher with all handlers, ready for `emit_startup`.

    Args:
        services: what it works with.
        admin_ids: people who are told of errors.
        limits: how often a person may do things; empty for no limits.

    Returns:
        A new dispatcher with new routers.
    """
    # No conversation has states: the storage lookup per update would be for nothing.
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher["administrators"] = Administrators(admin_ids)
    # In this order: what is refused opens no session, and the language is read through the session.
    dispatcher.update.outer_middleware(services.in_flight)
    dispatcher.update.outer_middleware(SessionMiddleware(services.sessions, services.keeper))
    dispatcher.update.outer_middleware(LocaleMiddleware())
    throttle = Throttle(limits)
    dispatcher.message.middleware(throttle)
    dispatcher.callback_query.middleware(throttle)
    dispatcher.include_router(create_root_router())
    register_lifecycle(dispatcher, services)
    return dispatcher
