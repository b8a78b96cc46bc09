"""On either kind of database run the tests that it has a say in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tests.harness.engines import list_passed_over


def tried(*, on_server: bool) -> set[str]:
    tests = {
        "of values": ({"word"}, None),
        "of a folder": ({"tmp_path"}, None),
        "of what is loaded": ({"asker", "samples"}, None),
        "of SQLite": ({"samples"}, "sqlite"),
        "of PostgreSQL": ({"samples"}, "postgres"),
    }
    items: Any = [
        SimpleNamespace(name=name, fixturenames=taken, get_closest_marker=lambda mark, own=own: mark == own)
        for name, (taken, own) in tests.items()
    ]
    passed_over = {item.name for item in list_passed_over(items, on_server=on_server)}
    return tests.keys() - passed_over


def test_each_kind_of_database_has_its_tests() -> None:
    assert tried(on_server=False) == {"of values", "of a folder", "of what is loaded", "of SQLite"}
    assert tried(on_server=True) == {"of a folder", "of what is loaded", "of PostgreSQL"}
