"""The fixtures of the harness, and a terminal that speaks English wherever the tests run."""

from __future__ import annotations

import pytest

from tests.harness.fixtures import database, filled, language, person, texts, world

__all__ = ["database", "filled", "language", "person", "texts", "world"]


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")
