from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import BackupError, BackupErrorKind, back_up
from tests.harness.databases import database_url

pytestmark = pytest.mark.sqlite


@pytest.fixture
def busy(tmp_path: Path) -> Path:
    """A database that writes ahead, with a row that is kept and not yet in its file."""
    file = tmp_path / "busy.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE line (amount INTEGER)")
        database.execute("INSERT INTO line VALUES (1)")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file


def amounts(file: Path) -> list[int]:
    """What a database keeps."""
    with closing(sqlite3.connect(file)) as database:
        return [row[0] for row in database.execute("SELECT amount FROM line ORDER BY amount")]


def test_a_copy_is_what_was_kept_at_one_moment(busy: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(busy, isolation_level=None)) as writer:
        writer.execute("INSERT INTO line VALUES (2)")  # kept, and still in the log
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO line VALUES (3)")  # not kept yet; the copy does not wait for it
        size = back_up(database_url(busy), copy)
        writer.execute("COMMIT")
    assert amounts(copy) == [1, 2]
    assert amounts(busy) == [1, 2, 3]
    assert size == copy.stat().st_size
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(file.name for file in tmp_path.iterdir() if "copy" in file.name) == ["copy.db"]


def test_a_file_that_is_there_is_left_alone(busy: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(b"kept")
    with pytest.raises(BackupError) as raised:
        back_up(database_url(busy), copy)
    assert raised.value.kind is BackupErrorKind.EXISTS
    assert copy.read_bytes() == b"kept"


def test_a_link_in_the_way_of_the_copy_is_replaced_and_not_followed(busy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"kept")
    (tmp_path / ".copy.db.unfinished").symlink_to(other)
    (tmp_path / "copy.db").symlink_to("nothing")
    back_up(database_url(busy), tmp_path / "copy.db")
    assert amounts(tmp_path / "copy.db") == [1]
    assert not (tmp_path / "copy.db").is_symlink()
    assert other.read_bytes() == b"kept"
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    ("kept", "kind"),
    [
        (slice(0, 0), BackupErrorKind.NO_DATABASE),
        (slice(100, None), BackupErrorKind.DAMAGED),
        (slice(0, 4096), BackupErrorKind.DAMAGED),
    ],
)
def test_what_is_not_sound_is_not_copied(
    busy: Path, tmp_path: Path, kept: slice, kind: BackupErrorKind
) -> None:
    content = busy.read_bytes()[kept]
    busy.unlink()
    if content:
        busy.write_bytes(content)
    copy = tmp_path / "copy.db"
    with pytest.raises(BackupError) as raised:
        back_up(database_url(busy), copy)
    assert raised.value.kind is kind
    assert not [file for file in tmp_path.iterdir() if "copy" in file.name]


@pytest.mark.parametrize("url", ["postgresql+asyncpg://me@here/budget", "sqlite+aiosqlite://"])
def test_what_is_no_file_has_other_programs_for_it(url: str, tmp_path: Path) -> None:
    with pytest.raises(BackupError) as raised:
        back_up(url, tmp_path / "copy.db")
    assert raised.value.kind is BackupErrorKind.NOT_A_FILE
