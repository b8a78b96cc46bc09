"""Hostile files: refused with a clear error, soon and before they cost memory."""

from __future__ import annotations

import resource
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.readers.detect import members_of, read_document
from parser.readers.files import RawFile, as_raw
from parser.readers.limits import MAX_UNPACKED
from parser.tables.table import read_table
from tests.harness.growth import assert_in_proportion
from tests.harness.sweeping import mostly_swept
from tests.parser.layouts import docx_of
from tests.parser.open_documents import odf_of

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEADER = "Санаты\n\nСомасы, мың\nтеңге\n\nСыныбы\n\nАтауы\n\n1 2 3\n\n"
ENTITIES = '<!DOCTYPE l [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
)


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def word(body: str, head: str = "") -> bytes:
    return docx_of(f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>")


def xlsx_of(sheet: str, head: str = "") -> bytes:
    """A workbook of one sheet with that inside."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/workbook.xml", '<workbook xmlns:r="r"><sheets><sheet r:id="a"/></sheets></workbook>'
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels", '<R><R Id="a" Type="t/worksheet" Target="worksheets/a.xml"/></R>'
        )
        archive.writestr("xl/worksheets/a.xml", f"{head}<worksheet>{sheet}</worksheet>")
    return data.getvalue()


SHEET_ROWS = "<sheetData>{}</sheetData>"
SHEET_CELL = '<c t="inlineStr"><is><t>x</t></is></c>'


def ods_of(rows: str) -> bytes:
    return odf_of(f"<office:spreadsheet><table:table>{rows}</table:table></office:spreadsheet>")


def odt_of(rows: str) -> bytes:
    return odf_of(f"<office:text><table:table>{rows}</table:table></office:text>")


ODF_CELL = "<table:table-cell><text:p>x</text:p></table:table-cell>"
ROW = "<tr><td>1</td><td>Название</td><td>5</td></tr>"
HOSTILE: dict[str, Callable[[], bytes]] = {
    "many rows": lambda: page(f"<table>{ROW * 60_000}</table>"),
    "million tags": lambda: page("<p>x" * 1_000_000),
    "deep markup": lambda: page("<div>" * 100_000),
    "deep tables": lambda: page("<table><tr><td>" * 50_000),
    "colspan": lambda: page("<table><tr><td colspan=1000000000>1</td></tr></table>"),
    "rowspan": lambda: page("<table><tr><td rowspan=1000000000>1</td></tr></table>"),
    "wide rows": lambda: page(
        "<table><tr>" + "<td colspan=100 rowspan=60000>x</td>" * 1000 + "</tr></table>"
    ),
    "attributes": lambda: page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">"),
    "enormous cell": lambda: page("<table><tr><td>" + "слово " * 100_000 + "</td></tr></table>"),
    "enormous paragraph": lambda: page("<p>" + "слово " * 100_000),
    "entities": lambda: word("<w:p><w:r><w:t>&m;</w:t></w:r></w:p>", f"{ENTITIES}]>"),
    "outer entity": lambda: word(
        "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    ),
    "deep Word": lambda: word("<w:tbl><w:tr><w:tc>" * 20_000),
    "Word bomb": lambda: word(" " * 20_000_000),
    "Word bomb within limits": lambda: word("<w:p/>" * 400_000),
    "long line": lambda: "сөз ".encode() * 1_000_000,
    "many lines": lambda: "сөз\n".encode() * 1_000_000,
    "many printed rows": (HEADER + "1 Салық 5 000\n\n" * 60_000).encode,
    "many tabbed rows": lambda: "1\tСалық\t5 000\n".encode() * 100_000,
    "many spaced rows": lambda: "1    Салық            5 000\n".encode() * 100_000,
    "one long section": (HEADER + "1 Салық 5 000\n\n" * 9_000).encode,
    "XLSX bomb": lambda: xlsx_of(" " * 20_000_000),
    "XLSX bomb within limits": lambda: xlsx_of(
        '<sheetData><row r="1"/>' + '<row s="1"/>' * 1_048_575 + "</sheetData>"
    ),
    "XLSX entities": lambda: xlsx_of("<sheetData><row><c><v>&m;</v></c></row></sheetData>", f"{ENTITIES}]>"),
    "deep XLSX": lambda: xlsx_of("<row>" * 20_000),
    "many XLSX rows": lambda: xlsx_of(
        SHEET_ROWS.format("".join(f"<row r='{i}'>{SHEET_CELL}</row>" for i in range(1, 40_000)))
    ),
    "wide XLSX rows": lambda: xlsx_of(SHEET_ROWS.format('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    "much merged XLSX": lambda: xlsx_of(
        SHEET_ROWS.format(f"<row r='9'>{SHEET_CELL * 50}</row>")
        + "<mergeCells>"
        + '<mergeCell ref="A1:XFD1048576"/>' * 100_000
        + "</mergeCells>"
    ),
    "many ODS rows": lambda: ods_of(
        f'<table:table-row table:number-rows-repeated="1048576">{ODF_CELL}</table:table-row>'
    ),
    "many ODS cells": lambda: ods_of(
        '<table:table-row table:number-rows-repeated="999999999"><table:table-cell table:number-columns-repeated="999999999">'
        "<text:p>x</text:p></table:table-cell></table:table-row>"
    ),
    "wide ODS rows": lambda: ods_of(
        f'<table:table-row><table:table-cell table:number-columns-repeated="300"/>{ODF_CELL}</table:table-row>'
    ),
    "many ODT rows": lambda: odt_of(
        f'<table:table-row table:number-rows-repeated="999999999">{ODF_CELL}</table:table-row>'
    ),
    "wide ODT rows": lambda: odt_of(
        '<table:table-row><table:table-cell table:number-columns-repeated="999999999"/></table:table-row>'
    ),
    "deep ODT": lambda: odt_of("<table:table-row><table:table-cell><table:table>" * 20_000),
    "ODF bomb": lambda: odt_of(" " * 20_000_000),
    "deep RTF": lambda: rb"{\rtf1" + b"{" * 100_000,
    "many RTF rows": lambda: rb"{\rtf1" + rb"\trowd\cellx9\intbl x\cell\row" * 100_000 + b"}",
    "wide RTF rows": lambda: rb"{\rtf1\trowd" + rb"\intbl x\cell" * 1_000 + rb"\row}",
    "long RTF paragraph": lambda: rb"{\rtf1 " + b"x " * 500_000 + rb"\par}",
    "long CSV": lambda: b"form,qazyna-edition\n" + b"a,b\n" * 1_000_000,
}
# These take as long as all others together.
MANY_ROWS = [name for name in HOSTILE if name.startswith("many ") and name.endswith(" rows")]


@pytest.fixture(autouse=True)
def _memory() -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024


def read_whole(raw: RawFile) -> None:
    document = read_document(raw)
    read_table([block for block in document.blocks if isinstance(block, Row)], 1000, "x")


@pytest.mark.parametrize(
    "name", [*(name for name in HOSTILE if name not in MANY_ROWS), *mostly_swept(MANY_ROWS, 3)]
)
def test_hostile_files_are_refused(name: str) -> None:
    raw = as_raw("x", HOSTILE[name]())
    with pytest.raises(ParseError) as caught:
        read_whole(raw)
    entities = name in {"entities", "outer entity", "XLSX entities"}
    assert caught.value.kind == ("declares-entities" if entities else "limit")


def test_an_archive_unpacks_no_more_than_one_file_may() -> None:
    data = BytesIO()
    noise = bytes(range(256)) * 4096 * 12
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for index in range(6):
            archive.writestr(f"{index}.txt", noise)
            archive.writestr(f"{index}.bomb", bytes(8_000_000))
    codes = []
    for member in members_of(as_raw("a.zip", data.getvalue())):
        try:
            member.read()
        except ParseError as error:
            codes.append(error.kind)
    assert set(codes) == {"limit"}
    assert len(codes) >= 6


def test_archives_in_an_archive_unpack_no_more_together() -> None:
    noise = bytes(range(256)) * 4096 * 12
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", noise)
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for index in range(12):
            archive.writestr(f"{index}.zip", inner.getvalue())
    unpacked, refused = 0, []
    for member in members_of(as_raw("a.zip", data.getvalue())):
        try:
            unpacked += len(member.read().data)
        except ParseError as error:
            refused.append(error.kind)
    assert unpacked <= MAX_UNPACKED
    assert unpacked + len(refused) * len(noise) == 12 * len(noise)
    assert set(refused) == {"limit"}


@pytest.mark.sweep
def test_a_long_text_takes_as_long_as_it_is() -> None:
    line = "      Осы шешім әділет органдарында мемлекеттік тіркеуден өткен күннен бастап күшіне енеді.\n".encode()

    def read(count: int) -> None:
        document = read_document(as_raw("x", line * count))
        assert len(document.blocks) == count

    assert_in_proportion(read, 5_000, 20_000)
