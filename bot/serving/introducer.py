"""What people see of the bot before they write to it: the menus of commands and the descriptions."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Sequence

from aiogram import Bot, Dispatcher
from aiogram.enums import BotCommandScopeType
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    BotCommandScopeUnion,
)

from handlers.commands import administrators_menu, group_menu, menu, operators_menu
from handlers.views.profile import describe_bot, describe_bot_shortly
from handlers.views.texts import DEFAULT_LANGUAGE, Texts, load_texts
from parser.dataclass import dataclass
from parser.records import Language

_LANGUAGES: tuple[Language | None, ...] = (None, *Language)  # None for people of any other language
_MENUS: tuple[tuple[BotCommandScopeUnion, Callable[[Texts], list[BotCommand]]], ...] = (
    (BotCommandScopeDefault(), menu),
    (BotCommandScopeAllPrivateChats(), menu),
    (BotCommandScopeAllGroupChats(), group_menu),
    (BotCommandScopeAllChatAdministrators(), administrators_menu),
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Presented:
    """One thing that Telegram keeps for the bot: whether it is as it should be, and how it becomes so."""

    name: str
    is_set: Callable[[], Awaitable[bool]]
    set: Callable[[], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Introducer:
    """Sets menus and descriptions once the bot runs; what Telegram has already is not sent again.

    The bot answers without them, too: nothing waits for this, and what Telegram refuses costs one line in the
    log. Where Telegram cannot be reached, or asks to wait, the rest is left to the next start.

    Attributes:
        operators: who have a menu of their own, by their ids in Telegram. One who has never written to the
            bot has no chat with it, and gets none.
    """

    operators: Sequence[int] = ()

    def register(self, dispatcher: Dispatcher) -> None:
        """Have it done beside the start of a dispatcher, and given up when that shuts down."""
        tasks: list[asyncio.Task[int]] = []

        async def begin(bot: Bot) -> None:
            tasks.append(asyncio.create_task(self.introduce(bot)))  # noqa: TID251 - `give_up` awaits it

        async def give_up() -> None:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

        dispatcher.startup.register(begin)
        dispatcher.shutdown.register(give_up)

    async def introduce(self, bot: Bot) -> int:
        """Set what is not set yet.

        Args:
            bot: the bot.

        Returns:
            How many menus and descriptions were sent.
        """
        sent = 0
        try:
            username = (await bot.me()).username or ""
            for presented in (*self._list_menus(bot), *_list_descriptions(bot, username)):
                sent += await _apply(presented)
        except (TelegramNetworkError, TelegramRetryAfter) as error:
            _log.warning("menus and descriptions are left as they are: %s", error)
        return sent

    def _list_menus(self, bot: Bot) -> Iterator[_Presented]:
        own = ((BotCommandScopeChat(chat_id=person), operators_menu) for person in self.operators)
        for scope, listed in (*_MENUS, *own):
            for language in _LANGUAGES:
                yield _menu(bot, scope, language, listed(load_texts(language or DEFAULT_LANGUAGE)))


def _menu(
    bot: Bot, scope: BotCommandScopeUnion, language: Language | None, commands: list[BotCommand]
) -> _Presented:
    wanted = [(each.command, each.description) for each in commands]

    async def is_set() -> bool:
        known = await bot.get_my_commands(scope=scope, language_code=language)
        return [(each.command, each.description) for each in known] == wanted

    async def set_() -> bool:
        return await bot.set_my_commands(commands, scope=scope, language_code=language)

    return _Presented(
        f"the menu of {BotCommandScopeType(scope.type).value} in {language or 'other languages'}",
        is_set,
        set_,
    )


def _list_descriptions(bot: Bot, username: str) -> Iterator[_Presented]:
    for language in _LANGUAGES:
        texts = [load_texts(each) for each in ([language] if language else Language)]
        yield _description(bot, language, describe_bot(texts, username))
        yield _short_description(bot, language, describe_bot_shortly(texts))


def _description(bot: Bot, language: Language | None, wanted: str) -> _Presented:
    async def is_set() -> bool:
        return (await bot.get_my_description(language_code=language)).description == wanted

    async def set_() -> bool:
        return await bot.set_my_description(description=wanted, language_code=language)

    return _Presented(f"the description in {language or 'other languages'}", is_set, set_)


def _short_description(bot: Bot, language: Language | None, wanted: str) -> _Presented:
    async def is_set() -> bool:
        return (await bot.get_my_short_description(language_code=language)).short_description == wanted

    async def set_() -> bool:
        return await bot.set_my_short_description(short_description=wanted, language_code=language)

    return _Presented(f"the short description in {language or 'other languages'}", is_set, set_)


async def _apply(presented: _Presented) -> bool:
    """Whether something had to be sent, and was.

    Raises:
        TelegramNetworkError: Telegram cannot be reached.
        TelegramRetryAfter: it asks to wait.
    """
    try:
        if await _is_known_to_be_set(presented):
            return False
        return await presented.set()
    except (TelegramNetworkError, TelegramRetryAfter):
        raise
    except TelegramAPIError as error:
        _log.warning("%s is not set: %s", presented.name, error)
        return False


async def _is_known_to_be_set(presented: _Presented) -> bool:
    """Whether Telegram says that it has it already; a server that does not tell is told again."""
    try:
        return await presented.is_set()
    except (TelegramNetworkError, TelegramRetryAfter):
        raise
    except TelegramAPIError:
        return False
