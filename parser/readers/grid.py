"""Tables as grids: what HTML, Word, PDF and plain-text tables are turned into first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.limits import MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from parser.records import Level, PlaceUnit, SourcePlace
from parser.text.letters import drop_invisible

MAX_ROWSPAN = 65_534  # what HTML allows


def clean_text(text: str) -> str:
    """A cell's or a paragraph's text with single spaces and without invisible characters."""
    return " ".join(drop_invisible(text).split())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with text. A cell that spans several rows stands in the first of them only."""

    parts: tuple[str, ...]  # its paragraphs
    column: int  # the grid column it begins in, from 0
    span: int = 1  # how many columns it covers
    height: int = 1  # and how many rows
    level: Level | None = None  # of a code that is one of a printed path

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return self.parts[0] if len(self.parts) == 1 else " ".join(self.parts)


@dataclass(frozen=True, slots=True)
class GridRow:
    """The cells of a row that hold text, from left to right.

    Attributes:
        continues: whether the row may be the rest of the one before, cut by a page's end.
        cut: whether it surely is.
        unsure: whether its name may have lost a line to a row beside it, or taken one from there.
    """

    cells: tuple[Cell, ...]
    number: int  # in its table, from 1
    continues: bool = False
    unsure: bool = False
    cut: bool = False


@dataclass(slots=True)
class Grid:
    """A table under construction: rows with rowspan and colspan resolved to columns.

    Every method raises ParseError `limit` when the table grows past what a document may hold.
    """

    file: str
    within: SourcePlace | None  # the table that its rows are counted in
    unit: PlaceUnit = PlaceUnit.ROW  # what rows are counted in: "line" where they are lines of a text
    rows: list[GridRow] = field(default_factory=list)
    _number: int = 0
    _cells: int = 0
    _covered: dict[int, int] = field(default_factory=dict)  # column → rows it stays covered
    _last: dict[int, tuple[int, int]] = field(default_factory=dict)  # column → row and place of its last cell

    def add(self, cells: Iterable[tuple[tuple[str, ...], int, int]], *, continues: bool = False) -> None:
        """Adds a row of (paragraphs, colspan, rowspan); a rowspan of 0 has what the cell above covers."""
        self._number += 1
        if self._number > MAX_ROWS:
            raise self._limit(Counted.ROWS, MAX_ROWS)
        placed: list[Cell] = []
        begun: list[tuple[int, int, int]] = []
        column = 0
        covered = self._covered
        for parts, span, height in cells:
            while covered and covered.get(column, 0):
                column += 1
            self._cells += 1
            self._check_cell(sum(map(len, parts)), column + span, height)
            if shown := tuple(filter(None, parts)):
                placed.append(Cell(shown, column, span, max(height, 1)))
            elif height:
                self._last.pop(column, None)
            else:
                self._cover(column)
            if height > 1:
                begun.append((column, span, height))
            column += span
        if covered:
            self._covered = {c: left - 1 for c, left in covered.items() if left > 1}
        for start, span, height in begun:
            self._covered.update(dict.fromkeys(range(start, start + span), height - 1))
        if placed:
            self._last.update({cell.column: (len(self.rows), at) for at, cell in enumerate(placed)})
            self.rows.append(GridRow(tuple(placed), self._number, continues))

    def _cover(self, column: int) -> None:
        """Lets the last cell of a column cover the row at hand."""
        if (last := self._last.get(column)) is None:
            return
        row = self.rows[last[0]]
        cells = list(row.cells)
        cells[last[1]] = replace(cells[last[1]], height=self._number - row.number + 1)
        self.rows[last[0]] = replace(row, cells=tuple(cells))

    def extend(self, rows: Iterable[GridRow]) -> None:
        """Adds rows whose cells have their columns already, numbered on where they are counted as rows.

        A row without cells counts, and is not kept; where it is unsure, it says so of the row before.
        """
        for row in rows:
            if row.unsure and not row.cells:
                self.rows[-1:] = [replace(last, unsure=True) for last in self.rows[-1:]]
                continue
            self._number += 1
            if self._number > MAX_ROWS:
                raise self._limit(Counted.ROWS, MAX_ROWS)
            if any(len(cell.text) > MAX_CELL_TEXT for cell in row.cells):
                raise self._limit(Counted.CELL_LETTERS, MAX_CELL_TEXT)
            number = self._number if self.unit is PlaceUnit.ROW else row.number
            if row.cells:
                self.rows.append(replace(row, number=number))

    def _check_cell(self, letters: int, end: int, height: int) -> None:
        if end > MAX_COLUMNS:
            raise self._limit(Counted.COLUMNS, MAX_COLUMNS)
        if height > MAX_ROWSPAN:
            raise self._limit(Counted.ROWS, MAX_ROWS)
        if self._cells > MAX_CELLS:
            raise self._limit(Counted.CELLS, MAX_CELLS)
        if letters > MAX_CELL_TEXT:
            raise self._limit(Counted.CELL_LETTERS, MAX_CELL_TEXT)

    def _limit(self, counted: Counted, most: int) -> ParseError:
        return ParseError.limit(
            self.file, counted, most, SourcePlace(PlaceUnit.ROW, self._number, self.within)
        )
