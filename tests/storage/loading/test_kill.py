"""A load that is killed at any moment loses nothing and doubles nothing.

The moments are times of the clock on purpose: a kill comes from outside and knows nothing of what the load
is doing. They decide no outcome. What is asserted of a database is true wherever the kill fell, also before
the load began or after it ended; how long a load takes is measured here and now, by one that is let run. That
the kills fell at different moments is told by how many editions were stored, not by when; where a busy
machine keeps them apart too little, there are more kills, up to three times as many.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import examples
from tests.storage.dump import facts
from tests.storage.files_of_a_clerk import load_clerks_files

pytestmark = pytest.mark.sqlite

_ROOT = Path(__file__).parents[3]
_KILLS = examples(15)
_MOMENTS = 3  # by how much was stored, more than so many
_CHILD = """
import asyncio, os, sys
from tests.harness.quick_statements import share_statements
from tests.storage.files_of_a_clerk import load_clerks_files

share_statements()
asyncio.run(load_clerks_files(sys.argv[1]))  # so that those who are killed have their statements compiled
print("ready", flush=True)
for database in sys.stdin:
    database = database.strip()
    child = os.fork()
    if not child:
        asyncio.run(load_clerks_files(database))
        os._exit(0)
    print(child, flush=True)
    os.waitpid(child, 0)
    print("over", flush=True)
"""


@pytest.mark.sweep
def test_killed_at_random_moments(migrated: Path, tmp_path: Path) -> None:
    before, whole = (Path(shutil.copy(migrated, tmp_path / name)) for name in ("before.db", "whole.db"))
    moments = random.Random(3)  # noqa: S311 - which moments is no secret
    command = [sys.executable, "-c", _CHILD, str(before)]
    reached: set[int] = set()
    with subprocess.Popen(  # noqa: S603 - this very program
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as loader:
        assert loader.stdin is not None
        assert loader.stdout is not None
        assert loader.stdout.readline() == "ready\n"
        started = time.monotonic()
        loader.stdin.write(f"{whole}\n")
        loader.stdin.flush()
        loader.stdout.readline()
        assert loader.stdout.readline() == "over\n"
        duration = time.monotonic() - started
        expected = facts(whole)
        database = tmp_path / "killed.db"
        # On a busy machine many kills fall before the first edition: then there are more of them.
        for number in range(3 * _KILLS):
            if number >= _KILLS and len(reached) > _MOMENTS:
                break
            if number % 10 == 0:  # on, killed again and again, then from nothing once more
                for name in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
                    name.unlink(missing_ok=True)
                shutil.copy(migrated, database)
            loader.stdin.write(f"{database}\n")
            loader.stdin.flush()
            child = int(loader.stdout.readline())
            time.sleep(moments.uniform(0, duration * 0.8))
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(_pidfd(child), signal.SIGKILL)
            assert loader.stdout.readline() == "over\n"
            with contextlib.closing(sqlite3.connect(database)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
                assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
                [(editions,)] = connection.execute("SELECT count(*) FROM edition")
                [(lines,)] = connection.execute("SELECT count(*) FROM line")
                [(counted,)] = connection.execute("SELECT coalesce(sum(line_count), 0) FROM edition")
            assert lines == counted  # every edition whole
            reached.add(editions)
            if number % 10 == 9:
                asyncio.run(load_clerks_files(str(database)))
                assert facts(database) == expected
        loader.stdin.close()
    assert len(reached) > _MOMENTS  # the kills fell at different moments


def _pidfd(process: int) -> int:
    return os.pidfd_open(process)
