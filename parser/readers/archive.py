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
from parser.readers.limits import MAX_ARCHIVES, MAX_MEMBERS, MAX_RATIO, MAX_UNPACKED

_MEGABYTE = 1024 * 1024
_ARCHIVE = ".zip"
_OFFICE = frozenset({"word/document.xml", "xl/workbook.xml", "xl/workbook.bin", "content.xml"})
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError,
    RuntimeError, IndexError, MemoryError, UnicodeError, OverflowError,
)  # fmt: skip


@dataclass(slots=True)
class Archive:
    """An opened zip archive.

    All reading counts against one limit, so that many members cannot together unpack to more
    than one file may. It counts against that of the archive around it, too.
    """

    raw: RawFile
    _zip: zipfile.ZipFile
    _around: Archive | None = None
    left: int = field(default=MAX_UNPACKED)

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
            most = min(most, *(each.left for each in self._all))
            with self._zip.open(info) as member:
                # The size that the archive declares may be a lie: what comes out is counted.
                data = member.read(most + 1)
        except _BROKEN as error:
            raise ParseError(ParseErrorKind.BROKEN, file) from error
        if len(data) > most:
            raise ParseError.limit(file, Counted.UNPACKED_BYTES, most)
        if len(data) > _MEGABYTE and len(data) > MAX_RATIO * max(info.compress_size, 1):
            raise ParseError.limit(file, Counted.TIMES_UNPACKED, MAX_RATIO)
        for each in self._all:
            each.left -= len(data)
        return data

    @property
    def is_of_documents(self) -> bool:
        """Whether it is no document itself, as files of office programs are."""
        return _OFFICE.isdisjoint(self.names)

    @property
    def _all(self) -> Iterator[Archive]:
        """This one and those around it."""
        archive: Archive | None = self
        while archive is not None:
            yield archive
            archive = archive._around  # noqa: SLF001 - its own class


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

    @property
    def is_named_archive(self) -> bool:
        """Whether its name says that it is an archive itself: office files are zips, too."""
        return PurePosixPath(self._inner.filename).suffix.lower() == _ARCHIVE

    def open(self) -> Archive:
        """Opens the file, which is an archive itself.

        Raises:
            ParseError: as `read` and `open_archive` do.
        """
        return open_archive(self.read(), self._archive)


@dataclass(frozen=True, slots=True)
class Unopened:
    """An archive in another one that is not opened, and why."""

    name: str
    error: ParseError

    def read(self) -> RawFile:
        """Raises why.

        Raises:
            ParseError: always.
        """
        raise self.error


def open_archive(raw: RawFile, around: Archive | None = None) -> Archive:
    """Opens a zip archive without unpacking anything.

    Args:
        raw: the archive.
        around: the one that it stands in.

    Raises:
        ParseError: `broken`, or `limit` for too many members.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(raw.data))
    except _BROKEN as error:
        raise ParseError(ParseErrorKind.BROKEN, raw.name) from error
    if len(archive.namelist()) > MAX_MEMBERS:
        raise ParseError.limit(raw.name, Counted.FILES, MAX_MEMBERS)
    return Archive(raw, archive, around)


def read_members(raw: RawFile) -> Iterator[Member | Unopened]:
    """The documents in an archive and in those inside it, in their order; what is no document is passed over.

    An archive that stands in too many others, or cannot be opened, is a member itself, whose reading fails.

    Raises:
        ParseError: as `open_archive` does. What is wrong with one member is raised when it is read.
    """
    for count, member in enumerate(_list_members(open_archive(raw), 1), 1):
        if count > MAX_MEMBERS:
            raise ParseError.limit(raw.name, Counted.FILES, MAX_MEMBERS)
        yield member


def _list_members(archive: Archive, depth: int) -> Iterator[Member | Unopened]:
    seen: Counter[str] = Counter()
    for info in archive._zip.infolist():  # noqa: SLF001 - its own module
        path = PurePosixPath(info.filename)
        named = PurePosixPath(_readable(info))
        if info.is_dir() or not path.parts or is_companion(named):
            continue
        seen[info.filename] += 1
        again = f" ({seen[info.filename]})" if seen[info.filename] > 1 else ""  # another one of this name
        member = Member(f"{archive.raw.name}/{_readable(info)}{again}", info, archive)
        yield from _open_inner(member, depth) if member.is_named_archive else (member,)


def _open_inner(member: Member, depth: int) -> Iterator[Member | Unopened]:
    """The documents in an archive that stands in another one."""
    if depth >= MAX_ARCHIVES:
        yield Unopened(member.name, ParseError.limit(member.name, Counted.ARCHIVES, MAX_ARCHIVES))
        return
    try:
        inner = member.open()
    except ParseError as error:
        yield Unopened(member.name, error)
        return
    yield from _list_members(inner, depth + 1) if inner.is_of_documents else (member,)


def _readable(info: zipfile.ZipInfo) -> str:
    """A member's name: archives of Russian Windows write it in code page 866 and do not say so."""
    if info.flag_bits & 0x800 or info.filename.isascii():
        return info.filename
    try:
        return info.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return info.filename
