"""Rows of a table without rules: codes at the left, the name between, amounts at the right.

Amounts end at one right edge; codes stand left of the names; which row the lines of a wrapped
name belong to is told by `parser.readers.wrapping`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from statistics import median_low

from parser.budget_code import path_of_row, section_by_number
from parser.dataclass import dataclass
from parser.readers.grid import Cell, GridRow
from parser.readers.labels import is_name_label
from parser.readers.lines import (
    CODE,
    LETTER,
    TextLine,
    Word,
    find_headings,
    join_wrapped,
    said,
    segments,
)
from parser.readers.pieces import (
    Amount,
    Columns,
    LinePiece,
    amount_parted,
    goes_on_from,
    join_broken_amounts,
    parted,
    split_line,
)
from parser.readers.wrapping import Printed, Setting, pitch_of, wrap

_NAME = 1_000_000  # the names' column: codes stand left of it where they are printed, amounts right of it
_PAGE = 5_000  # right of every page: the columns of codes of the next table begin there
_ROWS = 2  # that make a table below another one
_FAR = 5.0  # how far its names stand from those above, measured by the height of the line
_PITCH = 1.5  # how far apart lines stand, measured by the height of their letters
_EDGE = float(_PAGE)


@dataclass(slots=True)
class UnruledTable:
    """Reads a table without rules, page by page."""

    _label: float | None = None  # where the last label over names begins
    _habit: Setting | None = None  # how its rows are set as far as they were read
    _begun: bool = False
    _last: tuple[Amount, ...] = ()  # the amounts of the last row
    _ends: list[float] = field(default_factory=list)  # where its columns of amounts end
    _begins: list[float] = field(default_factory=list)  # where its columns of codes begin
    _heads: tuple[str, ...] = ()  # its labels
    _before: int = 0  # how many tables with other columns of codes stand above

    def read(
        self, lines: Sequence[TextLine], numbers: Iterator[int], *, opens: bool = False
    ) -> Iterator[GridRow]:
        """The rows of a page.

        Args:
            lines: from the top.
            numbers: gives each line its number in the source.
            opens: whether the first lines may end a row of the page before.
        """
        opens = opens and self._begun
        self._begun = True
        numbered = zip(lines, numbers, find_headings(lines), strict=False)
        for heads, group in itertools.groupby(numbered, key=lambda line: line[2]):
            run = [(line, number) for line, number, _ in group]
            if heads:
                yield from self._header(run)
                continue
            yield from self._rows(run, opens=opens)
            opens = False

    def _header(self, run: Sequence[tuple[TextLine, int]]) -> Iterator[GridRow]:
        """The labels of a header's lines; those right of the names' stand over columns of amounts."""
        names = [segment for line, _ in run for segment in segments(line) if is_name_label(said(segment))]
        self._label = names[-1][0].left if names else None
        heads = tuple([said(segment) for line, _ in run for segment in segments(line)])
        if self._heads and heads != self._heads:
            self._begin_columns()
        self._heads = heads
        for line, number in run:
            labels = segments(line)
            first = 1  # a staircase prints the label of its amounts on the line of the first code's
            if names:
                first = sum(1 for label in labels if label[0].left < names[-1][-1].right)
            yield GridRow((*map(self._cell, labels[:first]), *_over_amounts(labels[first:])), number)

    def _rows(self, run: Sequence[tuple[TextLine, int]], *, opens: bool) -> Iterator[GridRow]:
        """The rows under one header, which may have other columns than those under the next.

        Names begin where most of them do, or further left, where the label over them begins.
        """
        edge = _name_edge([line for line, _ in run])
        name_left = edge if self._label is None else min(edge, self._label)
        other = _other_table([line for line, _ in run], name_left)
        if other < len(run):
            yield from self._rows(run[:other], opens=opens)
            self._label = None
            self._begin_columns()
            yield from self._rows(run[other:], opens=False)
            return
        run = [(parted(line, name_left), number) for line, number in run]
        columns = Columns.of([line for line, _ in run], name_left)
        pieces = [
            split_line(amount_parted(line, columns), name_left, number, columns) for line, number in run
        ]
        height = median_low([line.bottom - line.top for line, _ in run])
        most = _PITCH * max(height, 1.0)
        usual = min(pitch_of([piece.y for piece in pieces if piece.name], most), most)
        if opens and pieces and goes_on_from(self._last, pieces[0]):
            yield self._rest_of(pieces[0])
            pieces[0] = replace(pieces[0], amounts=())
        pieces = join_broken_amounts(pieces, usual)
        printed = [
            Printed(index, piece.y, said(piece.name), bool(piece.codes), bool(piece.amounts))
            for index, piece in enumerate(pieces)
        ]
        wrapped = wrap(printed, opens=opens, habit=self._habit)
        self._habit = wrapped.setting or self._habit
        parts = [[pieces[index] for index in row.lines] for row in wrapped.rows]
        strange = [_is_strange(part) for part in parts]
        shares = wrapped.rows and wrapped.rows[0].unsure and not _makes_row(pieces[0])
        if opens and (shares or strange[:1] == [True]):
            # Its first words, or its amount, may as well end the last row of the page before.
            yield GridRow((), pieces[0].number, unsure=True)
        if wrapped.before:
            yield self._row([pieces[index] for index in wrapped.before], continues=True)
        for row, part, near in zip(wrapped.rows, parts, _with_neighbours(strange), strict=True):
            yield self._row(part, unsure=row.unsure or near)

    def _rest_of(self, piece: LinePiece) -> GridRow:
        """The rest of the amounts that the end of the page before has cut, each in its column."""
        cells = [
            Cell((said(rest),), _amount_column(self._end_of(amount[-1])))
            for amount, rest in zip(self._last, piece.amounts, strict=False)
        ]
        return GridRow(tuple(cells), piece.number, continues=True, cut=True)

    def _row(self, pieces: Sequence[LinePiece], *, continues: bool = False, unsure: bool = False) -> GridRow:
        cells = [self._cell((code,), self._begin_of(code)) for piece in pieces for code in piece.codes]
        names = [piece.name for piece in pieces if piece.name]
        if names:
            cells.append(Cell((join_wrapped([said(name) for name in names]),), _NAME))
        anchor = next((piece for piece in pieces if piece.codes or piece.amounts), pieces[0])
        amounts = [amount for piece in pieces for amount in piece.amounts]
        self._last = tuple(amounts)
        cells += [Cell((said(amount),), _amount_column(self._end_of(amount[-1]))) for amount in amounts]
        return GridRow(tuple(cells), anchor.number, continues=continues, unsure=unsure)

    def _begin_columns(self) -> None:
        """Begins a table whose codes have columns of their own: none is one of the table above."""
        self._before += 1
        self._begins = []

    def _begin_of(self, code: Word) -> float:
        """Where the column of a code begins: as its first code did, for a 1 stands further right than a 0."""
        near = (code.bottom - code.top) / 2
        known = next((begin for begin in self._begins if abs(begin - code.left) <= near), None)
        if known is None:
            known = code.left
            self._begins.append(known)
        return known

    def _cell(self, words: Sequence[Word], begin: float | None = None) -> Cell:
        """A label or a code in the columns of its table."""
        left, right = round(words[0].left if begin is None else begin), round(words[-1].right)
        return Cell((said(words),), self._before * _PAGE + left, max(right - left, 1))

    def _end_of(self, word: Word) -> float:
        """Where the column of an amount ends: as its first amount did, whatever the last digit's width."""
        near = max((word.bottom - word.top) / 2, 1.0)
        known = next((end for end in self._ends if abs(end - word.right) <= near), None)
        if known is None:
            known = word.right
            self._ends.append(known)
        return known


def _other_table(lines: Sequence[TextLine], name_left: float) -> int:
    """Where a table without a header begins below another one: its names stand where that one has codes.

    Returns:
        The index of its first line; the number of lines where there is none.
    """
    first = len(lines)
    while first and _is_left_of(lines[first - 1], name_left):
        first -= 1
    return first if first and len(lines) - first >= _ROWS else len(lines)


def _is_left_of(line: TextLine, name_left: float) -> bool:
    """Whether a line has a code and a name that begins far left of where names begin."""
    name = next((word for word in line.words if LETTER.search(word.text)), None)
    if name is None or not CODE.fullmatch(line.words[0].text):
        return False
    return name.left < name_left - _FAR * max(line.bottom - line.top, 1.0)


def _is_strange(pieces: Sequence[LinePiece]) -> bool:
    """Whether a row has an amount, and no code nor a section's name: lines of others may have made it."""
    names = [piece for piece in pieces if piece.name]
    has_amount, has_code = any(piece.amounts for piece in pieces), any(piece.codes for piece in pieces)
    text = join_wrapped([said(piece.name) for piece in names])
    return has_amount and not has_code and path_of_row(text) is None and section_by_number(text) is None


def _with_neighbours(marks: Sequence[bool]) -> list[bool]:
    """The marks, and those beside each: what a row has too much, another one lacks."""
    return [any(marks[max(index - 1, 0) : index + 2]) for index in range(len(marks))]


def _makes_row(piece: LinePiece) -> bool:
    return bool(piece.codes or piece.amounts)


def _name_edge(lines: Sequence[TextLine]) -> float:
    """Where names begin: the left edge that most first words with letters have."""
    lefts: dict[int, int] = {}
    for line in lines:
        first = next((word for word in line.words if LETTER.search(word.text)), None)
        if first is not None and not first.text[:1].isdigit():
            lefts[round(first.left)] = lefts.get(round(first.left), 0) + 1
    return float(max(lefts, key=lambda left: lefts[left])) if lefts else 0.0


def _over_amounts(labels: Sequence[tuple[Word, ...]]) -> Iterator[Cell]:
    """Labels over amounts, each from halfway to the label before it to halfway to the next."""
    if not labels:
        return
    ends = [(label[-1].right + following[0].left) / 2 for label, following in itertools.pairwise(labels)]
    begin = 0.0
    for label, end in zip(labels, [*ends, _EDGE], strict=True):
        column = _amount_column(begin)
        yield Cell((said(label),), column, max(_amount_column(end) - column, 1))
        begin = end


def _amount_column(right: float) -> int:
    """The number of a column of amounts, by the right edge of an amount: amounts are aligned there."""
    return _NAME + 1 + round(right / 8)
