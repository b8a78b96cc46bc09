"""Tables that a browser prints without borders: amounts broken at their spaces, headers torn in narrow columns."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from parser.parse import parse_file
from parser.readers.columns import read_grid
from parser.readers.grid import Grid
from parser.readers.layout import find_tables
from parser.readers.lines import TextLine, Word, find_headings, lines_of
from parser.readers.unruled import UnruledTable
from parser.records import Row

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


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_table_may_begin_at_a_page_s_end(rows: int) -> None:
    body = [(3, "", "1. ДОХОДЫ", "7 100"), (4, "1", "Налоги", "7 100")]
    text = [(-6.0, "", "Бюджет района на 2021 год", ""), (-3.0, "", "Приложение", "")]
    page = page_of([*text, *HEADER, *body[:rows]])
    assert list(find_tables(page)) == [(False, 0, 2), (True, 2, 5 + rows)]
