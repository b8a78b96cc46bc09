"""A row that a page's end cuts is one row, whichever way the table is set and the pages are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import Doubt, FindingKind, ParseErrorKind
from parser.parse import parse_file, parse_raw
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.grid import Cell, GridRow
from parser.readers.page_ends import mended
from parser.records import ParsedDecision
from tests.harness.sweeping import crossed, some_of
from tests.parser.pdf_pages import Page, pdf_of
from tests.parser.pdf_tables import Print, as_pdf, printed_pages, stacked
from tests.parser.typography import BASE, EXPECTED, ReadLine, lines

SAMPLES = Path("tests/parser/documents/page-ends")
ROOT = etree.fromstring(BASE.encode(), etree.HTMLParser(encoding="utf-8"))
PARAGRAPHS = [paragraph.text or "" for paragraph in ROOT.iter("p")]
TABLES = [[[cell.text or "" for cell in row] for row in table.iter("tr")] for table in ROOT.iter("table")]
WIDTHS = (80, 80, 80, 115, 60)
HOW_CUT: dict[str, tuple[Any, ...]] = {
    "height": (200, 263, 318),
    "cut": (True, False),
    "closed": (False, True),
    "align": ("top", "middle", "bottom"),
    "repeat": (False, True),
}


def read(pages: bytes) -> list[ReadLine]:
    """What is read, with or without a doubt which cells belong together."""
    parsed = parse_raw(as_raw("x.pdf", pages))
    assert not parsed.discrepancies
    return [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]


@pytest.mark.parametrize("ways", some_of([*product(*HOW_CUT.values())], 17))
def test_cut_rows(ways: Sequence[tuple[Any, ...]]) -> None:
    for way in ways:
        how = Print(WIDTHS, **dict(zip(HOW_CUT, way, strict=True)))
        assert read(as_pdf(TABLES, PARAGRAPHS, how)) == EXPECTED, how


@pytest.mark.parametrize("align", ["top", "middle", "bottom"])
def test_a_row_that_is_cut_twice(align: str) -> None:
    long = "Жилищно-коммунальное хозяйство и содержание всех домов " * 12
    tables = [
        TABLES[0],
        [[cell.replace("Жилищно-коммунальное хозяйство", long) for cell in row] for row in TABLES[1]],
    ]
    how = Print(WIDTHS, height=220, align=align)
    pages = printed_pages(tables, PARAGRAPHS, how)
    only = [page for page in pages if all("Образование" not in drawn for drawn in page.drawn)]
    assert len(only) > 4
    expected = [
        (path, name.replace("Жилищно-коммунальное хозяйство", long.strip()), amount)
        for path, name, amount in EXPECTED
    ]
    assert read(pdf_of(pages)) == expected


def test_what_every_page_repeats_parts_no_table() -> None:
    pages = printed_pages(TABLES, PARAGRAPHS, Print(WIDTHS, height=300, margin=45))
    for number, page in enumerate(pages, start=1):
        page.text(45, 15, "11/28/2026, 4:12 PM", 7)
        page.text(300, 290, f"decision.html {number}/{len(pages)}", 7)
    assert len(pages) > 3
    assert read(pdf_of(pages)) == EXPECTED


@pytest.mark.parametrize("widths", [(60, 70, 70, 115, 80), (100, 60, 60, 115, 80), (80, 80, 80, 120, 90)])
@pytest.mark.parametrize("height", [240, 330, 700])
def test_tables_that_touch_are_two(widths: tuple[float, ...], height: int) -> None:
    """Their sides may be the same or not; a wider one's rule is none of the narrower one's columns."""
    hows = [Print(WIDTHS, height=height), Print(widths, height=height)]
    assert read(pdf_of(stacked(TABLES, PARAGRAPHS, hows))) == EXPECTED


def test_a_row_that_a_page_s_end_leaves_open_is_doubtful() -> None:
    how = Print(WIDTHS, height=230)
    pages = printed_pages(TABLES, PARAGRAPHS, how)
    cut = next(
        number
        for number, page in enumerate(pages[:-1])
        if Doubt.UNSURE not in doubts(pdf_of(pages)) and Doubt.UNSURE in doubts(pdf_of(pages[: number + 1]))
    )
    assert doubts(pdf_of(pages[: cut + 1]))[-1] is Doubt.UNSURE


def doubts(pages: bytes) -> list[Doubt | None]:
    parsed = parse(pages)
    return [line.doubt for line in parsed.editions[0].lines] if parsed is not None else []


def parse(pages: bytes) -> ParsedDecision | None:
    try:
        return parse_raw(as_raw("x.pdf", pages))
    except ParseError:
        return None


def test_a_page_s_end_without_a_rule_may_stand_between_two_rows() -> None:
    other = row("", "004", "Қаржы активтерін сатып алу", "20", continues=True)
    read = mended([NAME, replace(other, cut=True)])
    assert texts(read) == texts([NAME, other])


@pytest.mark.parametrize(("width", "height"), [(62, 300), (62, 700), (66, 300), (70, 300), (90, 300)])
def test_narrow_names_without_rules(width: int, height: int) -> None:
    """A word to a line: no gap before amounts, a section's number alone, a last word on the next page."""
    how = Print((60, 60, 60, width, 70), height=height, ruled=False, to_left=True)
    assert read(as_pdf(TABLES, PARAGRAPHS, how)) == EXPECTED


def test_an_amount_without_a_row_makes_those_beside_it_doubtful() -> None:
    """Without rules a broken amount, or lines of two names, may have made it."""
    index = next(n for n, cells in enumerate(TABLES[1]) if "1 240" in cells)
    widened = [*TABLES[1][: index + 1], ["", "", "", "обучение", "439"], *TABLES[1][index + 1 :]]
    parsed = parse(as_pdf([TABLES[0], widened], PARAGRAPHS, Print(WIDTHS, height=700, ruled=False)))
    assert parsed is not None
    doubtful = [line.amount_printed for line in parsed.editions[0].lines if line.doubt]
    assert doubtful == ["1 240", "260"]
    assert FindingKind.ROW_SET_ASIDE in {finding.kind for finding in parsed.warnings}


def test_a_browser_s_print_is_its_page() -> None:
    printed, page = (parse_file(SAMPLES / name) for name in ("browser-print.kk.pdf", "page.kk.html"))
    read_lines = [
        [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]
        for parsed in (printed, page)
    ]
    assert len(read_lines[0]) == 41
    assert read_lines[0] == read_lines[1]


def rewritten(old: str, *marks: tuple[str, float, float, float]) -> bytes:
    """The tables on one page, with small texts beside a cell's: each with its place behind it and its size."""
    pages = printed_pages(TABLES, PARAGRAPHS, Print(WIDTHS, height=1200))
    printer = Page(height=1200)
    place = printer.text(0, 0, old, 9)
    x, y = found(pages[0], old)
    for text, right, up, size in marks:
        pages[0].text(x + place + right, y - up, text, size)
    return pdf_of(pages)


def found(page: Page, text: str) -> tuple[float, float]:
    """Where a text is drawn on a page."""
    other = Page(page.width, page.height)
    other.text(0, 0, text, 9)
    letters = other.drawn[0].split("<")[1].split(">")[0]
    drawn = next(line for line in page.drawn if f"<{letters}" in line)
    x, y = drawn.split(" Tf ")[1].split(" Td ")[0].split()
    return float(x), page.height - float(y)


MARKS = [("1", 0.5, 4, 5.5), ("1)", 1, 3, 6), ("*", 0.5, 3, 6), ("12", 2, 4, 5)]


@pytest.mark.parametrize(("mark", "beside"), crossed(MARKS, ["1 240", "003", "обучение", "Налоговые"]))
def test_small_raised_numbers_are_no_digits(beside: str, mark: tuple[str, float, float, float]) -> None:
    assert lines("x.pdf", rewritten(beside, mark)) == EXPECTED


def test_digits_of_the_same_size_are_digits() -> None:
    with pytest.raises(ParseError) as caught:
        lines("x.pdf", rewritten("1 240", ("5", 0.5, 0, 9)))
    assert caught.value.kind is ParseErrorKind.UNREADABLE_AMOUNT


def read_anyway(pages: bytes) -> list[ReadLine]:
    parsed = parse_raw(as_raw("x.pdf", pages))
    return [(line.path, line.name, line.amount) for line in parsed.editions[0].lines]


def test_what_a_line_is_drawn_through_is_not_read() -> None:
    cells = [
        [cell.replace("1 240", "1 100 1 240").replace("Отдел", "Управление Отдел") for cell in row]
        for row in TABLES[1]
    ]
    pages = printed_pages([TABLES[0], cells], PARAGRAPHS, Print((80, 80, 80, 200, 90), height=1200))
    page = pages[0]
    for struck in ("1 100", "Управление"):
        x, y = found(page, struck)
        end = Page().text(x, 0, struck, 9)
        page.line(x, y - 2.5, end, y - 2.5)
        page.line(x, y + 1.5, end, y + 1.5)  # one under a text is none
    struck_once = [
        (path, name.replace("Управление ", ""), amount) for path, name, amount in read_anyway(pdf_of(pages))
    ]
    assert struck_once == EXPECTED


def test_a_rule_parts_a_code_from_a_name_however_near() -> None:
    near = Print((11, 13, 18, 115, 60), height=700)
    narrow = [[["", "", "", *row[3:]] if len(row[0]) > 3 else list(row) for row in table] for table in TABLES]
    for table in narrow:
        table[0][3:] = ["Наименование", "тыс. тенге"]
    assert read(as_pdf(narrow, PARAGRAPHS, near)) == EXPECTED


def row(*texts: str, continues: bool = False) -> GridRow:
    cells = tuple(Cell((text,), column, 1) for column, text in enumerate(texts) if text)
    return GridRow(cells, 0, continues)


def texts(rows: Sequence[GridRow]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows]


# Labels that are too long for their columns: no list has them.
HEADER = row("БағдарламаАтауы", "Сомасы, мың", "теңге", "Жиыны")
NAME = row("", "003", "Қаржы активтерін сатудан", "115")


def test_a_header_of_unknown_labels_is_told_when_it_comes_again() -> None:
    again = row("Бағдарлама Атауы", "Сомасы, мың", "теңге", "Жиыны")
    read = mended([HEADER, NAME, again, row("", "", "түсетін түсімдер", continues=True)])
    assert texts(read) == texts(
        [HEADER, row("", "003", "Қаржы активтерін сатудан түсетін түсімдер", "115"), again]
    )


@pytest.mark.parametrize("end", ["Iшкi", "мемлекеттік 2020", "6"])
def test_the_end_of_a_name_may_be_a_word_that_labels_have(end: str) -> None:
    read = mended([NAME, row("", "", end, continues=True)])
    assert texts(read) == [["003", f"Қаржы активтерін сатудан {end}", "115"]]


def test_a_label_alone_is_no_name() -> None:
    read = mended([NAME, row("", "", "Атауы", continues=True)])
    assert len(read) == 2


@pytest.mark.parametrize("height", [842, 400])
def test_codes_of_one_column_are_of_one_without_rules(height: int) -> None:
    """A 1 stands further right in its place than a 0 does; the table goes on on other pages."""
    document = read_document(
        as_raw("x.pdf", as_pdf(TABLES, PARAGRAPHS, Print(WIDTHS, height=height, ruled=False)))
    )
    rows = [block for block in document.blocks if isinstance(block, Row) and not block.header]
    for table in {row.table for row in rows}:
        columns = {row.cells[0]: row.column for row in rows if row.table == table and row.cells[0]}
        assert columns.get("04") == columns.get("07")
        assert len({columns.get(program) for program in ("003", "009", "015", "018")}) == 1
        assert columns.get("464") == columns.get("458")
        assert columns.get("1") == columns.get("4")
    assert len({row.column for row in rows if row.cells[0] in {"003", "015"}}) == 1
