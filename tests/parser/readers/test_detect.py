"""Forms and encodings told from the content."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from parser.document import Paragraph, Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.detect import is_archive, members_of, read_document
from parser.readers.files import as_raw, decode
from parser.records import Language
from parser.tables.table import read_table
from tests.parser.contents import TableOf
from tests.parser.layouts import as_docx, as_html
from tests.parser.office import PRINTERS

TEXTS = {
    Language.KK: "Көктем қалалық мәслихаты ШЕШІМ ЕТЕДІ: қаланың бюджеті бекітілсін.",
    Language.RU: "Коктемский городской маслихат РЕШИЛ: утвердить бюджет города.",
}
TABLE = [
    [
        [("Категория", 1, 1), ("Наименование", 1, 1), ("Сумма, тысяч тенге", 1, 1)],
        [("", 1, 1), ("1. ДОХОДЫ", 1, 1), ("5 000,5", 1, 1)],
        [("1", 1, 1), ("Налоги", 1, 1), ("5 000,5", 1, 1)],
    ]
]


def packed(files: dict[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(language: Language, encoding: str) -> None:
    text = TEXTS[language] + "\n"
    assert decode(as_raw("a.txt", text.encode(encoding))) == text
    document = read_document(as_raw("a.doc", text.encode(encoding)))
    assert document.source.language is language
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [TEXTS[language]]


def test_windows_1251_is_taken_for_russian_text_only() -> None:
    assert decode(as_raw("a", TEXTS[Language.RU].encode("cp1251"))) == TEXTS[Language.RU]
    for foreign in (
        TEXTS[Language.RU].encode("koi8-r"),
        TEXTS[Language.RU].encode("cp866"),
        TEXTS[Language.KK].encode("kz1048"),
        bytes(range(128, 256)) * 4,
    ):
        with pytest.raises(ParseError) as caught:
            decode(as_raw("a", foreign))
        assert caught.value.kind == "encoding"


@pytest.mark.parametrize("declared", ['<meta charset="utf-8">', ""])
def test_a_page_of_tags_that_declares_another_charset_or_none(declared: str) -> None:
    """Most letters of a short page are of its tags."""
    page = f"<html><head>{declared}</head><body>{'<div><span></span></div>' * 60}<p>{TEXTS[Language.RU]}</p></body></html>"
    blocks = read_document(as_raw("a.html", page.encode("cp1251"))).blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [TEXTS[Language.RU]]


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "KZ-1048"])
def test_a_page_s_charset(charset: str) -> None:
    language = Language.KK if charset == "KZ-1048" else Language.RU
    page = f'<html><head><meta charset="{charset}"></head><body><p>{TEXTS[language]}</p></body></html>'
    (block,) = read_document(
        as_raw("a.txt", page.encode(charset.replace("-", "").lower() if charset == "KZ-1048" else charset))
    ).blocks
    assert isinstance(block, Paragraph)
    assert block.text == TEXTS[language]


@pytest.mark.parametrize(
    ("data", "code", "found"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "format", "OLE"),
        (rb"{\rtf1\ansi text", "broken", None),
        (
            b'<?xml version="1.0"?>\n<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "format",
            "Word 2003 XML",
        ),
        (
            b'\xef\xbb\xbf<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "format",
            "Excel 2003 XML",
        ),
        (
            b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "format",
            "OpenDocument XML",
        ),
        (
            b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "format",
            "Word XML",
        ),
        (packed({"xl/workbook.xml": b"<x"}), "broken", None),
        (packed({"content.xml": b"<x/>"}), "broken", None),
        (packed({"xl/workbook.bin": b"x"}), "format", "XLSB"),
        (packed({"a.txt": b"text"}), "format", "zip"),
        (b"PK\x03\x04" + bytes(100), "broken", None),
        (b"%PDF-1.7\n" + bytes(100), "broken", None),
        (b"\x01\x02\0\x03" * 9, "binary", None),
    ],
)
def test_what_is_not_read_is_named(data: bytes, code: str, found: str | None) -> None:
    with pytest.raises(ParseError) as caught:
        read_document(as_raw("a.html", data))
    assert caught.value.kind == code
    if found:
        assert caught.value.found == found


def test_one_table_in_every_form_gives_the_same_rows() -> None:
    forms = {"html": as_html(TABLE), "docx": as_docx(TABLE)} | {
        form: printer([TableOf(table) for table in TABLE]) for form, printer in PRINTERS.items()
    }
    for form, data in forms.items():
        document = read_document(as_raw("x", data))
        assert document.source.format == form.split()[0]
        rows = [block for block in document.blocks if isinstance(block, Row)]
        assert [row.cells for row in rows if not row.header] == [
            ("", "1. ДОХОДЫ", "5 000,5"),
            ("1", "Налоги", "5 000,5"),
        ]
        table = read_table(rows, 1000, "x")
        assert [(line.path, line.amount) for line in table.lines] == [
            ("revenue", 5_000_500),
            ("revenue/1", 5_000_500),
        ]


def test_an_archive_s_members_are_read_one_by_one() -> None:
    files = {
        "папка/бюджет.html": as_html(TABLE),
        "b.docx": as_docx(TABLE),
        "__MACOSX/b.docx": b"resource fork",
        ".hidden": b"x",
        "bad.pdf": b"%PDF-1.4 none",
    }
    raw = as_raw("a.zip", packed(files))
    assert is_archive(raw)
    members = list(members_of(raw))
    assert [member.name for member in members] == ["a.zip/папка/бюджет.html", "a.zip/b.docx", "a.zip/bad.pdf"]
    assert [read_document(member.read()).source.format for member in members[:2]] == ["html", "docx"]
    with pytest.raises(ParseError):
        read_document(members[2].read())
    assert not is_archive(as_raw("b.docx", files["b.docx"]))


def test_archives_in_an_archive_are_opened() -> None:
    inner = packed({"2013.html": as_html(TABLE), "deep.zip": packed({"b.docx": as_docx(TABLE)})})
    raw = as_raw(
        "a.zip", packed({"one.html": as_html(TABLE), "council.zip": inner, "named.zip": as_docx(TABLE)})
    )
    members = list(members_of(raw))
    names = ["one.html", "council.zip/2013.html", "council.zip/deep.zip/b.docx", "named.zip"]
    assert [member.name for member in members] == [f"a.zip/{name}" for name in names]
    forms = [read_document(member.read()).source.format for member in members]
    assert forms == ["html", "html", "docx", "docx"]


def test_archives_that_are_not_opened_are_told_by_name() -> None:
    deep = packed({"b.docx": as_docx(TABLE)})
    for _ in range(3):
        deep = packed({"deep.zip": deep})
    raw = as_raw("a.zip", packed({"deep.zip": deep, "broken.zip": b"PK none", "c.docx": as_docx(TABLE)}))
    found = {}
    for member in members_of(raw):
        try:
            found[member.name] = read_document(member.read()).source.format
        except ParseError as error:
            found[member.name] = error.kind
    assert found == {
        "a.zip/deep.zip/deep.zip/deep.zip": "limit",
        "a.zip/broken.zip": "broken",
        "a.zip/c.docx": "docx",
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_page_whose_download_was_cut_off_is_refused(language: str, share: float) -> None:
    page = Path(f"tests/parser/documents/one-table.{language}.html").read_text(encoding="utf-8")
    begin, end = page.rindex("<table"), page.rindex("</table")
    cut = page[: begin + int((end - begin) * share)].encode()
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("page.html", cut))
    assert refused.value.kind is ParseErrorKind.BROKEN


def test_a_script_that_writes_of_tables_cuts_nothing_off() -> None:
    page = as_html(TABLE).replace(b"</html>", b"<script>make('<table>')</script></html>")
    assert b"<script>" in page
    assert read_document(as_raw("page.html", page)).blocks
