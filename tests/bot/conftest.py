"""The fixtures of the harness, environments for commands, and a terminal that speaks English wherever the tests run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.command_line import Environment
from tests.harness.databases import database_url
from tests.harness.fixtures import common_world, database, filled, language, person, texts, used_world, world

__all__ = ["common_world", "database", "filled", "language", "person", "texts", "used_world", "world"]


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")


@pytest.fixture
def loaded(samples: Path) -> Environment:
    """An environment whose database holds the samples."""
    return {"DATABASE_URL": database_url(samples), "LANG": "C"}


@pytest.fixture
def empty(tmp_path: Path) -> Environment:
    """An environment whose database is not there yet."""
    return {"DATABASE_URL": database_url(tmp_path / "qazyna.db"), "LANG": "C"}
