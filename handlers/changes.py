"""/changes: what a decision changed, the newest one where none is named."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import Message

from handlers import commands
from handlers.answering import answer_question
from handlers.commands import as_question
from handlers.desk import Desk
from handlers.replies import Replies


async def tell_changes(message: Message, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers /changes with a number, a month or a date behind it, or alone."""
    question = as_question(message.text or "", desk.texts) or ""
    before = desk.newest
    view = await answer_question(desk, question, message.message_id, alone=True)
    desk.keep_card(await replies.answer(message, view, bot), before)


def create_router() -> Router:
    """The router of the command."""
    router = Router(name="changes")
    for sent in (router.message, router.edited_message):
        sent.register(tell_changes, commands.filter_of(commands.CHANGES), flags={"throttle": "message"})
    return router
