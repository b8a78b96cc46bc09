"""Excel workbooks (.xlsx, .xlsm) → sheets as they are shown.

Read from the file's own parts. They say what a library for spreadsheets leaves out: whether a formula has
been computed, and which runs of a cell are struck. And of a million empty cells none is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from parser.dataclass import dataclass
from parser.document import Document
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.archive import Archive
from parser.readers.limits import MAX_CELLS, MAX_MARKUP
from parser.readers.markup import parse_xml
from parser.readers.number_format import shown_number, shown_text
from parser.readers.sheets import Area, Hidden, Sheet, SheetCell, document_of
from parser.readers.xlsx_text import (
    CellLook,
    Run,
    child,
    children,
    is_set,
    looks_of,
    number_in,
    runs_of,
    targets_of,
)
from parser.records import PlaceUnit, SourcePlace
from parser.text.marks import text_of_runs

if TYPE_CHECKING:
    from lxml.etree import _Element

WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_WORKSHEET = "worksheet"
# Sheets without cells that a person reads: a diagram, a window and programs of old versions.
_OTHER_SHEETS = frozenset({"chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"})
_REFERENCE = re.compile(r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9]\d{0,6})")
_NOTHING = re.compile(r"[-+]?0*(?:\.0*)?(?:E[-+]?\d+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _ExcelBook:
    """What is the same for all sheets of a file."""

    strings: Sequence[Sequence[Run]]
    looks: Sequence[CellLook]
    from_1904: bool
    computed: bool  # whether the values beside formulas are those that the program shows


def read_xlsx(archive: Archive) -> Document:
    """Reads the sheets of a workbook that are shown.

    Raises:
        ParseError: `uncomputed` for a formula without a value, with its place, `broken`, `limit`,
            `declares-entities`, and what `document_of` raises.
    """
    root = _part(archive, WORKBOOK)
    targets = targets_of(_part(archive, _RELATIONS) if _RELATIONS in archive.names else None)
    shared = {kind: name for kind, name in targets.values() if name in archive.names}
    strings = _part(archive, shared["sharedStrings"]) if "sharedStrings" in shared else None
    styles = _part(archive, shared["styles"]) if "styles" in shared else None
    properties, computing = child(root, "workbookPr"), child(root, "calcPr")
    workbook = _ExcelBook(
        [runs_of(string) for string in children(strings, "si")],
        looks_of(styles),
        properties is not None and is_set(properties.get("date1904", "0")),
        computing is None or not is_set(computing.get("fullCalcOnLoad", "0")),
    )
    shown = [targets.get(_relation(sheet), ("", "")) for sheet in _shown_sheets(root)]
    if any(kind != _WORKSHEET and kind not in _OTHER_SHEETS for kind, _ in shown):
        raise ParseError(ParseErrorKind.BROKEN, f"{archive.raw.name}/{_RELATIONS}")
    sheets = (
        _sheet(archive, name, workbook, SourcePlace(PlaceUnit.SHEET, number))
        for number, name in enumerate((name for kind, name in shown if kind == _WORKSHEET), start=1)
    )
    return document_of(sheets, archive.raw, "xlsx")


def _part(archive: Archive, name: str) -> _Element:
    return parse_xml(archive.read(name, MAX_MARKUP), f"{archive.raw.name}/{name}")


def _shown_sheets(root: _Element) -> Iterator[_Element]:
    for sheet in children(child(root, "sheets"), "sheet"):
        if sheet.get("state", "visible") == "visible":
            yield sheet


def _relation(sheet: _Element) -> str:
    return next((str(value) for name, value in sheet.items() if str(name).endswith("}id")), "")


def _sheet(archive: Archive, name: str, workbook: _ExcelBook, within: SourcePlace) -> Sheet:
    root = _part(archive, name)
    rows, cells = child(root, "sheetData"), _ExcelCells(workbook, archive.raw.name, within)
    columns = children(child(root, "cols"), "col")
    hidden_rows: list[tuple[int, int]] = []
    number = 0
    for row in children(rows, "row"):
        number = number_in(row.get("r"), number + 1)
        if _is_hidden(row, "ht"):
            hidden_rows.append((number, number))
        cells.add(row, number)
    return Sheet(
        cells.found,
        [_area(element.get("ref") or "") for element in children(child(root, "mergeCells"), "mergeCell")],
        Hidden(hidden_rows),
        Hidden(
            (number_in(column.get("min")), number_in(column.get("max")))
            for column in columns
            if _is_hidden(column, "width")
        ),
    )


def _is_hidden(element: _Element, size: str) -> bool:
    """Whether a row or a column is hidden, or has no height or width."""
    return is_set(element.get("hidden", "0")) or _NOTHING.fullmatch(element.get(size) or "x") is not None


def _position(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference: `C7` is (7, 3)."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match["column"]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match["row"]), column


def _area(reference: str) -> Area:
    first, _, last = reference.partition(":")
    begin = _position(first) or (0, 0)
    end = _position(last) or begin
    return Area(min(begin[0], end[0]), min(begin[1], end[1]), max(begin[0], end[0]), max(begin[1], end[1]))


class _ExcelCells:
    """The cells of a sheet that show something."""

    def __init__(self, workbook: _ExcelBook, file: str, within: SourcePlace) -> None:
        self.found: list[SheetCell] = []
        self._workbook = workbook
        self._file = file
        self._within = within

    def add(self, row: _Element, number: int) -> None:
        """Adds the cells of a row, whether it is hidden or not: a merged cell may begin in it."""
        column = 0
        for cell in children(row, "c"):
            position = _position(cell.get("r") or "")
            column = position[1] if position is not None else column + 1
            uncomputed = self._uncomputed(cell)
            text = self._text(cell) if uncomputed is None else uncomputed
            if text.strip() or uncomputed is not None:
                self.found.append(SheetCell(number, column, text, computed=uncomputed is None))
            if len(self.found) > MAX_CELLS:
                raise ParseError.limit(self._file, Counted.CELLS, MAX_CELLS, self._within)

    def _uncomputed(self, cell: _Element) -> str | None:
        """The formula of a cell whose value is not in the file, or the error that it has come to."""
        kind, formula, value = cell.get("t", "n"), child(cell, "f"), _value(cell)
        if kind == "e":
            return value
        if formula is None or kind == "str":
            return None
        left = not value or (not self._workbook.computed and _NOTHING.fullmatch(value))
        return f"={formula.text or ''}" if left else None

    def _text(self, cell: _Element) -> str:
        index, kind, value = number_in(cell.get("s")), cell.get("t", "n"), _value(cell)
        looks, strings = self._workbook.looks, self._workbook.strings
        look = looks[index] if index < len(looks) else CellLook()
        if kind == "inlineStr":
            inline = child(cell, "is")
            return _seen(runs_of(inline) if inline is not None else [], look)
        if kind == "str":
            return _seen([(value, None)], look)
        if kind == "s":
            index = number_in(value, -1)
            return _seen(strings[index] if 0 <= index < len(strings) else [("\ufffd", None)], look)
        if not value or look.struck:
            return ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return self._number(value, look)

    def _number(self, value: str, look: CellLook) -> str:
        try:
            return shown_number(Decimal(value), look.format, from_1904=self._workbook.from_1904)
        except (ArithmeticError, ValueError):
            return value  # a date in its ISO form, or what the reader of amounts will refuse


def _value(cell: _Element) -> str:
    element = child(cell, "v")
    return (element.text or "").strip() if element is not None else ""


def _seen(runs: Sequence[Run], look: CellLook) -> str:
    """The runs of a cell that are not struck; how the cell's format shows a text."""
    shown = [(text, own or look) for text, own in runs]
    text = text_of_runs([(text, each.raised) for text, each in shown if not each.struck])
    return shown_text(text, look.format)
