"""/changes: what a decision changed, the newest one where none is named."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers import commands
from handlers.answering import answer_question
from handlers.commands import as_question
from handlers.desk import Desk
from handlers.send import send_view


async def tell_changes(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /changes with a number, a month or a date behind it, or alone."""
    question = as_question(message.text or "", desk.texts) or ""
    view = await answer_question(desk, question, message.message_id, alone=True)
    await send_view(message, view, bot)


def create_router() -> Router:
    """The router of the command."""
    router = Router(name="changes")
    router.message.register(tell_changes, Command(commands.CHANGES), flags={"throttle": "message"})
    return router
