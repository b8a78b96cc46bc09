"""Buttons about a line: its card, what is inside, its history, its printed row, a decision's changes."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.desk import Desk
from handlers.line_buttons import AnyLineButton, SharedButton
from handlers.old_buttons import OldButton, find_old
from handlers.opening import Gone, open_address
from handlers.send import alert, show_shared, show_view
from handlers.views.actions import ShowCandidates
from handlers.views.message import Button, MessageView, italic, paragraphs
from handlers.views.ways import AnswerPage
from handlers.way_tokens import leads_to_answer, read_way
from storage.reading.lookup import find_budget


async def open_line(callback: CallbackQuery, callback_data: AnyLineButton, desk: Desk, bot: Bot) -> None:
    """Shows what a button about a line opens: its card, what is inside it, its history, its printed row."""
    old = find_old(callback, callback_data)
    view = await _open_old(old, desk) if old else await _open(callback_data, desk)
    await show_view(callback, view, bot)


async def _open(data: AnyLineButton, desk: Desk) -> MessageView:
    opened = await open_address(desk, data.line, data.action)
    return await _with_way_back(opened.view, data, desk) if isinstance(opened, Gone) else opened


async def _open_old(old: OldButton, desk: Desk) -> MessageView:
    """What an old button said; where that is not told, the decisions to choose from."""
    budget = await find_budget(desk.session, old.data.budget)
    if budget is None:
        return await _open(old.data, desk)
    named = old.name_decision(budget)
    if named is not None:
        return await _open(named, desk)
    opened = await open_address(desk, old.data.line, old.choose)
    if isinstance(opened, Gone):
        return await _with_way_back(opened.view, old.data, desk)
    notice = italic(desk.texts.get("button-names-no-decision"))
    return replace(opened, spans=paragraphs([[notice]], [opened.spans]))


async def show_line_shared(
    callback: CallbackQuery, callback_data: SharedButton, desk: Desk, bot: Bot
) -> None:
    """Shows the history of a card that was sent inline, or the card again, whoever presses."""
    spoken = desk.in_language(callback_data.language)
    alone = replace(spoken, conversation=None)  # it is the card's chat, whoever's conversation goes on there
    opened = await open_address(alone, callback_data.line, callback_data.action, inline=True)
    if isinstance(opened, Gone):  # the message stays as it was
        await alert(callback, opened.sentence)
    else:
        await show_shared(callback, opened, bot)


async def _with_way_back(view: MessageView, data: AnyLineButton, desk: Desk) -> MessageView:
    """The message with a button back to the answer, where the person came from it."""
    if not leads_to_answer(data.way):
        return view
    budget = await find_budget(desk.session, data.budget)
    action = ShowCandidates()
    if budget is not None and isinstance(answer := read_way(data.way, budget).began, AnswerPage):
        action = ShowCandidates(answer.offset, answer.budget or budget.address)
    back = Button(desk.texts.get("button-back-answer"), action)
    return replace(view, rows=(*view.rows, (back,)))


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="line")
    for button in get_args(AnyLineButton):
        router.callback_query.register(open_line, button.filter(), flags={"throttle": "button"})
    router.callback_query.register(show_line_shared, SharedButton.filter(), flags={"throttle": "button"})
    return router
