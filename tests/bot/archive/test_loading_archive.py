"""A clone of the open archive is loaded: whole, in parts, ended in the middle, grown and built anew."""

from __future__ import annotations

import asyncio
import io
import os
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from rich.console import Console

from bot.loading import list_files, load_files
from bot.operator.archive_report import print_archive_report
from bot.operator.texts import terminal_texts
from parser.kinds import DiscrepancyKind, FindingKind
from parser.records import Language
from storage.engine import create_engine, create_sessions
from storage.reading.archive_totals import ArchiveTotals, load_archive_totals
from storage.schema import migrate
from tests.bot.archive.clones import (
    ACT,
    OLD_ACT,
    TOP,
    UNCAUSED,
    Commit,
    load,
    load_until,
    message,
    village,
    write_clone,
)
from tests.bot.command_line import call, call_json
from tests.harness.databases import database_url
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import DECEMBER, FILES, JULY, ORIGINAL
from tests.storage.dump import Dump, facts

ROOT = Path(__file__).parents[3]
OTHER = f"{TOP}/2019/0105-o-reglamente-200001"
REPORT = f"{TOP}/2019/0106-ob-ispolnenii-biudzheta-200002"
PASTURES = f"{TOP}/2019/0107-o-vnesenii-izmenenii-200003"
GONE = f"{TOP}/2018/1225-o-biudzhete-selskogo-okruga-koktau-100001"


def other_acts() -> list[Commit]:
    """What is no budget: by its title, by its text, by who adopted it."""
    meta = "act_code: '{0}'\ntitle:\n  rus: {1}\napproved_by:\n- '15301300{2}'\n"
    text = "# {0}\n\n1. Утвердить.\n"
    titles = {
        OTHER: ("200001", "О регламенте маслихата", "0002"),
        REPORT: ("200002", "Об отчете об исполнении бюджета за 2018 год", "0002"),
        PASTURES: ("200003", "О внесении изменений в решение № 5", "0002"),
        f"{TOP}/2019/0108-o-biudzhete-200004": ("200004", "О бюджете на 2019 год", "0001"),
    }
    files: dict[str, str | bytes | None] = {}
    for folder, (code, title, adopter) in titles.items():
        files[f"{folder}/meta.yaml"] = meta.format(code, title, adopter)
        files[f"{folder}/rus.md"] = text.format(title)
    return [Commit(files)]


def elsewhere(text: str) -> str:
    """The sample's budget as that of another village, by an older decision."""
    for old, new in (("Дөң", "Көктау"), ("№ 276", "№ 201"), ("128266", "100001")):
        text = text.replace(old, new)
    return text


def repealed_act() -> list[Commit]:
    """A budget of another village that was repealed and is in the history alone."""
    files = {name: elsewhere(sample.text(ORIGINAL, language)) for language, name in FILES.items()}
    files["meta.yaml"] = elsewhere(sample.meta(ORIGINAL))
    return [
        Commit({f"{GONE}/{name}": text for name, text in files.items()}),
        Commit({f"{GONE}/{name}": None for name in files}, UNCAUSED, "2019-08-01"),
    ]


def history() -> list[Commit]:
    first, july, december = village()
    stays, goes = repealed_act()
    return [first, *other_acts(), stays, july, goes, december]


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("empty") / "qazyna.db"

    async def make() -> None:
        engine = create_engine(database_url(file))
        await migrate(engine)
        await engine.dispose()

    asyncio.run(make())
    return file


@pytest.fixture
def database(tmp_path: Path, empty_database: Path) -> Path:
    return Path(shutil.copy(empty_database, tmp_path / "qazyna.db"))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clone with everything in it; tests must not write to it."""
    return write_clone(tmp_path_factory.mktemp("clones") / "local-aktobe.git", history())


@pytest.fixture(scope="module")
def whole(clone: Path, empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Dump:
    """What the database holds when the clone was loaded at once."""
    database = Path(shutil.copy(empty_database, tmp_path_factory.mktemp("whole") / "qazyna.db"))
    counts = load(database, clone).counts
    assert (counts.acts, counts.others, counts.budgets, counts.repealed) == (6, 4, 2, 1)
    assert (counts.versions, counts.texts, counts.stored, counts.refused) == (4, 8, {"new": 8}, {})
    return facts(database)


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
        f"128266.{version}.{stem}.md" for version in (JULY, DECEMBER) for stem in ("kaz", "rus")
    ]
    assert facts(database) == whole


@pytest.mark.parametrize("most", [0, 1, 3, 7])
def test_a_load_that_is_ended_goes_on(most: int, clone: Path, whole: Dump, database: Path) -> None:
    load_until(database, clone, most)
    again = load(database, clone)
    assert len(again.names) == (6 if most > 2 else 8)  # an act is stored whole or not at all
    assert facts(database) == whole


def test_a_rebuild_with_other_commits_and_paths_is_known_by_its_contents(
    whole: Dump, database: Path, clone: Path, tmp_path: Path
) -> None:
    load(database, clone)
    moved = [
        Commit(
            {
                path.replace("15301300-khromtauskogo", "15301300-khromtau"): data
                for path, data in each.files.items()
            },
            each.message,
            each.day,
        )
        for each in history()
    ]
    rebuilt = load(database, write_clone(tmp_path / "local-aktobe.git", moved, author="build"))
    assert rebuilt.names == []
    assert facts(database) == whole


def test_a_build_of_another_layout_takes_the_place_of_the_one_before(
    database: Path, empty_database: Path, tmp_path: Path
) -> None:
    older = write_clone(
        tmp_path / "a" / "local-aktobe.git", village(build=sample.in_oldest_build, folder=OLD_ACT, meta=False)
    )
    newer = write_clone(tmp_path / "d" / "local-aktobe.git", village(build=sample.in_newest_build))
    load(database, older)
    assert load(database, newer).counts.stored == {"replaced": 6}
    alone = Path(shutil.copy(empty_database, tmp_path / "alone.db"))
    load(alone, newer)
    assert facts(database) == facts(alone)


BUILDS: list[tuple[Callable[[str, Language], str], str, bool]] = [
    (sample.in_oldest_build, OLD_ACT, False),
    (sample.in_second_build, OLD_ACT, False),
    (sample.in_newest_build, ACT, True),
]


@pytest.mark.parametrize(("build", "folder", "meta"), BUILDS, ids=["oldest", "second", "newest"])
def test_every_build_gives_the_same_ledger(
    build: Callable[[str, Language], str],
    folder: str,
    meta: bool,
    whole: Dump,
    database: Path,
    tmp_path: Path,
) -> None:
    counts = load(
        database, write_clone(tmp_path / "local-aktobe.git", village(build=build, folder=folder, meta=meta))
    ).counts
    assert (counts.versions, counts.texts, counts.refused, counts.findings) == (3, 6, {}, {})
    found = facts(database)

    def told(dump: Dump) -> dict[str, object]:
        own = {
            name: [row for row in dump[name] if "Көктау" not in str(row[0])] for name in ("line", "decision")
        }
        amounts = [(*row[:9], *row[10:12]) for row in own["line"]]
        pages = [
            (*row[:6], row[-1]) for row in own["decision"]
        ]  # the registration of the act is no fact of build b
        return {"lines": amounts, "decisions": pages}

    assert told(found) == told(whole)
    assert {row[-1] for row in found["decision"]} == {
        None, "https://zan.gov.kz/client/#!/doc/133972/rus", "https://zan.gov.kz/client/#!/doc/137064/rus",
    }  # fmt: skip


def test_languages_may_have_other_versions(database: Path, tmp_path: Path) -> None:
    first, july, december = village()
    meta = (
        sample.meta(DECEMBER)
        .replace("kaz: 2019-12-05", "kaz: 2019-07-31")
        .replace("kaz/05.12.2019", "kaz/31.07.2019")
    )
    last = {path: data for path, data in december.files.items() if path.endswith("rus.md")}
    clone = write_clone(
        tmp_path / "local-aktobe.git",
        [first, july, Commit({**last, f"{ACT}/meta.yaml": meta}, message(DECEMBER), DECEMBER)],
    )
    loaded = load(database, clone)
    assert sorted(loaded.names) == sorted(
        [f"128266.{version}.kaz.md" for version in (ORIGINAL, JULY)]
        + [f"128266.{version}.rus.md" for version in (ORIGINAL, JULY, DECEMBER)]
    )
    with closing(sqlite3.connect(database)) as connection:
        editions = connection.execute(
            "SELECT d.number, e.language FROM edition e JOIN decision d ON d.id = e.decision_id WHERE e.year = 2019 "
            "ORDER BY d.date, e.language"
        ).fetchall()
    assert editions == [("276", "kk"), ("276", "ru"), ("352", "kk"), ("352", "ru"), ("386", "ru")]


def test_a_version_that_cannot_be_read_is_a_gap_with_its_page(database: Path, tmp_path: Path) -> None:
    first, july, december = village()
    broken = {
        path: data if path.endswith("yaml") else str(data)[: len(str(data)) // 2]
        for path, data in december.files.items()
    }
    corrupt = Commit(broken, december.message, december.day)
    whole, half = (
        write_clone(tmp_path / name, commits)
        for name, commits in (("whole.git", [first, july, corrupt]), ("half.git", [first, july]))
    )
    alone = Path(shutil.copy(database, tmp_path / "alone.db"))
    counts = load(alone, whole).counts
    assert {reason: found.count for reason, found in counts.refused.items()} == {"parse-error-broken": 2}
    assert [name for name, _ in counts.refused["parse-error-broken"].examples] == [
        "128266.2019-12-05.kaz.md", "128266.2019-12-05.rus.md",
    ]  # fmt: skip
    with closing(sqlite3.connect(alone)) as connection:
        known = connection.execute(
            "SELECT number, url, id IN (SELECT decision_id FROM edition) FROM decision ORDER BY date"
        ).fetchall()
    assert known[-1] == ("386", "https://zan.gov.kz/client/#!/doc/137064/rus", 0)
    assert known[-2][0] != "386"

    load(database, half)  # the broken version comes later
    load(database, whole)
    dumps = [
        {name: rows for name, rows in facts(file).items() if name != "archive_act"}
        for file in (database, alone)
    ]
    assert dumps[0] == dumps[1]
    # And is mended later still.
    load(alone, write_clone(tmp_path / "mended.git", village()))
    load(database, tmp_path / "mended.git")
    assert facts(database) == facts(alone)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM source").fetchone() == (6,)
        assert connection.execute(
            "SELECT count(*) FROM archive_text WHERE reason IS NOT NULL"
        ).fetchone() == (0,)


def test_only_what_is_asked_for_is_loaded(clone: Path, database: Path) -> None:
    assert load(database, clone, since=2020).counts.acts == 4
    assert facts(database)["source"] == []
    assert load(database, clone, councils=("Хромтауский районный маслихат",), since=2019).counts.budgets == 2


_CHILD = """
import asyncio, sys
from pathlib import Path
from bot.archive.git import find_repositories
from bot.archive.loading import ArchiveLoading
from bot.archive.pool import ParsingPool
from bot.archive.selection import Selection
from storage.engine import create_engine, create_sessions

async def load(database, clone):
    async with ParsingPool(1) as pool:
        def watch(progress):
            print(progress.step, *(process.pid for process in pool._processes), flush=True)
        sessions = create_sessions(create_engine(database))
        await ArchiveLoading(sessions, Selection(), pool, watch=watch).run(find_repositories(Path(clone)))

asyncio.run(load(*sys.argv[1:]))
"""


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
    ended, _, _ = select.select([parsing], [], [], 60)
    assert ended == [parsing]
    os.close(parsing)
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT act FROM archive_act WHERE is_budget").fetchall() == [(100001,)]
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


def test_the_command_says_what_it_cannot_do(database: Path, clone: Path, tmp_path: Path) -> None:
    environment = {"DATABASE_URL": database_url(database), "LANG": "ru_RU.UTF-8"}
    for arguments, code, said in (
        (["--archive", str(tmp_path)], 1, f"{tmp_path}: это не репозиторий git и не папка с репозиториями"),
        (
            ["--archive", str(clone), "--council", "Алгинский район"],
            1,
            "нет маслихата Алгинский район; есть: Хромтау ауданы",
        ),
        (["--archive", str(clone), str(tmp_path)], 2, "load принимает либо файлы и папки, либо --archive"),
        ([str(tmp_path), "--since", "2019"], 2, "load принимает либо файлы и папки, либо --archive"),
    ):
        result = call(environment, "load", *arguments)
        assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


@pytest.mark.parametrize("language", ["C", "kk_KZ.UTF-8", "ru_RU.UTF-8"])
def test_the_report_tells_what_was_refused_and_why(language: str, database: Path, tmp_path: Path) -> None:
    [first, *_] = village()
    broken = sample.text(ORIGINAL, Language.RU).encode().replace(b"\n\n", b"\n\xff\xff\n", 1)
    files = {path: broken if path.endswith("rus.md") else data for path, data in first.files.items()}
    loaded = load(database, write_clone(tmp_path / "a.git", [Commit(files)]))
    printed, texts = io.StringIO(), terminal_texts({"LANG": language})
    print_archive_report(loaded.counts, totals_of(database), Console(file=printed, width=300), texts)
    said = texts.get("parse-error-encoding")
    place = texts.written_place("line 2")
    assert f"  1 × 128266.2019-01-04.rus.md, {place}: {said}" in printed.getvalue()
    kinds = [f"{texts.get(f'kind-{kind}')} — {count}" for kind, count in (("sum", 7), ("total", 5))]
    assert all(kind in printed.getvalue() for kind in kinds)
    assert all(texts.get(f"kind-{kind}") for kind in (*FindingKind, *DiscrepancyKind))
    assert loaded.counts.stored == {"new": 1, "refused": 1}


def test_coverage_tells_what_the_archive_has_and_could_not_be_loaded(database: Path, tmp_path: Path) -> None:
    [first, *_] = village()
    torn = {
        path: data if path.endswith("yaml") else "# О бюджете\n\n<table>"
        for path, data in first.files.items()
    }
    half: dict[str, str | bytes | None] = {
        path.replace("128266", "9"): "# О бюджете\n\n<table>"
        if path.endswith("kaz.md")
        else elsewhere(str(data))
        for path, data in first.files.items()
    }
    load(database, write_clone(tmp_path / "local-aktobe.git", [Commit(torn), Commit(half)]))
    coverage = call_json({"DATABASE_URL": database_url(database), "LANG": "C"}, "coverage")
    [region] = [each for each in coverage["regions"] if each["archive"] == "local-aktobe"]
    [year] = [each for each in region["years"] if each["year"] == 2019]
    assert (year["councils"], year["rural_places"], year["editions"]) == (0, 1, 1)
    assert (year["refused"], year["budgets_unread"]) == (3, 1)
    looked_at = {each["place"]: each["refused"] for each in coverage["look_first"]}
    assert looked_at == {
        "Хромтау ауданы": {"broken": 2},
        "сельский округ Көктау, Хромтау ауданы": {"broken": 1},
    }


def totals_of(database: Path) -> ArchiveTotals:
    with sa.create_engine(f"sqlite:///{database}").connect() as connection:
        return load_archive_totals(connection, ["a"])
