"""Amounts whose last three digits stand in a cell of their own, as recognized pictures have them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from parser.readers.grid import Cell
from parser.readers.row_parts import RowKind, RowParts
from parser.text.amounts import is_nil

_THOUSANDS = re.compile(r"[-–−]?\d{1,3}(?: \d{3})*")
_REST = re.compile(r"\d{3}(?:,\d+)?")
_SMALL = re.compile(r"[-–−]?\d{1,3}(?:,\d+)?")
_FEW = 3  # rows that show nothing


def with_joined_amounts(reads: Sequence[RowParts]) -> list[RowParts]:
    """A table's rows with the two cells of each amount as one, where every row has its amounts so.

    A number does not begin with zeros: where some second cell does, it is the rest of the first.

    Args:
        reads: the rows of one table.
    """
    columns = _columns(reads)
    if columns is None:
        return list(reads)
    return [_joined(read) if _is_split(read) else read for read in reads]


def _columns(reads: Iterable[RowParts]) -> tuple[int, int] | None:
    """The two columns that amounts stand in; None where they are not split."""
    body = [read for read in reads if read.kind is RowKind.BODY and read.amounts]
    split = [read for read in body if _is_split(read)]
    columns = {(read.amounts[0].column, read.amounts[1].column) for read in split}
    if len(columns) != 1 or len(split) < _FEW:
        return None
    [(first, second)] = columns
    others = [read for read in body if not _is_split(read)]
    fits = all(len(read.amounts) == 1 and _fits(read.amounts[0], second) for read in others)
    proved = any(read.amounts[1].text.startswith("0") for read in split)
    return (first, second) if fits and proved else None


def _is_split(read: RowParts) -> bool:
    return (
        len(read.amounts) == 2
        and _THOUSANDS.fullmatch(read.amounts[0].text) is not None
        and _REST.fullmatch(read.amounts[1].text) is not None
    )


def _fits(cell: Cell, second: int) -> bool:
    """Whether an amount needs no second cell."""
    return is_nil(cell.text) or (cell.column == second and _SMALL.fullmatch(cell.text) is not None)


def _joined(read: RowParts) -> RowParts:
    first, second = read.amounts
    whole = Cell((f"{first.text} {second.text}",), second.column, second.span)
    return replace(read, amounts=(whole,))
