"""Printed pages → paragraphs and table rows: what stands on them is put together, over page ends as well.

Ruled tables are read off the rules; text outside them is put together to paragraphs; tables without
rules are read off the places of the words (`parser.readers.unruled`).
"""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from parser.dataclass import dataclass
from parser.document import Paragraph, Row
from parser.readers.columns import read_grid
from parser.readers.grid import Cell, Grid, GridRow
from parser.readers.layout import find_tables
from parser.readers.lines import TextLine, Word, join_wrapped, lines_of
from parser.readers.page_ends import Headers
from parser.readers.rules import Edges, RuledTable, find_ruled
from parser.readers.unruled import UnruledTable
from parser.records import PlaceUnit, SourcePlace
from parser.text.wordings import begins_note

_SAME_RULE = 3.0  # points: rules of two pages closer than this are one
_LONGEST_NUMBER = 9  # letters of a page's number with the dashes beside it
_ENDS = (".", ";", ":", ",")
_DIGITS = re.compile(r"\d+")
_CLAUSE = re.compile(r"\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page in points: its ruled tables, and its lines outside them from the top."""

    number: int
    lines: tuple[TextLine, ...]
    tables: tuple[RuledTable, ...]
    height: float

    @classmethod
    def of(cls, number: int, words: Sequence[Word], edges: Edges, height: float, file: str) -> PrintedPage:
        """A page by its words and rules.

        Raises:
            ParseError: `limit`.
        """
        tables, rest = find_ruled(edges, words, file, SourcePlace(PlaceUnit.PAGE, number))
        return cls(number, tuple(lines_of(rest)), tuple(tables), height)


def blocks_of_pages(pages: Sequence[PrintedPage], file: str) -> tuple[Paragraph | Row, ...]:
    """What the pages of a document say, in reading order.

    Raises:
        ParseError: `limit`.
    """
    return tuple(_PageBlocks(file).read(pages))


@dataclass(slots=True)
class _OpenTable:
    """A table that may go on: on the next page, or in the next piece of this one."""

    grid: Grid
    columns: tuple[float, ...]  # of its last page's rules; none without rules
    unruled: UnruledTable = field(default_factory=UnruledTable)
    headers: Headers = field(default_factory=Headers)
    is_cut: bool = False  # the page's end has cut its last row
    _rules: list[float] = field(default_factory=list)  # of all pages, each as it was drawn first

    def cells(self, table: RuledTable, row: Sequence[Cell]) -> tuple[Cell, ...]:
        """A row's cells in columns that are the same on all pages, whichever rules a page has."""
        return tuple(
            Cell(cell.parts, begin, self._column_at(table.columns[cell.column + cell.span]) - begin)
            for cell in row
            for begin in [self._column_at(table.columns[cell.column])]
        )

    def _column_at(self, rule: float) -> int:
        """The column that begins at a rule, or at the near one that an earlier page drew."""
        known = next((near for near in self._rules if abs(near - rule) < _SAME_RULE), None)
        if known is None:
            known = rule
            self._rules.append(rule)
        return round(known)


@dataclass(slots=True)
class _PageBlocks:
    """Puts the pages together: paragraphs, and tables that run over pages."""

    file: str
    _tables: int = 0
    _paragraphs: int = 0
    _open: _OpenTable | None = None
    _held: list[TextLine] = field(default_factory=list)

    def read(self, pages: Sequence[PrintedPage]) -> Iterator[Paragraph | Row]:
        body = _body_lines(pages)
        width = max((line.right for page in body for line in page), default=0.0)
        for page, lines in zip(pages, body, strict=True):
            pieces: list[tuple[float, RuledTable | list[TextLine]]] = [(t.top, t) for t in page.tables]
            pieces += [(run[0].top, run) for run in _runs(lines, page.tables)]
            first = True
            for _, piece in sorted(pieces, key=lambda pair: pair[0]):
                if isinstance(piece, RuledTable):
                    yield from self._paragraph_end(width)
                    yield from self._ruled(piece, first=first)
                else:
                    yield from self._text(piece, width)
                first = False
        yield from self._paragraph_end(width)
        yield from self._table_end()

    def _ruled(self, table: RuledTable, *, first: bool) -> Iterator[Paragraph | Row]:
        if self._open is None or not _goes_on(self._open.columns, table.columns, first=first):
            yield from self._table_end()
            self._open = _OpenTable(
                Grid(self.file, SourcePlace(PlaceUnit.TABLE, self._tables + 1)), table.columns
            )
        self._open.columns = table.columns
        begun = not first  # whether a page's first row of the body is past
        is_header = False
        for row in table.rows:
            made = GridRow(self._open.cells(table, row), 0)
            is_header = self._open.headers.has(made)
            if not begun and made.cells and not is_header:
                made = replace(made, continues=True, cut=self._open.is_cut)
                begun = True
            self._open.grid.extend([made])
        self._open.is_cut = table.ends_open and bool(table.rows) and not is_header

    def _table_end(self) -> Iterator[Paragraph | Row]:
        if self._open is not None:
            grid, is_cut, self._open = self._open.grid, self._open.is_cut, None
            if grid.rows and is_cut:  # and the next page does not go on with it
                grid.rows[-1] = replace(grid.rows[-1], unsure=True)
            if grid.rows:
                self._tables += 1
                yield from read_grid(grid, self._tables)

    def _text(self, lines: Sequence[TextLine], width: float) -> Iterator[Paragraph | Row]:
        """Running text, and the tables without rules that stand in it."""
        # A table that the page before left open may have little left for this one.
        goes_on = self._open is not None and not self._open.columns
        for is_table, first, last in find_tables(lines, opens=goes_on):
            zone = lines[first:last]
            if not is_table:
                yield from self._table_end()
                self._held.extend(zone)
                continue
            yield from self._paragraph_end(width)
            if self._open is not None and self._open.columns:
                yield from self._table_end()
            if self._open is None:
                self._open = _OpenTable(Grid(self.file, SourcePlace(PlaceUnit.TABLE, self._tables + 1)), ())
            rows = self._open.unruled.read(zone, itertools.count(1), opens=first == 0)
            self._open.grid.extend(rows)

    def _paragraph_end(self, width: float) -> Iterator[Paragraph]:
        lines, self._held = self._held, []
        if not lines:
            return
        steps = [b.top - a.top for a, b in itertools.pairwise(lines) if b.top > a.top]
        step = statistics.median(steps) if steps else 0.0
        part: list[TextLine] = []
        for line in lines:
            if part and _begins(line, part[-1], width, step):
                yield self._paragraph(part)
                part = []
            part.append(line)
        yield self._paragraph(part)

    def _paragraph(self, lines: Sequence[TextLine]) -> Paragraph:
        self._paragraphs += 1
        return Paragraph(
            join_wrapped([line.text for line in lines]), SourcePlace(PlaceUnit.PARAGRAPH, self._paragraphs)
        )


def _begins(line: TextLine, before: TextLine, width: float, step: float) -> bool:
    """Whether a line begins a paragraph: after a short line or a gap, indented, or as a clause does."""
    if line.top > before.top and step and line.top - before.top > 1.4 * step:
        return True
    size = max(before.bottom - before.top, 1.0)
    text = line.text
    if begins_note(text) or (_CLAUSE.match(text) and before.text.endswith(_ENDS)):
        return True
    # The line before had room for this one's first word: it was meant to end.
    room = width - before.right
    return line.words[0].right - line.words[0].left + size < room or line.left > before.left + 1.5 * size


def _goes_on(columns: Sequence[float], others: Sequence[float], *, first: bool) -> bool:
    """Whether a table is the one before it: a page's first has its width, any other one all its rules."""
    if not columns or (not first and len(columns) != len(others)):
        return False
    ends = [(columns[0], others[0]), (columns[-1], others[-1])]
    pairs = ends if first else zip(columns, others, strict=True)
    return all(abs(a - b) < _SAME_RULE for a, b in pairs)


def _body_lines(pages: Sequence[PrintedPage]) -> list[list[TextLine]]:
    """The pages' lines without page numbers and without heads and feet that every page repeats."""
    counts: dict[str, int] = {}
    for page in pages:
        for line in _outer(page):
            counts[_unnumbered(line)] = counts.get(_unnumbered(line), 0) + 1
    # What is no page's number may be digits of an amount that the page's end has cut.
    numbers = Counter(
        number - page.number for page in pages for line in _outer(page) if (number := _number(line))
    )

    def is_furniture(page: PrintedPage, line: TextLine) -> bool:
        if number := _number(line):
            return number == page.number or numbers[number - page.number] > 1
        return len(pages) > 2 and counts[_unnumbered(line)] >= 0.8 * len(pages)

    kept: list[list[TextLine]] = []
    for page in pages:
        dropped = {id(line) for line in _outer(page) if is_furniture(page, line)}
        kept.append([line for line in page.lines if id(line) not in dropped])
    return kept


def _number(line: TextLine) -> int:
    """The number that is all a line says; 0 for any other line."""
    text = line.text.strip("-–— ")
    return int(text) if len(line.text) < _LONGEST_NUMBER and text.isdecimal() else 0


def _unnumbered(line: TextLine) -> str:
    """A line's text without the page's number in it, wherever its words are parted."""
    return "".join(_DIGITS.sub("#", line.text).split())


def _outer(page: PrintedPage) -> list[TextLine]:
    """The first and the last line of a page where they stand in its margins."""
    ends = [page.lines[0], page.lines[-1]] if page.lines else []
    return [line for line in ends if line.top < 0.08 * page.height or line.bottom > 0.92 * page.height]


def _runs(lines: Sequence[TextLine], tables: Sequence[RuledTable]) -> Iterator[list[TextLine]]:
    """Lines of text that no ruled table parts."""
    bounds = sorted(table.top for table in tables)
    run: list[TextLine] = []
    above = 0
    for line in lines:
        now = sum(1 for bound in bounds if bound < line.top)
        if run and now != above:
            yield run
            run = []
        above = now
        run.append(line)
    if run:
        yield run
