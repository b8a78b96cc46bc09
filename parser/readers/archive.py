"""Zip archives: what is in them, without ever unpacking more than a document may hold."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from io import BytesIO
from pathlib import PurePosixPath

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.companions import is_companion
from parser.readers.files import MAX_BYTES, RawFile, as_raw
from parser.readers.limits import MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED

_MEGABYTE = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError,
    RuntimeError, IndexError, MemoryError, UnicodeError, OverflowError,
)  # fmt: skip


@dataclass(slots=True)
class Archive:
    """An opened zip archive.

    All reading counts against one limit, so that many members cannot together unpack to more
    than one file may.
    """

    raw: RawFile
    _zip: zipfile.ZipFile
    _left: int = field(default=MAX_UNPACKED)

    @property
    def names(self) -> list[str]:
        """The members as the archive names them."""
        return self._zip.namelist()

    def read(self, name: str | zipfile.ZipInfo, most: int = MAX_BYTES) -> bytes:
        """A member's bytes.

        Args:
            name: as in `names`; or the member, where several may have one name.
            most: the largest size to accept.

        Raises:
            ParseError: `limit` for a member that unpacks to too much, `password`, `broken`.
        """
        file = f"{self.raw.name}/{name if isinstance(name, str) else name.filename}"
        try:
            info = self._zip.getinfo(name) if isinstance(name, str) else name
            if info.flag_bits & 1:
                raise ParseError(ParseErrorKind.PASSWORD, file)
            most = min(most, self._left)
            with self._zip.open(info) as member:
                # The size that the archive declares may be a lie: what comes out is counted.
                data = member.read(most + 1)
        except _BROKEN as error:
            raise ParseError(ParseErrorKind.BROKEN, file) from error
        if len(data) > most:
            raise ParseError.limit(file, Counted.UNPACKED_BYTES, most)
        if len(data) > _MEGABYTE and len(data) > MAX_RATIO * max(info.compress_size, 1):
            raise ParseError.limit(file, Counted.TIMES_UNPACKED, MAX_RATIO)
        self._left -= len(data)
        return data


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, not yet unpacked."""

    name: str  # "archive.zip/folder/decision.html"
    _inner: zipfile.ZipInfo
    _archive: Archive

    def read(self) -> RawFile:
        """Unpacks the file.

        Raises:
            ParseError: `limit`, `password`, `broken`, `empty`.
        """
        return as_raw(self.name, self._archive.read(self._inner))


def open_archive(raw: RawFile) -> Archive:
    """Opens a zip archive without unpacking anything.

    Raises:
        ParseError: `broken`, or `limit` for too many members.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(raw.data))
    except _BROKEN as error:
        raise ParseError(ParseErrorKind.BROKEN, raw.name) from error
    if len(archive.namelist()) > MAX_MEMBERS:
        raise ParseError.limit(raw.name, Counted.FILES, MAX_MEMBERS)
    return Archive(raw, archive)


def read_members(raw: RawFile) -> Iterator[Member]:
    """The documents in an archive, in the archive's order; what is no document is passed over.

    Raises:
        ParseError: as `open_archive` does. What is wrong with one member is raised when it is read.
    """
    archive = open_archive(raw)
    seen: Counter[str] = Counter()
    for info in archive._zip.infolist():  # noqa: SLF001 - its own module
        path = PurePosixPath(info.filename)
        named = PurePosixPath(_readable(info))
        if info.is_dir() or not path.parts or is_companion(named):
            continue
        seen[info.filename] += 1
        again = f" ({seen[info.filename]})" if seen[info.filename] > 1 else ""  # another one of this name
        yield Member(f"{raw.name}/{_readable(info)}{again}", info, archive)


def _readable(info: zipfile.ZipInfo) -> str:
    """A member's name: archives of Russian Windows write it in code page 866 and do not say so."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return info.filename
