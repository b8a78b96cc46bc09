"""One cell beside two rows holds the amount of neither: it may be that of both together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parser.kinds import Doubt, FindingKind
from parser.records import Language
from parser.tables.table import Table
from tests.parser.layouts import Cell, as_docx, as_html
from tests.parser.readers.test_layouts import OFFICE, read
from tests.parser.texts import LABELS, NAMES

Tables = list[list[list[Cell]]]
FIRST, SECOND = "expenditure/04/464/003", "expenditure/04/464/009"


def tables(language: Language, beside: list[tuple[str, int]]) -> Tables:
    """A small budget; `beside` are the amounts of two programs, each with the rows that its cell covers."""
    names, labels = NAMES[language], LABELS[language]
    receipts = [("", "", "", names["revenue"], "750"), ("1", "", "", names["tax"], "750")]
    spending = [
        ("", "", "", names["expenditure"], "750"),
        ("04", "", "", names["any"], "750"),
        ("", "464", "", names["any"], "750"),
    ]
    programs: list[list[Cell]] = [
        [("", 1, 1), ("", 1, 1), (code, 1, 1), (names["any"], 1, 1)] for code in ("003", "009")
    ]
    for program, (amount, height) in zip(programs, beside, strict=False):
        program.append((amount, 1, height))
    table = [[(cell, 1, 1) for cell in row] for row in (labels["spending"], *spending)]
    return [[[(cell, 1, 1) for cell in row] for row in (labels["receipts"], *receipts)], [*table, *programs]]


def amounts(table: Table) -> dict[str, tuple[int, Doubt | None]]:
    return {line.path: (line.amount, line.doubt) for line in table.lines if line.path in {FIRST, SECOND}}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("printed", [as_html, as_docx, *OFFICE])
def test_an_amount_beside_two_rows_is_unsure(printed: Callable[[Tables], bytes], language: Language) -> None:
    table = read(printed(tables(language, [("750", 2)])))
    assert amounts(table) == {FIRST: (750_000, Doubt.UNSURE)}
    told = {finding.kind for finding in table.findings}
    assert told == {FindingKind.CELLS_UNSURE, FindingKind.AMOUNT_MISSING}


@pytest.mark.parametrize("printed", [as_html, as_docx, *OFFICE])
def test_an_amount_beside_its_own_row_is_sure(printed: Callable[[Tables], bytes]) -> None:
    table = read(printed(tables(Language.RU, [("500", 1), ("250", 1)])))
    assert amounts(table) == {FIRST: (500_000, None), SECOND: (250_000, None)}
    assert table.findings == ()
