"""The same files give the same database, in whatever order they are loaded."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parser.records import ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.errors import UnknownDecisionError
from storage.loading.ingest import ingest
from tests.conftest import examples
from tests.harness.databases import database_url
from tests.storage.dump import Dump, facts
from tests.storage.files_of_a_clerk import FILES


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


@pytest.mark.sweep
@settings(
    max_examples=examples(6), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    order=st.permutations(range(len(FILES))), again=st.lists(st.sampled_from(range(len(FILES))), max_size=3)
)
def test_every_order_gives_the_same_database(migrated: Path, order: list[int], again: list[int]) -> None:
    assert load_all([FILES[number] for number in order + again], migrated) == load_in_order(migrated)
