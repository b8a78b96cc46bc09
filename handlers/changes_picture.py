"""The buttons that draw what a decision changed, or several together: as a waterfall, as a page to print."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from handlers.charts import choose_colours, send_chart
from handlers.desk import Desk
from handlers.gallery import Gallery
from handlers.line_buttons import ChartButton, SpanChartButton
from handlers.views.actions import ChartKind
from handlers.views.charts.changes_sheet import changes_sheet
from handlers.views.charts.frame import ChartView
from handlers.views.charts.waterfall import waterfall_chart
from handlers.views.texts import Texts
from parser.budget_code import section_of
from storage.reading.address import LineAddress
from storage.reading.changes import load_changes
from storage.reading.differences import Changes
from storage.reading.lookup import find_budget


async def draw_waterfall_of(
    callback: CallbackQuery, callback_data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the chart from a section's old total to the new one."""
    dark = await choose_colours(callback, callback_data, desk)

    async def make(line: LineAddress) -> ChartView | str | None:
        return _waterfall(await load_changes(desk.session, line.edition), line, desk.texts, dark=dark)

    await send_chart(callback, callback_data, desk, bot, gallery, make)


async def draw_waterfall_since(
    callback: CallbackQuery, callback_data: SpanChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the same chart from one decision to a later one."""
    dark = await choose_colours(callback, callback_data, desk)

    async def make(line: LineAddress) -> ChartView | str | None:
        budget = await find_budget(desk.session, callback_data.budget)
        since = budget.find_decision(callback_data.since) if budget else None
        changes = await load_changes(desk.session, line.edition, since) if since else None
        return _waterfall(changes, line, desk.texts, dark=dark, together=True)

    await send_chart(callback, callback_data, desk, bot, gallery, make)


def _waterfall(
    changes: Changes | None, line: LineAddress, texts: Texts, *, dark: bool, together: bool = False
) -> ChartView | str | None:
    """The chart of a section's changes, or that there are none; None where the decision is not loaded."""
    if changes is None:
        return None
    view = waterfall_chart(changes, section_of(line.path), texts, dark=dark, together=together)
    return view or texts.get("chart-no-waterfall")


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
    router.callback_query.register(draw_waterfall_since, SpanChartButton.filter(), flags=flags)
    return router
