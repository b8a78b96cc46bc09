"""A file's bytes and what can be told from them before anything is read."""

from __future__ import annotations

import errno
import hashlib
import re
from pathlib import Path

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.file_names import printable_name
from parser.records import PlaceUnit, SourcePlace

# The largest decision known is under 1 MB; a file past this is no decision.
MAX_BYTES = 32 * 1024 * 1024

_BINARY = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_TAG = re.compile(r"<[!/?a-zA-Z][^<>]*+>")
_WORD_1251 = re.compile(r"[^\W\d_]+")
# What stands in the place of other letters when bytes of another alphabet are read as
# Windows-1251: Serbian, Macedonian, Ukrainian and Belarusian letters, except і, which Kazakh
# texts in this encoding borrow.
_FOREIGN_1251 = re.compile("[ЂЃђѓЉЊЌЋЏљњќћџЎўЈҐЄЇѕЅјєїґ]")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file read whole.

    `facts` are those of the act that stand beside its text, in YAML (`act_files.py`).
    """

    name: str
    data: bytes
    sha256: str
    facts: str | None = None


def read_raw(path: Path, name: str | None = None) -> RawFile:
    """Reads a file after checking that it can be a document.

    Args:
        path: where it is.
        name: what it is called where that is not its own name.

    Raises:
        ParseError: `not-found`, `not-a-file`, `unreadable`, `too-large` (told from the size,
            without reading) or `empty`.
    """
    name = name or path.name
    try:
        if not path.exists():
            raise ParseError(ParseErrorKind.NOT_FOUND, str(path))
        if not path.is_file():
            raise ParseError(ParseErrorKind.NOT_A_FILE, str(path))
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ParseError(ParseErrorKind.TOO_LARGE, name, bytes=size, most=MAX_BYTES)
        data = path.read_bytes()
    except OSError as error:
        code = errno.errorcode.get(error.errno or 0)
        raise ParseError(ParseErrorKind.UNREADABLE, name, errno=code) from error
    return as_raw(name, data)


def as_raw(name: str, data: bytes) -> RawFile:
    """Bytes that did not come from a file of their own, as a `RawFile`.

    Raises:
        ParseError: `empty` or `too-large`.
    """
    name = printable_name(name)
    if not data.strip():
        raise ParseError(ParseErrorKind.EMPTY, name)
    if len(data) > MAX_BYTES:
        raise ParseError(ParseErrorKind.TOO_LARGE, name, bytes=len(data), most=MAX_BYTES)
    return RawFile(name, data, hashlib.sha256(data).hexdigest())


def decode(raw: RawFile) -> str:
    """The text of a text file: UTF-8, UTF-16 or Windows-1251, told from the bytes themselves.

    UTF-8 must hold to the last byte. UTF-16 is told by its mark or by the zero bytes that it
    has in every other place. Windows-1251 can hold any bytes, so it is taken only where the
    result is Cyrillic text.

    Raises:
        ParseError: `binary` for a file that is no text, `encoding` with the line where UTF-8 breaks.
    """
    if raw.data.startswith(_BINARY):
        raise ParseError(ParseErrorKind.BINARY, raw.name)
    if (encoding := _utf16(raw.data)) is not None:
        try:
            text = raw.data.decode(encoding)
        except UnicodeDecodeError as error:
            raise ParseError(ParseErrorKind.ENCODING, raw.name, found=encoding) from error
        return text.removeprefix("\ufeff")
    if b"\0" in raw.data[:4096]:
        raise ParseError(ParseErrorKind.BINARY, raw.name)
    try:
        return raw.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if (cyrillic := _windows_1251(raw.data)) is not None:
            return cyrillic
        line = raw.data.count(b"\n", 0, error.start) + 1
        found = " ".join(f"{byte:02x}" for byte in raw.data[error.start : error.start + 4])
        at = SourcePlace(PlaceUnit.LINE, line)
        raise ParseError(ParseErrorKind.ENCODING, raw.name, at, found) from error


def _utf16(data: bytes) -> str | None:
    """UTF-16 by its mark, or by zeros and the Cyrillic page's number in every other byte."""
    if data.startswith(_UTF16_MARKS):
        return "utf-16-le" if data[0] == 0xFF else "utf-16-be"
    head = data[:4096]
    if len(data) % 2 or b"\0" not in head:
        return None
    half = len(head) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = head[offset::2], head[1 - offset :: 2]
        # In the other bytes of a text no zero stands, and 4 is no character of a text either.
        if high.count(0) + high.count(4) > 0.9 * half and not low.count(0):
            return encoding
    return None


def _windows_1251(data: bytes) -> str | None:
    """The bytes as Windows-1251, None where that gives no Russian text."""
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        return None
    sample = _TAG.sub(" ", text[:200_000])  # of a short page most letters are of its tags
    words = _WORD_1251.findall(sample)
    letters = sum(map(len, words))
    cyrillic = sum(1 for letter in "".join(words) if "А" <= letter <= "я")
    # Words of text begin with at most one capital or are all capitals; bytes of another
    # encoding give capitals and small letters in any order.
    mixed = sum(1 for word in words if not (word.islower() or word.isupper() or word[1:].islower()))
    odd = len(_FOREIGN_1251.findall(sample))
    good = cyrillic > 0.6 * letters > 0 and odd <= 0.01 * letters and mixed <= 0.05 * len(words)
    return text if good else None
