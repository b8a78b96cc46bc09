"""A clone of the open archive is loaded: whole, in parts, ended in the middle and grown."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.archive.errors import ArchiveError
from bot.archive.git import Objects
from bot.archive.history import read_history
from bot.archive.reading import TextParser
from bot.archive.repositories import find_repositories
from bot.archive.versions import ActReader
from bot.documents.reply import ReadDocument
from bot.loading import list_files, load_files
from parser.readers.files import RawFile
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.loading.archive import VersionKey
from tests.bot.archive.clones import (
    Commit,
    load,
    load_until,
    village,
    write_clone,
)
from tests.bot.archive.histories import history, repealed_act
from tests.bot.command_line import call_json
from tests.harness.databases import database_url, read_rows
from tests.harness.moments import GUARD_SECONDS
from tests.parser.archive_sample import DECEMBER, JULY
from tests.storage.dump import Dump, facts

ROOT = Path(__file__).parents[3]


def without_archive(dump: Dump) -> Dump:
    return {name: rows for name, rows in dump.items() if not name.startswith("archive_")}


def test_a_second_load_reads_nothing(clone: Path, whole: Dump, database: Path) -> None:
    load(database, clone)
    again = load(database, clone)
    assert again.names == []
    assert (again.counts.unchanged, again.counts.others, again.counts.budgets) == (2, 4, 0)
    assert facts(database) == whole


def test_versions_loaded_one_by_one_give_the_same(whole: Dump, database: Path, tmp_path: Path) -> None:
    folders = []
    for number, commit in enumerate([*village(), repealed_act()[0]]):
        folders.append(tmp_path / str(number))
        for path, data in commit.files.items():
            file = folders[-1] / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(str(data), encoding="utf-8")

    async def load_all() -> None:
        engine = create_engine(database_url(database))
        async for report in load_files(create_sessions(engine), list_files(folders)):
            assert report.error is None, report
        await engine.dispose()

    asyncio.run(load_all())
    assert without_archive(facts(database)) == without_archive(whole)


def test_a_history_that_grows_is_read_on(clone: Path, whole: Dump, database: Path, tmp_path: Path) -> None:
    commits = history()
    load(database, write_clone(tmp_path / "local-aktobe.git", commits[:3]))
    grown = load(database, clone)
    assert grown.names == [
        f"128266.{version}.{stem}.md" for stem in ("kaz", "rus") for version in (JULY, DECEMBER)
    ]
    assert facts(database) == whole


@dataclass(slots=True)
class Noting:
    """Reads nothing, and notes what it was given."""

    names: list[str] = field(default_factory=list)

    async def parse(self, raw: RawFile) -> ReadDocument:
        self.names.append(raw.name)
        return ReadDocument(raw.name)


@dataclass(slots=True)
class Lending:
    """Lends somebody else each time."""

    jobs: int = 2
    lent: list[Noting] = field(default_factory=list)

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Noting]:
        self.lent.append(Noting())
        yield self.lent[-1]


def test_a_long_history_is_shared_out_and_stays_in_order(clone: Path) -> None:
    [repository] = find_repositories(clone)
    act = next(each for each in read_history(repository) if each.code == 128266)
    pool = Lending()
    with Objects(repository) as objects:
        reader = ActReader(objects)
        [first, *_] = reader.list_versions(act)
        days = [dt.date(2019, 1, 1) + dt.timedelta(days) for days in range(19)]
        versions = [
            replace(first, key=VersionKey(language, day))
            for day in days
            for language in (Language.KK, Language.RU)
            if language is Language.KK or day.day == 1
        ]
        readings = asyncio.run(TextParser(reader, pool).read_versions(128266, versions, {}))
    assert [len(each.names) for each in pool.lent] == [8, 8, 3, 1]
    assert [each.key for each in readings] == [each.key for each in versions]


@pytest.mark.parametrize("most", [0, 1, 3, 7])
def test_a_load_that_is_ended_goes_on(most: int, clone: Path, whole: Dump, database: Path) -> None:
    load_until(database, clone, most)
    again = load(database, clone)
    assert len(again.names) == (6 if most > 2 else 8)  # an act is stored whole or not at all
    assert facts(database) == whole


def test_only_what_is_asked_for_is_loaded(clone: Path, database: Path) -> None:
    assert load(database, clone, since=2020).counts.acts == 4
    assert facts(database)["source"] == []
    assert load(database, clone, councils=("Хромтауский районный маслихат",), since=2019).counts.budgets == 2


def test_a_council_is_looked_for_in_every_clone(clone: Path, database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clones"
    shutil.copytree(clone, folder / "local-aktobe.git")
    other = {
        path.replace("15301300-khromtauskogo-raiona", "15800200-goroda-taraza"): str(text)
        .replace("Хромтауского районного", "Таразского городского")
        .replace("128266", "5")
        for path, text in village()[0].files.items()
    }
    moved = {path.replace("128266", "5"): text for path, text in other.items()}
    write_clone(folder / "local-zhambyl.git", [Commit(moved)])
    loaded = load(database, folder, councils=("Тараз",))
    assert (loaded.counts.acts, sorted(loaded.names)) == (1, ["5.2019-01-04.kaz.md", "5.2019-01-04.rus.md"])
    assert load(database, folder, councils=("Хромтау ауданы", "15800200")).counts.acts == 7
    with pytest.raises(ArchiveError) as caught:
        load(database, folder, councils=("Тараз", "Алға"))
    assert caught.value.values["council"] == "Алға"


_CHILD = """
import asyncio, sys
from pathlib import Path
from bot.archive.repositories import find_repositories
from bot.archive.loading import ArchiveLoading
from bot.archive.pool import ParsingPool
from bot.archive.selection import Selection
from storage.engine import create_engine, create_sessions

async def load(url, clone):
    async with ParsingPool(1) as pool:
        def watch(progress):
            print(progress.step, *pool.pids, flush=True)
        sessions = create_sessions(create_engine(url))
        await ArchiveLoading(sessions, Selection(), pool, watch=watch).run(find_repositories(Path(clone)))

asyncio.run(load(*sys.argv[1:]))
"""


@pytest.mark.sweep
def test_a_load_that_is_killed_leaves_no_process_and_goes_on_by_the_command_line(
    clone: Path, whole: Dump, database: Path
) -> None:
    command = [sys.executable, "-c", _CHILD, database_url(database), str(clone)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as loader:  # noqa: S603
        assert loader.stdout is not None
        word, worker = loader.stdout.readline().split()
        assert word == "reading"  # one act is stored, the other is not
        parsing = os.pidfd_open(int(worker))
        loader.send_signal(signal.SIGKILL)
    ended, _, _ = select.select([parsing], [], [], GUARD_SECONDS)
    assert ended == [parsing]
    os.close(parsing)
    assert read_rows(database, "SELECT act FROM archive_act WHERE is_budget") == [[(100001,)]]
    environment = {"DATABASE_URL": database_url(database), "LANG": "C"}
    report = call_json(environment, "load", "--archive", str(clone), "--jobs", "1")
    assert report["archives"] == {"local-aktobe": True}
    assert {name: report["run"][name] for name in ("acts", "others", "unchanged", "budgets", "texts")} == {
        "acts": 6, "others": 4, "unchanged": 1, "budgets": 1, "texts": 6,
    }  # fmt: skip
    assert facts(database) == whole
    stored = report["stored"]
    assert [stored[name] for name in ("acts", "repealed", "others", "versions", "texts", "budgets", "editions")] == [
        2, 1, 4, 4, 8, 2, 8,
    ]  # fmt: skip
