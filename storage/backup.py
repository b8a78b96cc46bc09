"""A sound copy of the database while others read and write it.

SQLite's own backup copies one state of the database, whatever is written meanwhile, and holds nobody up: a
plain copy of the file would miss what stands in the log beside it (`-wal`), or mix two states.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy.engine import make_url

from parser.kinds import Kind, KindError, Value

_PRIVATE = 0o600  # it holds people's numbers


class BackupErrorKind(Kind):
    """What keeps a copy from being made."""

    DAMAGED = "damaged", "said"
    EXISTS = "exists", "file"
    NO_DATABASE = "no-database", "file"
    NOT_A_FILE = ("not-a-file",)


class BackupError(KindError):
    """A copy that was not made; where the target was not there before, it is not there now."""

    def __init__(self, kind: BackupErrorKind, **values: Value) -> None:
        super().__init__(kind, values)


def back_up(url: str, target: Path) -> int:
    """Copies an SQLite database into a file of its own, which only its owner may read.

    The copy has a database's whole content and is checked before it gets its name. To restore it, let
    `DATABASE_URL` name it, or put it in the old file's place while nothing runs.

    Args:
        url: the database's SQLAlchemy address.
        target: the file to make.

    Returns:
        How many bytes the copy has.

    Raises:
        BackupError: `not-a-file` of another database (it has a program of its own for this), `no-database`
            where there is none, `exists` where the target is there already, `damaged` where the database or
            the copy is not sound.
        OSError: the target cannot be written.
    """
    source = _database_file(url)
    if not source.exists():
        raise BackupError(BackupErrorKind.NO_DATABASE, file=str(source))
    if target.exists():
        raise BackupError(BackupErrorKind.EXISTS, file=str(target))
    unfinished = target.with_name(f".{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)  # a link itself, never what it leads to
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
    try:
        _copy(source, unfinished)
        _write_through(unfinished)
        unfinished.replace(target)
    except sqlite3.Error as error:
        raise BackupError(BackupErrorKind.DAMAGED, said=str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return target.stat().st_size


def _database_file(url: str) -> Path:
    address = make_url(url)
    name = (address.database or "").removeprefix("file:")
    if address.get_backend_name() != "sqlite" or name in {"", ":memory:"} or "mode=memory" in url:
        raise BackupError(BackupErrorKind.NOT_A_FILE)
    return Path(name)


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True)) as database,
        closing(sqlite3.connect(target)) as copy,
    ):
        database.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, with no log beside it
        if (said := copy.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise BackupError(BackupErrorKind.DAMAGED, said=said)


def _write_through(file: Path) -> None:
    """Waits until the file is on the disk: a copy that a power cut empties is none."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
