"""Excel workbooks: numbers as their cells show them, what is hidden, formulas without values, our CSV form."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from parser.document import Paragraph, Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.parse import parse_file, parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.grid import GridRow
from parser.readers.row_parts import RowParts, take_apart
from parser.records import ParsedDecision
from tests.parser.contents import contents_of
from tests.parser.readers.test_csv_form import FORM, understood
from tests.parser.typography import BASE, EXPECTED, lines
from tests.parser.workbooks import Workbook

CONTENTS = contents_of(BASE)


def edited(change: Callable[[Workbook, Any], object]) -> bytes:
    """The base as one sheet without merged captions, after a change to it. `1 240` is in E19."""
    workbook = Workbook(numbers=True)
    sheet = workbook.book.add_worksheet()
    row = 0
    for content in CONTENTS:
        if isinstance(content, str):
            sheet.write_string(row, 0, content)
            row += 1
        else:
            workbook.table(sheet, content, row)
            row += len(content.rows) + 1
    change(workbook, sheet)
    return workbook.saved()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (1240.0, "#,##0"),
        (1240, ""),
        (1240.0000000000002, "General"),
        (1239.6, "#,##0"),  # what is seen is 1 240
        (1240, '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-'),
        (1240, '#,##0" т"\\ыс.'),
        (1_240_000, "#,##0,"),
        (1240, "# ##0"),
        (1240, "[Red]#,##0;[Blue]-#,##0"),
        (1240, "@"),
    ],
)
def test_a_number_is_what_its_cell_shows(number: float, code: str) -> None:
    data = edited(lambda book, sheet: sheet.write_number("E19", number, book.format("", code)))
    assert lines("x", data) == EXPECTED


@pytest.mark.parametrize(
    ("number", "code", "seen"),
    [
        (8, "000", "008"),
        (1240.567, "#,##0.000", "1 240,567"),
        (583152644.8, "#,##0.0", "583 152 644,8"),
        (-5, "#,##0;[Red]#,##0", "-5"),  # red is the minus
        (-1240, "#,##0_);(#,##0)", "(1 240)"),
        (0, "#,##0;-#,##0;-", "-"),
        (0.1 + 0.2, "General", "0,3"),
        (1.5, "# ?/?", "1,5"),
        (0.25, "0.0%", "25,0%"),
        (12, "[<100]0.0;0", "12"),
        (1_240_567, "#,##0.0,", "1 240,6"),
        (45371, "d-mmm", "20.03.2024"),
        (45371.5, "dd/mm/yyyy hh:mm", "20.03.2024 12:00"),
        (1e15, "General", "1000000000000000"),
        (7, '"№ "0-00', "№ 0-07"),
        (-7, '"№ "0-00', "-№ 0-07"),
        (-1240, '#,##0" (тыс.тг)"', "-1 240 (тыс.тг)"),
        (-1240, '#,##0" - тг"', "-1 240 - тг"),
        (-1240, '#,##0" тг";#,##0" (тг)"', "-1 240 (тг)"),
        (-1240, '0;"(тг) "#,##0" (жоба)"', "-(тг) 1 240 (жоба)"),
        (-1240, '0;"кв-л "#,##0', "-кв-л 1 240"),
        (-1240, "0;#,##0-", "1 240-"),
        (-1240, '0;"тг "-#,##0', "тг -1 240"),
        (-1240, '0;("тг "#,##0)', "(тг 1 240)"),
        (-0.4, '0" (тг)"', "0 (тг)"),
        (8, "000" + '"x"' * 100, "8"),  # a format that no program takes
    ],
)
def test_formats(number: float, code: str, seen: str) -> None:
    workbook = Workbook(numbers=True)
    sheet = workbook.book.add_worksheet()
    sheet.write_number("A1", number, workbook.format("", code))
    sheet.write_string("A2", "көрініп тұрған жол")
    first = read_document(as_raw("x", workbook.saved())).blocks[0]
    assert (first.text if isinstance(first, Paragraph) else first.printed) == seen


@pytest.mark.parametrize("code", [";;;", "0;-0;;@"])
def test_a_number_that_its_format_hides_is_not_read(code: str) -> None:
    hidden = edited(lambda book, sheet: sheet.write_number("E20", 0, book.format("", code)))
    parsed = parse_raw(as_raw("x", hidden))
    assert [finding.kind for finding in parsed.warnings] == ["amount-missing"]
    assert "expenditure/04/464/009" not in {line.path for line in parsed.editions[0].lines}


@pytest.mark.parametrize(
    ("old", "new"), [(b'Id="rId1"', b'Id="rId99"'), (b"relationships/worksheet", b"relationships/x")]
)
def test_a_shown_sheet_that_is_not_in_the_file_is_no_empty_one(old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(BytesIO(edited(lambda *_: None))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = "xl/_rels/workbook.xml.rels"
    assert parts[relations].count(old) == 1
    parts[relations] = parts[relations].replace(old, new)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", packed.getvalue()))
    assert (refused.value.kind, refused.value.file) == (ParseErrorKind.BROKEN, f"x/{relations}")


def test_a_sheet_of_a_diagram_holds_no_table() -> None:
    def change(book: Workbook, sheet: Any) -> None:
        chart = book.book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet1!$E$19:$E$20"})
        book.book.add_chartsheet().set_chart(chart)

    assert lines("x", edited(change)) == EXPECTED


def test_rows_are_taken_apart_once_however_many_stamps_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[object] = []

    def counted(row: GridRow) -> RowParts:
        taken.append(row)
        return take_apart(row)

    workbook = Workbook(numbers=True)
    sheet = workbook.book.add_worksheet()
    for row in range(50):
        sheet.write_string(row, 0, f"Приложение {row}")
    monkeypatch.setattr("parser.readers.sheets.take_apart", counted)
    assert len(read_document(as_raw("x", workbook.saved())).blocks) == 50
    assert len(taken) == 50


@pytest.mark.parametrize("value", [0, ""])
def test_a_formula_without_its_value_is_refused_by_its_place(value: object) -> None:
    with pytest.raises(ParseError) as refused:
        parse_raw(as_raw("x", edited(lambda _, sheet: sheet.write_formula("E19", "=1000+240", None, value))))
    error = refused.value
    assert (error.kind, str(error.at)) == (ParseErrorKind.UNCOMPUTED, "sheet 1, row 19")
    assert error.found == "E19: =1000+240"


def test_a_formula_that_came_to_an_error_is_refused_by_its_place() -> None:
    with pytest.raises(ParseError) as refused:
        read_document(
            as_raw("x", edited(lambda _, sheet: sheet.write_formula("E19", "=E99/0", None, "#DIV/0!")))
        )
    assert (refused.value.kind, refused.value.found) == (ParseErrorKind.UNCOMPUTED, "E19: #DIV/0!")


def test_a_formula_is_its_value() -> None:
    def change(book: Workbook, sheet: Any) -> None:
        sheet.write_formula("E19", "=1000+240", book.format("", "#,##0"), 1240)
        sheet.write_formula("D19", '="Обще"&"…"', None, "Общеобразовательное обучение")

    assert lines("x", edited(change)) == EXPECTED


def test_what_is_hidden_is_not_read() -> None:
    def change(book: Workbook, sheet: Any) -> None:
        sheet.write_number("F19", 99)
        sheet.write_formula("F20", "=1+1", None, "")  # nobody sees that it has no value
        sheet.set_column("F:F", None, None, {"hidden": True})
        sheet.write_number("G19", 98)
        sheet.set_column("G:G", 0)
        for number, state in enumerate(("hide", "very_hidden")):
            other = book.book.add_worksheet(f"Жоба {number}")
            other.write_row("A1", ["Приложение 9", 1, 2, 3])
            getattr(other, state)()

    assert lines("x", edited(change)) == EXPECTED


def test_a_merged_cell_is_seen_where_it_is_not_hidden() -> None:
    workbook = Workbook(numbers=True)
    sheet = workbook.book.add_worksheet()
    sheet.merge_range("A1:C1", "Бюджет туралы шешім")
    sheet.write_row("A2", ["жасырын", "көрінеді"])
    sheet.merge_range("B3:B5", "жартысы көрінеді")
    sheet.merge_range("A6:A7", "мүлде жасырын")
    sheet.set_column("A:A", None, None, {"hidden": True})
    sheet.set_row(2, 0)
    blocks = read_document(as_raw("x", workbook.saved())).blocks
    assert [(block.text, str(block.at)) for block in blocks if isinstance(block, Paragraph)] == [
        ("Бюджет туралы шешім", "sheet 1, row 1"),
        ("көрінеді", "sheet 1, row 2"),
        ("жартысы көрінеді", "sheet 1, row 4"),
    ]


@pytest.mark.parametrize("last", [60_000, pytest.param(1_048_575, marks=pytest.mark.sweep)])
def test_rows_of_formatting_only_are_nothing(last: int) -> None:
    def change(book: Workbook, sheet: Any) -> None:
        for row in range(40, 400):
            for column in range(12):
                sheet.write_blank(row, column, None, book.format("struck"))
        sheet.set_column("A:XFD", 9)
        sheet.write_blank(last, 16_383, None, book.format("struck"))

    assert lines("x", edited(change)) == EXPECTED


def test_what_stands_under_a_merged_cell_is_not_seen() -> None:
    def change(book: Workbook, sheet: Any) -> None:
        sheet.write_number("F19", 99)
        sheet.write_number("F20", 98)
        sheet.merge_range("F18:F40", "")

    assert lines("x", edited(change)) == EXPECTED


def sheet_of_form(text: str = FORM, **cells: tuple[object, str]) -> bytes:
    """Our CSV form kept in a sheet; some cells hold other values in a format."""
    workbook = Workbook(numbers=True)
    sheet = workbook.book.add_worksheet()
    for row, line in enumerate(text.replace('"', "").replace("1 000,5", "1 000.5").splitlines()):
        for column, cell in enumerate(line.split(",")):
            workbook.write(sheet, row, column, cell.replace("1 000.5", "1 000,5"))
    for cell, (value, code) in cells.items():
        sheet.write(cell, value, workbook.format("", code))
    return workbook.saved()


PLAIN = FORM.replace("тәрбие, оқыту", "тәрбие")


def read(data: bytes) -> ParsedDecision:
    return parse_raw(as_raw("edition.xlsx", data))


def test_our_csv_form_in_a_sheet() -> None:
    parsed = read(sheet_of_form(PLAIN))
    assert parsed.source.format == "xlsx"
    assert understood(parsed) == understood(parse_raw(as_raw("edition.csv", PLAIN.encode())))


def test_a_date_of_the_form_may_be_a_date() -> None:
    data = sheet_of_form(PLAIN, B7=(dt.datetime(2020, 12, 24), "dd.mm.yyyy"))  # noqa: DTZ001
    assert read(data).decision.date == dt.date(2020, 12, 24)


@pytest.mark.parametrize("code", ["d-mmm", "dd.mm.yyyy", "mmm-yy"])
def test_a_number_that_became_a_date_is_refused_by_name(code: str) -> None:
    with pytest.raises(ParseError) as refused:
        read(sheet_of_form(PLAIN, B6=(dt.datetime(2026, 3, 20), code)))  # noqa: DTZ001
    assert refused.value.kind is ParseErrorKind.CSV_NUMBER_IS_DATE
    assert refused.value.values == {"key": "decision_number"}


def test_what_is_wrong_in_the_form_is_named_with_its_sheet_and_row() -> None:
    with pytest.raises(ParseError) as refused:
        read(sheet_of_form(PLAIN.replace("revenue,1,,", "income,1,,")))
    assert (refused.value.kind, str(refused.value.at)) == (ParseErrorKind.CSV_ROW, "sheet 1, row 15")


def test_an_edition_is_one_sheet() -> None:
    workbook = Workbook(numbers=True)
    for _ in range(2):
        workbook.book.add_worksheet().write_row("A1", ["form", "qazyna-edition"])
    with pytest.raises(ParseError) as refused:
        read(workbook.saved())
    assert (refused.value.kind, str(refused.value.at)) == (ParseErrorKind.CSV_SHEETS, "sheet 2")


def test_an_edition_of_taraz_in_a_sheet() -> None:
    path = Path("data/taraz/20-3.2013-11-13.2013.ru.csv")
    workbook = Workbook(numbers=False)
    sheet = workbook.book.add_worksheet()
    with path.open(encoding="utf-8", newline="") as file:
        for row, record in enumerate(csv.reader(file)):
            sheet.write_row(row + 2, 1, record)  # it need not begin in the first cell
    assert understood(read(workbook.saved())) == understood(parse_file(path))


def test_rows_are_counted_as_the_program_counts_them() -> None:
    document = read_document(as_raw("x", edited(lambda *_: None)))
    (row,) = [b for b in document.blocks if isinstance(b, Row) and b.cells[-1] == "1 240"]
    assert str(row.at) == "sheet 1, row 19"
