"""The lines as a spreadsheet: codes as text, amounts as numbers, and on the first sheet how to read it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.dataset.fields import LINES
from bot.operator.texts import OperatorLanguage, load_operator_texts
from bot.spreadsheet.cells import open_workbook, write_cell

_ROWS = 1_048_576  # what a sheet holds
_GUIDE = (
    "dataset-guide-lines", "dataset-guide-amount", "dataset-guide-doubt", "dataset-guide-totals",
    "dataset-guide-language", "dataset-guide-codes", "dataset-guide-phase", "dataset-guide-source",
    "dataset-guide-plans",
)  # fmt: skip


class Workbook:
    """Writes the lines as they come; only one row is in memory."""

    def __init__(self, path: Path) -> None:
        self._book = open_workbook(path, row_by_row=True)
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
            write_cell(self._sheet, self._row, column, line.get(field.name))
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
