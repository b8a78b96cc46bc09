"""Buttons about a line: its card, its history, what a decision changed."""

from __future__ import annotations

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from handlers.answering import Desk, line_view
from handlers.callbacks import ChangesButton, LedgerButton, LineButton
from handlers.send import alert, show_view
from handlers.views.message import MessageView, OpenChanges, OpenLedger, OpenLine
from storage.reading.address import LineAddress
from storage.reading.finding import find_line

LineData = LineButton | LedgerButton | ChangesButton


async def open_line(callback: CallbackQuery, callback_data: LineButton, desk: Desk, bot: Bot) -> None:
    """A line's card, a page of its children."""
    await _open(callback, callback_data, desk, bot)


async def open_ledger(callback: CallbackQuery, callback_data: LedgerButton, desk: Desk, bot: Bot) -> None:
    """A line's history."""
    await _open(callback, callback_data, desk, bot)


async def open_changes(callback: CallbackQuery, callback_data: ChangesButton, desk: Desk, bot: Bot) -> None:
    """What a decision changed."""
    await _open(callback, callback_data, desk, bot)


async def _open(callback: CallbackQuery, data: LineData, desk: Desk, bot: Bot) -> None:
    view = await _view(data, desk, inline=callback.inline_message_id is not None)
    if view is None:
        await alert(callback, desk.texts.get("line-gone"))
        return
    await show_view(callback, view, bot)


async def _view(data: LineData, desk: Desk, *, inline: bool) -> MessageView | None:
    line = await find_line(desk.session, data.line)
    if not isinstance(line, LineAddress):
        return None
    match data:
        case LineButton(offset=offset, asked=asked):
            return await line_view(desk, OpenLine(line, offset, asked), inline=inline)
        case LedgerButton(asked=asked):
            return await line_view(desk, OpenLedger(line, asked), inline=inline)
        case ChangesButton(of=of, asked=asked):
            changed = await find_line(desk.session, replace(data.line, decision=of))
            decision = changed.edition.decision if isinstance(changed, LineAddress) else None
            return await line_view(desk, OpenChanges(decision, line, asked)) if decision else None


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="line")
    flags = {"throttle": "button"}
    router.callback_query.register(open_line, LineButton.filter(), flags=flags)
    router.callback_query.register(open_ledger, LedgerButton.filter(), flags=flags)
    router.callback_query.register(open_changes, ChangesButton.filter(), flags=flags)
    return router
