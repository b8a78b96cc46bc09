"""Draws a line's history: a table of its decisions with a stair between dates and amounts."""

from __future__ import annotations

from bot.charts.canvas import Canvas, Palette, Ruler
from bot.charts.surround import INNER, MARGIN, SMALL, TALLEST, TEXT, WIDTH, draw_zero, surround
from handlers.views.charts.records import Axis, HistoryChart, HistoryRow, Tone, position

_ROW, _LOW_ROW = 82, 70  # low ones where the picture would be too tall
_STAIR = (285, 640)  # from where to where amounts are measured
_RIGHT = WIDTH - MARGIN
_LABELS = _RIGHT - _STAIR[1] - 30
_NUMBERS = _STAIR[0] - MARGIN - 18
_TOTAL = 60


def draw_history(chart: HistoryChart, palette: Palette, ruler: Ruler) -> bytes:
    """A row for each decision, from the top: when, a step of the stair, how much.

    Args:
        chart: the history.
        palette: the colours.
        ruler: measures the words.

    Returns:
        A PNG file.
    """
    around = surround(chart.frame, ruler)
    below = (_TOTAL if chart.total else 0) + around.foot
    tall = around.head + _ROW * len(chart.rows) + below > TALLEST
    step = _LOW_ROW if tall else _ROW
    bottom = around.head + step * len(chart.rows)
    canvas = Canvas(WIDTH, bottom + below, palette, ruler)
    around.draw(canvas, bottom + below)
    if chart.axis[0] <= 0 <= chart.axis[1]:
        draw_zero(canvas, _x(0, chart.axis), around.head, bottom)
    _draw_stair(canvas, chart, around.head, step)
    for index, row in enumerate(chart.rows):
        _draw_row(canvas, ruler, row, around.head + step * index, step)
    if chart.total:
        size = ruler.fit(chart.total, INNER, TEXT, bold=True)
        canvas.text(MARGIN, bottom + 42, chart.total, size, bold=True)
    return canvas.png()


def _draw_row(canvas: Canvas, ruler: Ruler, row: HistoryRow, y: float, tall: int) -> None:
    palette = canvas.palette
    first, second = y + tall / 2 - 5, y + tall / 2 + 26  # baselines
    if row.shown:
        canvas.box(0, y, WIDTH, tall, palette.grid)
    canvas.line(MARGIN, y, _RIGHT, y, palette.grid, width=1)
    if not row.decision:  # decisions that are left out
        canvas.text(_RIGHT, y + tall / 2 + 9, row.label, SMALL, color=palette.muted, align="right")
        return
    canvas.text(MARGIN, first, row.decision, ruler.fit(row.decision, _NUMBERS, TEXT, bold=True), bold=True)
    canvas.text(MARGIN, second, row.date, SMALL, color=palette.muted)
    if row.amount is None:
        lines = ruler.wrap(row.label, _LABELS, SMALL, 2)
        for index, line in enumerate(lines):
            start = y + tall / 2 + 9 if len(lines) == 1 else first
            canvas.text(_RIGHT, start + 30 * index, line, SMALL, color=palette.muted, align="right")
        return
    size = ruler.fit(row.label, _LABELS, TEXT, bold=True)
    canvas.text(_RIGHT, first, row.label, size, bold=True, align="right")
    color = palette.tones[row.tone]
    size = ruler.fit(row.remark, _LABELS, SMALL)
    canvas.text(_RIGHT, second, row.remark, size, color=color, align="right")


def _draw_stair(canvas: Canvas, chart: HistoryChart, top: float, tall: int) -> None:
    """Down from decision to decision, sideways where the amount changes, dashed over what is not known."""
    palette = canvas.palette
    before: tuple[float, float] | None = None
    dashed = False
    for index, row in enumerate(chart.rows):
        y = top + tall * index + tall / 2
        if row.amount is None:
            if row.known:
                before = None  # there is no such line: the stair ends
            dashed = dashed or not row.known
            continue
        x = _x(row.amount, chart.axis)
        if before is not None:
            _draw_step(canvas, before, (x, y), palette.tones[row.stroke], dashed=dashed)
        canvas.dot(x, y, 9, palette.ink, hollow=row.shown)
        before, dashed = (x, y), False


def _x(amount: int, axis: Axis) -> float:
    return _STAIR[0] + float(position(amount, axis)) * (_STAIR[1] - _STAIR[0])


def _draw_step(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], color: str, *, dashed: bool
) -> None:
    (x, y), (to_x, to_y) = start, end
    down = canvas.palette.tones[Tone.GAP if dashed else Tone.WHOLE]
    canvas.line(x, y, x, to_y, down, width=4, dashed=dashed)
    if x != to_x:
        canvas.line(x, to_y, to_x, to_y, color, width=8)
