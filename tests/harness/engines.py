"""Which tests a kind of database can say nothing of: those of the other kind, and on PostgreSQL those that store nothing.

Whatever a test stores is in a file, or in what stands for one there (`tests/harness/databases.py`): who is given neither a
folder nor a database that was made before opens none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

# On one of these depends each fixture that leads to a database; by `request` one is asked for while a test runs.
STORING = {"tmp_path", "tmp_path_factory", "samples", "invented", "migrated", "request"}


def list_passed_over(items: Iterable[pytest.Item], *, on_server: bool) -> Iterator[pytest.Item]:
    """The tests that need not run.

    Args:
        items: the collected tests.
        on_server: whether databases are PostgreSQL's.
    """
    other = "sqlite" if on_server else "postgres"
    for item in items:
        taken = {*getattr(item, "fixturenames", STORING)}
        if item.get_closest_marker(other) or (on_server and not taken & STORING):
            yield item
