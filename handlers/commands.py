"""The commands: one list for filters, the menu and the tests."""

from __future__ import annotations

from aiogram.types import BotCommand

from handlers.views.pages import COMMANDS
from handlers.views.texts import Texts

START, HELP, HOME, FOLLOW, LANGUAGE, PRIVACY, FORGET, ABOUT = COMMANDS


def menu(texts: Texts) -> list[BotCommand]:
    """The menu of commands in one language.

    Args:
        texts: the language.

    Returns:
        All commands in order, with their descriptions.
    """
    return [BotCommand(command=name, description=texts.get(f"command-{name}")) for name in COMMANDS]
