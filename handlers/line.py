"""Buttons about a line: its card, its history, what a decision changed."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.callbacks import ChangesButton, LedgerButton, LineButton
from handlers.desk import Desk
from handlers.opening import Gone, open_address
from handlers.send import alert, show_view
from handlers.views.message import Button, MessageView, ShowCandidates


async def open_line(callback: CallbackQuery, callback_data: LineButton, desk: Desk, bot: Bot) -> None:
    """Shows a line's card with a page of its children."""
    await _open(callback, callback_data, desk, bot)


async def open_ledger(callback: CallbackQuery, callback_data: LedgerButton, desk: Desk, bot: Bot) -> None:
    """Shows a line's history."""
    await _open(callback, callback_data, desk, bot)


async def open_changes(callback: CallbackQuery, callback_data: ChangesButton, desk: Desk, bot: Bot) -> None:
    """Shows what a decision changed."""
    await _open(callback, callback_data, desk, bot)


async def _open(
    callback: CallbackQuery, data: LineButton | LedgerButton | ChangesButton, desk: Desk, bot: Bot
) -> None:
    inline = callback.inline_message_id is not None
    opened = await open_address(desk, data.line, data.action, inline=inline)
    if not isinstance(opened, Gone):
        await show_view(callback, opened, bot)
    elif inline:  # what was shared into somebody else's chat stays as it was
        await alert(callback, opened.sentence)
    else:
        await show_view(callback, _with_way_back(opened.view, data, desk), bot)


def _with_way_back(
    view: MessageView, data: LineButton | LedgerButton | ChangesButton, desk: Desk
) -> MessageView:
    """The message with a button back to the candidates, where the person came from them."""
    if not data.asked:
        return view
    return replace(view, rows=(*view.rows, (Button(desk.texts.get("button-candidates"), ShowCandidates()),)))


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="line")
    flags = {"throttle": "button"}
    router.callback_query.register(open_line, LineButton.filter(), flags=flags)
    router.callback_query.register(open_ledger, LedgerButton.filter(), flags=flags)
    router.callback_query.register(open_changes, ChangesButton.filter(), flags=flags)
    return router
