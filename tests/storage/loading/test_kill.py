"""A load that is killed at any moment loses nothing and doubles nothing.

A moment is a step of the load (a statement that is about to run, a transaction about to be committed), not a
time of the clock: how far a load gets in a hundredth of a second is another matter on every machine. At its
step a load waits to be killed, or it is killed while it runs on; then the kill falls there or later, also within
a statement. What is asserted of a database is true wherever the kill fell.
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
from pathlib import Path

import pytest

from tests.conftest import examples
from tests.storage.dump import facts
from tests.storage.files_of_a_clerk import load_clerks_files

pytestmark = pytest.mark.sqlite

_ROOT = Path(__file__).parents[3]
_ROWS = examples(4)  # the loads of every other row wait at their step
_IN_A_ROW = 4  # kills of one database, which is then loaded to the end
_MOMENTS = 3  # by how much was stored, more than so many
_CHILD = """
import asyncio, os, signal, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from tests.harness.quick_statements import share_statements
from tests.storage.files_of_a_clerk import load_clerks_files

def load(database, wanted, waits):
    steps = 0
    def step(*_):
        nonlocal steps
        steps += 1
        if steps == wanted:
            print(os.getpid(), flush=True)
            while waits:
                signal.pause()
    for name in ("before_cursor_execute", "commit"):
        event.listen(Engine, name, step)
    asyncio.run(load_clerks_files(database))
    return steps

share_statements()
asyncio.run(load_clerks_files(sys.argv[1]))  # so that those who are killed have their statements compiled
print("ready", flush=True)
for order in sys.stdin:
    database, wanted, waits = order.strip().split("\\t")
    child = os.fork()
    if not child:
        print("steps", load(database, int(wanted), waits == "waits"), flush=True)
        os._exit(0)
    os.waitpid(child, 0)
    print("over", flush=True)
"""


@pytest.mark.sweep
def test_killed_at_random_moments(migrated: Path, tmp_path: Path) -> None:
    before, whole = (Path(shutil.copy(migrated, tmp_path / name)) for name in ("before.db", "whole.db"))
    moments = random.Random(3)  # noqa: S311 - which moments is no secret
    command = [sys.executable, "-c", _CHILD, str(before)]
    with subprocess.Popen(  # noqa: S603 - this very program
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as loader:
        assert _hear(loader) == "ready"
        _order(loader, whole, 0)
        steps = int(_hear(loader).removeprefix("steps "))
        assert _hear(loader) == "over"
        expected = facts(whole)
        database = tmp_path / "killed.db"
        reached: set[int] = set()
        for row in range(_ROWS):
            shutil.copy(migrated, database)
            waits = row % 2 == 0
            for _ in range(_IN_A_ROW):  # each load goes on from what the kill before has left
                _order(loader, database, moments.randrange(1, steps), waits=waits)
                _kill_at_step(loader)
                editions = _count_sound_editions(database)
                if waits:
                    reached.add(editions)
            asyncio.run(load_clerks_files(str(database)))
            assert facts(database) == expected
            _remove(database)
        assert loader.stdin is not None
        loader.stdin.close()
    assert len(reached) > _MOMENTS


def _order(loader: subprocess.Popen[str], database: Path, step: int, *, waits: bool = False) -> None:
    assert loader.stdin is not None
    loader.stdin.write(f"{database}\t{step}\t{'waits' if waits else 'runs on'}\n")
    loader.stdin.flush()


def _hear(loader: subprocess.Popen[str]) -> str:
    assert loader.stdout is not None
    return loader.stdout.readline().rstrip()


def _kill_at_step(loader: subprocess.Popen[str]) -> None:
    heard = _hear(loader)
    if heard.isdigit():  # a load that goes on has fewer steps: then it may be over already
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(heard), signal.SIGKILL)
    while heard != "over":
        heard = _hear(loader)
        assert heard  # the loader itself lives


def _count_sound_editions(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        [(editions,)] = connection.execute("SELECT count(*) FROM edition")
        [(lines,)] = connection.execute("SELECT count(*) FROM line")
        [(counted,)] = connection.execute("SELECT coalesce(sum(line_count), 0) FROM edition")
    assert lines == counted  # every edition whole
    return int(editions)


def _remove(database: Path) -> None:
    for name in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
        name.unlink(missing_ok=True)
