"""Spreadsheets of any form → paragraphs and table rows, sheet by sheet as a person sees them.

A sheet holds the decision's text (a paragraph in a cell, often merged over the page's width), a table,
or several with their captions between them; or an edition in our CSV form.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice

from parser.dataclass import dataclass
from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.columns import read_grid
from parser.readers.csv import FORM, Record, edition_of
from parser.readers.files import RawFile
from parser.readers.grid import Cell, Grid, GridRow, clean_text
from parser.readers.hidden_rows import HIDDEN_TOLD, tell_hidden_row
from parser.readers.labels import is_stamp
from parser.readers.limits import MAX_CELL_TEXT, MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from parser.readers.row_parts import RowKind, take_apart
from parser.records import Finding, PlaceUnit, Source, SourcePlace
from parser.text.language import detect_language


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell with the text that it shows. Rows and columns are counted from 1, as the program does."""

    row: int
    column: int
    text: str
    computed: bool = True  # False: the text is a formula whose value is not in the file, or an error


@dataclass(frozen=True, slots=True)
class Area:
    """Cells merged to one; what is shown in it stands in its first cell."""

    top: int
    left: int
    bottom: int
    right: int


class Hidden:
    """The rows or columns of a sheet that are not shown.

    Args:
        spans: the first and the last of each run.
    """

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans: list[tuple[int, int]] = []
        for first, last in sorted(spans):
            if self._spans and first <= self._spans[-1][1] + 1:
                self._spans[-1] = (self._spans[-1][0], max(last, self._spans[-1][1]))
            else:
                self._spans.append((first, last))

    def first_shown(self, first: int, last: int) -> int | None:
        """The first of a run that is shown; None where none is.

        >>> Hidden([(1, 2), (3, 5)]).first_shown(2, 7), Hidden([(3, 5)]).first_shown(3, 4)
        (6, None)
        """
        index = bisect_right(self._spans, first, key=lambda span: span[0]) - 1
        if index >= 0 and first <= self._spans[index][1]:
            first = self._spans[index][1] + 1
        return first if first <= last else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that is shown: its cells with text, row by row from the left."""

    cells: Sequence[SheetCell]
    merged: Sequence[Area] = ()
    hidden_rows: Hidden = field(default_factory=Hidden)
    hidden_columns: Hidden = field(default_factory=Hidden)


def document_of(sheets: Iterable[Sheet], raw: RawFile, form: str) -> Document:
    """What the sheets of a file hold, in their order.

    Args:
        sheets: those that are shown.
        raw: the file.
        form: the name of its form: "xlsx", "xls" or "ods".

    Raises:
        ParseError: `uncomputed` for a shown formula without a value, with its place, `limit` for more
            than a decision holds, `csv-sheets` where an edition in our CSV
            form has a sheet beside it, and what a reading of that form raises.
    """
    blocks: list[Paragraph | Row] = []
    findings: list[Finding] = []
    edition: list[Record] | None = None
    tables = 0
    for number, sheet in enumerate(sheets, start=1):
        within = SourcePlace(PlaceUnit.SHEET, number)
        rows = list(_rows(sheet, raw.name, within))
        if not rows:
            continue
        if edition is not None or (blocks and _is_edition(rows[0])):
            raise ParseError(ParseErrorKind.CSV_SHEETS, raw.name, within)
        if _is_edition(rows[0]):
            edition = list(_records(rows, sheet, within))
            continue
        findings += islice(_hidden_lines(sheet, within), HIDDEN_TOLD - len(findings))
        for part in _parts(rows):
            tables += 1
            blocks.extend(read_grid(Grid(raw.name, within, rows=part), tables))
    if edition is not None:
        return edition_of(edition, raw, form)
    text = "\n".join(block.text if isinstance(block, Paragraph) else block.printed for block in blocks)
    source = Source(raw.name, raw.sha256, form, detect_language(text))
    return Document(source, tuple(blocks), findings=tuple(findings))


def _hidden_lines(sheet: Sheet, within: SourcePlace) -> Iterator[Finding]:
    """The rows that are not shown and print a name beside a code or an amount: lines that would be missed."""
    rows: dict[int, list[SheetCell]] = {}
    for cell in sheet.cells:
        in_row = sheet.hidden_rows.first_shown(cell.row, cell.row) is None
        if in_row and sheet.hidden_columns.first_shown(cell.column, cell.column) is not None:
            rows.setdefault(cell.row, []).append(cell)
    for number, cells in sorted(rows.items()):
        ordered = sorted(cells, key=lambda cell: cell.column)
        at = SourcePlace(PlaceUnit.ROW, number, within)
        yield from tell_hidden_row((cell.text for cell in ordered), at)


def _rows(sheet: Sheet, file: str, within: SourcePlace) -> Iterator[GridRow]:
    """The rows that are shown and hold text, with their numbers as the program shows them."""
    rows: dict[int, list[Cell]] = {}
    count = 0
    for cell in _shown(sheet, file, within):
        at = SourcePlace(PlaceUnit.ROW, cell.row, within)
        if not cell.computed:
            raise ParseError(
                ParseErrorKind.UNCOMPUTED, file, at, f"{_letters(cell.column)}{cell.row}: {cell.text}"
            )
        parts = tuple(filter(None, map(clean_text, cell.text.split("\n"))))
        if not parts:
            continue
        count += 1
        if cell.column > MAX_COLUMNS:
            raise ParseError.limit(file, Counted.COLUMNS, MAX_COLUMNS, at)
        if sum(map(len, parts)) > MAX_CELL_TEXT:
            raise ParseError.limit(file, Counted.CELL_LETTERS, MAX_CELL_TEXT, at)
        rows.setdefault(cell.row, []).append(Cell(parts, cell.column - 1, cell.span, cell.height))
        if len(rows) > MAX_ROWS:
            raise ParseError.limit(file, Counted.ROWS, MAX_ROWS, at)
        if count > MAX_CELLS:
            raise ParseError.limit(file, Counted.CELLS, MAX_CELLS, at)
    for number in sorted(rows):
        yield GridRow(tuple(sorted(rows[number], key=lambda cell: cell.column)), number)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A cell where it is seen, with how many columns and rows it covers."""

    row: int
    column: int
    span: int
    height: int
    text: str
    computed: bool


def _shown(sheet: Sheet, file: str, within: SourcePlace) -> Iterator[_Shown]:
    """The cells that are seen: no hidden ones, none under a merged one."""
    begun = sorted(sheet.merged, key=lambda area: area.top, reverse=True)
    current: list[Area] = []  # those that the row at hand crosses
    row = 0
    for cell in sheet.cells:
        if cell.row != row:
            row = cell.row
            while begun and begun[-1].top <= row:
                current.append(begun.pop())
            current = [area for area in current if area.bottom >= row]
            if len(current) > MAX_COLUMNS:
                at = SourcePlace(PlaceUnit.ROW, row, within)
                raise ParseError.limit(file, Counted.COLUMNS, MAX_COLUMNS, at)
        area = next((a for a in current if a.left <= cell.column <= a.right), None)
        if area is None:
            area = Area(cell.row, cell.column, cell.row, cell.column)
        elif (area.top, area.left) != (cell.row, cell.column):
            continue
        top = sheet.hidden_rows.first_shown(area.top, area.bottom)
        left = sheet.hidden_columns.first_shown(area.left, area.right)
        if top is not None and left is not None:
            yield _Shown(top, left, area.right - left + 1, area.bottom - top + 1, cell.text, cell.computed)


def _letters(column: int) -> str:
    """A column as the program names it: the 28th is AB."""
    name = ""
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _parts(rows: Sequence[GridRow]) -> Iterator[list[GridRow]]:
    """The rows of a sheet divided where a stamp follows a table: each appendix has columns of its own."""
    part: list[GridRow] = []
    has_body = False  # whether a table has begun in the part
    for row in rows:
        kind = take_apart(row).kind
        stamped = any(is_stamp(text) for cell in row.cells for text in cell.parts)
        if has_body and stamped and kind is RowKind.TEXT:
            yield part
            part, has_body = [], False
        part.append(row)
        has_body = has_body or kind is RowKind.BODY
    yield part


def _is_edition(row: GridRow) -> bool:
    return [cell.text for cell in row.cells[:2]] == ["form", FORM]


def _records(rows: Sequence[GridRow], sheet: Sheet, within: SourcePlace) -> Iterator[Record]:
    """The rows as records of the CSV form; rows left empty between them are one empty record."""
    first = min(row.cells[0].column for row in rows)
    last = rows[0].number
    for row in rows:
        at = SourcePlace(PlaceUnit.ROW, row.number, within)
        if sheet.hidden_rows.first_shown(last + 1, row.number - 1) is not None:
            yield at, []
        cells: list[str] = []
        for cell in row.cells:
            cells += [""] * (cell.column - first - len(cells)) + [cell.text]
        yield at, cells
        last = row.number
