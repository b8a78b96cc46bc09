"""The project that the set-up is tried in."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.setup.tree import Tree


@pytest.fixture(autouse=True)
def _signals_are_heeded() -> Iterator[None]:
    """A shell cannot trap what was ignored when it began, as SIGHUP is under nohup and SIGINT in the background."""
    heeded = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)
    before = {name: signal.signal(name, signal.default_int_handler) for name in heeded}
    yield
    for name, handler in before.items():
        signal.signal(name, handler)


@pytest.fixture
def tree(tmp_path: Path) -> Iterator[Tree]:
    tree = Tree(tmp_path)
    yield tree
    tree.stop()
