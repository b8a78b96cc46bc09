"""Excel 97-2003 workbooks (.xls) → sheets as they are shown."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from parser.document import Document
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.files import RawFile
from parser.readers.number_format import BUILT_IN, GENERAL, shown_number, shown_text
from parser.readers.ole import workbook_of
from parser.readers.sheets import Area, Hidden, Sheet, SheetCell, document_of
from parser.text.marks import text_of_runs

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.formatting import Font
    from xlrd.sheet import Sheet as XlsSheet


def read_xls(raw: RawFile) -> Document:
    """Reads the sheets of a workbook that are shown.

    Raises:
        ParseError: `password`, `broken`, and what `document_of` raises.
    """
    return document_of(list(_sheets(raw)), raw, "xls")


def _sheets(raw: RawFile) -> Iterator[Sheet]:
    import xlrd

    stream = workbook_of(raw)  # the library would follow a container's damaged table for ever
    try:
        book = xlrd.open_workbook(
            file_contents=stream, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except Exception as error:  # the library trusts what it reads: a damaged file may end in any of them
        kind = ParseErrorKind.PASSWORD if "encrypted" in str(error) else ParseErrorKind.BROKEN
        raise ParseError(kind, raw.name) from error
    for sheet in book.sheets():
        if sheet.visibility == 0:
            try:
                yield _XlsSheetReader(book, sheet).read()
            except (LookupError, ArithmeticError) as error:  # a style or a font that is not there, no number
                raise ParseError(ParseErrorKind.BROKEN, raw.name) from error


class _XlsSheetReader:
    """Reads one sheet."""

    def __init__(self, book: Book, sheet: XlsSheet) -> None:
        self._book = book
        self._sheet = sheet

    def read(self) -> Sheet:
        sheet = self._sheet
        rows, columns = sheet.rowinfo_map.items(), sheet.colinfo_map.items()
        return Sheet(
            list(self._cells()),
            [Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells],
            Hidden((row + 1, row + 1) for row, info in rows if info.hidden or info.height == 0),
            Hidden((column + 1, column + 1) for column, info in columns if info.hidden or info.width == 0),
        )

    def _cells(self) -> Iterator[SheetCell]:
        import xlrd

        for row in range(self._sheet.nrows):
            for column in range(self._sheet.row_len(row)):
                kind, value = self._sheet.cell_type(row, column), self._sheet.cell_value(row, column)
                if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                    continue
                if kind == xlrd.XL_CELL_ERROR:
                    text = xlrd.error_text_from_code.get(value, "#N/A")
                    yield SheetCell(row + 1, column + 1, text, computed=False)
                    continue
                text = self._text(row, column, kind, value)
                if text.strip():
                    yield SheetCell(row + 1, column + 1, text)

    def _text(self, row: int, column: int, kind: int, value: object) -> str:
        import xlrd

        look = self._book.xf_list[self._sheet.cell_xf_index(row, column)]
        font = self._book.font_list[look.font_index]
        shown = self._book.format_map.get(look.format_key)
        # Of a format that the file names by number alone, the library knows not every one.
        code = (shown.format_str if shown is not None else None) or BUILT_IN.get(look.format_key, GENERAL)
        if kind == xlrd.XL_CELL_TEXT:
            return shown_text(text_of_runs(self._runs(row, column, str(value), font)), code)
        if font.struck_out:
            return ""
        if kind == xlrd.XL_CELL_BOOLEAN:
            return "TRUE" if value else "FALSE"
        return shown_number(Decimal(repr(value)), code, from_1904=self._book.datemode == 1)

    def _runs(self, row: int, column: int, text: str, font: Font) -> list[tuple[str, bool]]:
        """The runs of a text that are not struck, each with whether it is raised."""
        starts = [(0, font)]
        for position, index in self._sheet.rich_text_runlist_map.get((row, column), ()):
            starts.append((position, self._book.font_list[index]))
        ends = [position for position, _ in starts[1:]] + [len(text)]
        return [
            (text[begin:end], font.escapement != 0)
            for (begin, font), end in zip(starts, ends, strict=True)
            if not font.struck_out
        ]
