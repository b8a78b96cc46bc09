"""Documents as Excel workbooks: text and tables in sheets, figures as numbers with their formats."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from tests.parser.contents import Content, Run, TableOf, Text, placed, runs_of

WIDTH = 8  # columns that a paragraph is merged over
_LOOKS: dict[str, dict[str, Any]] = {
    "": {}, "struck": {"font_strikeout": True}, "raised": {"font_script": 1}, "hidden": {"num_format": ";;;"},
}  # fmt: skip
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0\u2009]\d{3})*(?:,\d+)?|-?\d+")


class Workbook:
    """A workbook being written."""

    def __init__(self, *, numbers: bool) -> None:
        self._data = BytesIO()
        self.book = xlsxwriter.Workbook(self._data, {"in_memory": True})
        self._formats: dict[str, Any] = {}
        self._numbers = numbers

    def format(self, look: str, code: str = "") -> Any:
        """A format by its look and number format."""
        key = f"{look} {code}"
        if key not in self._formats:
            self._formats[key] = self.book.add_format(_LOOKS[look] | ({"num_format": code} if code else {}))
        return self._formats[key]

    def table(self, sheet: Any, table: TableOf, first: int) -> None:
        for number, row in enumerate(placed(table), start=first):
            if number - first in table.hidden:
                sheet.set_row(number, None, None, {"hidden": True})
            for text, column, span, height in row:
                if span > 1 or height > 1:
                    sheet.merge_range(number, column, number + height - 1, column + span - 1, "")
                self.write(sheet, number, column, text)

    def write(self, sheet: Any, row: int, column: int, text: Text) -> None:
        runs = [run for run in runs_of(text) if run[0]]
        if len(runs) > 1:
            parts: list[Any] = []
            for part, look in runs:
                parts += [self.format(look), part]
            sheet.write_rich_string(row, column, *parts)
        elif runs:
            self._single(sheet, row, column, runs[0])

    def _single(self, sheet: Any, row: int, column: int, run: Run) -> None:
        text, look = run
        if not self._numbers or look == "hidden" or _NUMBER.fullmatch(text) is None:
            sheet.write_string(row, column, text, self.format(look))
            return
        digits = re.sub(r"\s", "", text)
        code = "#,##0.0" if "," in digits else "#,##0" if digits != text else "0" * len(digits.lstrip("-"))
        sheet.write_number(row, column, float(digits.replace(",", ".")), self.format(look, code))

    def saved(self) -> bytes:
        self.book.close()
        return self._data.getvalue()


def as_xlsx(contents: Sequence[Content], *, numbers: bool = True, one_sheet: bool = False) -> bytes:
    """A workbook: the text on its first sheet; each table with the captions above it on one of its own.

    Args:
        contents: of the document.
        numbers: whether figures are numbers, not texts.
        one_sheet: whether all stands on one sheet.
    """
    workbook = Workbook(numbers=numbers)
    sheet = workbook.book.add_worksheet()
    row = 0
    stamped = False
    for content in contents:
        if isinstance(content, TableOf):
            workbook.table(sheet, content, row)
            row += len(content.rows) + 1
            stamped = False
            continue
        if not one_sheet and not stamped and re.match(r"Приложение|.*қосымша$", content):
            sheet, row, stamped = workbook.book.add_worksheet(), 0, True
        sheet.merge_range(row, 0, row, WIDTH - 1, content)
        row += 1
    return workbook.saved()
