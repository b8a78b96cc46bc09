"""Draws a waterfall: each bar begins where the one above it ends."""

from __future__ import annotations

from bot.charts.canvas import Canvas, Palette, Ruler
from bot.charts.surround import MARGIN, SMALL, TALLEST, WIDTH, draw_zero, surround
from handlers.views.charts.records import Axis, Tone, WaterfallChart, WaterfallRow, position
from parser.dataclass import dataclass

_RIGHT = WIDTH - MARGIN
_LEAST_LABELS, _MOST_LABELS = 203, 290  # the room for amounts
_LEAST_BARS = 200
_LINE = 31
_BAR = 34
_LETTERS = SMALL + 1
_THINNEST = 4  # pixels: a small change is still seen
# How wide names are, in how many lines, how far apart rows stand: the first that fits, else the last.
_LAYOUTS = ((390, 3, 22), (390, 3, 12), (480, 3, 12), (480, 2, 12))


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


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where bars stand between the names and the amounts."""

    axis: Axis
    left: float
    right: float

    def x(self, amount: int) -> float:
        return self.left + float(position(amount, self.axis)) * (self.right - self.left)


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
    labels = max(ruler.width(row.label, _LETTERS, bold=True) for row in chart.rows)
    labels = min(max(labels, _LEAST_LABELS), _MOST_LABELS)
    end = _RIGHT - labels - 16  # of the bars
    for widest, lines, gap in _LAYOUTS:
        names = min(widest, end - _LEAST_BARS - 20 - MARGIN)
        rows = _place(chart, ruler, around.head, names, lines, gap)
        if rows[-1].bottom + around.foot <= TALLEST:
            break
    height = round(rows[-1].bottom + around.foot)
    canvas = Canvas(WIDTH, height, palette, ruler)
    around.draw(canvas, height)
    scale = _Scale(chart.axis, MARGIN + names + 20, end)
    if chart.axis[0] < 0:
        draw_zero(canvas, scale.x(0), around.head, rows[-1].bottom)
    for placed, following in zip(rows, [*rows[1:], None], strict=True):
        if following is not None:
            _draw_link(canvas, placed, following, scale)
        _draw_row(canvas, ruler, placed, scale, labels)
    return canvas.png()


def _place(  # noqa: PLR0913, PLR0917 - what a layout is
    chart: WaterfallChart, ruler: Ruler, top: float, names: float, most: int, gap: int
) -> list[_PlacedBar]:
    """The rows one below the other, names in at most so many lines."""
    rows: list[_PlacedBar] = []
    for row in chart.rows:
        lines = ruler.wrap(row.name, names, _LETTERS, most, bold=row.tone is Tone.WHOLE)
        rows.append(_PlacedBar(row, lines, top, max(len(lines) * _LINE, _BAR) + gap))
        top = rows[-1].bottom
    return rows


def _draw_row(canvas: Canvas, ruler: Ruler, placed: _PlacedBar, scale: _Scale, labels: float) -> None:
    row, palette = placed.row, canvas.palette
    whole = row.tone is Tone.WHOLE
    canvas.line(MARGIN, placed.y, _RIGHT, placed.y, palette.grid, width=1)
    top = placed.middle - (len(placed.lines) - 1) * _LINE / 2
    for index, line in enumerate(placed.lines):
        canvas.text(MARGIN, top + index * _LINE + 9, line, _LETTERS, bold=whole)
    color = palette.tones[row.tone]
    y = placed.middle - _BAR / 2
    if row.start != row.end:  # a total of zero has no bar
        left, right = sorted((scale.x(row.start), scale.x(row.end)))
        if right - left < _THINNEST:
            left = min(left, scale.right - _THINNEST)
            right = left + _THINNEST
        canvas.box(left, y, right - left, _BAR, color, hatched=row.tone is Tone.GAP)
        if whole and scale.axis[0] > 0:
            _draw_break(canvas, scale.left, y)
    size = ruler.fit(row.label, labels, _LETTERS, bold=True)
    canvas.text(
        _RIGHT,
        placed.middle + 9,
        row.label,
        size,
        color=palette.ink if whole else color,
        bold=True,
        align="right",
    )


def _draw_break(canvas: Canvas, left: float, y: float) -> None:
    """Two slanting cuts through a bar that would begin far to the left."""
    for x in (left + 14, left + 26):
        canvas.line(x - 5, y + _BAR + 3, x + 5, y - 3, canvas.palette.ground, width=5)


def _draw_link(canvas: Canvas, placed: _PlacedBar, following: _PlacedBar, scale: _Scale) -> None:
    """From the end of a bar down to the beginning of the next one."""
    x = scale.x(placed.row.end)
    canvas.line(
        x,
        placed.middle + _BAR / 2,
        x,
        following.middle - _BAR / 2,
        canvas.palette.tones[Tone.WHOLE],
        width=2,
        dashed=True,
    )
