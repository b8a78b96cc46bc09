"""Databases that are thrown away wait for no disk: what a test has committed need not outlive a loss of power.

To wait took each test that writes some twenty milliseconds, most of what it took at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import pytest

import storage.driver
import storage.sqlite

_MODULES = storage.driver, storage.sqlite
_prepare = storage.driver.prepare_connection


def wait_for_no_disk() -> None:
    """Lets all connections to SQLite that this process opens from now on leave it to the system when it writes."""

    def prepare(connection: sqlite3.Connection, pragmas: Sequence[str]) -> None:
        _prepare(connection, (*pragmas, "PRAGMA synchronous=OFF"))

    for module in _MODULES:
        vars(module)[_prepare.__name__] = prepare


def wait_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets connections wait for the disk as the program's own do."""
    for module in _MODULES:
        monkeypatch.setitem(vars(module), _prepare.__name__, _prepare)
