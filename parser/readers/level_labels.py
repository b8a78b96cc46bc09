"""The labels over a table's columns of codes: what their codes are, and which have lost their zeros."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple, TypeAlias

from parser.budget_code import LEVELS, pad
from parser.dataclass import dataclass
from parser.readers.grid import Cell
from parser.readers.labels import label_level
from parser.readers.row_parts import RowKind, RowParts
from parser.records import Level

(_DIGITS,) = LEVELS[Level.ADMINISTRATOR].printed
_SEVERAL = 2  # rows of administrators, that are no chance
_Codes: TypeAlias = tuple[int, Sequence[Cell]]  # the number of a row, and its cells of codes


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
    def over(cls, header: Sequence[RowParts], reads: Sequence[RowParts], *, serial: bool) -> LevelLabels:
        """The labels of a header.

        Args:
            header: its rows.
            reads: the rows below it, to the end of the table.
            serial: whether the first code of every row only counts the rows.
        """
        labels = tuple(_find_labels(header))
        below = takewhile(lambda read: read.kind not in (RowKind.HEADER, RowKind.NUMBERING), reads)
        coded = [(read.row.number, read.codes[serial:]) for read in below]
        return cls(labels, _find_zeroless(labels, coded))

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


def _find_zeroless(labels: Sequence[_Label], rows: Sequence[_Codes]) -> frozenset[int]:
    """The rows whose program has lost its zeros, by their numbers.

    `1` for `001`, as a spreadsheet's number prints it. The column of programs is known by its label, or it is
    the one right of the administrators', whose codes have three digits. A program counts only below an
    administrator with all its digits: receipts that follow without labels have other codes in that column.
    """
    single = {label.level: label.column for label in labels if label.end == label.column + 1}
    columns = [single[level] for level in (Level.PROGRAM, Level.SUBPROGRAM) if level in single]
    at = single.get(Level.ADMINISTRATOR)
    if at is None or not columns:
        at, columns = _columns_told_by_digits(rows)
    found: dict[int, dict[int, str]] = {column: {} for column in columns}
    inside = False
    for number, codes in rows:
        for cell in codes:
            if cell.column <= at:
                inside = cell.column == at and len(cell.text) in LEVELS[Level.ADMINISTRATOR].printed
            elif inside and cell.column in found:
                found[cell.column][number] = cell.text
    return frozenset(row for codes in found.values() if _has_lost_zeros(codes.values()) for row in codes)


def _columns_told_by_digits(rows: Sequence[_Codes]) -> tuple[int, list[int]]:
    """The column of administrators, and that of their programs right of it, where their codes alone tell.

    Only administrators have three digits of which the first is no zero, and no level stands between them and
    their programs.
    """
    columns = sorted({cell.column for _, codes in rows for cell in codes})
    for at, programs in pairwise(columns):
        whole = sum(
            cell.column == at and len(cell.text) == _DIGITS and not cell.text.startswith("0")
            for _, codes in rows for cell in codes
        )  # fmt: skip
        if whole >= _SEVERAL:
            return at, [programs]
    return -1, []


def _has_lost_zeros(codes: Collection[str]) -> bool:
    """Whether codes of programs are printed as numbers: some shorter, none whole with a zero first."""
    digits = LEVELS[Level.PROGRAM].digits
    whole = any(len(code) == digits and code.startswith("0") for code in codes)
    return not whole and min(map(len, codes), default=digits) < digits
