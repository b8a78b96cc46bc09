"""/decisions: every decision on a place's budget, and the pages of that list."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.answering import answer_question
from handlers.callbacks import DecisionsButton
from handlers.commands import as_question
from handlers.desk import Desk
from handlers.opening import open_decisions
from handlers.replies import Replies
from handlers.send import show_view


async def list_decisions(message: Message, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers /decisions with a place or a year behind it, or alone."""
    question = as_question(message.text or "", desk.texts) or ""
    view = await answer_question(desk, question, message.message_id, alone=True)
    await replies.answer(message, view, bot)


async def turn_decisions(
    callback: CallbackQuery, callback_data: DecisionsButton, desk: Desk, bot: Bot
) -> None:
    """Shows a page of the decisions on the budget that a button names."""
    data = callback_data
    await show_view(callback, await open_decisions(desk, data.budget, data.year, data.offset), bot)


def create_router() -> Router:
    """The router of the list of decisions."""
    router = Router(name="decisions")
    for sent in (router.message, router.edited_message):
        sent.register(list_decisions, commands.filter_of(commands.DECISIONS), flags={"throttle": "message"})
    router.callback_query.register(turn_decisions, DecisionsButton.filter(), flags={"throttle": "button"})
    return router
