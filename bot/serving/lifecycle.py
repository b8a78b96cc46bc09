"""What happens before the first update and after the last one."""

from __future__ import annotations

import logging
from functools import partial

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError

from bot.services import Services
from bot.serving.notifier import Notifier
from handlers.commands import menu
from handlers.views.texts import DEFAULT_LANGUAGE, load_texts
from parser.records import Language
from storage.schema import migrate

DRAIN_SECONDS = 20.0

_log = logging.getLogger(__name__)


def register_lifecycle(dispatcher: Dispatcher, services: Services) -> None:
    """Hook start-up and shutdown into a dispatcher.

    Args:
        dispatcher: the dispatcher.
        services: what it works with.
    """
    notifier = Notifier(services)
    dispatcher.startup.register(partial(start_up, services, notifier))
    dispatcher.shutdown.register(partial(shut_down, services, notifier))


async def start_up(services: Services, notifier: Notifier, bot: Bot) -> None:
    """Bring the schema up to date, build the search index, set the menu of commands, watch for news.

    Args:
        services: what the dispatcher works with.
        notifier: tells followers.
        bot: the bot.
    """
    await migrate(services.engine)
    async with services.sessions() as session:
        await services.keeper.current(session)
    await _set_menu(bot)
    notifier.start(bot)


async def _set_menu(bot: Bot) -> None:
    try:
        await bot.set_my_commands(menu(load_texts(DEFAULT_LANGUAGE)))
        for language in Language:
            await bot.set_my_commands(menu(load_texts(language)), language_code=language.value)
    except TelegramAPIError as error:  # the bot answers without a menu, too
        _log.warning("the menu of commands is not set: %s", error)


async def shut_down(services: Services, notifier: Notifier) -> None:
    """Take no more updates, wait for the running ones, then let the database and the process that draws go.

    Args:
        services: what the dispatcher works with.
        notifier: tells followers.
    """
    await notifier.stop()
    await services.in_flight.drain(DRAIN_SECONDS)
    await services.draughtsman.close()
    await services.engine.dispose()
