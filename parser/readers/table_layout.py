"""What the rows of a table have in common: where its codes, names and amounts stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from parser.dataclass import dataclass
from parser.readers.grid import Cell
from parser.readers.labels import heads_amended, heads_other, year_in
from parser.readers.row_parts import RowKind, RowParts, heads_count, is_section
from parser.text.amounts import read_amount

_SPACE = re.compile(r"\s+")
_SOME = 0.6  # the share of rows that makes a habit of a table


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What a table's rows have in common."""

    codes: tuple[int, ...]  # grid columns of codes, from the left
    amounts: tuple[int, ...]  # grid columns of amounts; several for years or stages, none where none is usual
    main: int  # which of them is the row's amount
    serial: bool  # the first cell of every row only counts the rows
    names: int | None  # the grid column that most names stand in, where codes stand left of it


def layout_of(reads: Sequence[RowParts], body: Sequence[RowParts]) -> TableLayout:
    """What a table's rows have in common.

    Args:
        reads: all rows of the table.
        body: those that are rows of a budget.
    """
    serial = _counts_rows(reads, body)
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
    named = Counter(read.names[0].column for read in body if read.names and len(read.codes) > serial)
    return TableLayout(
        columns if len(columns) > 1 else (), amounts, _main_amount(reads, amounts), serial,
        max(named, key=lambda column: named[column], default=None),
    )  # fmt: skip


def _counts_rows(reads: Sequence[RowParts], body: Sequence[RowParts]) -> bool:
    """Whether the first column only counts the rows: 1, 2, 3 or 43, 44, 45 to the end.

    A few rows may as well have codes, unless the header says that they are counted, or a section's is one of
    them: that has no code.
    """
    firsts = [read.codes[0] for read in body if read.codes]
    told = any(read.codes and read.names and is_section(read.names[0].text) for read in body) or any(
        heads_count(label) for cell in firsts[:1] for label in labels_above(reads, cell.column)
    )
    if len(firsts) < (2 if told else 9) or len(firsts) < 0.9 * len(body):
        return False
    numbers = [int(_SPACE.sub("", cell.text).rstrip(".")) for cell in firsts]
    begin = numbers[0]  # a table goes on counting where the one before it ended
    return len({cell.column for cell in firsts}) == 1 and numbers == list(range(begin, begin + len(numbers)))


def _main_amount(reads: Sequence[RowParts], columns: tuple[int, ...]) -> int:
    """Which column of several holds the budget: the amended one where stages are printed, else the first."""
    if len(columns) < 2:
        return 0
    labels = [" ".join(labels_above(reads, column)) for column in columns]
    others = [heads_other(label) or heads_count(label) for label in labels]
    budgets = [index for index, is_other in enumerate(others) if not is_other] or [0]
    if len({year for label in labels if (year := year_in(label)) is not None}) < 2:
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


def labels_above(reads: Sequence[RowParts], column: int) -> Iterator[str]:
    """The labels that stand over a column in the table's header."""
    for read in reads:
        if read.kind is RowKind.HEADER:
            for cell in read.row.cells:
                if cell.column <= column < cell.column + cell.span:
                    yield cell.text
