"""What a clerk has of one budget, and loading it; a process that only loads reads nothing else of the tests."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from parser.records import DecisionKind, DecisionRef
from storage.engine import create_engine, create_sessions
from storage.loading.errors import UnknownDecisionError
from storage.loading.ingest import ingest
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


async def load_clerks_files(database: str) -> None:
    """Loads the files of the order test into a database, as `load` does."""
    engine = create_engine(f"sqlite+aiosqlite:///{database}")
    sessions = create_sessions(engine)
    for parsed in FILES:
        with contextlib.suppress(UnknownDecisionError):
            await ingest(sessions, parsed)
    await engine.dispose()
