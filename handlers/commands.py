"""The commands: one list for filters, the menu and the tests."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiogram.filters import Command
from aiogram.types import BotCommand

from handlers.views.pages import COMMANDS
from handlers.views.texts import Texts
from parser.question.reading import read_question
from parser.text.dates import parse_month
from parser.text.passage import NUMBER

START, HELP, ASK, BUDGET, DECISIONS, CHANGES, HOME, FOLLOW, LANGUAGE, PRIVACY, FORGET, ABOUT = COMMANDS

_OF_GROUP = (ASK, BUDGET, DECISIONS, CHANGES, HELP, ABOUT)
_MONTHS = 12
_MARKED_NUMBER = re.compile(NUMBER, re.IGNORECASE)  # of a decision: № 12-3, № С-70/2, № 14/81-VIII
_SIGN = re.compile(r"^[-–№]\s*(?=\d+$)")  # no decision is numbered -1
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    name, said = command.removeprefix("/").partition("@")[0].casefold(), named.strip()
    if not command.startswith("/"):
        return None
    if name == ASK:
        return said or None
    if name == BUDGET:
        return _ask_budget(said, texts) or None
    if name == DECISIONS:
        return texts.get("decisions-question", named=said).strip()
    return _ask_changes(said, texts) if name == CHANGES else None


def spell_out(said: str, texts: Texts) -> str:
    """What is asked, be it in words or by a command that is short for them.

    Args:
        said: what stands behind the bot's name, or in its place.
        texts: the language to ask in.
    """
    return as_question(said, texts) or said


def filter_of(command: str) -> Command:
    """The filter of a command, in whatever case it is typed: phones begin a message with a capital.

    Args:
        command: one of this module's names.
    """
    return Command(command, ignore_case=True)


def _ask_budget(named: str, texts: Texts) -> str:
    """The question behind /budget; a year alone asks for that year's budget as a whole."""
    question = read_question(named)
    of_year = len(question.years) == 1 and question.names_nothing and question.frame.asks_nothing_more
    return texts.get("budget-question", named=named) if of_year else named


def _ask_changes(named: str, texts: Texts) -> str:
    words = named.split()
    if named.isdecimal() and 0 < int(named) <= _MONTHS:
        return texts.get("changes-question-month-number", month=int(named))
    named = _SIGN.sub("", named)
    typed = (named, named.upper())  # с-30/134-vi is typed as often as С-30/134-VI
    if any(_MARKED_NUMBER.fullmatch(f"№ {each}") for each in typed) and not _YEAR.fullmatch(named):
        return texts.get("changes-question-decision", named=named)
    if len(words) == 1 and parse_month(named) is not None:
        return texts.get("changes-question-month", named=named)
    year, month = next(filter(_YEAR.match, words), None), next(filter(parse_month, words), None)
    if len(words) == 2 and year and month:
        return texts.get("changes-question-month-year", month=month, year=year)
    return texts.get("changes-question", named=named).strip()


def menu(texts: Texts) -> list[BotCommand]:
    """The menu of a private chat in one language.

    Args:
        texts: the language.

    Returns:
        All commands in order, with their descriptions.
    """
    return _describe(COMMANDS, texts)


def group_menu(texts: Texts) -> list[BotCommand]:
    """The menu of a group: what is of use where all see the answer.

    Args:
        texts: the language.
    """
    return _describe(_OF_GROUP, texts)


def administrators_menu(texts: Texts) -> list[BotCommand]:
    """The menu of those who administer a group: that of all, and what they alone choose for it.

    Args:
        texts: the language.
    """
    chosen = [
        BotCommand(command=name, description=texts.get(f"command-group-{name}")) for name in (LANGUAGE, HOME)
    ]
    return [*group_menu(texts), *chosen]


def operators_menu(texts: Texts) -> list[BotCommand]:
    """The menu of an operator: that of all, and theirs.

    Args:
        texts: the language.
    """
    return [*menu(texts), *_describe((ADMIN,), texts)]


def _describe(names: Sequence[str], texts: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=texts.get(f"command-{name}")) for name in names]
