"""/admin: what operators look at, page by page. Others get a polite refusal."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from handlers.administrators import Administrators
from handlers.callbacks import AdminButton, PhraseButton
from handlers.commands import ADMIN, filter_of
from handlers.desk import Desk
from handlers.filters import FromAdministrator
from handlers.registration import Registrar
from handlers.send import send_view, show_view
from handlers.views.admin import (
    ADMIN_ROWS,
    admin_view,
    discrepancies_view,
    errors_view,
    holdings_view,
    missed_view,
    taught_view,
)
from handlers.views.message import MessageView
from handlers.views.operator_actions import AdminPage, PhraseStep
from handlers.views.pages import notice_view
from storage.missed_questions import list_missed
from storage.reading.discrepancies import page_discrepancies
from storage.reading.holdings import list_holdings
from storage.reading.overview import load_stats
from storage.taught import list_taught


async def open_admin(message: Message, desk: Desk, bot: Bot, administrators: Administrators) -> None:
    """Answers /admin of an operator with the first page."""
    await send_view(message, await _view_home(desk, administrators), bot)


async def refuse_admin(message: Message, desk: Desk, bot: Bot) -> None:
    """Answers /admin of anybody else, or in a group."""
    key = "admin-refused" if message.chat.type == ChatType.PRIVATE else "private-only"
    await send_view(message, notice_view(key, desk.texts), bot)


async def turn_admin(
    callback: CallbackQuery, callback_data: AdminButton, desk: Desk, bot: Bot, administrators: Administrators
) -> None:
    """Shows the page that a button names."""
    offset, texts = callback_data.offset, desk.texts
    match callback_data.page:
        case AdminPage.HOME:
            view = await _view_home(desk, administrators)
        case AdminPage.BUDGETS:
            holdings, total = await list_holdings(desk.session, offset, ADMIN_ROWS)
            view = holdings_view(holdings, offset, total, texts)
        case AdminPage.MISSED:
            view = await _view_missed(desk, offset)
        case AdminPage.TAUGHT:
            view = taught_view(await list_taught(desk.session), offset, texts)
        case AdminPage.ERRORS:
            errors = [(each.at, str(each)) for each in reversed(administrators.faults)]
            view = errors_view(errors, offset, texts)
        case AdminPage.DISCREPANCIES:  # `list_wrong` takes these
            return
    await show_view(callback, view, bot)


async def leave_phrase(callback: CallbackQuery, desk: Desk, bot: Bot) -> None:
    """Goes back to the missed questions from asking which line one of them means."""
    await show_view(callback, await _view_missed(desk, 0), bot)


async def list_wrong(
    callback: CallbackQuery, callback_data: AdminButton, desk: Desk, bot: Bot, registrar: Registrar
) -> None:
    """Shows a page of discrepancies."""
    offset, texts = callback_data.offset, desk.texts
    found, total = await page_discrepancies(desk.session, offset, ADMIN_ROWS)
    said = [(each, line, registrar.describe(each, texts.language)) for each, line in found]
    await show_view(callback, discrepancies_view(said, offset, total, texts), bot)


async def _view_missed(desk: Desk, offset: int) -> MessageView:
    total = (await load_stats(desk.session)).missed_questions
    return missed_view(await list_missed(desk.session, ADMIN_ROWS, offset), offset, total, desk.texts)


async def _view_home(desk: Desk, administrators: Administrators) -> MessageView:
    stats = await load_stats(desk.session)
    counts = {
        AdminPage.BUDGETS: stats.budgets,
        AdminPage.DISCREPANCIES: stats.discrepancies,
        AdminPage.MISSED: stats.missed_questions,
        AdminPage.TAUGHT: len(await list_taught(desk.session)),
        AdminPage.ERRORS: len(administrators.faults),
    }
    return admin_view(counts, desk.texts)


def create_router() -> Router:
    """The router of operators' pages."""
    router = Router(name="admin")
    router.message.register(open_admin, filter_of(ADMIN), FromAdministrator())
    router.message.register(refuse_admin, filter_of(ADMIN), flags={"throttle": "message"})
    router.callback_query.register(
        list_wrong, AdminButton.filter(F.page == AdminPage.DISCREPANCIES), FromAdministrator()
    )
    router.callback_query.register(
        leave_phrase, PhraseButton.filter(F.step == PhraseStep.LEAVE), FromAdministrator()
    )
    router.callback_query.register(turn_admin, AdminButton.filter(), FromAdministrator())
    return router
