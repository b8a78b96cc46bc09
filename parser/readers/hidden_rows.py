"""Rows of a table that a reader is not shown: told where they print a line, which would be missed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.kinds import FindingKind
from parser.readers.html_tables import rows_of
from parser.records import Finding, SourcePlace

if TYPE_CHECKING:
    from lxml.etree import _Element

HIDDEN_TOLD = 500
"""So many rows that are not shown are told of in one file."""

_PRINTED = 100  # letters of one
_LETTERS = re.compile(r"[^\W\d_]{3}")
_NUMBER = re.compile(r"[-−–(]?\d[\d .,\u00a0]*\)?")
_CELLS = ("td", "th")
_HOLDS_ROWS = frozenset({"tr", "tbody", "thead", "tfoot"})


def tell_hidden_row(cells: Iterable[str], at: SourcePlace) -> Iterator[Finding]:
    """What is told of a row that is not shown: nothing where it prints no name beside a code or an amount.

    Args:
        cells: the texts of its cells.
        at: where it stands.
    """
    texts = [text for cell in cells if (text := " ".join(cell.split()))]
    if any(_LETTERS.search(text) for text in texts) and any(_NUMBER.fullmatch(text) for text in texts):
        yield Finding(FindingKind.ROW_HIDDEN, at, {"printed": " | ".join(texts)[:_PRINTED]})


@dataclass(slots=True)
class HiddenRows:
    """The rows of a page's tables of whose words nothing is seen, where the table itself stands there.

    A row of which any words are seen is read by these.
    """

    # By row and cell what is not seen, and the cells of which that is all.
    _cells: dict[_Element, dict[_Element, str]] = field(default_factory=dict)
    _whole: set[_Element] = field(default_factory=set)
    # The table of each row, and the rows of each table as printed.
    _tables: dict[_Element, _Element] = field(default_factory=dict)
    _order: dict[_Element, dict[_Element, int]] = field(default_factory=dict)
    # By table: where a row stood of which nothing is left, and its cells.
    _found: dict[_Element, list[tuple[int, list[str]]]] = field(default_factory=dict)

    def note_gone(self, element: _Element) -> None:
        """Notes what an element holds that takes no room on the page, as long as it is there.

        Args:
            element: a row, several rows, or a part of one.
        """
        if element.tag in _HOLDS_ROWS:
            for row in element.iter("tr"):
                for cell in row.iter(*_CELLS):
                    self._note(row, cell, cell)
        elif (cell_and_row := _cell_and_row(element)) is not None:
            self._note(cell_and_row[1], cell_and_row[0], element)

    def note_text(self, element: _Element, text: str) -> None:
        """Notes a text of an element that keeps its room and is not seen."""
        if (cell_and_row := _cell_and_row(element)) is not None:
            self._add(cell_and_row[1], cell_and_row[0], text)

    def settle(self) -> None:
        """Finds the rows of which no words are left, once all that takes no room is out of the tree."""
        left: dict[_Element, list[int]] = {}
        for row, cells in self._cells.items():
            table = self._tables.get(row)
            if table is None:
                continue
            if table not in left:
                left[table] = [self._order[table][each] for each in rows_of(table)]
            is_there = next(row.iterancestors("table"), None) is table
            if not (is_there and _LETTERS.search("".join(map(str, row.itertext())))):
                number = bisect_right(left[table], self._order[table].get(row, 0))
                self._found.setdefault(table, []).append((max(number, 1), list(cells.values())))

    def of_table(self, table: _Element) -> list[tuple[int, list[str]]]:
        """The rows of a table of which nothing is seen: each with the row above it, and its cells."""
        return self._found.get(table, [])

    def _note(self, row: _Element, cell: _Element, element: _Element) -> None:
        self._add(row, cell, " ".join(map(str, element.itertext())))
        if cell is element:
            self._whole.add(cell)

    def _add(self, row: _Element, cell: _Element, text: str) -> None:
        if cell in self._whole:
            return
        if row not in self._cells:
            table = next(row.iterancestors("table"), None)
            if table is not None:
                self._tables[row] = table
                if table not in self._order:
                    self._order[table] = {each: number for number, each in enumerate(rows_of(table), start=1)}
        cells = self._cells.setdefault(row, {})
        cells[cell] = cells.get(cell, "") + text


def _cell_and_row(element: _Element) -> tuple[_Element, _Element] | None:
    """The cell that an element is, or stands in, and the row of that."""
    cell = element if element.tag in _CELLS else next(element.iterancestors(*_CELLS), None)
    row = None if cell is None else next(cell.iterancestors("tr"), None)
    return None if cell is None or row is None else (cell, row)
