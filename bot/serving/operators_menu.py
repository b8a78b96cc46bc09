"""The menus of operators: /admin stands in their private chats alone."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BotCommandScopeChat

from handlers.commands import operators_menu
from handlers.views.texts import DEFAULT_LANGUAGE, load_texts
from parser.records import Language

_log = logging.getLogger(__name__)


async def set_operators_menus(ids: Sequence[int], bot: Bot) -> None:
    """Set the menu in each operator's chat with the bot, in both languages.

    Args:
        ids: theirs in Telegram. One who has never written to the bot has no chat with it, and gets no menu.
        bot: the bot.
    """
    for person in ids:
        scope = BotCommandScopeChat(chat_id=person)
        try:
            await bot.set_my_commands(operators_menu(load_texts(DEFAULT_LANGUAGE)), scope=scope)
            for language in Language:
                commands = operators_menu(load_texts(language))
                await bot.set_my_commands(commands, scope=scope, language_code=language.value)
        except TelegramAPIError as error:
            _log.warning("the menu of operator %s is not set: %s", person, error)
