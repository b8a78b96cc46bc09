"""`load` is killed at any moment, or finds no room: no file is stored by half, and what is stored once stays."""

from __future__ import annotations

import random
import resource
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.botapi.clock import moment, pause
from tests.botapi.process import begin_command
from tests.conftest import SAMPLES
from tests.harness.databases import database_url, read_rows
from tests.soak.tally import Outcome, Row, Tally
from tests.storage.dump import facts

pytestmark = [pytest.mark.soak, pytest.mark.sqlite]

KILLS = 100
IN_A_ROW = 5  # kills of one database, before a load that is let run
FILES = [str(SAMPLES / name) for name in (
    "10-3.2012-12-14.2013.ru.csv", "20-3.2013-11-13.2013.kk.csv", "20-3.2013-11-13.2013.ru.csv",
    "21-3.2013-12-11.2013.ru.csv",
)]  # fmt: skip


async def load(database: Path, limit: Callable[[], None] | None = None) -> tuple[int, str]:
    """Loads the files; the exit code, and what was said."""
    process = await begin_command("load", *FILES, database=database_url(database), limit=limit)
    said, _ = await process.communicate()
    return process.returncode or 0, said.decode()


def compare(database: Path, expected: Path) -> Outcome:
    """Which lines of decisions are missing in a database, and which stand there once too often."""
    found, wanted = Counter(facts(database)["line"]), Counter(facts(expected)["line"])
    return Outcome(wanted.total(), (wanted - found).total(), (found - wanted).total())


def check_whole(database: Path) -> None:
    """Fails where a file is stored by half, or SQLite finds the database unsound."""
    wrong, foreign, editions = read_rows(
        database,
        "PRAGMA integrity_check",
        "PRAGMA foreign_key_check",
        "SELECT id FROM edition WHERE line_count <> (SELECT count(*) FROM line WHERE edition_id = edition.id)",
    )
    assert (wrong, foreign, editions) == ([("ok",)], [], [])


def size_of(file: Path) -> int:
    return file.stat().st_size


@pytest.fixture
async def expected(tmp_path: Path) -> Path:
    """A database in which the files are loaded by one `load` that nothing disturbs."""
    file = tmp_path / "expected.db"
    code, said = await load(file)
    assert code == 0, said
    return file


async def test_killed_at_a_hundred_moments(expected: Path, tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(7)  # noqa: S311 - which moments is no secret
    began = moment()
    await load(tmp_path / "timed.db")
    seconds = moment() - began
    for number in range(KILLS // IN_A_ROW):
        database, killed = tmp_path / f"killed-{number}.db", 0
        while killed < IN_A_ROW:
            process = await begin_command("load", *FILES, database=database_url(database))
            await pause(chance.uniform(0.1, 0.8) * seconds)
            if process.returncode is None:
                process.kill()
                killed += 1
            else:  # it was done before: from nothing once more
                database.unlink()
            await process.communicate()
            if database.exists() and "edition" in _tables(database):
                check_whole(database)
        assert (await load(database))[0] == 0
        outcome = compare(database, expected)
        tally.add(Row.LOAD_KILLED, outcome, killed)
        assert (outcome.lost, outcome.doubled) == (0, 0)
        assert facts(database) == facts(expected)


def _tables(database: Path) -> list[str]:
    [names] = read_rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in names]


async def test_no_room(expected: Path, tmp_path: Path, tally: Tally) -> None:
    whole = size_of(expected)
    failed = 0
    for number, share in enumerate((0.1, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9)):
        database = tmp_path / f"full-{number}.db"
        size = round(whole * share)
        no_room = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        code, said = await load(database, no_room)
        assert code in {0, 1}, said
        assert "Traceback" not in said
        failed += code
        if "edition" in _tables(database):
            check_whole(database)
        assert (await load(database))[0] == 0
        outcome = compare(database, expected)
        tally.add(Row.LOAD_FULL, outcome, code)
        assert (outcome.lost, outcome.doubled) == (0, 0)
        assert facts(database) == facts(expected)
    assert failed > 3
