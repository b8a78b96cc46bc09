"""Tables in plain text whose columns are drawn, or held by tabs or by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.drawn_tables import DrawnTable, find_drawn_tables
from parser.readers.grid import Cell, Grid, GridRow, clean_text
from parser.readers.labels import is_label, is_stamp
from parser.readers.layout import find_tables
from parser.readers.limits import MAX_ROWS
from parser.readers.lines import TextLine, Word
from parser.readers.unruled import UnruledTable
from parser.records import PlaceUnit
from parser.text.amounts import is_amount

_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_SPACED = re.compile(r"[^\W_].*?[ \u00a0]{2}[-–(]?\d[\d ,.\u00a0]*\)?$")
_TAIL = 60  # letters of a line's end that show whether an amount stands apart there
_FEW = 4  # rows that make a table
_GAP = 3  # lines without tabs that end one


def find_grids(lines: list[str], file: str) -> Iterator[tuple[int, int, Grid]]:
    """The tables of a text.

    Yields:
        The first line of each, the line after its last, and its grid, whose rows carry the numbers
        of their lines. Nothing for a text whose tables have no columns: the official print.

    Raises:
        ParseError: `limit`.
    """
    start = 0
    for table in find_drawn_tables([line.replace("\u00a0", " ").expandtabs(8) for line in lines]):
        yield from _find_undrawn(lines[start : table.first], start, file)
        yield table.first, table.last, _grid_of(table, file)
        start = table.last
    yield from _find_undrawn(lines[start:], start, file)


def _find_undrawn(lines: list[str], above: int, file: str) -> Iterator[tuple[int, int, Grid]]:
    """The tables of lines that hold no drawn one, below so many lines of the text."""
    tabbed = [index for index, line in enumerate(lines) if "\t" in line and _is_row(line.split("\t"))]
    if len(tabbed) >= _FEW:
        yield from _tabbed(lines, tabbed, above, file)
        return
    spaced = sum(1 for line in lines if _SPACED.search(line.rstrip()[-_TAIL:]))
    if spaced > MAX_ROWS:
        raise ParseError.limit(file, Counted.ROWS, MAX_ROWS)
    if spaced >= _FEW:
        yield from _aligned(lines, above, file)


def _grid_of(table: DrawnTable, file: str) -> Grid:
    grid = Grid(file, None, PlaceUnit.LINE)
    for row in table.rows:
        columns = accumulate((span for _, span in row.cells), initial=0)
        cells = [
            Cell(shown, column, span)
            for (parts, span), column in zip(row.cells, columns, strict=False)
            if (shown := tuple(filter(None, map(clean_text, parts))))
        ]
        grid.extend([GridRow(tuple(cells), row.line + 1)])
    return grid


def _is_row(cells: list[str]) -> bool:
    """Whether cells hold a name and, at the end, an amount."""
    texts = [text for text in map(clean_text, cells) if text]
    return len(texts) > 1 and is_amount(texts[-1]) and any(map(_LETTER.search, texts[:-1]))


def _tabbed(lines: list[str], rows: list[int], above: int, file: str) -> Iterator[tuple[int, int, Grid]]:
    """Lines of cells between tabs; a header or a name alone may stand between them."""
    start = 0
    while start < len(rows):
        stop = start
        while stop + 1 < len(rows) and (
            rows[stop + 1] - rows[stop] - 1 <= _filler(lines, rows[stop], rows[stop + 1])
        ):
            stop += 1
        first, last = rows[start], rows[stop] + 1
        while first and "\t" in lines[first - 1]:
            first -= 1
        grid = Grid(file, None, PlaceUnit.LINE)
        for number in range(first, last):
            texts = enumerate(map(clean_text, lines[number].split("\t")))
            cells = tuple([Cell((text,), column) for column, text in texts if text])
            grid.extend([GridRow(cells, above + number + 1)])
        yield above + first, above + last, grid
        start = stop + 1


def _filler(lines: list[str], above: int, below: int) -> int:
    """How many lines between two rows belong to the table: those with tabs, labels and blank ones."""
    inside = lines[above + 1 : below]
    odd = sum(1 for line in inside if line.strip() and "\t" not in line and not is_label(line))
    return len(inside) if odd <= _GAP and not any(map(is_stamp, inside)) else -1


def _aligned(lines: list[str], above: int, file: str) -> Iterator[tuple[int, int, Grid]]:
    """Columns held by spaces: words have their places in characters, lines in lines."""
    placed: list[TextLine] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, above):
        expanded = line.replace("\u00a0", " ").expandtabs(8)
        words = tuple(
            Word(match.group(), match.start(), match.end(), number, number + 1)
            for match in _WORD.finditer(expanded)
        )
        if words:
            placed.append(TextLine(words))
            numbers.append(number)
    for is_table, first, last in find_tables(placed):
        if is_table:
            grid = Grid(file, None, PlaceUnit.LINE)
            lined = iter([n + 1 for n in numbers[first:last]])
            grid.extend(UnruledTable().read(placed[first:last], lined))
            yield numbers[first], numbers[last - 1] + 1, grid
