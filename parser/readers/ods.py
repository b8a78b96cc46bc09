"""OpenDocument spreadsheets (.ods) → sheets as they are shown: the file holds what each cell shows."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from parser.document import Document
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.files import RawFile
from parser.readers.limits import MAX_CELLS, MAX_COLUMNS
from parser.readers.number_format import GENERAL, shown_number
from parser.readers.odf import Look, Styles, attribute_of, count_of, element_name, is_hidden, visible_text
from parser.readers.sheets import Area, Hidden, Sheet, SheetCell, document_of
from parser.records import PlaceUnit, SourcePlace
from parser.text.amounts import read_amount

if TYPE_CHECKING:
    from lxml.etree import _Element

_GROUPS = (
    "table:table-rows", "table:table-header-rows", "table:table-row-group",
    "table:table-columns", "table:table-header-columns", "table:table-column-group",
)  # fmt: skip
_CELLS = ("table:table-cell", "table:covered-table-cell")
_TYPE = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"


def read_ods(content: _Element, styles: Styles, raw: RawFile) -> Document:
    """Reads the sheets that are shown.

    Args:
        content: the element `office:spreadsheet`.
        styles: of the document.
        raw: the file.

    Raises:
        ParseError: `limit`, and what `document_of` raises.
    """
    tables = [
        table
        for table in content
        if element_name(table) == "table:table"
        and styles.shows_table(attribute_of(table, "table:style-name"))
    ]
    sheets = (
        _SheetReader(styles, raw.name, SourcePlace(PlaceUnit.SHEET, number)).read(table)
        for number, table in enumerate(tables, start=1)
    )
    return document_of(sheets, raw, "ods")


def _ungrouped(parent: _Element, name: str) -> Iterator[_Element]:
    """The rows or columns of a table, in groups or not."""
    for child in parent:
        if element_name(child) == name:
            yield child
        elif element_name(child) in _GROUPS:
            yield from _ungrouped(child, name)


class _SheetReader:
    """Reads one sheet."""

    def __init__(self, styles: Styles, file: str, within: SourcePlace) -> None:
        self._styles = styles
        self._file = file
        self._within = within
        self._cells: list[SheetCell] = []
        self._merged: list[Area] = []
        self._columns: list[tuple[int, str | None]] = []  # the last of each run, and its cells' style

    def read(self, table: _Element) -> Sheet:
        hidden_columns: list[tuple[int, int]] = []
        hidden_rows: list[tuple[int, int]] = []
        last = 0
        for column in _ungrouped(table, "table:table-column"):
            first, last = last + 1, last + count_of(column, "table:number-columns-repeated")
            self._columns.append((last, attribute_of(column, "table:default-cell-style-name")))
            if is_hidden(column):
                hidden_columns.append((first, last))
        last = 0
        for row in _ungrouped(table, "table:table-row"):
            first, last = last + 1, last + count_of(row, "table:number-rows-repeated")
            if is_hidden(row):
                hidden_rows.append((first, last))
            self._add(row, first, last)
        return Sheet(self._cells, self._merged, Hidden(hidden_rows), Hidden(hidden_columns))

    def _add(self, row: _Element, top: int, bottom: int) -> None:
        """Adds the cells of a row, as often as it stands; also a hidden one: a merge may begin there."""
        shown: list[tuple[int, str, bool]] = []
        last = 0
        for cell in row:
            if element_name(cell) not in _CELLS:
                continue
            first, last = last + 1, last + count_of(cell, "table:number-columns-repeated")
            if element_name(cell) == "table:covered-table-cell":
                continue
            wide = count_of(cell, "table:number-columns-spanned")
            high = count_of(cell, "table:number-rows-spanned")
            if wide > 1 or high > 1:
                self._merged.append(Area(top, first, top + high - 1, first + wide - 1))
            text, computed = self._text(cell, self._look(row, cell, first))
            if text.strip() or not computed:
                # A column too far is refused by who puts the cells together.
                shown += [
                    (column, text, computed) for column in range(first, min(last, first + MAX_COLUMNS) + 1)
                ]
        if len(self._cells) + len(shown) * (bottom - top + 1) > MAX_CELLS:
            at = SourcePlace(PlaceUnit.ROW, top, self._within)
            raise ParseError.limit(self._file, Counted.CELLS, MAX_CELLS, at)
        if shown:
            for number in range(top, bottom + 1):
                self._cells += [SheetCell(number, *cell) for cell in shown]

    def _look(self, row: _Element, cell: _Element, column: int) -> Look:
        """A cell's look: its own style's, else that of its row or its column."""
        name = attribute_of(cell, "table:style-name") or attribute_of(row, "table:default-cell-style-name")
        index = bisect_left(self._columns, column, key=lambda run: run[0])
        if name is None and index < len(self._columns):
            name = self._columns[index][1]
        return self._styles.look("table-cell", name)

    def _text(self, cell: _Element, look: Look) -> tuple[str, bool]:
        """What a cell shows, and whether that is its formula's value."""
        kind, value = attribute_of(cell, "office:value-type"), attribute_of(cell, "office:value")
        lines = [visible_text(child, self._styles, look) for child in cell if element_name(child) == "text:p"]
        text = "\n".join(lines)
        if cell.get(_TYPE) == "error":
            return text, False
        if kind is None and not text:
            formula = attribute_of(cell, "table:formula")
            return (formula or ""), formula is None
        if kind == "date" and (text or not lines):
            return _date(attribute_of(cell, "office:date-value") or text), True
        if kind in ("float", "currency", "percentage") and value is not None:
            return (_unambiguous(text, value) if lines else "" if look.struck else _plain(value)), True
        return (text if lines else attribute_of(cell, "office:string-value") or ""), True


def _date(value: str) -> str:
    """A day as it is written here, whatever of it its cell shows."""
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment:%d.%m.%Y}" if moment.time() == dt.time() else f"{moment:%d.%m.%Y %H:%M}"


def _plain(value: str) -> str:
    try:
        return shown_number(Decimal(value), GENERAL)
    except ArithmeticError:
        return value


def _unambiguous(text: str, value: str) -> str:
    """A number's text, without its comma or point where the number behind it says that this parts thousands.

    `1,240` may be 1240 or 1.24: the sheet has the number beside the text.

    >>> _unambiguous("1,240", "1240"), _unambiguous("1,240", "1.24")
    ('1240', '1,240')
    """
    printed = read_amount(text)
    if printed is None or not printed.either:
        return text
    whole = read_amount(text.replace(printed.either, ""))
    try:
        return text.replace(printed.either, "") if whole and whole.number == round(Decimal(value)) else text
    except ArithmeticError:
        return text
