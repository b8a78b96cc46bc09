"""Grids → rows of code, name and amount: which cell of a table is what.

A row by itself says: codes at the left, amounts at the right, the name between. The table as a whole says
which columns hold codes (from the highest level to the lowest), which years stand above the amounts, and what
is a title or a footnote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from parser.budget_code import path_of_row
from parser.document import Paragraph, Row
from parser.kinds import Doubt
from parser.readers.code_columns import with_codes_first
from parser.readers.grid import Cell, Grid, GridRow
from parser.readers.labels import heads_amended, heads_other, is_known_label, is_stamp, year_in
from parser.readers.level_labels import LevelLabels
from parser.readers.page_ends import mended
from parser.readers.row_parts import RowKind, RowParts, RowReader
from parser.readers.split_amounts import with_joined_amounts
from parser.readers.table_layout import TableLayout, labels_above, layout_of
from parser.readers.two_languages import find_two_languages
from parser.records import SourcePlace
from parser.text.amounts import ends_in_number, is_amount
from parser.text.folding import skeleton
from parser.text.joining import close_up
from parser.text.units import unit_of_line, units_in_labels
from parser.text.wordings import Says, begins_note, saying

_DIGIT = re.compile(r"\d")
_SPACE = re.compile(r"\s+")
_CODE_FIRST = re.compile(r"\d{1,3}[.\s]+[^\W\d]")
_REST = re.compile(r"\d{3}(?:\s\d{3})*")  # of an amount whose first digits may stand in the cell before
# A budget's title inside its table.
_TITLE = re.compile(
    r"""
    (?: бюджет | 20\d\d \s* жыл | на \s+ 20\d\d \s+ год ) .*  # Бюджет города Тараз …; 2013 жылға …
    (?: на \s+ 20\d\d | 20\d\d \s* (?: - \s* 20\d\d \s* )? жыл | бюджет )  # … на 2013 год; … бюджеті
    """,
    re.IGNORECASE | re.VERBOSE,
)


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
    rows = mended(grid.rows)
    parts = [take_apart(row) for row in rows]
    moved = with_codes_first(rows, [read.row for read in parts if read.kind is RowKind.HEADER])
    reads = with_joined_amounts(parts if moved is rows else [take_apart(row) for row in moved])
    body = [read for read in reads if read.kind is RowKind.BODY]
    headers = any(read.kind is RowKind.HEADER for read in reads)
    if not body or not (headers or any(read.amounts or read.codes for read in body)):
        for read in reads:
            yield from _paragraphs(read.row, grid)
        return
    layout, spoken = layout_of(reads, body), find_two_languages(body)
    reads = [part for read in reads for part in _parted(read, layout, take_apart)]
    body = [read for read in reads if read.kind is RowKind.BODY]
    first, last = reads.index(body[0]), len(reads) - 1 - reads[::-1].index(body[-1])
    reads = [
        _settled(read, layout, begun=index > first, inside=first < index < last)
        for index, read in enumerate(reads)
    ]
    header: list[RowParts] = []
    labels = LevelLabels.over(header, reads, serial=layout.serial)
    for index, read in enumerate(reads):
        if read.kind in (RowKind.HEADER, RowKind.NUMBERING):
            header.append(read)
            continue
        if header:
            yield _header(header, layout, grid, number)
            header, labels = [], LevelLabels.over(header, reads[index:], serial=layout.serial)
        if read.kind is RowKind.BODY:
            row = _body(read, layout, labels, grid, number)
            if _shares_amount(read, islice(reads, index + 1, None)):
                row = replace(row, doubt=Doubt.UNSURE)
            yield replace(row, spoken=spoken.names(read)) if spoken is not None else row
        elif _goes_on(read, layout, is_first=index == 0):
            yield replace(_remark(read.row, grid, number), doubt=Doubt.UNSURE)
        elif index < first or index > last or _is_text(read.row.cells[0].text):
            yield from _paragraphs(read.row, grid)
        else:  # a remark between rows ("in that number", the unit) neither ends the table nor fits a row
            doubt = Doubt.UNSURE if _holds_row(read.row) else None
            yield replace(_remark(read.row, grid, number), doubt=doubt)
    if header:
        yield _header(header, layout, grid, number)


def _goes_on(read: RowParts, layout: TableLayout, *, is_first: bool) -> bool:
    """Whether a row holds nothing but the rest of the name before it: it begins in the middle of a sentence.

    Args:
        read: the row, which is none of a budget's.
        layout: of its table.
        is_first: whether it begins the table, which then may go on from the one before.
    """
    if len(read.row.cells) != 1 or read.row.cells[0].column != layout.names:
        return False
    text = read.row.cells[0].text
    if _is_text(text) or saying(Says.INCLUDING).match(text) or unit_of_line(text) is not None:
        return False
    return text[0].islower() or (text[0] == "(" and (is_first or text[1:2].islower()))


def _holds_row(row: GridRow) -> bool:
    """Whether a whole row of a budget stands in one cell: `05 Здравоохранение 0`."""
    text = row.cells[0].text
    return len(row.cells) == 1 and _CODE_FIRST.match(text) is not None and ends_in_number(text)


def _is_text(text: str) -> bool:
    """Whether a row inside a table belongs to the text: a stamp, a footnote, a budget's title."""
    return is_stamp(text) or begins_note(text) or _TITLE.search(text) is not None


def _parted(read: RowParts, layout: TableLayout, take_apart: Callable[[GridRow], RowParts]) -> list[RowParts]:
    """A row, or the two that stand in it where the end of the first is lost: each has the table's width.

    Nothing says where the first ended but its columns: both are unsure.
    """
    cells, width = read.row.cells, layout.amounts[0] + 1 if len(layout.amounts) == 1 else 0
    if read.kind is not RowKind.BODY or not width or cells[-1].column != 2 * width - 1:
        return [read]
    split = next((index for index, cell in enumerate(cells) if cell.column >= width), 0)
    if cells[split - 1].column != width - 1 or not is_amount(cells[split - 1].text):
        return [read]
    moved = tuple(replace(cell, column=cell.column - width) for cell in cells[split:])
    halves = [take_apart(replace(read.row, cells=half, unsure=True)) for half in (cells[:split], moved)]
    return halves if all(half.kind is RowKind.BODY and half.amounts for half in halves) else [read]


def _settled(read: RowParts, layout: TableLayout, *, begun: bool, inside: bool) -> RowParts:
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


def _header(block: Sequence[RowParts], layout: TableLayout, grid: Grid, number: int) -> Row:
    rows = [read.row for read in block if read.kind is RowKind.HEADER] or [block[0].row]
    over = [" ".join(labels_above(block, column)) for column in layout.amounts]
    years = _years(over)
    others = () if any(years) else _columns_of_other_unit(over, layout)
    labels = tuple(cell.text for row in rows for cell in row.cells if cell.column not in others)
    at = SourcePlace(grid.unit, rows[0].number, grid.within)
    return Row(
        labels, at, "\n".join(map(_printed, rows)), header=True, table=number,
        years=years if any(years) or len(over) > 1 else (),
        amount_label=over[layout.main] if over and not any(years) else None,
        no_budget_label=_find_no_budget_label(over, years, layout.main),
    )  # fmt: skip


def _unit_over(label: str) -> int | None:
    """Tenge in one printed unit as a label over amounts says it."""
    named = units_in_labels([label])
    return min(named - {1} or named, default=None)


def _columns_of_other_unit(over: Sequence[str], layout: TableLayout) -> frozenset[int]:
    """The columns of amounts that count otherwise than the one that is read: the same sums in tenge, say."""
    main = _unit_over(over[layout.main]) if over else None
    units = zip(layout.amounts, map(_unit_over, over), strict=True)
    return frozenset(column for column, unit in units if None not in {unit, main} and unit != main)


def _years(over: Sequence[str]) -> tuple[int | None, ...]:
    """The years that head columns of amounts; of several of one year the amended budget has it."""
    years = [None if heads_other(label) else year_in(label) for label in over]
    for year in {year for year in years if years.count(year) > 1}:
        amended = {index for index, label in enumerate(over) if years[index] == year and heads_amended(label)}
        years = [
            None if each == year and amended and index not in amended else each
            for index, each in enumerate(years)
        ]
    return tuple(years)


def _find_no_budget_label(over: Sequence[str], years: Sequence[int | None], main: int) -> str | None:
    """The label over the amounts that are taken, where it heads no budget, or of several is not known.

    Of columns of years each is one of its year, and must be the only one; all count in one unit.
    """
    if any(years):
        of_years = [label for label, year in zip(over, years, strict=True) if year]
        if len(set(filter(None, map(_unit_over, of_years)))) > 1:
            return of_years[0]
        return next((over[at] for at, year in enumerate(years) if year and years.count(year) > 1), None)
    if not over or (len(over) == 1 and not over[0]):
        return None
    alike = sum(skeleton(label) == skeleton(over[main]) for label in over)
    is_known = len(over) == 1 or main > 0 or (alike == 1 and is_known_label(over[main]))
    return over[main] if heads_other(over[main]) or not is_known else None


def _remark(row: GridRow, grid: Grid, number: int) -> Row:
    texts = tuple(cell.text for cell in row.cells)
    return Row(
        texts, SourcePlace(grid.unit, row.number, grid.within), _printed(row), header=True, table=number
    )


def _body(read: RowParts, layout: TableLayout, labels: LevelLabels, grid: Grid, number: int) -> Row:
    codes = read.codes[layout.serial :]
    name = close_up(" ".join(dict.fromkeys(cell.text for cell in read.names)))  # one printed twice is one
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
        # One column of amounts only: a number before it ends the name, one behind it is beside the table.
        own = next((at for at, cell in enumerate(read.amounts) if cell.column in layout.amounts), -1)
        name = " ".join([name, *(cell.text for cell in read.amounts[:own])])
        amount = _lines(read.amounts[own])
        doubt = Doubt.UNSURE if _REST.fullmatch(amount) or read.amounts[own] != read.amounts[-1] else doubt
    code = _SPACE.sub("", codes[-1].text).rstrip(".") if codes else ""
    column = level = None
    if codes and layout.codes and codes[-1].column in layout.codes:
        column = layout.codes.index(codes[-1].column)
        code = labels.with_zeros(read.row.number, code)
        level = codes[-1].level or labels.hint(codes[-1].column, code)
    at = SourcePlace(grid.unit, read.row.number, grid.within)
    return Row(
        (code, name, amount), at, _printed(read.row),
        doubt=doubt, level=level, table=number, column=column, amounts=amounts,
    )  # fmt: skip


def _shares_amount(read: RowParts, below: Iterable[RowParts]) -> bool:
    """Whether one cell holds the amount of a row and of one below it, which has none of its own."""
    height = max((cell.height for cell in read.amounts), default=1)
    last = read.row.number + height
    beside = takewhile(lambda other: other.row.number < last, below) if height > 1 else ()
    return any(other.kind is RowKind.BODY and other.codes and not other.amounts for other in beside)


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
