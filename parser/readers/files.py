"""A file's bytes and what can be told from them before anything is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from parser.errors import ParseError

# The largest decision known is under 1 MB; a file past this is no decision.
MAX_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file read whole."""

    name: str
    data: bytes
    sha256: str


def read_raw(path: Path) -> RawFile:
    """Reads a file after checking that it can be a document.

    Raises:
        ParseError: `not-found`, `not-a-file`, `unreadable`, `too-large` (told from the size,
            without reading) or `empty`.
    """
    try:
        if not path.exists():
            raise ParseError("not-found", str(path))
        if not path.is_file():
            raise ParseError("not-a-file", str(path))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ParseError("too-large", path.name, found=f"{size:,} bytes, at most {MAX_BYTES:,}")
        data = path.read_bytes()
    except OSError as error:
        raise ParseError("unreadable", path.name, found=error.strerror) from error
    if not data.strip():
        raise ParseError("empty", path.name)
    return RawFile(path.name, data, hashlib.sha256(data).hexdigest())


def decode(raw: RawFile) -> str:
    """The text of a text file in UTF-8, with or without a byte order mark.

    Raises:
        ParseError: `binary` for a file that is no text, `encoding` with the line where UTF-8 breaks.
    """
    if b"\0" in raw.data[:4096] or raw.data.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise ParseError("binary", raw.name)
    try:
        return raw.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.data.count(b"\n", 0, error.start) + 1
        found = " ".join(f"{byte:02x}" for byte in raw.data[error.start : error.start + 4])
        raise ParseError("encoding", raw.name, f"line {line}", found) from error
