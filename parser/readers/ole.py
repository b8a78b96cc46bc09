"""The containers of Office 97-2003 (.doc, .xls), in which newer programs keep encrypted files.

A container is cut into sectors. A directory says in which sector each stream begins, a table which sector
follows which. A damaged table may lead in a circle: no stream is followed further than it is long.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from enum import Enum

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.files import RawFile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 512  # bytes of the container's head
_TABLE = 76  # where the head names the first 109 sectors of the table
_ENTRY = 128  # bytes of a directory's entry
_NAME_LENGTH, _KIND, _FIRST_SECTOR = 64, 66, 116  # where they stand in it
_STREAM = 2
_SMALL_SECTOR = 64
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors
_FIB_MAGIC, _FIB_FLAGS, _ENCRYPTED = 0xA5EC, 10, 0x0100  # of the block that a Word document begins with


class OleForm(Enum):
    """What such a file is; the value is what it is called."""

    WORD = "Word 97-2003 (.doc)"
    EXCEL = "Excel 97-2003 (.xls)"
    ENCRYPTED = "encrypted"
    OTHER = "OLE"


_STREAMS = {
    "EncryptedPackage": OleForm.ENCRYPTED,
    "Workbook": OleForm.EXCEL,
    "Book": OleForm.EXCEL,
    "WordDocument": OleForm.WORD,
}


@dataclass(frozen=True, slots=True)
class _OleStream:
    """A stream of the directory."""

    position: int  # of the entry in the file
    sector: int
    size: int


def ole_form(raw: RawFile) -> OleForm:
    """What a file is, by the first of its streams that tells; a document within a document comes later."""
    entries = _entries(raw.data)
    form = next((_STREAMS[name] for name in entries if name in _STREAMS), OleForm.OTHER)
    if form is OleForm.WORD and _is_encrypted(raw.data, entries["WordDocument"]):
        return OleForm.ENCRYPTED
    return form


def workbook_of(raw: RawFile) -> bytes:
    """The stream of an Excel workbook.

    Raises:
        ParseError: `broken` for a container whose table does not lead to it.
    """
    entries = _entries(raw.data)
    entry = entries.get("Workbook") or entries["Book"]
    try:
        size, small_limit, small_table = _sector_size(raw.data), *_numbers(raw.data[56:64])
        table = _table(raw.data, size)
        if entry.size >= small_limit:
            found = _stream(raw.data, entry, table, size, before=size)
        else:  # the streams of small ones stand in one, which the directory's first entry leads to
            begin = (int.from_bytes(raw.data[48:52], "little") + 1) * size
            root = _OleStream(begin, *struct.unpack_from("<II", raw.data, begin + _FIRST_SECTOR))
            small = _OleStream(0, small_table, len(raw.data))
            follows = _numbers(_stream(raw.data, small, table, size, before=size))
            found = _stream(
                _stream(raw.data, root, table, size, before=size), entry, follows, _SMALL_SECTOR, before=0
            )
    except (struct.error, IndexError, ValueError) as error:
        raise ParseError(ParseErrorKind.BROKEN, raw.name) from error
    if not found or found.startswith(MAGIC):
        raise ParseError(ParseErrorKind.BROKEN, raw.name)
    return found


def _entries(data: bytes) -> Mapping[str, _OleStream]:
    """The streams of a container that tell what it is, in the order of its directory."""
    found: dict[str, _OleStream] = {}
    for name in _STREAMS:
        written = name.encode("utf-16-le") + b"\0\0"
        position = data.find(written)
        while position >= 0:
            entry = data[position : position + _ENTRY]
            is_entry = position % _ENTRY == 0 and len(entry) == _ENTRY and entry[_KIND] == _STREAM
            if is_entry and int.from_bytes(entry[_NAME_LENGTH:_KIND], "little") == len(written):
                found[name] = _OleStream(position, *struct.unpack_from("<II", entry, _FIRST_SECTOR))
                break
            position = data.find(written, position + 2)
    return dict(sorted(found.items(), key=lambda item: item[1].position))


def _sector_size(data: bytes) -> int:
    return 1 << min(max(int.from_bytes(data[30:32], "little"), 7), 16)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _table(data: bytes, size: int) -> Sequence[int]:
    """Which sector follows each. A large container names the table's sectors in further ones."""
    sectors = list(_numbers(data[_TABLE:_HEAD]))
    further = int.from_bytes(data[68:72], "little")
    for _ in range(len(data) // size):
        if further >= _LAST:
            break
        begin = (further + 1) * size
        *names, further = _numbers(data[begin : begin + size])
        sectors += names
    table: list[int] = []
    for sector in sectors:
        if sector < _LAST and len(table) * 4 <= len(data):
            table += _numbers(data[(sector + 1) * size : (sector + 2) * size])
    return table


def _stream(data: bytes, entry: _OleStream, table: Sequence[int], size: int, *, before: int) -> bytes:
    """A stream's bytes, sector after sector.

    Args:
        data: what the sectors are cut from.
        entry: the stream.
        table: which sector follows each.
        size: of a sector.
        before: how many bytes stand before the first sector; in the file as many as a sector has.
    """
    found = bytearray()
    sector = entry.sector
    while sector < _LAST and len(found) < min(entry.size, len(data)):
        found += data[before + sector * size : before + (sector + 1) * size]
        sector = table[sector]
    return bytes(found[: entry.size])


def _is_encrypted(data: bytes, entry: _OleStream) -> bool:
    size = _sector_size(data)
    head = data[(entry.sector + 1) * size :][: _FIB_FLAGS + 2]
    if len(head) < _FIB_FLAGS + 2 or struct.unpack_from("<H", head)[0] != _FIB_MAGIC:
        return False
    return bool(struct.unpack_from("<H", head, _FIB_FLAGS)[0] & _ENCRYPTED)
