"""Builds the bot and its dispatcher. Everything is handed in; nothing is built at import."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence

from aiogram import BaseMiddleware, Bot, Dispatcher, Router
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer

from bot.documents.registrar import DocumentRegistrar
from bot.middlewares.conversing import ConversingMiddleware
from bot.middlewares.in_turn import InTurn
from bot.middlewares.locale import LocaleMiddleware
from bot.middlewares.retry import RetryAfter
from bot.middlewares.session import SessionMiddleware
from bot.middlewares.throttle import LIMITS, Throttle
from bot.middlewares.under_way import LetGo
from bot.services import Services
from bot.serving.lifecycle import register_lifecycle
from bot.serving.telegram import TelegramSession
from handlers.administrators import Administrators
from handlers.albums import Albums
from handlers.gallery import Gallery
from handlers.replies import Replies
from handlers.router import create_root_router
from storage.allowances import Limit


def create_bot(
    token: str,
    *,
    api_url: str | None = None,
    session: BaseSession | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> Bot:
    """A bot that waits and repeats when Telegram asks it to, and holds nothing meanwhile.

    Args:
        token: the token from @BotFather.
        api_url: another Bot API server.
        session: how requests are sent, HTTP when None.
        sleep: waits before a request is repeated.

    Returns:
        The bot.

    Raises:
        aiogram.utils.token.TokenValidationError: if the token has not the form of one.
    """
    session = session or TelegramSession()
    if api_url is not None:
        session.api = TelegramAPIServer.from_base(api_url)
    session.middleware(LetGo())  # the outermost: nothing is held while a request waits to be repeated
    session.middleware(RetryAfter(sleep))
    return Bot(token, session=session)


def create_dispatcher(
    services: Services,
    *,
    admin_ids: Sequence[int] = (),
    limits: Mapping[str, Limit] = LIMITS,
    meter: BaseMiddleware | None = None,
    handlers: Router | None = None,
) -> Dispatcher:
    """A dispatcher with all handlers, ready for `emit_startup`.

    Args:
        services: what it works with.
        admin_ids: the operators, who load documents and are told of errors.
        limits: how often a person may do things; empty for no limits.
        meter: counts updates.
        handlers: the routers that it offers updates to, in no other dispatcher; new ones when None.

    Returns:
        A new dispatcher.
    """
    # No conversation has states: the storage lookup per update would be for nothing.
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher["administrators"] = Administrators(admin_ids)
    dispatcher["gallery"] = Gallery(services.draughtsman, services.sessions)
    dispatcher["albums"] = Albums()
    dispatcher["registrar"] = DocumentRegistrar(
        services.sessions, services.reader, services.fetcher, services.keeper.look_again
    )
    dispatcher["clerk"] = services.clerk
    # In this order: all is counted, what is refused waits for no turn, what waits opens no session, and
    # what was said before and the language are read through the session.
    if meter is not None:
        dispatcher.update.outer_middleware(meter)
    dispatcher.update.outer_middleware(services.in_flight)
    dispatcher.update.outer_middleware(InTurn(services.turns, services.sessions))
    dispatcher.update.outer_middleware(SessionMiddleware(services.sessions, services.keeper))
    dispatcher.update.outer_middleware(ConversingMiddleware(services.memory))
    dispatcher.update.outer_middleware(LocaleMiddleware(services.today))
    throttle = Throttle(limits, services.allowances)
    replies = Replies(services.sessions, together=services.together)
    dispatcher["replies"] = replies
    for observer in (dispatcher.message, dispatcher.edited_message):
        observer.middleware(throttle)
        observer.middleware(replies)
    dispatcher.guest_message.middleware(throttle)
    dispatcher.callback_query.middleware(throttle)
    dispatcher.include_router(handlers or create_root_router())
    register_lifecycle(dispatcher, services, replies.log)
    return dispatcher
