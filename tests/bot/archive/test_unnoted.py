"""Versions whose notes do not say who set their tables: what the version before tells of them."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from parser.kinds import FindingKind
from parser.records import Language
from tests.bot.archive.clones import ACT, Commit, load, message, village, write_clone
from tests.parser import archive_sample as sample
from tests.parser.archive_sample import DECEMBER, FILES, JULY
from tests.storage.dump import facts

SILENT = {JULY: ("352",), DECEMBER: ("352", "371", "386")}


def silent(version: str, *, table_of: str | None = None) -> Commit:
    """A version whose notes name only the first two amendments, perhaps with the tables of another one."""
    files: dict[str, str | bytes | None] = {f"{ACT}/meta.yaml": sample.meta(version)}
    for language, name in FILES.items():
        text = sample.text(version, language)
        if table_of is not None:
            at = text.index("<table>")
            other = sample.text(table_of, language)
            text = text[:at] + other[other.index("<table>") :]
        for number in SILENT[DECEMBER]:
            text = re.sub(rf"(?:от )?\d\d\.\d\d\.2019 № {number}", "", text)
        files[f"{ACT}/{name}"] = text
    return Commit(files, message(version), version)


def editions(database: Path) -> list[tuple[str, str, str, int]]:
    """Who set each table of 2019, in which language, in which version it stands, and its revenue."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(
            "SELECT d.number, e.language, substr(s.file, 8, 10), l.amount FROM edition e JOIN decision d ON "
            "d.id = e.decision_id JOIN source s ON s.id = e.source_id JOIN line l ON l.edition_id = e.id "
            "WHERE e.year = 2019 AND l.path = 'revenue' ORDER BY d.date, e.language"
        ).fetchall()


OF_EACH = [
    (number, language, version, amount)
    for number, version, amount in (
        ("276", "2019-01-04", 22_540_000), ("352", JULY, 34_715_000), ("386", DECEMBER, 37_239_000),
    )
    for language in ("kk", "ru")
]  # fmt: skip


def test_a_table_that_changed_is_never_that_of_the_decision_before(database: Path, tmp_path: Path) -> None:
    first, _, _ = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [first, silent(JULY), silent(DECEMBER)])
    counts = load(database, clone).counts
    assert editions(database) == OF_EACH
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 4
    with closing(sqlite3.connect(database)) as connection:
        told = connection.execute(
            "SELECT DISTINCT json_extract(\"values\", '$.year'), json_extract(\"values\", '$.number') "
            "FROM finding WHERE kind = 'changed-without-note' ORDER BY 2"
        ).fetchall()
        years = connection.execute("SELECT DISTINCT year, d.number FROM edition e JOIN decision d ON d.id = e.decision_id WHERE year > 2019").fetchall()  # fmt: skip
    assert told == [(2019, "352"), (2019, "386")]
    assert years == [(2020, "276"), (2021, "276")]  # the tables that stayed are nobody else's
    assert load(database, clone).names == []


def test_a_table_that_stayed_is_that_of_the_version_before(database: Path, tmp_path: Path) -> None:
    first, july, _ = village()
    clone = write_clone(tmp_path / "local-aktobe.git", [first, july, silent(DECEMBER, table_of=JULY)])
    counts = load(database, clone).counts
    told = [(number, language, amount) for number, language, _, amount in editions(database)]
    assert told == [(number, language, amount) for number, language, _, amount in OF_EACH[:4]]
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 0
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM decision WHERE number = '386'").fetchone() == (1,)


@pytest.mark.parametrize("known", [(JULY,), (DECEMBER,), (JULY, DECEMBER)])
def test_in_whatever_order_versions_come_the_ledger_is_the_same(
    known: tuple[str, ...], database: Path, tmp_path: Path
) -> None:
    first, _, _ = village()
    later = {version: silent(version) for version in (JULY, DECEMBER)}
    whole = write_clone(tmp_path / "whole" / "local-aktobe.git", [first, *later.values()])
    half = write_clone(tmp_path / "half" / "local-aktobe.git", [later[version] for version in known])
    alone = Path(shutil.copy(database, tmp_path / "alone.db"))
    load(alone, whole)
    load(database, half)
    load(database, whole)
    assert editions(database) == OF_EACH
    assert facts(database) == facts(alone)


@pytest.mark.parametrize("language", list(Language))
def test_what_a_note_says_of_some_appendix_holds(language: Language, database: Path, tmp_path: Path) -> None:
    # December's notes name № 386 beside appendix 1: a figure that is printed otherwise in appendix 2 is no change.
    first, july, december = village()
    path = f"{ACT}/{FILES[language]}"
    text = str(december.files[path])
    at = text.rindex("<td>1 070</td>")
    files = {**december.files, path: f"{text[:at]}<td>1 071</td>{text[at + len('<td>1 070</td>') :]}"}
    clone = write_clone(
        tmp_path / "local-aktobe.git", [first, july, Commit(files, december.message, december.day)]
    )
    counts = load(database, clone).counts
    assert counts.findings[FindingKind.CHANGED_WITHOUT_NOTE] == 0
    assert editions(database) == OF_EACH
