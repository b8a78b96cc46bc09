"""A newer parser reads a file anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import ParsedDecision
from storage.loading.ingest import Restored, Status, ingest
from storage.reading.cards import list_budgets
from tests.storage.builders import (
    APRIL,
    JULY,
    PROGRAM,
    changed,
    document,
    figure_change,
    warning,
)
from tests.storage.conftest import Sessions
from tests.storage.dump import column, count, facts


async def read_by(sessions: Sessions, revision: int, parsed: ParsedDecision) -> Status:
    """Stores a file as a parser of some revision read it."""
    tables = [None] * len(parsed.discrepancies)
    return (await ingest(sessions, parsed, restored=Restored(revision, tables, whole=True))).status


def reread(old: ParsedDecision, new: ParsedDecision) -> ParsedDecision:
    """Another reading of the same file."""
    return replace(new, source=old.source)


class TestRevision:
    async def test_a_newer_reading_takes_the_place_of_the_old(
        self, sessions: Sessions, database: Path
    ) -> None:
        old = document(APRIL, [changed(APRIL, {PROGRAM: 1, "revenue/9/01/1": 5})], warnings=[warning()])
        new = reread(old, document(JULY, figure_changes=[figure_change()]))
        assert await read_by(sessions, 1, old) == "new"
        assert await read_by(sessions, 2, new) == "replaced"
        after = facts(database)
        assert column(database, "source", "revision") == [2]
        assert count(database, "edition", "figure_change", "finding") == [1, 1, 0]
        assert {row[3] for row in after["decision"]} == {"10-3", "15-3"}  # № 12-3 was a misreading
        assert not [row for row in after["path_name"] if row[0].startswith("revenue/9")]

    async def test_the_same_and_an_older_revision_change_nothing(
        self, sessions: Sessions, database: Path
    ) -> None:
        parsed = document(APRIL)
        await read_by(sessions, 2, parsed)
        before = facts(database)
        assert await read_by(sessions, 2, parsed) == "unchanged"
        assert await read_by(sessions, 1, reread(parsed, document(JULY))) == "unchanged"
        assert facts(database) == before

    async def test_a_budget_that_was_misread_goes(self, sessions: Sessions, session: AsyncSession) -> None:
        old = document(place="Тараs")
        await read_by(sessions, 1, old)
        await read_by(sessions, 2, reread(old, document()))
        assert [budget.place for budget in await list_budgets(session)] == ["Тараз"]
