"""What is made of the word lists, kept in the user's cache folder: the next start need not make it again.

A file is used only where it was made of these very lists by this very program: it begins with a digest of
both, and with one of its own content. Any other file, one that is damaged, cut off or of another user, is as
none: what it should hold is made anew. So is what cannot be kept, in a folder that may not be written to.
What is kept is plain JSON; there is one file of each name, and a new one takes the old one's place.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).parents[1]
# What is read, and what reads it.
_SOURCES = (
    "locales/*.tsv", "locales/*.txt", "parser/*.py", "parser/question/*.py", "parser/text/*.py",
    "storage/prepared.py", "storage/search/*.py",
)  # fmt: skip
_LARGEST = 50_000_000  # bytes of a file that is looked at
_LINE = b"\n"
_DIGEST = 64  # letters of the digest of a content


def find_cache() -> Path | None:
    """The folder for what can be made again: under the one that the environment names, else the user's."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():
        return named / "qazyna"
    try:
        return Path.home() / ".cache" / "qazyna"
    except RuntimeError:  # a user without a home
        return None


def digest_sources(project: Path = _PROJECT, patterns: Iterable[str] = _SOURCES) -> str:
    """A digest of the word lists and of the program that reads them, by their content.

    Args:
        project: its folder.
        patterns: of the files in it that are looked at.
    """
    digest = hashlib.blake2b(f"{sys.version} {unicodedata.unidata_version}".encode(), digest_size=32)
    for pattern in patterns:
        for file in filter(Path.is_file, sorted(project.glob(pattern))):
            content = file.read_bytes()
            digest.update(f"{file.relative_to(project)} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def read_prepared(name: str, sources: str, folder: Path | None) -> Any:  # noqa: ANN401 - what JSON holds
    """What is kept under a name as JSON; see `read_kept_bytes`."""
    form = read_kept_bytes(name, sources, folder)
    return None if form is None else json.loads(str(form, "utf-8"))


def keep_prepared(name: str, sources: str, folder: Path | None, form: Mapping[str, Any]) -> None:
    """Keeps what was made as JSON, for `read_prepared`; see `keep_bytes`."""
    keep_bytes(name, sources, folder, json.dumps(form, ensure_ascii=False, separators=(",", ":")).encode())


def read_kept_bytes(name: str, sources: str, folder: Path | None) -> memoryview | None:
    """What is kept under a name.

    Args:
        name: of the file.
        sources: what it must be made of: a digest, in one line.
        folder: where it is kept.

    Returns:
        What was kept; None where it is not there, or not to be trusted.
    """
    content = _read(folder / name) if folder else None
    if content is None:
        return None
    head = sources.encode() + _LINE
    kept = memoryview(content)[len(head) + _DIGEST + len(_LINE) :]
    return kept if content.startswith(head + _digest(kept) + _LINE) else None


def keep_bytes(name: str, sources: str, folder: Path | None, content: bytes | memoryview) -> None:
    """Keeps what was made, for `read_kept_bytes`; where nothing can be written, does nothing."""
    if folder is None:
        return
    new = folder / f"{name}.{os.getpid()}.new"  # two processes write no file together
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(new, flags, 0o600), "wb") as file:
            file.write(_LINE.join((sources.encode(), _digest(content), content)))
        new.replace(folder / name)


def _digest(content: bytes | memoryview) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST // 2).hexdigest().encode()


def _read(path: Path) -> bytes | None:
    """The content of a file that nobody else can have written; None for any other."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with contextlib.suppress(OSError), os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if stat.S_ISREG(found.st_mode) and found.st_size <= _LARGEST and _is_own(found):
            return file.read()
    return None


def _is_own(found: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):  # Windows keeps folders of users apart by other means
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
