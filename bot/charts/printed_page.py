"""Draws a decision's changes on a page of A4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.charts.canvas import LIGHT, Canvas, Ruler
from handlers.views.charts.records import ChangesSheet, SheetRow, SheetTable, Tone
from parser.dataclass import dataclass

DPI = 150
SIZE = (1240, 1754)  # A4
_MARGIN = 76  # 13 mm: printers leave as much
_RIGHT = SIZE[0] - _MARGIN
_INNER = _RIGHT - _MARGIN
_ROW = 30
_NAME_LINE = 24
_FOOT_LINE = 25
_TITLE, _TEXT, _SMALL = 34, 19, 17
_BETWEEN = 20  # pixels between one column and the next
_LEAST_COLUMN, _MOST_COLUMN = 120, 230
_NAME_LINES = 3
_SAID_LINES = 3  # of a sentence below the totals or a table


@dataclass(frozen=True, slots=True)
class _PageColumns:
    """Where codes begin and the three amounts end, as wide as what stands in them."""

    codes: float
    amounts: tuple[float, float, float]
    widths: tuple[float, float, float]

    def room(self, row: SheetRow) -> float:
        """How wide the name of a row may be: up to the next thing that stands in it."""
        if row.code:
            return self.codes - _MARGIN - _BETWEEN
        return (self.amounts[0] - self.widths[0] if row.old else _RIGHT - _MOST_COLUMN - _BETWEEN) - _MARGIN


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
    columns = _measure(page, ruler)
    canvas = Canvas(*SIZE, LIGHT, ruler)
    y = _draw_head(canvas, page, columns, ruler)
    left = bottom - y - sum(_height(table, ruler) for table in page.tables)
    rows = [row for table in page.tables for row in table.rows]
    wanted = [len(ruler.wrap(row.name, columns.room(row), _TEXT, _NAME_LINES)) for row in rows]
    lines = iter(share_lines(wanted, int(left // _NAME_LINE)))
    for table in page.tables:
        y = _draw_table(canvas, table, columns, ruler, y, lines)
    _draw_foot(canvas, foot)
    return canvas.png(DPI)


def share_lines(wanted: Sequence[int], left: int) -> list[int]:
    """How many lines the name of each row takes, so that all rows fit on the page.

    Args:
        wanted: how many lines each name has.
        left: for how many more lines there is room than one for each row.

    Returns:
        At least one for each; the second ones are dealt out from the first row on, then the third ones.
    """
    lines = [1 for _ in wanted]
    for level in range(2, _NAME_LINES + 1):
        for index, want in enumerate(wanted):
            if want >= level and lines[index] == level - 1 and left > 0:
                lines[index], left = level, left - 1
    return lines


def _measure(page: ChangesSheet, ruler: Ruler) -> _PageColumns:
    """What has one amount alone, in the last column, has the room of the others for it."""
    rows = [*page.headline, *(row for table in page.tables for row in table.rows if row.old)]
    widths = []
    for number, title in enumerate(page.columns):
        amounts = ((row.old, row.new, row.delta)[number] for row in rows)
        widest = max(ruler.width(amount, _TEXT, bold=True) for amount in amounts) if rows else 0
        column = max(widest, ruler.width(title, _SMALL), _LEAST_COLUMN)
        widths.append(min(column, _MOST_COLUMN) + _BETWEEN)
    old, new, delta = widths
    codes = max((ruler.width(row.code, _SMALL) for row in rows), default=0)
    ends = (_RIGHT - delta - new, _RIGHT - delta, float(_RIGHT))
    return _PageColumns(ends[0] - old - codes, ends, (old, new, delta))


def _draw_head(canvas: Canvas, page: ChangesSheet, columns: _PageColumns, ruler: Ruler) -> float:
    y: float = _MARGIN
    for line in ruler.wrap(page.frame.title, _INNER, _TITLE, 2, bold=True):
        y += 42
        canvas.text(_MARGIN, y - 10, line, _TITLE, bold=True)
    for text in page.frame.about:
        y += _ROW
        canvas.text(_MARGIN, y, text, _TEXT, color=LIGHT.muted)
    y += _ROW + 12
    for x, column in zip(columns.amounts, page.columns, strict=True):
        canvas.text(x, y, column, _SMALL, color=LIGHT.muted, align="right")
    for row in page.headline:
        y += _ROW + 2
        _draw_row(canvas, row, columns, ruler, y, bold=True)
    y += _ROW + 2
    for index, line in enumerate(ruler.wrap(page.verdict, _INNER, _TEXT, _SAID_LINES)):
        y += _NAME_LINE if index else 0
        canvas.text(_MARGIN, y, line, _TEXT)
    return y + 12


def _height(table: SheetTable, ruler: Ruler) -> float:
    """How tall a table is whose names have one line each."""
    note = _note_lines(table, ruler)
    return _ROW + 18 + _ROW * (len(table.rows) + bool(note)) + _NAME_LINE * max(len(note) - 1, 0)


def _note_lines(table: SheetTable, ruler: Ruler) -> list[str]:
    return ruler.wrap(table.note, _INNER, _SMALL, _SAID_LINES) if table.note else []


def _draw_table(  # noqa: PLR0913, PLR0917 - a table, where and how
    canvas: Canvas, table: SheetTable, columns: _PageColumns, ruler: Ruler, y: float, lines: Iterator[int]
) -> float:
    """Draws a table below `y`, whose names take so many lines each; where it ends."""
    y += _ROW + 12
    title = ruler.wrap(table.title, _INNER, _TEXT + 1, 1, bold=True)[0]
    canvas.text(_MARGIN, y, title, _TEXT + 1, bold=True)
    canvas.line(_MARGIN, y + 8, _RIGHT, y + 8, LIGHT.tones[Tone.WHOLE], width=1.5)
    y += 6
    for row in table.rows:
        y = _draw_row(canvas, row, columns, ruler, y + _ROW, next(lines))
        canvas.line(_MARGIN, y + 8, _RIGHT, y + 8, LIGHT.grid, width=1)
    for index, line in enumerate(_note_lines(table, ruler)):
        y += _NAME_LINE if index else _ROW
        canvas.text(_MARGIN, y, line, _SMALL, color=LIGHT.muted)
    return y


def _draw_row(  # noqa: PLR0913, PLR0917 - a row, where and how
    canvas: Canvas,
    row: SheetRow,
    columns: _PageColumns,
    ruler: Ruler,
    y: float,
    most: int = 1,
    *,
    bold: bool = False,
) -> float:
    """Draws a row whose first line stands at `y`; where its last one stands."""
    lines = ruler.wrap(row.name, columns.room(row), _TEXT, most, bold=bold)
    for index, line in enumerate(lines):
        canvas.text(_MARGIN, y + index * _NAME_LINE, line, _TEXT, bold=bold)
    canvas.text(columns.codes, y, row.code, _SMALL, color=LIGHT.muted)
    amounts = ((row.old, LIGHT.ink), (row.new, LIGHT.ink), (row.delta, LIGHT.tones[row.tone]))
    for x, width, (amount, color) in zip(columns.amounts, columns.widths, amounts, strict=True):
        size = ruler.fit(amount, width - _BETWEEN if row.old else _MOST_COLUMN, _TEXT, bold=True)
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
