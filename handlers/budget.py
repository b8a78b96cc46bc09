"""/budget: a budget from its totals down to the line; with words behind it, the question that they ask."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message

from handlers import commands
from handlers.answering import answer_question
from handlers.callbacks import BudgetButton
from handlers.commands import as_question
from handlers.desk import Desk
from handlers.memory import Answered
from handlers.opening import list_loaded, unknown_budget
from handlers.replies import Replies
from handlers.send import show_view
from handlers.views.budget import budget_view
from handlers.views.greeting import budgets_view
from handlers.views.message import MessageView
from parser.budget_code import BY_SIDE, Side
from parser.question.reading import read_question
from storage.answering.page import LINES_OF_TOTALS
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.card_making import ChildrenPage
from storage.reading.cards import load_each_card
from storage.reading.lookup import find_budget

_SIDES = tuple(BY_SIDE[side].value for side in (Side.RECEIPTS, Side.SPENDING))


async def browse_budget(message: Message, desk: Desk, bot: Bot, replies: Replies) -> None:
    """Answers /budget: the question behind it, which is the way to ask in a group; else the whole budget."""
    named = as_question(message.text or "", desk.texts)
    budget = desk.own_budget
    if named:
        view = await answer_question(desk, named, message.message_id, alone=True)
    elif budget is not None:
        view = await _show_budget(desk, budget, budget.first_year)
    else:
        view = budgets_view(desk.texts.get("place-which"), await list_loaded(desk), desk.texts)
    await replies.answer(message, view, bot)


async def open_budget(callback: CallbackQuery, callback_data: BudgetButton, desk: Desk, bot: Bot) -> None:
    """Shows the budget that a button names, in place."""
    budget = await find_budget(desk.session, callback_data.budget)
    if budget is None:
        await show_view(callback, (await unknown_budget(desk)).view, bot)
        return
    year = callback_data.year
    await show_view(callback, await _show_budget(desk, budget.address, year, str(year)), bot)


async def _show_budget(desk: Desk, budget: BudgetAddress, year: int, named: str = "") -> MessageView:
    edition = EditionAddress(budget, year)
    addresses = [LineAddress(edition, path) for path in _SIDES]
    children, known = ChildrenPage(limit=LINES_OF_TOTALS), desk.index.names
    cards = await load_each_card(desk.session, addresses, children=children, known=known)
    shown = [card for card in cards if card is not None]
    if not shown:
        return budgets_view(desk.texts.get("place-which"), await list_loaded(desk), desk.texts)
    _remember(desk, edition, named)
    return budget_view(shown, desk.texts)


def _remember(desk: Desk, edition: EditionAddress, named: str) -> None:
    """Keeps which budget is looked at: `без школ` behind it is asked of that, not of what stood before.

    Its year is asked for again only where a button named it.
    """
    if desk.conversation is None:
        return
    question = read_question(desk.texts.get("budget-question", named=named).strip())
    place = edition.budget.place
    desk.conversation.remember(Answered(question, edition.year, place, desk.texts.language))


def create_router() -> Router:
    """The router of the command."""
    router = Router(name="budget")
    for sent in (router.message, router.edited_message):
        sent.register(browse_budget, commands.filter_of(commands.BUDGET), flags={"throttle": "message"})
    router.callback_query.register(open_budget, BudgetButton.filter(), flags={"throttle": "button"})
    return router
