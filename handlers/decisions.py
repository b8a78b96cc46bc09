"""/decisions: every decision on a place's budget, and the pages of that list."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.answering import answer_question
from handlers.callbacks import DecisionsButton
from handlers.commands import as_question
from handlers.desk import Desk
from handlers.opening import unknown_budget
from handlers.send import send_view, show_view
from handlers.views.decisions import decisions_view
from storage.reading.decision_list import load_decision_list
from storage.reading.lookup import find_budget


async def list_decisions(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /decisions with a place or a year behind it, or alone."""
    question = as_question(message.text or "", desk.texts) or ""
    view = await answer_question(desk, question, message.message_id, alone=True)
    await send_view(message, view, bot, reply=message.chat.type != ChatType.PRIVATE)


async def turn_decisions(
    callback: CallbackQuery, callback_data: DecisionsButton, desk: Desk, bot: Bot
) -> None:
    """Shows a page of the decisions on the budget that a button names."""
    budget = await find_budget(desk.session, callback_data.budget)
    connection = await desk.session.connection()
    listed = await load_decision_list(connection, budget.address, callback_data.year) if budget else None
    if listed is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    budgets = desk.list_budgets(listed.budget.place)
    offset = callback_data.offset if callback_data.offset < len(listed.decisions) else 0
    await show_view(callback, decisions_view(listed, desk.texts, offset, budgets=budgets), bot)


def create_router() -> Router:
    """The router of the list of decisions."""
    router = Router(name="decisions")
    router.message.register(list_decisions, Command(commands.DECISIONS), flags={"throttle": "message"})
    router.callback_query.register(turn_decisions, DecisionsButton.filter(), flags={"throttle": "button"})
    return router
