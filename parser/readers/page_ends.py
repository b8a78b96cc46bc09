"""Rows that a page's end has cut in two, put together again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from parser.readers.grid import Cell, GridRow
from parser.readers.row_parts import CODE, RowKind, take_apart


def mended(rows: Sequence[GridRow]) -> list[GridRow]:
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
    return take_apart(row).kind in (RowKind.HEADER, RowKind.NUMBERING)


def _joined(row: GridRow, rest: GridRow) -> GridRow | None:
    """A row and what may be its rest, None where the rest is a row of its own."""
    before, after = take_apart(row), take_apart(rest)
    if before.kind is not RowKind.BODY and not (before.kind is RowKind.TEXT and len(row.cells) == 1):
        return None
    if after.kind is not RowKind.TEXT or any(CODE.fullmatch(cell.text) for cell in rest.cells):
        return None
    cells = {cell.column: cell for cell in row.cells}
    for cell in rest.cells:
        own = cells.get(cell.column)
        if own is None and before.amounts:
            return None
        cells[cell.column] = Cell((*own.parts, *cell.parts), own.column, own.span) if own else cell
    return replace(row, cells=tuple(cells[column] for column in sorted(cells)))
