"""Nothing of a file is stored, or all of it, whatever fails and whoever reads or writes meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine

from parser.records import ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import ingest
from storage.reading.cards import list_budgets, list_editions, load_card
from storage.reading.changes import load_changes
from storage.sqlite import find_writer
from tests.storage.builders import (
    APRIL,
    JULY,
    LEAVES,
    MAY,
    RU,
    discrepancy,
    document,
    edition,
    figure_change,
    warning,
)
from tests.storage.cards import line_of
from tests.storage.conftest import Load, Sessions
from tests.storage.dump import dump


class DiskError(Exception):
    """What the tests let fail."""


def amendment(file: str, amount: int) -> ParsedDecision:
    """A file with something for every table."""
    leaves = {**LEAVES, "expenditure/04/464/009": amount, "expenditure/01/112/003": amount}
    return document(
        APRIL,
        [edition(APRIL, leaves=leaves, names={"revenue": file}), edition(APRIL, year=2014)],
        amended_by=(MAY, JULY),
        figure_changes=[figure_change()],
        discrepancies=[discrepancy(), discrepancy(year=2014)],
        warnings=[warning()],
        file=file,
    )


@contextmanager
def on_statements(engine: AsyncEngine, do: Callable[[], None]) -> Iterator[None]:
    """Does something before every statement that writes to an engine's database."""

    def listen(*_: Any) -> None:
        do()

    event.listen(writer_of(engine), "before_cursor_execute", listen)
    try:
        yield
    finally:
        event.remove(writer_of(engine), "before_cursor_execute", listen)


def writer_of(engine: AsyncEngine) -> Engine:
    """The engine that does the writing."""
    return find_writer(engine) or engine.sync_engine


@contextmanager
def failing_at(engine: AsyncEngine, number: int) -> Iterator[None]:
    """Fails at the n-th statement from now."""
    left = number

    def count_down() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise DiskError

    with on_statements(engine, count_down):
        yield


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param([], id="into an empty database"),
        pytest.param([document(language=RU), amendment("old.txt", 1)], id="instead of another file"),
        pytest.param(
            [
                amendment("new.txt", 2),
                document(
                    APRIL,
                    amendment("new.txt", 3).editions[:1],
                    title=None,
                    file="part.txt",
                    discrepancies=[discrepancy()],
                ),
            ],
            id="again after losing a part",
        ),
    ],
)
async def test_a_failure_at_any_statement_changes_nothing(
    engine: AsyncEngine,
    sessions: Sessions,
    load: Load,
    database: Path,
    stored: list[ParsedDecision],
) -> None:
    await load(*stored)
    before = dump(database)

    failures = 0
    while True:
        try:
            with failing_at(engine, failures + 1):
                await ingest(sessions, amendment("new.txt", 2))
            break
        except DiskError:
            failures += 1
            assert dump(database) == before, f"after a failure at statement {failures}"

    assert failures > 15  # from BEGIN to the last one
    assert dump(database) != before


async def test_a_failure_at_the_commit_changes_nothing(
    engine: AsyncEngine, sessions: Sessions, load: Load, database: Path
) -> None:
    await load(amendment("old.txt", 1))
    before = dump(database)

    def fail(_connection: object) -> None:
        raise DiskError

    event.listen(writer_of(engine), "commit", fail)
    with pytest.raises(DiskError):
        await ingest(sessions, amendment("new.txt", 2))
    event.remove(writer_of(engine), "commit", fail)

    assert dump(database) == before
    assert (await ingest(sessions, amendment("new.txt", 2))).status == "replaced"


async def test_a_reader_sees_the_old_state_whole_during_an_ingest(
    engine: AsyncEngine, sessions: Sessions, load: Load, database: Path
) -> None:
    await load(document(), amendment("old.txt", 1))
    before = dump(database)
    seen = 0

    def read() -> None:
        nonlocal seen
        assert dump(database) == before
        seen += 1

    with on_statements(engine, read):
        await ingest(sessions, amendment("new.txt", 2))

    assert seen > 15
    assert dump(database) != before


async def test_a_reader_that_began_before_an_ingest_reads_on_as_before(
    sessions: Sessions, load: Load
) -> None:
    await load(document(), amendment("old.txt", 1))
    async with sessions() as reader:
        [budget] = await list_budgets(reader)

        await load(amendment("new.txt", 2))

        [april, _] = [e.address for e in await list_editions(reader, budget) if e.decision.number == "12-3"]
        changes = await load_changes(reader, april)
        card = await load_card(reader, line_of(budget, "expenditure/04/464/009"))
        assert changes is not None
        assert card is not None
        assert card.line.amount == 1000
        assert {line.path: line.new for line in changes.lines}["expenditure/04/464/009"] == 1000


async def test_two_ingests_of_one_file_end_as_one(
    engine: AsyncEngine, sessions: Sessions, database: Path
) -> None:
    parsed = amendment("new.txt", 2)
    other = create_engine(str(engine.url))  # as another process would open it
    try:
        reports = await asyncio.gather(
            ingest(sessions, parsed), ingest(create_sessions(other), parsed), ingest(sessions, parsed)
        )
    finally:
        await other.dispose()

    assert sorted(report.status for report in reports) == ["new", "unchanged", "unchanged"]
    assert len(dump(database)["edition"]) == 2


async def test_ingests_of_different_files_at_once_are_all_stored(
    load: Load, sessions: Sessions, database: Path
) -> None:
    files = [
        document(),
        document(language=RU),
        amendment("new.txt", 2),
        document(JULY),
        document(JULY, language=RU),
    ]

    reports = await asyncio.gather(*(ingest(sessions, parsed) for parsed in files))

    assert {report.status for report in reports} == {"new"}
    assert len(dump(database)["edition"]) == 6
