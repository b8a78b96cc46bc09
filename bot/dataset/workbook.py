"""The lines as a spreadsheet: codes as text, amounts as numbers, how to read it first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from bot.dataset.fields import LINES

_ROWS = 1_048_576  # what a sheet holds
_EXACT = 10**15  # beyond, a spreadsheet's numbers lose digits: such an amount is written as text
_GUIDE = {
    "Қалай оқу керек": (
        "Мәслихат шешімдерінің әр басылған жолы: «lines» парағында бір жол — бір қатар.",
        "amount — теңгемен, бүтін сан; бос ұяшық — көрсетілмеген, нөл емес.",
        "Жиынтық қатарлар да бар: қосар алдында row_role = leaf бойынша сүзіңіз.",
        "Кодтар — мәтін: алдыңғы нөлдері сақталады. line_id — жолдың тұрақты атауы.",
        "phase: approved — бекітілген, adjusted — кейінгі шешіммен өзгертілген.",
        "decision_number, decision_date, appendix, row — сома басылған жер; source — файл (sources.csv).",
        "Бұл — мәслихаттың жоспары, бюджеттің атқарылуы емес.",
    ),
    "Как читать": (
        "Каждая напечатанная строка решений маслихатов: на листе «lines» одна строка — один ряд.",
        "amount — в тенге, целое число; пустая ячейка — не указано, а не ноль.",
        "Есть и итоговые строки: перед сложением отберите row_role = leaf.",
        "Коды — текст: нули впереди сохраняются. line_id — постоянное имя строки.",
        "phase: approved — утверждено, adjusted — изменено более поздним решением.",
        "decision_number, decision_date, appendix, row — где напечатана сумма; source — файл (sources.csv).",
        "Это планы маслихатов, а не исполнение бюджета.",
    ),
}


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
        for title, texts in _GUIDE.items():
            self._write_texts(title, texts)

    def _write_texts(self, title: str, texts: Sequence[str]) -> None:
        sheet = self._book.get_worksheet_by_name("README") or self._book.add_worksheet("README")
        row = 0 if title == next(iter(_GUIDE)) else len(texts) + 2
        sheet.set_column(0, 0, 110)
        sheet.write_string(row, 0, title, self._bold)
        for offset, text in enumerate(texts, start=1):
            sheet.write_string(row + offset, 0, text)

    def _open_sheet(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet("lines" if self._sheets == 1 else f"lines {self._sheets}")
        self._sheet.freeze_panes(1, 0)
        for column, field in enumerate(LINES.fields):
            self._sheet.write_string(0, column, field.name, self._bold)
        self._row = 1
