"""Rows that are hidden and would be lines are told; hidden notes and empty rows are not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from parser.document import Document
from parser.kinds import FindingKind
from parser.readers.detect import read_document
from parser.readers.files import RawFile, as_raw
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


_ROWS = {
    "04": ("04", "", "", "Образование", "1 500"),
    "464": ("", "464", "", "Отдел образования", "1 500"),
    "003": ("", "", "003", "Общеобразовательное обучение", "1 240"),
    "009": ("", "", "009", "Дошкольное воспитание", "260"),
}
_PRINTED = "009 | Дошкольное воспитание | 260"


def _page(row: str, style: str = "", table: str = "<table>") -> Document:
    cells = {
        code: "".join(f"<td>{cell}</td>" for cell in cells) for code, cells in _ROWS.items() if code != "009"
    }
    rows = "".join(f"<tr>{each}</tr>" for each in cells.values())
    page = f"<html><head><style>{style}</style></head><body>{table}{rows}{row}</table></body></html>"
    return read_document(as_raw("x.html", page.encode()))


_CELLS = "".join(f"<td>{cell}</td>" for cell in _ROWS["009"])
_SPANS = "".join(f"<td><span>{cell}</span></td>" for cell in _ROWS["009"])


@pytest.mark.parametrize(
    ("row", "style"),
    [
        (f'<tr style="display:none">{_CELLS}</tr>', ""),
        (f"<tr hidden>{_CELLS}</tr>", ""),
        (f'<tr style="visibility:collapse">{_CELLS}</tr>', ""),
        (f'<tr style="opacity:0">{_CELLS}</tr>', ""),
        (f'<tr style="clip-path:inset(100%)">{_CELLS}</tr>', ""),
        (f'<tr style="transform:translate(2px) scale(0)">{_CELLS}</tr>', ""),
        (f'<tr style="filter:opacity(0)">{_CELLS}</tr>', ""),
        (f'<tr style="content-visibility:hidden">{_CELLS}</tr>', ""),
        (f'<tr style="font-size:0">{_CELLS}</tr>', ""),
        (f'<tr style="color:white">{_CELLS}</tr>', ""),
        (f'<tr class="old">{_CELLS}</tr>', ".old{display:none}"),
        (f'<tbody style="display:none"><tr>{_CELLS}</tr></tbody>', ""),
        (f"<tr>{_CELLS.replace('<td>', '<td hidden>')}</tr>", ""),
        (f"<tr>{_SPANS}</tr>", "span{display:none}"),
        (f"<tr>{_SPANS}</tr>", "span{visibility:hidden}"),
    ],
)
def test_a_row_of_a_page_that_nobody_sees_is_told(row: str, style: str) -> None:
    document = _page(row, style)
    assert [(each.kind, each.values["printed"]) for each in document.findings] == [
        (FindingKind.ROW_HIDDEN, _PRINTED)
    ]
    assert [str(each.at) for each in document.findings] in (["table 1, row 3"], ["table 1, row 4"])
    assert "Дошкольное" not in str(document.blocks)


def test_a_row_of_which_no_more_than_its_code_is_seen_is_told() -> None:
    name, amount = "<td>Дошкольное воспитание</td>", "<td>260</td>"
    hidden = name.replace("<td>", "<td hidden>") + amount.replace("<td>", "<td hidden>")
    told = _page(f"<tr>{_CELLS.replace(name + amount, hidden)}</tr>").findings
    assert [each.values["printed"] for each in told] == ["Дошкольное воспитание | 260"]


@pytest.mark.parametrize(
    "row",
    [
        f"<tr>{_CELLS.replace('<td>', '<td><s>').replace('</td>', '</s></td>')}</tr>",  # taken out, and seen to be
        '<tr style="display:none"><td colspan="5">примечание редактора</td></tr>',
        '<tr style="display:none"><td></td><td></td><td></td><td></td><td>7</td></tr>',
        f"<tr>{_CELLS.replace('260', '<span hidden>230</span>260')}</tr>",
        f'</table><table style="display:none"><tr>{_CELLS}</tr>',
        f"</table><div hidden><table><tr>{_CELLS}</tr></table></div><table>",
    ],
)
def test_what_is_no_line_or_is_seen_or_stands_in_a_hidden_table_is_not_told(row: str) -> None:
    assert _page(row).findings == ()
