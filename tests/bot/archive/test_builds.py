"""The builds of the open archive, its versions and its languages: the same acts give the same ledger."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.archive.errors import ArchiveError, ArchiveErrorKind
from bot.archive.versions import ActReader
from parser.kinds import FindingKind
from parser.records import Language
from tests.bot.archive.clones import (
    ACT,
    OLD_ACT,
    UNCAUSED,
    Commit,
    damage,
    git,
    load,
    message,
    village,
    write_clone,
)
from tests.bot.archive.histories import history
from tests.harness.databases import read_rows
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import DECEMBER, JULY, ORIGINAL
from tests.storage.dump import Dump, facts


def test_a_rebuild_with_other_commits_and_paths_is_known_by_its_contents(
    database: Path, migrated: Path, clone: Path, tmp_path: Path
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
    build = write_clone(tmp_path / "local-aktobe.git", moved, author="build")
    assert load(database, build).names == []
    alone = Path(shutil.copy(migrated, tmp_path / "alone.db"))
    load(alone, build)
    assert facts(database) == facts(alone)
    assert {council for _, _, _, council, *_ in facts(database)["archive_act"]} == {
        "15301300-khromtau-raiona"
    }


def test_a_build_of_another_layout_takes_the_place_of_the_one_before(
    database: Path, migrated: Path, tmp_path: Path
) -> None:
    older = write_clone(
        tmp_path / "a" / "local-aktobe.git", village(build=sample.in_oldest_build, folder=OLD_ACT, meta=False)
    )
    newer = write_clone(tmp_path / "d" / "local-aktobe.git", village(build=sample.in_newest_build))
    load(database, older)
    assert load(database, newer).counts.stored == {"replaced": 6}
    alone = Path(shutil.copy(migrated, tmp_path / "alone.db"))
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
    [editions] = read_rows(
        database,
        "SELECT d.number, e.language FROM edition e JOIN decision d ON d.id = e.decision_id WHERE e.year = 2019 "
        "ORDER BY d.date, e.language",
    )
    assert editions == [("276", "kk"), ("276", "ru"), ("352", "kk"), ("352", "ru"), ("386", "ru")]


WITHOUT_CAUSE = sample.meta(DECEMBER).partition("caused_by:")[0]
PAGE = "https://zan.gov.kz/client/#!/doc/137064/rus"


@pytest.mark.parametrize(
    ("noted", "meta", "said", "last"),
    [
        # The text does not say what made it: the table stays the work of the decision that it names last.
        (False, sample.meta(DECEMBER), UNCAUSED, [("371", None, 1), ("386", PAGE, 0)]),
        (False, WITHOUT_CAUSE, message(DECEMBER), [("371", None, 1), ("386", PAGE, 0)]),
        # The text alone says it: then nobody knows the decision's page.
        (True, WITHOUT_CAUSE, UNCAUSED, [("371", None, 0), ("386", None, 1)]),
    ],
    ids=["facts", "commit", "text"],
)
def test_who_made_a_version_is_in_the_ledger_whoever_says_it(
    noted: bool, meta: str, said: str, last: list[tuple[str, str | None, int]], database: Path, tmp_path: Path
) -> None:
    text = sample.text(DECEMBER, Language.RU)
    if not noted:
        text = re.sub(r";[^;]*05\.12\.2019 № 386 \(вводится в действие с 01\.01\.2019\)", "", text)
        assert "386" not in text
    first, july, _ = village()
    versions = [first, july, Commit({f"{ACT}/rus.md": text, f"{ACT}/meta.yaml": meta}, said, DECEMBER)]
    kept = [
        Commit({k: v for k, v in each.files.items() if "kaz" not in k}, each.message, each.day)
        for each in versions
    ]
    counts = load(database, write_clone(tmp_path / "local-aktobe.git", kept)).counts
    assert (counts.texts, counts.refused) == (3, {})
    assert dict(counts.findings) == ({} if noted else {FindingKind.CAUSE_NOT_IN_TEXT: 1})
    [ledger] = read_rows(
        database,
        "SELECT number, url, id IN (SELECT decision_id FROM edition WHERE year = 2019) FROM decision ORDER BY date",
    )
    july_page = "https://zan.gov.kz/client/#!/doc/133972/rus"
    assert [*ledger] == [
        ("276", None, 1), ("306", None, 0), ("318", None, 0), ("352", july_page, 1), *last,
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["written wrong", "damaged"])
def test_who_made_a_version_is_known_where_its_facts_cannot_be_read(
    how: str, database: Path, tmp_path: Path
) -> None:
    first, july, december = village()
    path = f"{ACT}/meta.yaml"
    meta = "act_code: [\n- {" if how == "written wrong" else sample.meta(DECEMBER)
    last = Commit({**december.files, path: meta}, december.message, DECEMBER)
    clone = write_clone(tmp_path / "local-aktobe.git", [first, july, last])
    if how == "damaged":
        damage(clone, git(clone, "rev-parse", f"main:{path}").strip())
    counts = load(database, clone).counts
    assert (counts.refused, dict(counts.findings)) == ({}, {FindingKind.FACTS_UNREAD: 2})
    [ledger] = read_rows(
        database, "SELECT number, url, id IN (SELECT decision_id FROM edition) FROM decision ORDER BY date"
    )
    assert [*ledger][-2:] == [("371", None, 0), ("386", PAGE, 1)]


def test_a_damaged_object_ends_no_load(database: Path, tmp_path: Path) -> None:
    clone = write_clone(tmp_path / "local-aktobe.git", village())
    damage(clone, git(clone, "rev-parse", f"main~1:{ACT}/rus.md").strip())
    counts = load(database, clone).counts
    assert (counts.texts, counts.stored["new"]) == (6, 5)
    assert counts.refused["parse-error-broken"].examples[0][0] == "128266.2019-07-31.rus.md"


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
    [known] = read_rows(
        alone, "SELECT number, url, id IN (SELECT decision_id FROM edition) FROM decision ORDER BY date"
    )
    [places] = read_rows(alone, "SELECT place FROM budget")
    assert places == [("Дөң ауылдық округі, Хромтау ауданы",)]  # and no budget of its rayon
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
    assert read_rows(database, "SELECT count(*) FROM source") == [[(6,)]]
    assert read_rows(database, "SELECT count(*) FROM archive_text WHERE reason IS NOT NULL") == [[(0,)]]


def test_what_ends_a_load_is_told_by_its_own_name(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reader: ActReader, *_: object) -> None:
        raise ArchiveError(ArchiveErrorKind.NO_GIT)

    monkeypatch.setattr(ActReader, "open_version", fail)
    with pytest.raises(ArchiveError, match="no-git"):
        load(database, write_clone(tmp_path / "local-aktobe.git", village()))
