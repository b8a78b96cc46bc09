"""The labels over a table's columns of codes: what their codes are, and which have lost their zeros."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from parser.budget_code import LEVELS, pad
from parser.readers.labels import label_level
from parser.readers.row_parts import RowKind, RowParts
from parser.records import Level


class _Label(NamedTuple):
    """A label over columns of codes."""

    column: int  # the first of them
    level: Level  # of the codes
    end: int  # the column behind the last


@dataclass(frozen=True, slots=True)
class LevelLabels:
    """The labels of one header.

    Attributes:
        labels: those that name a level.
        zeroless: the numbers of rows whose program has lost its zeros: `1` for `001`, as a spreadsheet's
            numbers do.
    """

    labels: Sequence[_Label] = ()
    zeroless: frozenset[int] = frozenset()

    @classmethod
    def over(cls, header: Sequence[RowParts], reads: Sequence[RowParts]) -> LevelLabels:
        """The labels of a header.

        Args:
            header: its rows.
            reads: the rows below it, to the end of the table.
        """
        labels = tuple(_find_labels(header))
        below = takewhile(lambda read: read.kind not in (RowKind.HEADER, RowKind.NUMBERING), reads)
        return cls(labels, _find_zeroless(labels, below))

    def hint(self, column: int, code: str) -> Level | None:
        """The level whose label stands over a column, where the code's width agrees."""
        over = [label for label in self.labels if label.column <= column < label.end]
        if not over:
            return None
        level = max(over).level  # in a staircase the innermost label begins furthest to the right
        return level if len(code) in LEVELS[level].printed else None

    def with_zeros(self, row: int, code: str) -> str:
        """The last code of a row with the zeros that it has lost."""
        return pad(Level.PROGRAM, code) if row in self.zeroless and code.isdecimal() else code


def _find_labels(header: Sequence[RowParts]) -> Iterator[_Label]:
    for cell in (cell for read in header for cell in read.row.cells):
        level = label_level(cell.text)
        if level is not None:
            yield _Label(cell.column, level, cell.column + cell.span)


def _find_zeroless(labels: Sequence[_Label], reads: Iterable[RowParts]) -> frozenset[int]:
    """The rows whose program has lost its zeros, by their numbers.

    The labels must stand over their columns for sure: a program counts only below a code of its administrator
    that has all its digits. Receipts that follow without labels have other codes in these columns.
    """
    single = {label.level: label.column for label in labels if label.end == label.column + 1}
    columns = [single[level] for level in (Level.PROGRAM, Level.SUBPROGRAM) if level in single]
    at = single.get(Level.ADMINISTRATOR)
    if at is None or not columns:
        return frozenset()
    found: dict[int, dict[int, str]] = {column: {} for column in columns}
    inside = False
    for read in reads:
        for cell in read.codes:
            if cell.column <= at:
                inside = cell.column == at and len(cell.text) in LEVELS[Level.ADMINISTRATOR].printed
            elif inside and cell.column in found:
                found[cell.column][read.row.number] = cell.text
    return frozenset(row for codes in found.values() if _has_lost_zeros(codes.values()) for row in codes)


def _has_lost_zeros(codes: Collection[str]) -> bool:
    """Whether codes of programs are printed as numbers: some shorter, none whole with a zero first."""
    digits = LEVELS[Level.PROGRAM].digits
    whole = any(len(code) == digits and code.startswith("0") for code in codes)
    return not whole and min(map(len, codes), default=digits) < digits
