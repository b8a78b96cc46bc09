"""A clone of the open archive with everything in it, and what a database holds when it was loaded at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.bot.archive.clones import (
    load,
    write_clone,
)
from tests.bot.archive.histories import history
from tests.storage.dump import Dump, facts


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "qazyna.db"))


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clone with everything in it; tests must not write to it."""
    return write_clone(tmp_path_factory.mktemp("clones") / "local-aktobe.git", history())


@pytest.fixture(scope="session")
def whole(clone: Path, migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """What the database holds when the clone was loaded at once."""
    database = Path(shutil.copy(migrated, tmp_path_factory.mktemp("whole") / "qazyna.db"))
    counts = load(database, clone).counts
    assert (counts.acts, counts.others, counts.budgets, counts.repealed) == (6, 4, 2, 1)
    assert (counts.versions, counts.texts, counts.stored, counts.refused) == (4, 8, {"new": 8}, {})
    return facts(database)
