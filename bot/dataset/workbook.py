"""The lines as a spreadsheet: codes as text, amounts as numbers, and on the first sheet how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from bot.dataset.fields import LINES
from bot.operator.texts import OperatorLanguage, load_operator_texts

_ROWS = 1_048_576  # what a sheet holds
_EXACT = 10**15  # beyond, a spreadsheet's numbers lose digits: such an amount is written as text
_GUIDE = (
    "dataset-guide-lines", "dataset-guide-amount", "dataset-guide-doubt", "dataset-guide-totals",
    "dataset-guide-codes", "dataset-guide-phase", "dataset-guide-source", "dataset-guide-plans",
)  # fmt: skip


class Workbook:
    """Writes the lines as they come; only one row is in memory."""

    def __init__(self, path: Path) -> None:
        self._book = xlsxwriter.Workbook(
            str(path), {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        self._bold = self._book.add_format({"bold": True})
        self._write_guide()
        self._sheets = 0
        self._row = _ROWS  # the first line opens the first sheet

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._book.close()

    def add(self, line: Mapping[str, Any]) -> None:
        """Writes a row of `lines.csv`."""
        if self._row >= _ROWS:
            self._open_sheet()
        for column, field in enumerate(LINES.fields):
            value = line.get(field.name)
            if value is None or value == "":
                continue
            if field.type == "integer" and abs(value) < _EXACT:
                self._sheet.write_number(self._row, column, value)
            else:
                self._sheet.write_string(self._row, column, str(value))
        self._row += 1

    def _write_guide(self) -> None:
        sheet = self._book.add_worksheet("README")
        sheet.set_column(0, 0, 110)
        row = 0
        for language in OperatorLanguage:
            texts = load_operator_texts(language)
            sheet.write_string(row, 0, texts.get("dataset-guide"), self._bold)
            for offset, key in enumerate(_GUIDE, start=1):
                sheet.write_string(row + offset, 0, texts.get(key))
            row += len(_GUIDE) + 2

    def _open_sheet(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet("lines" if self._sheets == 1 else f"lines {self._sheets}")
        self._sheet.freeze_panes(1, 0)
        for column, field in enumerate(LINES.fields):
            self._sheet.write_string(0, column, field.name, self._bold)
        self._row = 1
