"""Invented documents in the forms of Office 97-2003: a workbook, and a Word document with what LibreOffice would make of it."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from parser.readers.ole import MAGIC
from tests.parser.contents import Content
from tests.parser.pages_of_contents import as_word
from tests.parser.workbooks import WIDTH

_SECTOR = 512
_TABLE, _DIRECTORY = (
    0xFFFFFFFD,
    0xFFFFFFFE,
)  # what the table of sectors says of its own, and of a stream's last
_STREAM = 4096  # bytes; a smaller one would stand in sectors of another kind
_BEGIN, _END, _SHEET, _LOOK, _FONT, _TEXT, _NUMBER, _MERGED = (
    0x809,
    0x0A,
    0x85,
    0xE0,
    0x31,
    0x204,
    0x203,
    0xE5,
)
_GLOBALS, _WORKSHEET = 0x05, 0x10
_OFFICE = f"""#!{sys.executable}
import pathlib, sys
data = pathlib.Path(sys.argv[-1]).read_bytes()
made = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1]) / "document.docx"
at = data.index(b"[WORD]") + 6
made.write_bytes(data[at + 4 : at + 4 + int.from_bytes(data[at : at + 4], "little")])
"""


def as_xls(contents: Sequence[Content]) -> bytes:
    """A workbook of one sheet: paragraphs over its whole width, and tables."""
    sheet = _record(_BEGIN, struct.pack("<HHHHII", 0x600, _WORKSHEET, 0, 1997, 0, 6))
    sheet += b"".join(_rows(contents)) + _record(_END)
    name = "Лист1".encode("utf-16-le")
    begin = (
        _record(_BEGIN, struct.pack("<HHHHII", 0x600, _GLOBALS, 0, 1997, 0, 6))
        + _record(_FONT, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 204, 0) + b"\x05\x00Arial")
        + _record(_LOOK, struct.pack("<HHHBBBBIIH", 0, 0, 1, 0x20, 0, 0, 0, 0, 0, 0x20C0))
    )
    size = len(begin) + 4 + 8 + len(name) + 4
    named = _record(_SHEET, struct.pack("<IBBBB", size, 0, 0, len(name) // 2, 1) + name)
    return _container("Workbook", begin + named + _record(_END) + sheet)


def as_doc(contents: Sequence[Content]) -> bytes:
    """A Word document that holds, for the program of `put_office`, what LibreOffice would make of it."""
    made = as_word(contents)
    head = b"\xec\xa5".ljust(_SECTOR, b"\0")
    return _container("WordDocument", head + b"[WORD]" + struct.pack("<I", len(made)) + made)


def put_office(folder: Path) -> None:
    """Puts a program in LibreOffice's place that makes of a document what `as_doc` put into it.

    Args:
        folder: for the program, and to be named by `PATH`.
    """
    program = folder / "soffice"
    program.write_text(_OFFICE, encoding="utf-8")
    program.chmod(0o755)


def _rows(contents: Sequence[Content]) -> Iterator[bytes]:
    row = 0
    for content in contents:
        if isinstance(content, str):
            yield _cell(row, 0, content)
            yield _record(_MERGED, struct.pack("<HHHHH", 1, row, row, 0, WIDTH - 1))
            row += 1
            continue
        for cells in content.rows:
            yield from (_cell(row, column, str(text)) for column, (text, _, _) in enumerate(cells) if text)
            row += 1
        row += 1


def _cell(row: int, column: int, text: str) -> bytes:
    if text.isdecimal() and not text.startswith("0"):
        return _record(_NUMBER, struct.pack("<HHHd", row, column, 0, float(text)))
    letters = text.encode("utf-16-le")
    return _record(_TEXT, struct.pack("<HHHHB", row, column, 0, len(letters) // 2, 1) + letters)


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _container(name: str, stream: bytes) -> bytes:
    """A container with one stream; its table and its directory come first."""
    stream = stream.ljust(_STREAM, b"\0")
    count = -(-len(stream) // _SECTOR)
    tables = 1
    while tables * _SECTOR // 4 < tables + 1 + count:
        tables += 1
    first = tables + 1
    follows = [*[_TABLE] * tables, _DIRECTORY, *range(first + 1, first + count), _DIRECTORY]
    entries = [("Root Entry", 5, _DIRECTORY, 0), (name, 2, first, len(stream))]
    directory = b"".join(
        each.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(each) + 2, kind, 1, *[0xFFFFFFFF] * 3)
        + bytes(36)
        + struct.pack("<III", sector, size, 0)
        for each, kind, sector, size in entries
    )
    head = MAGIC + bytes(16) + struct.pack("<HHHHHHII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0)
    head += struct.pack("<IIIIIIII", tables, tables, 0, _STREAM, _DIRECTORY, 0, _DIRECTORY, 0)
    return (
        head.ljust(76, b"\0") + struct.pack(f"<{tables}I", *range(tables)).ljust(_SECTOR - 76, b"\xff")
        + struct.pack(f"<{len(follows)}I", *follows).ljust(tables * _SECTOR, b"\xff")
        + directory.ljust(_SECTOR, b"\0")
        + stream.ljust(count * _SECTOR, b"\0")
    )  # fmt: skip
