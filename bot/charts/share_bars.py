"""Draws what a line consists of: a bar for each part, its amount and its share."""

from __future__ import annotations

from bot.charts.canvas import Canvas, Palette, Ruler
from bot.charts.surround import INNER, MARGIN, SMALL, TALLEST, TEXT, WIDTH, surround
from handlers.views.charts.records import Axis, ShareBar, StructureChart, Tone, position

_LINE = 34
_BAR = 24
_BELOW, _LITTLE_BELOW = 22, 13  # under a bar; where the picture would be too tall
_BEYOND = 5  # pixels that the mark for zero stands out of a bar
_TOTAL = 50
_SHARES = 118
_RIGHT = WIDTH - MARGIN
_THINNEST = 3  # pixels: a small part is still seen


def draw_structure(chart: StructureChart, palette: Palette, ruler: Ruler) -> bytes:
    """The total, then for each part its name and amount above a bar with its share.

    Args:
        chart: the parts.
        palette: the colours.
        ruler: measures the words.

    Returns:
        A PNG file.
    """
    around = surround(chart.frame, ruler)
    names = [_name_lines(bar, ruler) for bar in chart.bars]
    tall = sum(len(lines) * _LINE + _BAR for lines in names)
    other = around.head + _TOTAL + around.foot
    below = _BELOW if other + tall + _BELOW * len(names) <= TALLEST else _LITTLE_BELOW
    height = other + tall + below * len(names)
    canvas = Canvas(WIDTH, height, palette, ruler)
    around.draw(canvas, height)
    canvas.text(
        MARGIN, around.head + 20, chart.total, ruler.fit(chart.total, INNER, TEXT, bold=True), bold=True
    )
    y = around.head + _TOTAL
    for bar, lines in zip(chart.bars, names, strict=True):
        _draw_bar(canvas, bar, lines, y, chart.axis)
        y += len(lines) * _LINE + _BAR + below
    return canvas.png()


def _name_lines(bar: ShareBar, ruler: Ruler) -> list[str]:
    room = INNER - ruler.width(bar.label, SMALL + 2, bold=True) - 24
    return ruler.wrap(bar.name, room, SMALL + 2, 2)


def _draw_bar(canvas: Canvas, bar: ShareBar, lines: list[str], y: float, axis: Axis) -> None:
    palette = canvas.palette
    for index, line in enumerate(lines):
        canvas.text(MARGIN, y + 24 + index * _LINE, line, SMALL + 2)
    y += len(lines) * _LINE
    canvas.text(_RIGHT, y - 10, bar.label, SMALL + 2, bold=True, align="right")
    left, right = sorted((_x(0, axis), _x(bar.amount, axis)))
    if bar.amount and right - left < _THINNEST:
        left, right = (left, left + _THINNEST) if bar.amount > 0 else (right - _THINNEST, right)
    canvas.box(MARGIN, y, _RIGHT - _SHARES - MARGIN, _BAR, palette.grid)
    canvas.box(left, y, right - left, _BAR, palette.tones[_tone(bar)], hatched=bar.tone is Tone.GAP)
    if axis[0] < 0:  # left of the mark is below zero
        zero = _x(0, axis)
        canvas.line(zero, y - _BEYOND, zero, y + _BAR + _BEYOND, palette.ink, width=3)
    canvas.text(_RIGHT, y + 21, bar.share, SMALL, color=palette.muted, align="right")


def _tone(bar: ShareBar) -> Tone:
    """What is below zero is a cut of the whole."""
    return Tone.CUT if bar.amount < 0 and bar.tone is not Tone.GAP else bar.tone


def _x(amount: int, axis: Axis) -> float:
    return MARGIN + float(position(amount, axis)) * (_RIGHT - _SHARES - MARGIN)
