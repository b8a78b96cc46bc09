"""One more decision writes as many pages with many places loaded as with one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from parser.records import DecisionRef, ParsedDecision
from tests.storage.builders import APRIL, MAY, ORIGINAL, document, edition
from tests.storage.conftest import Load

PLACES = 60
LEAVES = {f"expenditure/{group:02}/464/{program:03}": 5 for group in range(1, 11) for program in range(1, 11)}


def of_place(number: int, ref: DecisionRef) -> ParsedDecision:
    """A decision of a place that names every line in a way of its own."""
    place = f"Аудан{number:03}"
    table = edition(ref, leaves=LEAVES)
    lines = tuple(replace(line, name=f"{line.name}, {place}") for line in table.lines)
    return document(ref, editions=[replace(table, place=place, lines=lines)], place=place)


async def count_pages(load: Load, database: Path, parsed: ParsedDecision) -> int:
    """How many pages of the file are written for a decision."""
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = int(connection.execute("PRAGMA page_size").fetchone()[0])
        [report] = await load(parsed)
        assert report.status == "new"
        return database.with_name(f"{database.name}-wal").stat().st_size // size


@pytest.mark.sqlite  # a file's pages are counted
async def test_a_decision_writes_no_more_pages_the_more_places_are_loaded(load: Load, database: Path) -> None:
    await load(of_place(0, ORIGINAL))
    alone = await count_pages(load, database, of_place(0, APRIL))
    for number in range(1, PLACES):
        await load(of_place(number, ORIGINAL))

    among_many = await count_pages(load, database, of_place(0, MAY))

    assert 0 < among_many <= alone * 3 // 2
