"""Tables with several columns of amounts: which of them is the budget."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.readers.detect import read_document
from parser.readers.files import as_raw
from parser.records import Language, Row
from tests.conftest import examples

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


@settings(max_examples=examples(20))
@given(st.lists(st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)), min_size=2, max_size=8))
def test_any_stages_that_add_up_end_with_the_budget(amounts: list[tuple[int, int]]) -> None:
    rows = [(str(approved), str(change), str(approved + change)) for approved, change in amounts]
    assert read_amounts(Language.KK, rows) == [row[2] for row in rows]
