"""What happens before the first update and after the last one."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from functools import partial

from aiogram import Bot, Dispatcher

from bot.services import Services
from bot.serving.listener import Listener
from bot.serving.notifier import Notifier
from handlers.reply_log import ReplyLog
from storage.schema import migrate

DRAIN_SECONDS = 20.0

_log = logging.getLogger(__name__)


def register_lifecycle(dispatcher: Dispatcher, services: Services, replies: ReplyLog) -> None:
    """Hook start-up and shutdown into a dispatcher.

    Args:
        dispatcher: the dispatcher.
        services: what it works with.
        replies: what is to be written when it stops.
    """
    notifier, listener = Notifier(services), Listener(services.engine, services.keeper.look_again)
    dispatcher.startup.register(partial(start_up, services, notifier, listener))
    dispatcher.shutdown.register(partial(shut_down, services, notifier, listener, replies))


async def start_up(services: Services, notifier: Notifier, listener: Listener, bot: Bot) -> None:
    """Bring the schema up to date, build the search index, watch for news.

    Args:
        services: what the dispatcher works with.
        notifier: tells followers.
        listener: hears what other processes store.
        bot: the bot.
    """
    await migrate(services.engine)
    async with services.sessions() as session:
        await services.keeper.current(session)
    listener.start()
    notifier.start(bot)


async def shut_down(services: Services, notifier: Notifier, listener: Listener, replies: ReplyLog) -> None:
    """Take no more updates, wait for the running ones, then let the database and the process that draws go.

    A step that fails is logged, and the next one is gone on with.

    Args:
        services: what the dispatcher works with.
        notifier: tells followers.
        listener: hears what other processes store.
        replies: what is to be written yet.
    """
    steps: tuple[Callable[[], Awaitable[None]], ...] = (
        notifier.stop,
        listener.stop,
        partial(services.in_flight.drain, DRAIN_SECONDS),
        replies.close,
        services.inbox.close,
        services.draughtsman.close,
        services.engine.dispose,
    )
    for step in steps:
        try:
            await step()
        except Exception:  # what comes after it is to be let go all the same
            _log.exception("a step of the shutdown failed")
