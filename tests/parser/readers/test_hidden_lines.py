"""Rows of a workbook that are hidden and would be lines are told; hidden notes and empty rows are not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from parser.kinds import FindingKind
from parser.readers.files import RawFile
from parser.readers.sheets import Hidden, Sheet, SheetCell, document_of

ROWS: Mapping[int, tuple[str, ...]] = {
    1: ("04", "Образование", "1 500"),
    2: ("003", "Общеобразовательное обучение", "1 240"),
    3: ("009", "Дошкольное воспитание", "260"),
    4: ("", "примечание редактора", ""),
    5: ("", "", "7"),
}


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(
    ("hidden", "told"),
    [((), []), ((2, 4, 5), ["003 | Общеобразовательное обучение | 1 240"]), ((4, 5), [])],
)
def test_a_hidden_line_is_told(form: str, hidden: tuple[int, ...], told: list[str]) -> None:
    cells = [
        SheetCell(row, column, text)
        for row, texts in ROWS.items()
        for column, text in enumerate(texts, start=1)
        if text
    ]
    sheet = Sheet(cells, (), Hidden((row, row) for row in hidden), Hidden([(9, 9)]))
    document = document_of([sheet], RawFile("book", b"", ""), form)
    assert [finding.values["printed"] for finding in document.findings] == told
    assert {finding.kind for finding in document.findings} <= {FindingKind.ROW_HIDDEN}
    assert not any("Общеобразовательное" in str(block) for block in document.blocks) or not told


def test_what_a_hidden_column_holds_is_not_told() -> None:
    cells = [SheetCell(1, 1, "Образование"), SheetCell(1, 2, "1 500"), SheetCell(2, 1, "Жилищное хозяйство")]
    cells.append(SheetCell(2, 2, "781"))
    sheet = Sheet(cells, (), Hidden([(2, 2)]), Hidden([(2, 2)]))
    assert document_of([sheet], RawFile("book", b"", ""), "ods").findings == ()
