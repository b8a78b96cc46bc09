"""/language and its buttons."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.callbacks import LanguageButton
from handlers.desk import Desk
from handlers.send import send_view, show_view
from handlers.views.pages import language_view, notice_view
from handlers.views.texts import load_texts
from storage.people import save_language


async def ask_language(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /language: asks which language to speak."""
    await send_view(message, language_view(desk.texts), bot)


async def choose_language(
    callback: CallbackQuery, callback_data: LanguageButton, desk: Desk, bot: Bot
) -> None:
    """Keeps the language that a button chose, and says so in that language."""
    await save_language(desk.session, callback.from_user.id, callback_data.language)
    await show_view(callback, notice_view("language-saved", load_texts(callback_data.language)), bot)


def create_router() -> Router:
    """The router of the language choice."""
    router = Router(name="language")
    router.message.register(ask_language, Command(commands.LANGUAGE), flags={"throttle": "message"})
    router.callback_query.register(choose_language, LanguageButton.filter(), flags={"throttle": "button"})
    return router
