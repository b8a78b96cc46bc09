"""The project that the set-up is tried in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.signals import heeding_signals
from tests.setup.tree import Tree


@pytest.fixture(autouse=True)
def _signals_are_heeded() -> Iterator[None]:
    """A shell cannot trap what was ignored when it began."""
    with heeding_signals():
        yield


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Tree]:
    tree = Tree(tmp_path)
    yield tree
    tree.stop()
