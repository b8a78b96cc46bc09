"""Tables to take away → files: a workbook, or CSV as spreadsheets of Kazakhstan read it."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from bot.spreadsheet.cells import guarded, open_workbook, write_cell
from handlers.views.table_actions import TableForm
from handlers.views.tables.records import Cell, ColumnKind, DataColumn, DataTable

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_BOM = "\ufeff"  # without it Excel takes the letters for those of another alphabet
_SEPARATOR = ";"  # where a comma parts a number's decimals, it cannot part cells
_FORMS: Mapping[ColumnKind, str] = {
    ColumnKind.TEXT: "@",
    ColumnKind.AMOUNT: "#,##0",
    ColumnKind.NUMBER: "0",
    ColumnKind.SHARE: "0.0%",
    ColumnKind.DATE: "dd.mm.yyyy",
}
_WIDTHS: Mapping[ColumnKind, int] = {
    ColumnKind.TEXT: 16,
    ColumnKind.AMOUNT: 20,
    ColumnKind.NUMBER: 9,
    ColumnKind.SHARE: 11,
    ColumnKind.DATE: 12,
}
_WIDE = 60


class FileClerk:
    """Makes files in a thread, so that the bot goes on answering."""

    async def make(self, table: DataTable, form: TableForm) -> bytes:
        """Make a file.

        Args:
            table: what it holds.
            form: its form.

        Returns:
            The file's bytes; the same table gives the same ones.
        """
        return await asyncio.to_thread(make_file, table, form)


def make_file(table: DataTable, form: TableForm) -> bytes:
    """A table as the bytes of a file.

    Args:
        table: what it holds.
        form: its form.
    """
    match form:
        case TableForm.XLSX:
            return _workbook(table)
        case TableForm.CSV:
            return _csv(table)
        case _:
            assert_never(form)


def _csv(table: DataTable) -> bytes:
    """Texts in quotation marks, numbers without; an empty cell is nothing at all."""
    rows = [[column.title for column in table.columns], *table.rows]
    lines = (_SEPARATOR.join(map(_csv_cell, row)) for row in rows)
    return (_BOM + "".join(f"{line}\r\n" for line in lines)).encode("utf-8", "replace")


def _csv_cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case int():
            return str(value)
        case Fraction():
            return f"{_percent(value)}%".replace(".", ",")  # as spreadsheets of the country read a share
        case dt.date():
            return value.isoformat()
        case _:
            return _quoted(guarded(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _percent(share: Fraction) -> Decimal:
    return round(Decimal(share.numerator * 100) / Decimal(share.denominator), 2)


def _workbook(table: DataTable) -> bytes:
    """The title, whose the figures are, then the table with its heads kept in sight and a filter in each."""
    target = io.BytesIO()
    book = open_workbook(target)
    book.set_properties({"title": table.title[:255], "created": dt.datetime(2000, 1, 1)})  # noqa: DTZ001 - the same file again
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    forms = {
        kind: book.add_format({"num_format": form, "valign": "top", "text_wrap": kind is ColumnKind.TEXT})
        for kind, form in _FORMS.items()
    }
    sheet = book.add_worksheet()
    for row, text in enumerate((table.title, *table.about)):
        write_cell(sheet, row, 0, text, bold if row == 0 else None)
    first = len(table.about) + 2
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _width(column))
        write_cell(sheet, first, index, column.title, head)
    for row, cells in enumerate(table.rows, start=first + 1):
        for index, (column, value) in enumerate(zip(table.columns, cells, strict=True)):
            _write(sheet, row, index, value, forms[column.kind])
    sheet.freeze_panes(first + 1, 0)
    if table.rows:
        sheet.autofilter(first, 0, first + len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(first)
    book.close()
    return target.getvalue()


def _width(column: DataColumn) -> int:
    return _WIDE if column.wide else _WIDTHS[column.kind]


def _write(sheet: Worksheet, row: int, column: int, value: Cell, form: Format) -> None:
    match value:
        case dt.date():
            sheet.write_datetime(row, column, value, form)
        case Fraction():
            sheet.write_number(row, column, float(value), form)
        case _:
            write_cell(sheet, row, column, value, form)
