"""The button that draws what a line consists of: where the money goes, or where it comes from."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from handlers.charts import choose_colours, send_chart
from handlers.desk import Desk
from handlers.gallery import Gallery
from handlers.line_buttons import ChartButton
from handlers.views.actions import ChartKind
from handlers.views.charts.frame import ChartView
from handlers.views.charts.structure import structure_chart
from storage.reading.address import LineAddress
from storage.reading.cards import load_card

_ALL = 10_000  # lines below one: more than any table has rows


async def draw_parts(
    callback: CallbackQuery, callback_data: ChartButton, desk: Desk, bot: Bot, gallery: Gallery
) -> None:
    """Sends the chart of a line's parts."""
    dark = await choose_colours(callback, callback_data, desk)

    async def make(line: LineAddress) -> ChartView | str | None:
        card = await load_card(desk.session, line, children_limit=_ALL)
        if card is None:
            return None
        view = structure_chart(card, desk.texts, dark=dark)
        return view or desk.texts.get("chart-no-structure")

    await send_chart(callback, callback_data, desk, bot, gallery, make)


def create_router() -> Router:
    """The router of this button."""
    router = Router(name="structure_picture")
    router.callback_query.register(
        draw_parts, ChartButton.filter(F.kind == ChartKind.STRUCTURE), flags={"throttle": "button"}
    )
    return router
