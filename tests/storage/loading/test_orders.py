"""The same files give the same database, in whatever order they are loaded."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.records import DecisionKind, DecisionRef, ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.errors import UnknownDecisionError
from storage.loading.ingest import ingest
from tests.conftest import examples
from tests.harness.databases import database_url
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    MAY,
    NOVEMBER,
    ORIGINAL,
    PROGRAM,
    RU,
    changed,
    discrepancy,
    document,
    edition,
    figure_change,
    warning,
)
from tests.storage.dump import Dump, facts

UNDATED = DecisionRef("13-3", None)
# What a clerk has of one budget: tables apart from their text, twins that differ, redactions
# that print the same tables again, a decision only named, texts that do not state their years.
FILES = [
    document(ORIGINAL, [edition(ORIGINAL, RU)], RU, title=None, file="2013.csv"),
    document(ORIGINAL, [edition(ORIGINAL, RU, year=2014)], RU, title=None, file="2014.csv"),
    document(ORIGINAL, [edition(ORIGINAL, RU, year=2015)], RU, file="2015.csv", url="https://example.org/ru"),
    document(APRIL, figure_changes=[figure_change(PROGRAM, 499, 700)], registration_number=None),
    document(APRIL, [changed(APRIL, {PROGRAM: 701}, RU)], RU, discrepancies=[discrepancy()]),
    document(MAY, [], figure_changes=[figure_change()], budget_years=None, warnings=[warning()]),
    document(JULY, [changed(JULY, {PROGRAM: 800}), edition(JULY, year=2014)], budget_years=None),
    document(NOVEMBER, [changed(NOVEMBER, {PROGRAM: 801}, RU)], RU, amends=APRIL),
    document(
        ORIGINAL,
        [changed(JULY, {PROGRAM: 800}, RU), edition(ORIGINAL, RU, year=2015)],
        RU,
        kind=DecisionKind.REDACTION,
        amended_by=(APRIL, UNDATED, JULY),
        file="july.html",
    ),
    document(
        ORIGINAL,
        [changed(NOVEMBER, {PROGRAM: 801}, RU), edition(JULY, RU, year=2014)],
        RU,
        kind=DecisionKind.REDACTION,
        amended_by=(APRIL, UNDATED, replace(JULY, registration_number="1970"), NOVEMBER),
        file="november.html",
    ),
    document(ORIGINAL, [edition(ORIGINAL, KK)], place="Шымкент", registration_number="1855"),
]


async def _load_all(files: list[ParsedDecision], database: Path) -> Dump:
    engine = create_engine(database_url(database))
    sessions = create_sessions(engine)
    waiting = files
    while waiting:
        left: list[ParsedDecision] = []
        for parsed in waiting:
            try:
                await ingest(sessions, parsed)
            except UnknownDecisionError:
                left.append(parsed)
        assert len(left) < len(waiting)
        waiting = left
    await engine.dispose()
    return facts(database)


def load_all(files: list[ParsedDecision], migrated: Path) -> Dump:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_load_all(files, Path(shutil.copy(migrated, folder))))


@lru_cache  # a fixture would be printed whole for every example
def load_in_order(migrated: Path) -> Dump:
    dump = load_all(FILES, migrated)
    assert {row[8] for row in dump["discrepancy"]} == {"language", "previous", "sum"}
    return dump


@settings(
    max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(range(len(FILES))), again=st.lists(st.sampled_from(range(len(FILES))), max_size=3)
)
def test_every_order_gives_the_same_database(migrated: Path, order: list[int], again: list[int]) -> None:
    assert load_all([FILES[number] for number in order + again], migrated) == load_in_order(migrated)
