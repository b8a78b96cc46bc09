"""Draws a waterfall: each bar begins where the one above it ends."""

from __future__ import annotations

from dataclasses import dataclass

from bot.charts.canvas import Canvas, Palette, Ruler
from bot.charts.surround import MARGIN, SMALL, TALLEST, WIDTH, surround
from handlers.views.charts.records import Axis, Tone, WaterfallChart, WaterfallRow, position

_NAMES = 390
_BARS = (MARGIN + _NAMES + 20, 745)
_RIGHT = WIDTH - MARGIN
_LABELS = _RIGHT - _BARS[1] - 16
_LINE = 31
_NAME_LINES = 3
_GAP = 22
_BAR = 34
_LETTERS = SMALL + 1
_THINNEST = 4  # pixels: a small change is still seen


@dataclass(frozen=True, slots=True)
class _PlacedBar:
    row: WaterfallRow
    lines: list[str]
    y: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def draw_waterfall(chart: WaterfallChart, palette: Palette, ruler: Ruler) -> bytes:
    """A row for each total, rise and cut: its name, its bar, its amount.

    Args:
        chart: the waterfall.
        palette: the colours.
        ruler: measures the words.

    Returns:
        A PNG file.
    """
    around = surround(chart.frame, ruler)
    rows = _place(chart, ruler, around.head, _NAME_LINES)
    if rows[-1].bottom + around.foot > TALLEST:
        rows = _place(chart, ruler, around.head, _NAME_LINES - 1)
    height = round(rows[-1].bottom + around.foot)
    canvas = Canvas(WIDTH, height, palette, ruler)
    around.draw(canvas, height)
    for placed, following in zip(rows, [*rows[1:], None], strict=True):
        if following is not None:
            _draw_link(canvas, placed, following, chart.axis)
        _draw_row(canvas, ruler, placed, chart.axis)
    return canvas.png()


def _place(chart: WaterfallChart, ruler: Ruler, top: float, most: int) -> list[_PlacedBar]:
    """The rows one below the other, names in at most so many lines."""
    rows: list[_PlacedBar] = []
    for row in chart.rows:
        lines = ruler.wrap(row.name, _NAMES, _LETTERS, most, bold=row.tone is Tone.WHOLE)
        rows.append(_PlacedBar(row, lines, top, max(len(lines) * _LINE, _BAR) + _GAP))
        top = rows[-1].bottom
    return rows


def _x(amount: int, axis: Axis) -> float:
    return _BARS[0] + float(position(amount, axis)) * (_BARS[1] - _BARS[0])


def _draw_row(canvas: Canvas, ruler: Ruler, placed: _PlacedBar, axis: Axis) -> None:
    row, palette = placed.row, canvas.palette
    whole = row.tone is Tone.WHOLE
    canvas.line(MARGIN, placed.y, _RIGHT, placed.y, palette.grid, width=1)
    top = placed.middle - (len(placed.lines) - 1) * _LINE / 2
    for index, line in enumerate(placed.lines):
        canvas.text(MARGIN, top + index * _LINE + 9, line, _LETTERS, bold=whole)
    left, right = sorted((_x(row.start, axis), _x(row.end, axis)))
    if right - left < _THINNEST:
        left = min(left, _BARS[1] - _THINNEST)
        right = left + _THINNEST
    color = palette.tones[row.tone]
    y = placed.middle - _BAR / 2
    canvas.box(left, y, right - left, _BAR, color, hatched=row.tone is Tone.GAP)
    if whole and axis[0] > 0:
        _draw_break(canvas, y)
    size = ruler.fit(row.label, _LABELS, _LETTERS, bold=True)
    canvas.text(
        _RIGHT,
        placed.middle + 9,
        row.label,
        size,
        color=palette.ink if whole else color,
        bold=True,
        align="right",
    )


def _draw_break(canvas: Canvas, y: float) -> None:
    """Two slanting cuts through a bar that would begin far to the left."""
    for x in (_BARS[0] + 14, _BARS[0] + 26):
        canvas.line(x - 5, y + _BAR + 3, x + 5, y - 3, canvas.palette.ground, width=5)


def _draw_link(canvas: Canvas, placed: _PlacedBar, following: _PlacedBar, axis: Axis) -> None:
    """From the end of a bar down to the beginning of the next one."""
    x = _x(placed.row.end, axis)
    canvas.line(
        x,
        placed.middle + _BAR / 2,
        x,
        following.middle - _BAR / 2,
        canvas.palette.tones[Tone.WHOLE],
        width=2,
        dashed=True,
    )
