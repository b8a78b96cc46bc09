"""Whatever bytes come, the answer is a document or a ParseError, never another exception."""

from __future__ import annotations

import contextlib
import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from parser.document import Row
from parser.errors import ParseError
from parser.parse import parse_document
from parser.readers.detect import is_archive, members_of, read_document
from parser.readers.files import as_raw
from parser.tables.table import find_lack, read_table
from tests.conftest import examples
from tests.harness.sweeping import mostly_swept

FOLDER = Path("tests/parser/documents")
# A .doc is read by LibreOffice, whose own faults are none of ours.
OFFICE = [path for path in (FOLDER / "office").iterdir() if path.suffix != ".doc"]
DOCUMENTS = sorted(path for path in (*FOLDER.iterdir(), *OFFICE) if path.is_file() and path.suffix != ".tsv")
_SETTINGS = settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))


def read_all(data: bytes) -> None:
    """Reads bytes as far as they can be read; only a ParseError may stop it."""
    try:
        raw = as_raw("x", data)
        if is_archive(raw):
            for member in members_of(raw):
                read_document(member.read())
            return
        document = read_document(raw)
        rows = [block for block in document.blocks if isinstance(block, Row)]
        find_lack(rows)
        with contextlib.suppress(ParseError):
            read_table(rows, 1000, "x")
        parse_document(document)
    except ParseError:
        pass


MAGICS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><table><tr><td>", b"form,qazyna-edition\n", b"\xff\xfe"]


@_SETTINGS
@given(magic=st.sampled_from(MAGICS), data=st.binary(max_size=400))
@example(magic=MAGICS[3], data=b"\x01\xc2\x80 \xef\xbf\xbe \x0b")  # control characters in a page
def test_random_bytes(magic: bytes, data: bytes) -> None:
    read_all(magic + data)


MARKUP = ["<table>", "</table>", "<tr>", "</tr>", "<td>", "<th colspan=2>", "<td rowspan=3>", "<br>", "<p>", "1", "01",
          "452", "Категория", "Санаты", "Наименование", "2. ЗАТРАТЫ", "Көлік", "5 000", "-", "1,5", "2021 год"]  # fmt: skip


@_SETTINGS
@given(tokens=st.lists(st.sampled_from(MARKUP), max_size=80))
def test_random_markup(tokens: list[str]) -> None:
    read_all(("<html>" + " ".join(tokens)).encode())


LINES = ["Санаты", "", "Сомасы, мың теңге", "Атауы", "1 2 3", "1", "01  Табыс салығы    5 000", "1\tСалық\t7", "5 000",
         "2. ШЫҒЫНДАР 7 000", "452 Бөлім", "      № 1-1 шешіміне 1-қосымша", "5) тапшылық - -281 421", "\f"]  # fmt: skip


@_SETTINGS
@given(lines=st.lists(st.sampled_from(LINES), max_size=60))
def test_random_lines(lines: list[str]) -> None:
    read_all("\n".join(lines).encode())


@pytest.mark.parametrize("path", mostly_swept(DOCUMENTS, 5), ids=lambda path: path.name)
@settings(max_examples=examples(6), deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32))
def test_damaged_documents(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage, not secrets
    data = bytearray(path.read_bytes())
    kind = chance.randrange(5)
    if kind == 0:
        del data[chance.randrange(len(data)) :]
    elif kind == 1:
        for _ in range(chance.randrange(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif kind == 2:
        a, b = sorted(chance.randrange(len(data)) for _ in range(2))
        data[a:b], data[:a] = data[:a], data[a:b]
    elif kind == 3:
        a, b = sorted(chance.randrange(len(data)) for _ in range(2))
        del data[a : min(b, a + 2000)]
    else:
        data[:] = swapped(bytes(data), chance)
    read_all(bytes(data))


_CELL = re.compile(
    rb"(<td[^>]*>.*?</td>|<w:tc>.*?</w:tc>|<table:table-cell[^>]*>.*?</table:table-cell>|[^\t\n]+)", re.DOTALL
)
MAIN_PARTS = ("word/document.xml", "content.xml")


def swapped(data: bytes, chance: random.Random) -> bytes:
    """A document some of whose cells, or the words of whose lines, have changed places."""
    if data.startswith(b"PK"):
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(packed, "w") as changed:
            for name in archive.namelist():
                part = archive.read(name)
                changed.writestr(name, swapped(part, chance) if name in MAIN_PARTS else part)
        return packed.getvalue()
    pieces = _CELL.split(data)
    cells = range(1, len(pieces), 2)
    for _ in range(chance.randrange(1, 12)):
        a, b = chance.choice(cells), chance.choice(cells)
        pieces[a], pieces[b] = pieces[b], pieces[a]
    return b"".join(pieces)
