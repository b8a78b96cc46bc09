"""Buttons about a line: its card, its history, what a decision changed."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.answering import Desk, line_view
from handlers.callbacks import ChangesButton, LedgerButton, LineButton
from handlers.send import alert, show_view
from handlers.views.message import OpenChanges, OpenLedger, OpenLine


async def open_line(callback: CallbackQuery, callback_data: LineButton, desk: Desk, bot: Bot) -> None:
    """A line's card, a page of its children."""
    action = OpenLine(callback_data.line, callback_data.offset, callback_data.asked)
    await _open(callback, action, desk, bot)


async def open_ledger(callback: CallbackQuery, callback_data: LedgerButton, desk: Desk, bot: Bot) -> None:
    """A line's history."""
    await _open(callback, OpenLedger(callback_data.line, callback_data.asked), desk, bot)


async def open_changes(callback: CallbackQuery, callback_data: ChangesButton, desk: Desk, bot: Bot) -> None:
    """What a decision changed."""
    action = OpenChanges(callback_data.of, callback_data.line, callback_data.asked)
    await _open(callback, action, desk, bot)


async def _open(
    callback: CallbackQuery,
    action: OpenLine | OpenLedger | OpenChanges,
    desk: Desk,
    bot: Bot,
) -> None:
    inline = callback.inline_message_id is not None
    view = await line_view(desk, action, inline=inline)
    if view is None:
        await alert(callback, desk.texts.get("line-gone"))
        return
    await show_view(callback, view, bot)


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="line")
    flags = {"throttle": "button"}
    router.callback_query.register(open_line, LineButton.filter(), flags=flags)
    router.callback_query.register(open_ledger, LedgerButton.filter(), flags=flags)
    router.callback_query.register(open_changes, ChangesButton.filter(), flags=flags)
    return router
