"""Grids → rows of code, name and amount: which cell of a table is what.

A row is read by itself: codes stand at its left, amounts at its right, the name
between. The table as a whole tells which columns hold codes (their order is the
order of the levels), which years head the amounts, and what is title or footnote.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from parser.budget_code import path_of_row
from parser.kinds import Doubt
from parser.readers.grid import Cell, Grid, GridRow
from parser.readers.labels import heads_amended, heads_other, is_stamp, year_in
from parser.readers.level_labels import LevelLabels
from parser.readers.page_ends import mended
from parser.readers.row_parts import RowKind, RowParts, RowReader
from parser.readers.split_amounts import with_joined_amounts
from parser.records import Paragraph, Row, SourcePlace
from parser.text.amounts import ends_in_number, is_amount, read_amount
from parser.text.wordings import begins_note

_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_REST = re.compile(r"\d{3}(?:\s\d{3})*")  # of an amount whose first digits may stand in the cell before
# A budget's title inside its table.
_TITLE = re.compile(
    r"""
    (?: бюджет | 20\d\d \s* жыл | на \s+ 20\d\d \s+ год ) .*  # Бюджет города Тараз …; 2013 жылға …
    (?: на \s+ 20\d\d | 20\d\d \s* (?: - \s* 20\d\d \s* )? жыл | бюджет )  # … на 2013 год; … бюджеті
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SOME = 0.6  # the share of rows that makes a habit of a table


@dataclass(frozen=True, slots=True)
class _Layout:
    """What a table's rows have in common."""

    codes: tuple[int, ...]  # grid columns of codes, from the left
    amounts: tuple[int, ...]  # grid columns of amounts; several for years or stages, none where none is usual
    main: int  # which of them is the row's amount
    serial: bool  # the first cell of every row only counts the rows


def read_grid(grid: Grid, number: int, reader: RowReader | None = None) -> Iterator[Paragraph | Row]:
    """The blocks that a table's grid holds, in reading order.

    Args:
        grid: the table.
        number: of the table in its document, from 1; becomes `Row.table`.
        reader: of all the document's rows.

    Yields:
        Header rows with their labels, body rows of code, name and amount. A title, a stamp or a
        footnote inside the table comes as paragraphs; a layout table without figures as paragraphs only.
    """
    take_apart = (reader or RowReader()).take_apart
    reads = with_joined_amounts([take_apart(row) for row in mended(grid.rows)])
    body = [read for read in reads if read.kind is RowKind.BODY]
    headers = any(read.kind is RowKind.HEADER for read in reads)
    if not body or not (headers or any(read.amounts or read.codes for read in body)):
        for read in reads:
            yield from _paragraphs(read.row, grid)
        return
    layout = _layout(reads, body)
    first, last = reads.index(body[0]), len(reads) - 1 - reads[::-1].index(body[-1])
    reads = [
        _settled(read, layout, begun=index > first, inside=first < index < last)
        for index, read in enumerate(reads)
    ]
    header: list[RowParts] = []
    labels = LevelLabels()
    for index, read in enumerate(reads):
        if read.kind in (RowKind.HEADER, RowKind.NUMBERING):
            header.append(read)
            continue
        if header:
            yield _header(header, layout, grid, number)
            header, labels = [], LevelLabels.over(header, reads[index:])
        if read.kind is RowKind.BODY:
            yield _body(read, layout, labels, grid, number)
        elif index < first or index > last or _is_text(read.row.cells[0].text):
            yield from _paragraphs(read.row, grid)
        else:  # a remark between rows ("in that number", the unit) neither ends the table nor fits a row
            yield _remark(read.row, grid, number)
    if header:
        yield _header(header, layout, grid, number)


def _is_text(text: str) -> bool:
    """Whether a row inside a table belongs to the text: a stamp, a footnote, a budget's title."""
    return is_stamp(text) or begins_note(text) or _TITLE.search(text) is not None


def _settled(read: RowParts, layout: _Layout, *, begun: bool, inside: bool) -> RowParts:
    """A row with what stands in a column of amounts taken for its amount, were it none that can be read.

    So it never becomes a part of the name, nor is passed over; whoever reads the amount says what is wrong.

    Args:
        read: the row.
        layout: of its table.
        begun: whether it stands below the table's first row.
        inside: whether it stands between rows of the table.
    """
    if read.kind not in (RowKind.BODY, RowKind.TEXT) or (read.amounts and len(layout.amounts) < 2):
        return read
    odd = tuple(cell for cell in read.names if cell.column in layout.amounts)
    names = tuple(cell for cell in read.names if cell.column not in layout.amounts)
    if not odd:
        ends = len(names) == 1 and ends_in_number(names[0].text) and path_of_row(names[0].text)
        return replace(read, kind=RowKind.BODY) if ends else read
    if not (names or read.codes):  # an amount that has lost its name
        alone = begun and all(is_amount(cell.text) for cell in odd)
        return replace(read, kind=RowKind.BODY, names=(), amounts=odd) if alone else read
    if read.kind is RowKind.TEXT and not _holds_amount(odd, names, inside=inside):
        return read
    amounts = tuple(sorted((*read.amounts, *odd), key=lambda cell: cell.column))
    return replace(read, kind=RowKind.BODY, names=names, amounts=amounts)


def _holds_amount(odd: Sequence[Cell], names: Sequence[Cell], *, inside: bool) -> bool:
    """Whether a row without a code and an amount has what should be its amount in some cell.

    Args:
        odd: the cells in columns of amounts.
        names: the other cells.
        inside: whether the row stands between rows of the table.
    """
    if path_of_row(names[0].text) is not None:
        return True
    if any(path_of_row(cell.text) for cell in odd):  # a name in the place of the amount
        return any(is_amount(cell.text) for cell in names)
    return inside and any(_DIGIT.search(cell.text) for cell in odd)


def _layout(reads: Sequence[RowParts], body: Sequence[RowParts]) -> _Layout:
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
    elif widths:
        column, count = Counter(read.amounts[-1].column for read in body if read.amounts).most_common(1)[0]
        amounts = (column,) if count >= _SOME * widths.total() else ()
    return _Layout(columns if len(columns) > 1 else (), amounts, _main_amount(reads, amounts), serial)


def _counts_rows(body: Sequence[RowParts]) -> bool:
    """Whether the first column only counts the rows: 1, 2, 3 to the end, beside other codes or alone."""
    firsts = [read.codes[0] for read in body if read.codes]
    if len(firsts) < 9 or len(firsts) < 0.9 * len(body):
        return False
    numbers = [int(_SPACE.sub("", cell.text).rstrip(".")) for cell in firsts]
    return len({cell.column for cell in firsts}) == 1 and numbers == list(range(1, len(numbers) + 1))


def _main_amount(reads: Sequence[RowParts], columns: tuple[int, ...]) -> int:
    """Which column of several holds the budget: the amended one where stages are printed, else the first."""
    if len(columns) < 2:
        return 0
    labels = [" ".join(_above(reads, column)) for column in columns]
    budgets = [index for index, label in enumerate(labels) if not heads_other(label)] or [0]
    if not any(map(year_in, labels)):
        for index in budgets:
            if heads_amended(labels[index]):
                return index
    rows = [read.amounts for read in reads if len(read.amounts) == len(columns) == 3]
    if rows:
        numbers = [tuple(map(_number, row)) for row in rows]
        added = sum(1 for first, second, third in numbers if first + second == third)
        if added >= 0.9 * len(rows) and any(second for _, second, _ in numbers):
            return 2
    return budgets[0]


def _number(cell: Cell) -> Decimal:
    """A cell's amount for comparing with those beside it; a dash adds nothing."""
    printed = read_amount(cell.text)
    return printed.number if printed else Decimal(0)


def _above(reads: Sequence[RowParts], column: int) -> Iterator[str]:
    """The labels that stand over a column in the table's header."""
    for read in reads:
        if read.kind is RowKind.HEADER:
            for cell in read.row.cells:
                if cell.column <= column < cell.column + cell.span:
                    yield cell.text


def _header(block: Sequence[RowParts], layout: _Layout, grid: Grid, number: int) -> Row:
    rows = [read.row for read in block if read.kind is RowKind.HEADER] or [block[0].row]
    labels = tuple(cell.text for row in rows for cell in row.cells)
    years: tuple[int | None, ...] = ()
    if len(layout.amounts) > 1:
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


def _body(read: RowParts, layout: _Layout, labels: LevelLabels, grid: Grid, number: int) -> Row:
    codes = read.codes[layout.serial :]
    name = " ".join(cell.text for cell in read.names)
    amount = _lines(read.amounts[0]) if read.amounts else ""
    amounts: tuple[str, ...] = ()
    doubt = Doubt.UNSURE if read.row.unsure else None
    if len(layout.amounts) > 1:
        by_column = {cell.column: _lines(cell) for cell in read.amounts}
        if set(by_column) <= set(layout.amounts):
            amounts = tuple(by_column.get(column, "") for column in layout.amounts)
            amount = amounts[layout.main]
        else:
            doubt = Doubt.UNSURE
    elif len(read.amounts) > 1:
        # One column of amounts only: a number before it ends the name.
        name = " ".join([name, *(cell.text for cell in read.amounts[:-1])])
        amount = _lines(read.amounts[-1])
        doubt = Doubt.UNSURE if _REST.fullmatch(amount) else doubt
    code = _SPACE.sub("", codes[-1].text).rstrip(".") if codes else ""
    column = level = None
    if codes and layout.codes and codes[-1].column in layout.codes:
        column = layout.codes.index(codes[-1].column)
        code = labels.with_zeros(read.row.number, code)
        level = labels.hint(codes[-1].column, code)
    at = SourcePlace(grid.unit, read.row.number, grid.within)
    return Row(
        (code, name, amount), at, _printed(read.row),
        doubt=doubt, level=level, table=number, column=column, amounts=amounts,
    )  # fmt: skip


def _lines(cell: Cell) -> str:
    """An amount with its paragraphs on lines of their own: two may be two amounts."""
    return "\n".join(cell.parts)


def _paragraphs(row: GridRow, grid: Grid) -> Iterator[Paragraph]:
    at = SourcePlace(grid.unit, row.number, grid.within)
    for cell in row.cells:
        for text in cell.parts:
            yield Paragraph(text, at)


def _printed(row: GridRow) -> str:
    return " | ".join(cell.text for cell in row.cells)
