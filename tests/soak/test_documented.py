"""docs/reliability.md has the rows that `make soak` tries, in their order, each with figures."""

from __future__ import annotations

import re
from pathlib import Path

from tests.soak.tally import COLUMNS, MAY_DOUBLE, TELLING, Outcome, Row, Tally

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"


def test_the_document_has_every_row() -> None:
    table = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    assert tuple(rows[0]) == COLUMNS
    assert [row[0] for row in rows[2:]] == [row.value for row in Row]
    assert all(re.fullmatch(r"[\d,]+", cell) for row in rows[2:] for cell in row[1:])
    assert {row[0] for row in rows[2:] if row[3] != "0"} == set()
    assert {row[0] for row in rows[2:] if row[4] != "0"} <= MAY_DOUBLE
    assert {row[0] for row in rows[2:] if row[5] != "0"} == TELLING


def test_outcomes_are_added_up() -> None:
    tally = Tally()
    tally.add(Row.CLOSED, Outcome(100, doubled=1), 3)
    tally.add(Row.CLOSED, Outcome(1000, lost=2, told=5))
    [line] = [line for line in tally.render().splitlines() if line.startswith(f"| {Row.CLOSED} ")]
    assert line == f"| {Row.CLOSED} | 4 | 1,100 | 2 | 1 | 5 |"
