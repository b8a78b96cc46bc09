"""The commands: one list for filters, the menu and the tests."""

from __future__ import annotations

from aiogram.types import BotCommand

from handlers.views.pages import COMMANDS
from handlers.views.texts import Texts
from parser.text.dates import parse_month

START, HELP, ASK, BUDGET, DECISIONS, CHANGES, HOME, FOLLOW, LANGUAGE, PRIVACY, FORGET, ABOUT = COMMANDS

ADMIN = "admin"  # of operators; in the menus of their private chats alone


def as_question(text: str, texts: Texts) -> str | None:
    """The question that a command is short for: `/changes 12-3` asks what № 12-3 changed.

    Args:
        text: the message.
        texts: the language to ask in.

    Returns:
        None for a command that asks nothing, and for what is no command.
    """
    command, _, named = text.strip().partition(" ")
    name, said = command.removeprefix("/").partition("@")[0], named.strip()
    if not command.startswith("/"):
        return None
    if name in {ASK, BUDGET}:
        return said or None
    if name == DECISIONS:
        return texts.get("decisions-question", named=said).strip()
    return _ask_changes(said, texts) if name == CHANGES else None


def _ask_changes(named: str, texts: Texts) -> str:
    if len(named.split()) == 1 and parse_month(named) is not None:
        return texts.get("changes-question-month", named=named)
    return texts.get("changes-question", named=named).strip()


def menu(texts: Texts) -> list[BotCommand]:
    """The menu of commands in one language.

    Args:
        texts: the language.

    Returns:
        All commands in order, with their descriptions.
    """
    return [BotCommand(command=name, description=texts.get(f"command-{name}")) for name in COMMANDS]


def operators_menu(texts: Texts) -> list[BotCommand]:
    """The menu of an operator: that of all, and theirs.

    Args:
        texts: the language.
    """
    return [*menu(texts), BotCommand(command=ADMIN, description=texts.get("command-admin"))]
