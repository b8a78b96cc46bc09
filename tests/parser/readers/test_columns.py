"""Tables with several columns of amounts: which of them is the budget."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.document import Row
from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import Language
from tests.conftest import examples
from tests.parser.typography import BASE, EXPECTED, lines

LABELS = {
    Language.KK: ("Бағдарлама", "Атауы", "Бекітілген бюджет", "Өзгерістер (+,-)", "Бюджет"),
    Language.RU: ("Программа", "Наименование", "Утвержденный бюджет", "Изменения (+,-)", "Бюджет"),
}
Amounts = tuple[str, str, str]


def cell(text: str) -> str:
    return f"<td>{text}</td>"


def read_amounts(language: Language, rows: list[Amounts], labels: tuple[str, ...] | None = None) -> list[str]:
    """What is taken for the amount of each row of a table with three columns of them."""
    head = "".join(map(cell, labels or LABELS[language]))
    body = "".join(
        "<tr>" + "".join(map(cell, (f"{number:03}", f"Атауы {letter}", *amounts))) + "</tr>"
        for number, (letter, amounts) in enumerate(zip("абвгдежзик", rows, strict=False), start=1)
    )
    page = f"<html><body><table><tr>{head}</tr>{body}</table></body></html>"
    document = read_document(as_raw("decision.html", page.encode()))
    return [block.cells[2] for block in document.blocks if isinstance(block, Row) and not block.header]


STAGES: list[Amounts] = [
    ("1 000", "200", "1 200"),
    ("300", "-50", "250"),
    ("40", "-", "40"),
    ("500", "0", "500"),
]


@pytest.mark.parametrize("language", Language)
def test_approved_and_change_come_before_what_they_add_up_to(language: Language) -> None:
    assert read_amounts(language, STAGES) == ["1 200", "250", "40", "500"]


@pytest.mark.parametrize("language", Language)
def test_columns_that_add_up_in_no_more_than_a_few_rows_are_no_stages(language: Language) -> None:
    rows = [*STAGES[:2], ("70", "80", "90"), ("10", "20", "50")]
    assert read_amounts(language, rows) == ["1 000", "300", "70", "10"]


def test_a_label_tells_the_amended_budget_whatever_adds_up() -> None:
    labels = (
        "Программа",
        "Наименование",
        "Утвержденный бюджет, сумма",
        "Уточненный бюджет, сумма",
        "Отклонение, сумма",
    )
    assert read_amounts(Language.RU, [("70", "80", "10"), ("30", "30", "0")], labels) == ["80", "30"]


RU_LEVELS = ("Функциональная группа", "Администратор", "Программа", "Наименование")
KK_LEVELS = ("Функционалдық топ", "Әкімші", "Бағдарлама", "Атауы")
SEVERAL = [  # labels and the column, from the left, that is the budget
    ("Изменения (+,-)", "Сумма, тысяч тенге", 1),
    ("в том числе за счет трансфертов", "Сумма, тысяч тенге", 1),
    ("Сумма, тысяч тенге", "из них за счет трансфертов", 0),
    ("Утвержденный бюджет", "Уточненный бюджет", 1),
    ("Утверждено", "С учетом изменений", 1),
    ("План", "Факт", 0),
    ("Исполнено", "План", 1),
    ("Өзгерістер", "Сомасы, мың теңге", 1),
    ("оның ішінде трансферттер есебінен", "Сомасы, мың теңге", 1),
    ("Бекітілген бюджет", "Нақтыланған бюджет", 1),
]


@pytest.mark.parametrize("levels", [RU_LEVELS, KK_LEVELS], ids=["ru", "kk"])
@pytest.mark.parametrize(("first", "second", "main"), SEVERAL, ids=str)
def test_a_change_or_a_part_is_no_budget(first: str, second: str, main: int, levels: tuple[str, ...]) -> None:
    head = "".join(map(cell, (*levels, first, second)))
    rows = (("04", "", "", "Образование"), ("", "464", "", "Отдел"), ("", "", "003", "Школы"))
    amounts = [(f"{number} 100", f"{number} 700") for number in range(1, 4)]
    body = "".join(
        "<tr>" + "".join(map(cell, (*row, *pair))) + "</tr>" for row, pair in zip(rows, amounts, strict=True)
    )
    page = f"<html><body><table><tr>{head}</tr>{body}</table></body></html>"
    blocks = [
        block for block in read_document(as_raw("x.html", page.encode())).blocks if isinstance(block, Row)
    ]
    assert [block.header for block in blocks] == [True, False, False, False]
    assert [block.cells[2] for block in blocks[1:]] == [pair[main] for pair in amounts]


SPLIT = [("2", "300"), ("-1", "000"), ("12 345", "067,5"), ("", "280"), ("", "-")]
WHOLE = ["2 300", "-1 000", "12 345 067,5", "280", "-"]


def two_columns(rows: list[tuple[str, str]]) -> list[str]:
    head = "".join(map(cell, KK_LEVELS[2:])) + '<td colspan="2">Сомасы</td>'
    body = "".join(
        "<tr>" + "".join(map(cell, (f"{number:03}", "Атауы", *row))) + "</tr>"
        for number, row in enumerate(rows, 1)
    )
    page = f"<html><body><table><tr>{head}</tr>{body}</table></body></html>"
    document = read_document(as_raw("x.html", page.encode()))
    return [block.cells[2] for block in document.blocks if isinstance(block, Row) and not block.header]


def test_amounts_in_two_cells_are_joined() -> None:
    assert two_columns(SPLIT) == WHOLE


def test_two_columns_of_whole_amounts_are_not_joined() -> None:
    assert two_columns([*SPLIT, ("7", "1 280")])[:2] == ["2", "-1"]
    assert two_columns([("2", "300"), ("1", "100"), ("12", "345")]) == ["2", "1", "12"]


@settings(max_examples=examples(12))
@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), min_size=2, max_size=8))
def test_any_stages_that_add_up_end_with_the_budget(amounts: list[tuple[int, int]]) -> None:
    rows = [(str(approved), str(change), str(approved + change)) for approved, change in amounts]
    assert read_amounts(Language.KK, rows) == [row[2] for row in rows]


@pytest.mark.parametrize("filler", ["0", "00", "-", "—", "x", "Х", "*", ".", "…", "//", "_", "··"])
def test_what_fills_the_columns_of_codes_is_no_code(filler: str) -> None:
    """Each level's own columns are filled in every row, and nothing is lost."""
    assert lines("x.html", BASE.replace("<td></td>", cell(filler)).encode()) == EXPECTED


def test_a_dash_in_the_column_of_amounts_is_an_amount_beside_dashes() -> None:
    row = "<tr><td></td><td></td><td></td><td>3. Чистое бюджетное кредитование</td><td>0</td></tr>"
    assert row in BASE
    page = BASE.replace(row, row.replace("<td>0</td>", "<td>-</td>")).replace("<td></td>", "<td>-</td>")
    assert lines("x.html", page.encode()) == EXPECTED
