"""Tables that a browser prints without borders: amounts broken at their spaces, headers torn in narrow columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from parser.document import Paragraph, Row
from parser.parse import parse_file
from parser.readers.columns import read_grid
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.readers.grid import Grid
from parser.readers.layout import find_tables
from parser.readers.lines import TextLine, Word, find_headings, lines_of
from parser.readers.unruled import UnruledTable
from tests.parser.pdf_pages import Page, pdf_of

DOCUMENTS = Path("tests/parser/documents")
_STEP, _HEIGHT, _LETTER = 12.0, 8.0, 5.0  # points: between lines, of a line, wide
_CODE, _NAME, _AMOUNT = 40.0, 100.0, 400.0

# A printed line: where it stands, counted in lines; its code, its part of the name and of the amount.
Printed = tuple[float, str, str, str]


@pytest.mark.parametrize("file", sorted((DOCUMENTS / "borderless").iterdir()), ids=lambda file: file.name)
def test_a_browser_s_print_says_what_its_page_says(file: Path) -> None:
    page, printed = parse_file(DOCUMENTS / "page-ends/page.kk.html"), parse_file(file)
    said = [
        [[(line.path, line.name, line.amount) for line in edition.lines] for edition in parsed.editions]
        for parsed in (page, printed)
    ]
    assert said[0] == said[1]
    assert (printed.warnings, printed.discrepancies) == (page.warnings, page.discrepancies)


def words(text: str, left: float, y: float) -> Iterator[Word]:
    for word in text.split():
        yield Word(word, left, left + _LETTER * len(word), y, y + _HEIGHT)
        left += _LETTER * (len(word) + 1)


def page_of(printed: Sequence[Printed]) -> list[TextLine]:
    return lines_of(
        [
            word
            for at, code, name, amount in printed
            for text, left in ((code, _CODE), (name, _NAME), (amount, _AMOUNT))
            for word in words(text, left, _STEP * at)
        ]
    )


def read(*pages: Sequence[Printed]) -> list[tuple[str, ...]]:
    grid, table = Grid("x", None), UnruledTable()
    for printed in pages:
        grid.extend(table.read(page_of(printed), itertools.count(1), opens=True))
    return [row.cells for row in read_grid(grid, 1) if isinstance(row, Row) and not row.header]


WHOLE = [
    ("01", "Көлік", "16 492 948"),
    ("112", "Мәслихат аппараты", "382"),
    ("", "2. ШЫҒЫНДАР", "21 945 988"),
]
TOP = [
    (0, "01", "Көлік", "16 492"), (1, "", "", "948"),
    (2.3, "112", "Мәслихат", "382"), (3.3, "", "аппараты", ""),
    (4.6, "", "2. ШЫҒЫНДАР", "21 945"), (5.6, "", "", "988"),
]  # fmt: skip
MIDDLE = [
    (0, "", "", "16 492"), (0.5, "01", "Көлік", ""), (1, "", "", "948"),
    (2.3, "", "Мәслихат", ""), (2.8, "112", "", "382"), (3.3, "", "аппараты", ""),
    (4.6, "", "", "21 945"), (5.1, "", "2. ШЫҒЫНДАР", ""), (5.6, "", "", "988"),
]  # fmt: skip
BOTTOM = [
    (0, "", "", "16 492"), (1, "01", "Көлік", "948"),
    (2.3, "", "Мәслихат", ""), (3.3, "112", "аппараты", "382"),
    (4.6, "", "", "21 945"), (5.6, "", "2. ШЫҒЫНДАР", "988"),
]  # fmt: skip


@pytest.mark.parametrize("printed", [TOP, MIDDLE, BOTTOM], ids=["top", "middle", "bottom"])
def test_an_amount_that_its_column_breaks_is_one(printed: list[Printed]) -> None:
    assert read(printed) == WHOLE


def test_a_name_and_an_amount_that_wrap_together() -> None:
    lines = [(0, "467", "Құрылыс, абаттандыру", "1 589"), (1, "", "және (немесе) сатып алу", "452")]
    assert read([*lines, (2.4, "01", "Көлік", "7")]) == [
        ("467", "Құрылыс, абаттандыру және (немесе) сатып алу", "1 589 452"),
        ("01", "Көлік", "7"),
    ]


@pytest.mark.parametrize("split", [1, 2, 5])
def test_a_page_s_end_in_an_amount(split: int) -> None:
    above = MIDDLE if split == 2 else TOP
    assert read(above[:split], above[split:]) == WHOLE


def test_rows_of_their_own_are_not_joined() -> None:
    # 505 has a code, the section a title; and a code may stand at a name's top, its amount at the bottom.
    rows = [
        (0, "01", "Көлік", "31 579"),
        (1, "02", "Жол", "505"),
        (2, "", "3. Таза бюджеттік кредиттеу", "120"),
    ]
    assert read(rows) == [row[1:] for row in rows]
    stairs = [(0, "148", "Мәслихаттың", ""), (1, "", "аппараты", "31 579"), (2, "038", "Жол", "505")]
    assert read(stairs) == [("148", "Мәслихаттың аппараты", "31 579"), ("038", "Жол", "505")]


def test_an_amount_close_behind_a_name_that_fills_its_column() -> None:
    long = "а" * 12
    name = " ".join([long] * 4)  # its end is nearer to the amount than a gap between columns
    rows = [(n, f"0{n}", f"Көлік {n}", f"{n} 500") for n in range(1, 4)]
    full = (4, "04", f"{name} аааааа", "1 700")
    assert read([*rows, full])[-1] == ("04", f"{name} аааааа", "1 700")


HEADER = [(0, "Категория", "", "Сумма,"), (1, "Класс", "", "тысяч"), (2, "Подкласс", "Наименование", "тенге")]


def test_a_header_is_whole_though_its_labels_are_torn() -> None:
    page = page_of([*HEADER, (3, "", "1. ДОХОДЫ", "7 100"), (4, "1", "Налоги", "7 100")])
    assert find_headings(page) == [True] * 3 + [False] * 2
    alone = page_of([(0, "", "тысяч", ""), (3, "1", "Налоги", "7 100")])
    assert find_headings(alone) == [False, False]


def test_a_word_of_labels_under_a_name_is_its_end_though_a_header_follows() -> None:
    row, end = (0, "2", "Мектепке көлiк", "60"), (1, "", "Iшкi", "")
    stairs = [(2, "Функционалдық топ", "", ""), (3, "", "Атауы", "Сомасы, мың теңге")]
    assert find_headings(page_of([row, end, *stairs])) == [False, False, True, True]
    assert find_headings(page_of([end, *stairs]))[0]  # with no name above it may be a piece of a label


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_table_may_begin_at_a_page_s_end(rows: int) -> None:
    body = [(3, "", "1. ДОХОДЫ", "7 100"), (4, "1", "Налоги", "7 100")]
    text = [(-6.0, "", "Бюджет района на 2021 год", ""), (-3.0, "", "Приложение", "")]
    page = page_of([*text, *HEADER, *body[:rows]])
    assert list(find_tables(page)) == [(False, 0, 2), (True, 2, 5 + rows)]


def test_codes_and_amounts_that_touch_the_name() -> None:
    # Without a space between columns a word runs from one into the next: its place says where to part it.
    page = page_of([(n, f"0{n}", f"Көлік {n}", f"{n} 500") for n in range(1, 5)])
    glued = [
        Word("009Мектептер", _NAME - 3 * _LETTER, _NAME + 9 * _LETTER, 60, 68),
        *words("салу", _NAME + 10 * _LETTER, 60), *words("7 100", _AMOUNT, 60),
        *words("05", _CODE, 72), Word("білім45", _AMOUNT - 5 * _LETTER, _AMOUNT + 2 * _LETTER, 72, 80),
        *words("164", _AMOUNT + 3 * _LETTER, 72),
    ]  # fmt: skip
    table = UnruledTable()
    grid = Grid("x", None)
    grid.extend(table.read([*page, *lines_of(glued)], itertools.count(1)))
    rows = [row.cells for row in read_grid(grid, 1) if isinstance(row, Row)]
    assert rows[-2:] == [("009", "Мектептер салу", "7 100"), ("05", "білім", "45 164")]


def test_a_table_whose_amounts_are_all_broken() -> None:
    body = [
        (4, "", "", "23 483"), (4.5, "", "1. ДОХОДЫ", ""), (5, "", "", "197"),
        (6.4, "", "", "5 301"), (6.9, "1", "Налоги", ""), (7.4, "", "", "106"),
    ]  # fmt: skip
    page = page_of([*HEADER, *body])
    assert list(find_tables(page)) == [(True, 0, len(page))]
    assert read([*HEADER, *body]) == [("", "1. ДОХОДЫ", "23 483 197"), ("1", "Налоги", "5 301 106")]


def test_a_name_whose_code_is_in_its_middle_goes_on_over_a_page_s_end() -> None:
    above = [
        (0, "", "Мәслихат", ""), (1, "112", "аппаратының", "5"), (2, "", "қызметі", ""),
        (3.3, "", "Жол және", ""), (4.3, "01", "көлік", "7"),
    ]  # fmt: skip
    below = [
        (0, "", "шаруашылығы", ""),
        (1.3, "", "Білім беру", ""), (2.3, "02", "ұйымдарын", "8"), (3.3, "", "ұстау", ""),
    ]  # fmt: skip
    assert read(above, below) == [
        ("112", "Мәслихат аппаратының қызметі", "5"),
        ("01", "Жол және көлік шаруашылығы", "7"),
        ("02", "Білім беру ұйымдарын ұстау", "8"),
    ]


@pytest.mark.parametrize("number", ["3", "676"])
def test_digits_at_a_page_s_top_are_its_number_where_they_count_the_pages(number: str) -> None:
    pages = []
    for text in ("1", "2", number):
        page = Page(400, 600)
        page.text(200, 30, text, 9)
        page.text(40, 300, "Жол", 9)
        pages.append(page)
    said = [
        block.text if isinstance(block, Paragraph) else block.printed
        for block in read_document(as_raw("x.pdf", pdf_of(pages))).blocks
    ]
    assert (number in " ".join(said).split()) == (number == "676")


def test_a_table_without_a_header_below_another_one() -> None:
    wide = [(n, f"0{n}", f"Көлік {n}", f"{n} 500") for n in range(1, 7)]
    narrow = [
        word
        for at, code in ((8.0, "8"), (9.0, "01"))
        for text, left in ((code, _CODE), ("Қалдықтар", _CODE + 15), ("2 439", _CODE + 80))
        for word in words(text, left, _STEP * at)
    ]
    bare = [(at, code, "", amount) for at, code, _, amount in wide]
    above = [word for line in page_of(bare) for word in line.words]
    names = [word for at, _, name, _ in wide for word in words(name, 250, _STEP * at)]
    grid = Grid("x", None)
    grid.extend(UnruledTable().read(lines_of([*above, *names, *narrow]), itertools.count(1)))
    rows = [row.cells for row in read_grid(grid, 1) if isinstance(row, Row)]
    assert rows[-3:] == [
        ("06", "Көлік 6", "6 500"),
        ("8", "Қалдықтар", "2 439"),
        ("01", "Қалдықтар", "2 439"),
    ]
