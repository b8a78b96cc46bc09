"""The containers of Office 97-2003 (.doc, .xls), in which newer programs keep encrypted files."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from enum import Enum

from parser.readers.files import RawFile

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128  # bytes of a directory's entry
_NAME_LENGTH, _KIND, _FIRST_SECTOR = 64, 66, 116  # where they stand in it
_STREAM = 2
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


def ole_form(raw: RawFile) -> OleForm:
    """What a file is, by the first of its streams that tells; a document within a document comes later."""
    entries = _entries(raw.data)
    form = next((_STREAMS[name] for name in entries if name in _STREAMS), OleForm.OTHER)
    if form is OleForm.WORD and _is_encrypted(raw.data, entries["WordDocument"]):
        return OleForm.ENCRYPTED
    return form


def _entries(data: bytes) -> Mapping[str, int]:
    """The streams of a container by name, in the order of its directory, with where each begins."""
    size = 1 << min(int.from_bytes(data[30:32], "little"), 16)
    found: dict[str, int] = {}
    for name in _STREAMS:
        written = name.encode("utf-16-le") + b"\0\0"
        position = data.find(written)
        while position >= 0:
            entry = data[position : position + _ENTRY]
            is_entry = position % _ENTRY == 0 and len(entry) == _ENTRY and entry[_KIND] == _STREAM
            if is_entry and int.from_bytes(entry[_NAME_LENGTH:_KIND], "little") == len(written):
                sector = int.from_bytes(entry[_FIRST_SECTOR : _FIRST_SECTOR + 4], "little")
                found[name] = position << 64 | (sector + 1) * size
                break
            position = data.find(written, position + 2)
    ordered = sorted(found.items(), key=lambda item: item[1])
    return {name: place & ((1 << 64) - 1) for name, place in ordered}


def _is_encrypted(data: bytes, begin: int) -> bool:
    head = data[begin : begin + _FIB_FLAGS + 2]
    if len(head) < _FIB_FLAGS + 2 or struct.unpack_from("<H", head)[0] != _FIB_MAGIC:
        return False
    return bool(struct.unpack_from("<H", head, _FIB_FLAGS)[0] & _ENCRYPTED)
