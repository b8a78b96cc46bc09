"""The buttons that draw what a decision changed: as a waterfall for the phone, as a page for the printer."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from handlers.charts import choose_colours, send_chart
from handlers.desk import Desk
from handlers.gallery import Gallery
from handlers.line_buttons import ChartButton
from handlers.views.actions import ChartKind
from handlers.views.charts.changes_sheet import changes_sheet
from handlers.views.charts.frame import ChartView
from handlers.views.charts.waterfall import waterfall_chart
from parser.budget_code import section_of
from storage.reading.address import LineAddress
from storage.reading.changes import load_changes


async def draw_waterfall_of(
    callback: CallbackQuery, callback_data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the chart from a section's old total to the new one."""
    dark = await choose_colours(callback, callback_data, desk)

    async def make(line: LineAddress) -> ChartView | str | None:
        changes = await load_changes(desk.session, line.edition)
        if changes is None:
            return None
        view = waterfall_chart(changes, section_of(line.path), desk.texts, dark=dark)
        return view or desk.texts.get("chart-no-waterfall")

    await send_chart(callback, callback_data, desk, bot, gallery, make)


async def draw_changes_page(
    callback: CallbackQuery, callback_data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the page of a decision's changes."""

    async def make(line: LineAddress) -> ChartView | str | None:
        changes = await load_changes(desk.session, line.edition)
        if changes is None:
            return None
        return changes_sheet(changes, desk.texts) or desk.texts.get("changes-no-previous")

    await send_chart(callback, callback_data, desk, bot, gallery, make)


def create_router() -> Router:
    """The router of these buttons."""
    router = Router(name="changes_picture")
    flags = {"throttle": "button"}
    for kind, handler in ((ChartKind.WATERFALL, draw_waterfall_of), (ChartKind.SHEET, draw_changes_page)):
        router.callback_query.register(handler, ChartButton.filter(F.kind == kind), flags=flags)
    return router
