"""Grids → rows of code, name and amount: which cell of a table is what.

A row is read by itself: codes stand at its left, amounts at its right, the name
between. The table as a whole tells which columns hold codes (their order is the
order of the levels), which years head the amounts, and what is title or footnote.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from parser.budget_code import LEVELS, path_of_row, section_by_number
from parser.readers.grid import Cell, Grid, GridRow
from parser.readers.labels import is_label, is_stamp, label_level, year_in
from parser.records import Level, Paragraph, Row, SourcePlace
from parser.text.amounts import is_amount, is_nil, parse_amount
from parser.text.marks import without_marks

_CODE = re.compile(r"\d{1,3}")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s+")
_HEADS_NUMBERS = re.compile(r"^\W*(?:№|%|п/п|[nр]\s*[/.]?\s*[сc]\b)", re.IGNORECASE)
# What stands inside a table and belongs to the text: a stamp, a footnote, a budget's title.
_TEXT = re.compile(
    r"(?i)^\s*(?:ескерту|сноска|примечание)\b|(?:бюджет|20\d\d\s*жыл|на\s+20\d\d\s+год).*"
    r"(?:на\s+20\d\d|20\d\d\s*(?:-\s*20\d\d\s*)?жыл|бюджет)"
)
_SOME = 0.6  # the share of rows that makes a habit of a table


class _Kind(Enum):
    TEXT = auto()
    HEADER = auto()
    NUMBERING = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class _Read:
    """A grid row taken apart."""

    row: GridRow
    kind: _Kind
    codes: tuple[Cell, ...] = ()
    names: tuple[Cell, ...] = ()
    amounts: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a table's rows have in common."""

    codes: tuple[int, ...]  # grid columns of codes, from the left
    amounts: tuple[int, ...]  # grid columns of amounts; more than one for several years or stages
    main: int  # which of them is the row's amount
    serial: bool  # the first cell of every row only counts the rows


def read_grid(grid: Grid, number: int) -> Iterator[Paragraph | Row]:
    """The blocks that a table's grid holds, in reading order.

    Args:
        grid: the table.
        number: of the table in its document, from 1; becomes `Row.table`.

    Yields:
        Header rows with their labels, body rows of code, name and amount. A title, a stamp or a
        footnote inside the table comes as paragraphs; a layout table without figures as paragraphs only.
    """
    reads = [_take_apart(row) for row in _mended(grid.rows)]
    body = [read for read in reads if read.kind is _Kind.BODY]
    headers = any(read.kind is _Kind.HEADER for read in reads)
    if not body or not (headers or any(read.amounts or read.codes for read in body)):
        for read in reads:
            yield from _paragraphs(read.row, grid)
        return
    layout = _layout(reads, body)
    first, last = reads.index(body[0]), len(reads) - 1 - reads[::-1].index(body[-1])
    header: list[_Read] = []
    heads: list[_Read] = []
    for index, read in enumerate(reads):
        if read.kind in (_Kind.HEADER, _Kind.NUMBERING):
            header.append(read)
            continue
        if header:
            yield _header(header, layout, grid, number)
            header, heads = [], header
        if read.kind is _Kind.BODY:
            yield _body(read, layout, heads, grid, number)
        elif index < first or index > last or _is_text(read.row.cells[0].text):
            yield from _paragraphs(read.row, grid)
        else:  # a remark between rows ("in that number", the unit) neither ends the table nor fits a row
            yield _remark(read.row, grid, number)
    if header:
        yield _header(header, layout, grid, number)


def _is_text(text: str) -> bool:
    return is_stamp(text) or _TEXT.search(text) is not None


def _take_apart(row: GridRow) -> _Read:
    cells = tuple(map(_unmarked, row.cells))
    texts = [cell.text for cell in cells]
    if not any(map(_LETTER.search, texts)):
        if len(cells) >= 3 and texts == [str(count) for count in range(1, len(cells) + 1)]:
            return _Read(row, _Kind.NUMBERING)
    elif _is_header(cells):
        return _Read(row, _Kind.HEADER)
    begin, end = 0, len(cells)
    while begin < end and _CODE.fullmatch(_SPACE.sub("", texts[begin]).rstrip(".")):
        begin += 1
    while end > begin and (is_amount(texts[end - 1]) or is_nil(texts[end - 1])):
        end -= 1
    codes, names, amounts = cells[:begin], cells[begin:end], cells[end:]
    if not amounts:  # a remark may stand behind the amount
        found = next((i for i, cell in enumerate(names) if i and is_amount(cell.text)), None)
        names, amounts = (names[:found], names[found : found + 1]) if found else (names, amounts)
    if not any(_LETTER.search(cell.text) for cell in names) and begin == len(cells) > 1:
        codes, amounts = cells[:-1], cells[-1:]  # numbers only: the last is the amount
    titled = names and len(row.cells) == 1 and _is_section(names[0].text)
    if (codes and (names or amounts)) or (names and amounts) or titled:
        return _Read(row, _Kind.BODY, codes, names, amounts)
    return _Read(row, _Kind.TEXT)


def _unmarked(cell: Cell) -> Cell:
    """A cell without footnote marks beside its words and numbers."""
    parts = tuple(filter(None, map(without_marks, cell.parts)))
    return cell if parts == cell.parts else replace(cell, parts=parts)


def _is_header(cells: Sequence[Cell]) -> bool:
    """Whether every cell is a label, a column's number or a year, and one at least names a column."""
    labels = 0
    for cell in cells:
        if is_label(cell.text):
            labels += 1
        elif not _HEADS_NUMBERS.search(cell.text):
            return False
    return labels > 0


def _is_section(name: str) -> bool:
    return section_by_number(name) is not None and path_of_row(name) is not None


def _mended(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows with what a page's end cut off put back: a name's rest, an amount alone.

    The header that the next page repeats may stand between.
    """
    mended: list[GridRow] = []
    for row in rows:
        if row.continues:
            heads = itertools.takewhile(_heads, reversed(mended))
            index = len(mended) - 1 - sum(1 for _ in heads)
            joined = _joined(mended[index], row) if index >= 0 else None
            if joined is not None:
                mended[index] = joined
                continue
        mended.append(row)
    return mended


def _heads(row: GridRow) -> bool:
    return _take_apart(row).kind in (_Kind.HEADER, _Kind.NUMBERING)


def _joined(row: GridRow, rest: GridRow) -> GridRow | None:
    """A row and what may be its rest, None where the rest is a row of its own."""
    before, after = _take_apart(row), _take_apart(rest)
    if before.kind is not _Kind.BODY and not (before.kind is _Kind.TEXT and len(row.cells) == 1):
        return None
    if after.kind is not _Kind.TEXT or any(_CODE.fullmatch(cell.text) for cell in rest.cells):
        return None
    cells = {cell.column: cell for cell in row.cells}
    for cell in rest.cells:
        own = cells.get(cell.column)
        if own is None and before.amounts:
            return None
        cells[cell.column] = Cell((*own.parts, *cell.parts), own.column, own.span) if own else cell
    return replace(row, cells=tuple(cells[column] for column in sorted(cells)))


def _layout(reads: Sequence[_Read], body: Sequence[_Read]) -> _Layout:
    serial = _counts_rows(body)
    codes = Counter(read.codes[-1].column for read in body if len(read.codes) > serial)
    columns = tuple(sorted(codes))
    if columns and max(codes.values()) > 0.97 * codes.total() and codes.total() > 20:
        columns = ()  # all levels share one column: nothing to be told from it
    widths = Counter(len(read.amounts) for read in body if read.amounts)
    amounts: tuple[int, ...] = ()
    several = [width for width, count in widths.items() if width > 1 and count >= _SOME * widths.total()]
    if several:
        most = max(several)
        starts = Counter(
            tuple(cell.column for cell in read.amounts) for read in body if len(read.amounts) == most
        )
        amounts = starts.most_common(1)[0][0]
    return _Layout(columns if len(columns) > 1 else (), amounts, _main_amount(reads, amounts), serial)


def _counts_rows(body: Sequence[_Read]) -> bool:
    """Whether the first column only counts the rows: 1, 2, 3 to the end, beside other codes or alone."""
    firsts = [read.codes[0] for read in body if read.codes]
    if len(firsts) < 9 or len(firsts) < 0.9 * len(body):
        return False
    numbers = [int(_SPACE.sub("", cell.text).rstrip(".")) for cell in firsts]
    return len({cell.column for cell in firsts}) == 1 and numbers == list(range(1, len(numbers) + 1))


def _main_amount(reads: Sequence[_Read], columns: tuple[int, ...]) -> int:
    """Which column of several holds the budget: the amended one where stages are printed, else the first."""
    if len(columns) < 2:
        return 0
    labels = [" ".join(_above(reads, column)) for column in columns]
    if not any(map(year_in, labels)):
        for index, label in enumerate(labels):
            if re.search(r"(?i)уточн|с уч[её]том|нақтылан|ескере отырып", label):
                return index
    rows = [read.amounts for read in reads if len(read.amounts) == len(columns) == 3]
    if rows:
        added = sum(1 for row in rows if _number(row[0]) + _number(row[1]) == _number(row[2]))
        if added >= 0.9 * len(rows) and any(_number(row[1]) for row in rows):
            return 2
    return 0


def _number(cell: Cell) -> int:
    return parse_amount(cell.text, 1000)


def _above(reads: Sequence[_Read], column: int) -> Iterator[str]:
    """The labels that stand over a column in the table's header."""
    for read in reads:
        if read.kind is _Kind.HEADER:
            for cell in read.row.cells:
                if cell.column <= column < cell.column + cell.span:
                    yield cell.text


def _header(block: Sequence[_Read], layout: _Layout, grid: Grid, number: int) -> Row:
    rows = [read.row for read in block if read.kind is _Kind.HEADER] or [block[0].row]
    labels = tuple(cell.text for row in rows for cell in row.cells)
    years: tuple[int | None, ...] = ()
    if layout.amounts:
        years = tuple(
            next(filter(None, map(year_in, _above(block, column))), None) for column in layout.amounts
        )
    at = SourcePlace(grid.unit, rows[0].number, grid.within)
    return Row(labels, at, "\n".join(map(_printed, rows)), header=True, table=number, years=years)


def _remark(row: GridRow, grid: Grid, number: int) -> Row:
    texts = tuple(cell.text for cell in row.cells)
    return Row(
        texts, SourcePlace(grid.unit, row.number, grid.within), _printed(row), header=True, table=number
    )


def _body(read: _Read, layout: _Layout, heads: Sequence[_Read], grid: Grid, number: int) -> Row:
    codes = read.codes[layout.serial :]
    name = " ".join(cell.text for cell in read.names)
    amount = read.amounts[0].text if read.amounts else ""
    amounts: tuple[str, ...] = ()
    if layout.amounts:
        by_column = {cell.column: cell.text for cell in read.amounts}
        if set(by_column) <= set(layout.amounts):
            amounts = tuple(by_column.get(column, "") for column in layout.amounts)
            amount = amounts[layout.main]
    elif len(read.amounts) > 1:
        # One column of amounts only: a number before it ends the name.
        name = " ".join([name, *(cell.text for cell in read.amounts[:-1])])
        amount = read.amounts[-1].text
    code = _SPACE.sub("", codes[-1].text).rstrip(".") if codes else ""
    column = level = None
    if codes and layout.codes and codes[-1].column in layout.codes:
        column = layout.codes.index(codes[-1].column)
        level = _hint(heads, codes[-1].column, code)
    at = SourcePlace(grid.unit, read.row.number, grid.within)
    return Row(
        (code, name, amount), at, _printed(read.row),
        unsure=read.row.unsure, level=level, table=number, column=column, amounts=amounts,
    )  # fmt: skip


def _hint(heads: Sequence[_Read], column: int, code: str) -> Level | None:
    """The level whose label stands over a column, where the code's width agrees."""
    over = [
        (cell.column, level)
        for read in heads
        for cell in read.row.cells
        if cell.column <= column < cell.column + cell.span and (level := label_level(cell.text))
    ]
    if not over:
        return None
    level = max(over)[1]  # in a staircase the innermost label begins furthest to the right
    return level if len(code) in LEVELS[level].printed else None


def _paragraphs(row: GridRow, grid: Grid) -> Iterator[Paragraph]:
    at = SourcePlace(grid.unit, row.number, grid.within)
    for cell in row.cells:
        for text in cell.parts:
            yield Paragraph(text, at)


def _printed(row: GridRow) -> str:
    return " | ".join(cell.text for cell in row.cells)
