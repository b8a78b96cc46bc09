"""The button that draws a line's history."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from handlers.charts import choose_colours, send_chart
from handlers.desk import Desk
from handlers.gallery import Gallery
from handlers.line_buttons import ChartButton
from handlers.views.actions import ChartKind
from handlers.views.charts.frame import ChartView
from handlers.views.charts.history_chart import history_chart, office_history_chart
from storage.answering.office import load_office
from storage.reading.address import LineAddress
from storage.reading.cards import load_card
from storage.reading.office_ledger import is_office_path


async def draw_line_history(
    callback: CallbackQuery, callback_data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the chart of a line through its decisions."""
    dark = await choose_colours(callback, callback_data, desk)

    async def make(line: LineAddress) -> ChartView | None:
        if is_office_path(line.path):
            office = await load_office(desk.session, desk.index, line)
            return office_history_chart(office, desk.texts, dark=dark) if office else None
        card = await load_card(desk.session, line, children_limit=0)
        return history_chart(card, desk.texts, dark=dark) if card else None

    await send_chart(callback, callback_data, desk, bot, gallery, make)


def create_router() -> Router:
    """The router of this button."""
    router = Router(name="history_picture")
    flags = {"throttle": "button"}
    router.callback_query.register(
        draw_line_history, ChartButton.filter(F.kind == ChartKind.HISTORY), flags=flags
    )
    return router
