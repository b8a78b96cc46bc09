"""Draws a line's history: a table of its decisions with a stair between dates and amounts."""

from __future__ import annotations

from bot.charts.canvas import Canvas, Palette, Ruler
from bot.charts.surround import INNER, MARGIN, SMALL, TEXT, WIDTH, surround
from handlers.views.charts.records import HistoryChart, HistoryRow, Tone, position

_ROW = 82
_STAIR = (270, 640)  # from where to where amounts are measured
_RIGHT = WIDTH - MARGIN
_LABELS = _RIGHT - _STAIR[1] - 30
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
    bottom = around.head + _ROW * len(chart.rows)
    height = bottom + (_TOTAL if chart.total else 0) + around.foot
    canvas = Canvas(WIDTH, height, palette, ruler)
    around.draw(canvas, height)
    _draw_stair(canvas, chart, around.head)
    for index, row in enumerate(chart.rows):
        _draw_row(canvas, ruler, row, around.head + _ROW * index)
    if chart.total:
        size = ruler.fit(chart.total, INNER, TEXT, bold=True)
        canvas.text(MARGIN, bottom + 42, chart.total, size, bold=True)
    return canvas.png()


def _draw_row(canvas: Canvas, ruler: Ruler, row: HistoryRow, y: float) -> None:
    palette = canvas.palette
    if row.shown:
        canvas.box(0, y, WIDTH, _ROW, palette.grid)
    canvas.line(MARGIN, y, _RIGHT, y, palette.grid, width=1)
    if not row.decision:  # decisions that are left out
        canvas.text(_RIGHT, y + 50, row.label, SMALL, color=palette.muted, align="right")
        return
    canvas.text(MARGIN, y + 36, row.decision, ruler.fit(row.decision, 240, TEXT, bold=True), bold=True)
    canvas.text(MARGIN, y + 67, row.date, SMALL, color=palette.muted)
    if row.amount is None:
        lines = ruler.wrap(row.label, _LABELS, SMALL, 2)
        for index, line in enumerate(lines):
            start = y + (50 if len(lines) == 1 else 36)
            canvas.text(_RIGHT, start + 30 * index, line, SMALL, color=palette.muted, align="right")
        return
    size = ruler.fit(row.label, _LABELS, TEXT, bold=True)
    canvas.text(_RIGHT, y + 36, row.label, size, bold=True, align="right")
    color = palette.tones[row.tone]
    remark = ruler.wrap(row.remark, _LABELS, SMALL, 1)[0]
    canvas.text(_RIGHT, y + 67, remark, SMALL, color=color, align="right")


def _draw_stair(canvas: Canvas, chart: HistoryChart, top: float) -> None:
    """Down from decision to decision, sideways where the amount changes, dashed over what is not known."""
    palette = canvas.palette
    before: tuple[float, float] | None = None
    dashed = False
    for index, row in enumerate(chart.rows):
        y = top + _ROW * index + _ROW / 2
        if row.amount is None:
            if row.known:
                before = None  # there is no such line: the stair ends
            dashed = dashed or not row.known
            continue
        x = _STAIR[0] + float(position(row.amount, chart.axis)) * (_STAIR[1] - _STAIR[0])
        if before is not None:
            _draw_step(canvas, before, (x, y), palette.tones[_tone(before[0], x)], dashed=dashed)
        canvas.dot(x, y, 9, palette.ink, hollow=row.shown)
        before, dashed = (x, y), False


def _draw_step(
    canvas: Canvas, start: tuple[float, float], end: tuple[float, float], color: str, *, dashed: bool
) -> None:
    (x, y), (to_x, to_y) = start, end
    down = canvas.palette.tones[Tone.GAP if dashed else Tone.WHOLE]
    canvas.line(x, y, x, to_y, down, width=4, dashed=dashed)
    if x != to_x:
        canvas.line(x, to_y, to_x, to_y, color, width=8)


def _tone(x: float, to_x: float) -> Tone:
    return Tone.RISE if to_x > x else Tone.CUT
