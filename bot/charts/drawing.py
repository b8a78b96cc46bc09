"""A chart → a PNG file, by its kind."""

from __future__ import annotations

from typing import assert_never

from bot.charts.canvas import DARK, LIGHT, Ruler
from bot.charts.history import draw_history
from bot.charts.printed_page import draw_printed_page
from bot.charts.share_bars import draw_structure
from bot.charts.waterfall_bars import draw_waterfall
from handlers.views.charts.records import (
    ChangesSheet,
    HistoryChart,
    Picture,
    StructureChart,
    WaterfallChart,
)


def draw(picture: Picture, ruler: Ruler) -> bytes:
    """Draw a picture: the same picture gives the same file.

    Args:
        picture: a chart and its colours.
        ruler: measures the words.

    Returns:
        A PNG file.
    """
    palette = DARK if picture.dark else LIGHT
    match picture.chart:
        case HistoryChart() as chart:
            return draw_history(chart, palette, ruler)
        case WaterfallChart() as chart:
            return draw_waterfall(chart, palette, ruler)
        case StructureChart() as chart:
            return draw_structure(chart, palette, ruler)
        case ChangesSheet() as chart:
            return draw_printed_page(chart, ruler)
        case _:
            assert_never(picture.chart)
