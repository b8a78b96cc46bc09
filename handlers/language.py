"""/language and its buttons: the language of a person, or of a group."""

from __future__ import annotations

from functools import cache

from aiogram import Bot, Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import LanguageButton
from handlers.desk import Desk
from handlers.pressed import GROUPS
from handlers.send import alert, send_view, show_view
from handlers.speaker import is_administrator, speaks_for_group
from handlers.views.pages import language_view, notice_view
from handlers.views.texts import load_texts
from parser.records import Language
from storage.people import save_language


async def ask_language(message: Message, command: CommandObject, desk: Desk, bot: Bot) -> None:
    """Answers /language: asks which language to speak, or takes the one that stands behind the command.

    In a group only its administrators choose.
    """
    in_group = message.chat.type in GROUPS
    if in_group and not await speaks_for_group(message, bot):
        await send_view(message, notice_view("language-administrators", desk.texts), bot)
        return
    named = _find_named(command.args or "")
    if named is None:
        await send_view(message, language_view(desk.texts), bot)
        return
    person = message.chat.id if in_group or message.from_user is None else message.from_user.id
    await save_language(desk.session, person, named)
    saved = "language-saved-group" if in_group else "language-saved"
    await send_view(message, notice_view(saved, load_texts(named)), bot)


def _find_named(said: str) -> Language | None:
    """The language that a word names, by its code or in either language: `kk`, `казахский`, `орысша`."""
    word = said.strip().casefold()
    return next((each for each in Language if word in {each.value, *_names_of(each)}), None)


@cache
def _names_of(language: Language) -> frozenset[str]:
    """What a language is called in all languages."""
    said = (load_texts(each).get(f"language-called-{language.value}") for each in Language)
    return frozenset(name for names in said for name in names.casefold().split())


async def choose_language(
    callback: CallbackQuery, callback_data: LanguageButton, desk: Desk, bot: Bot
) -> None:
    """Keeps the language that a button chose, of the person or of the group, and says so in that language."""
    texts, message = load_texts(callback_data.language), callback.message
    if message is None or message.chat.type not in GROUPS:
        await save_language(desk.session, callback.from_user.id, callback_data.language)
        await show_view(callback, notice_view("language-saved", texts), bot)
    elif await is_administrator(bot, message.chat.id, callback.from_user.id):
        await save_language(desk.session, message.chat.id, callback_data.language)
        await show_view(callback, notice_view("language-saved-group", texts), bot)
    else:
        await alert(callback, desk.texts.get("language-administrators"))


def create_router() -> Router:
    """The router of the language choice."""
    router = Router(name="language")
    router.message.register(
        ask_language, commands.filter_of(commands.LANGUAGE), flags={"throttle": "message"}
    )
    router.callback_query.register(choose_language, LanguageButton.filter(), flags={"throttle": "button"})
    return router
