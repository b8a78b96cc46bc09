"""Draws a decision's changes on a page of A4."""

from __future__ import annotations

from bot.charts.canvas import LIGHT, Canvas, Ruler
from handlers.views.charts.records import ChangesSheet, SheetRow, SheetTable, Tone

DPI = 150
SIZE = (1240, 1754)  # A4
_MARGIN = 76  # 13 mm: printers leave as much
_RIGHT = SIZE[0] - _MARGIN
_INNER = _RIGHT - _MARGIN
_ROW = 30
_NAME_LINE = 24
_FOOT_LINE = 25
_TITLE, _TEXT, _SMALL = 34, 19, 17
_COLUMNS = (_RIGHT - 330, _RIGHT - 165, _RIGHT)  # where the three amounts end
_CODES = 590  # where codes begin
_NAMES = _CODES - _MARGIN - 14
_FLOW_NAMES = _COLUMNS[1] - _MARGIN


def draw_printed_page(page: ChangesSheet, ruler: Ruler) -> bytes:
    """The totals, then a table after the other, and the source at the foot; always light, for paper.

    Args:
        page: what stands on it.
        ruler: measures the words.

    Returns:
        A PNG file.
    """
    foot = _foot_lines(page, ruler)
    bottom = SIZE[1] - _MARGIN - _FOOT_LINE * len(foot) - 20
    # Long names take two lines where the page has the room.
    for lines in (2, 1):
        canvas = Canvas(*SIZE, LIGHT, ruler)
        y = _draw_head(canvas, page, ruler)
        for table in page.tables:
            y = _draw_table(canvas, table, ruler, y, lines)
        if y <= bottom:
            break
    _draw_foot(canvas, foot)
    return canvas.png(DPI)


def _draw_head(canvas: Canvas, page: ChangesSheet, ruler: Ruler) -> float:
    y: float = _MARGIN
    for line in ruler.wrap(page.frame.title, _INNER, _TITLE, 2, bold=True):
        y += 42
        canvas.text(_MARGIN, y - 10, line, _TITLE, bold=True)
    for text in page.frame.about:
        y += _ROW
        canvas.text(_MARGIN, y, text, _TEXT, color=LIGHT.muted)
    y += _ROW + 12
    for x, column in zip(_COLUMNS, page.columns, strict=True):
        canvas.text(x, y, column, _SMALL, color=LIGHT.muted, align="right")
    for row in page.headline:
        y += _ROW + 2
        _draw_row(canvas, row, ruler, y, bold=True)
    y += _ROW + 2
    canvas.text(_MARGIN, y, page.verdict, _TEXT)
    return y + 12


def _draw_table(canvas: Canvas, table: SheetTable, ruler: Ruler, y: float, lines: int) -> float:
    y += _ROW + 12
    title = ruler.wrap(table.title, _INNER, _TEXT + 1, 1, bold=True)[0]
    canvas.text(_MARGIN, y, title, _TEXT + 1, bold=True)
    canvas.line(_MARGIN, y + 8, _RIGHT, y + 8, LIGHT.tones[Tone.WHOLE], width=1.5)
    y += 6
    for row in table.rows:
        y = _draw_row(canvas, row, ruler, y + _ROW, lines)
        canvas.line(_MARGIN, y + 8, _RIGHT, y + 8, LIGHT.grid, width=1)
    if table.note:
        y += _ROW
        canvas.text(_MARGIN, y, ruler.wrap(table.note, _INNER, _SMALL, 1)[0], _SMALL, color=LIGHT.muted)
    return y


def _draw_row(  # noqa: PLR0913 - a row, where and how
    canvas: Canvas, row: SheetRow, ruler: Ruler, y: float, most: int = 1, *, bold: bool = False
) -> float:
    """Draws a row whose first line stands at `y`; where its last one stands."""
    room = _NAMES if row.code else (_FLOW_NAMES if not row.old else _COLUMNS[0] - 170 - _MARGIN)
    lines = ruler.wrap(row.name, room, _TEXT, most, bold=bold)
    for index, line in enumerate(lines):
        canvas.text(_MARGIN, y + index * _NAME_LINE, line, _TEXT, bold=bold)
    canvas.text(_CODES, y, row.code, _SMALL, color=LIGHT.muted)
    amounts = ((row.old, LIGHT.ink), (row.new, LIGHT.ink), (row.delta, LIGHT.tones[row.tone]))
    for x, (amount, color) in zip(_COLUMNS, amounts, strict=True):
        size = ruler.fit(amount, 158, _TEXT, bold=True)
        canvas.text(x, y, amount, size, color=color, bold=bold or x == _RIGHT, align="right")
    return y + (len(lines) - 1) * _NAME_LINE


def _foot_lines(page: ChangesSheet, ruler: Ruler) -> list[str]:
    texts = (*page.frame.notes, page.frame.source)
    return [line for text in texts for line in ruler.wrap(text, _INNER, _SMALL, 2)]


def _draw_foot(canvas: Canvas, lines: list[str]) -> None:
    y = SIZE[1] - _MARGIN - _FOOT_LINE * (len(lines) - 1)
    canvas.line(_MARGIN, y - 26, _RIGHT, y - 26, LIGHT.grid)
    for line in lines:
        canvas.text(_MARGIN, y, line, _SMALL, color=LIGHT.muted)
        y += _FOOT_LINE
