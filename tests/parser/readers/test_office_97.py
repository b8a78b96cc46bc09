"""Files of Office 97-2003, and what LibreOffice wrote in every form of its own: read as the page is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from parser.document import Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.detect import read_document
from parser.readers.doc import find_office, read_doc
from parser.readers.files import MAX_BYTES, as_raw, read_raw
from parser.records import Language
from parser.tables.table import read_table
from tests.parser.typography import EXPECTED, TYPOGRAPHY, lines

DOCUMENTS = Path("tests/parser/documents")
OFFICE = DOCUMENTS / "office"
WORD = OFFICE / "looks.doc"
needs_office = pytest.mark.skipif(find_office() is None, reason="LibreOffice is not installed")


@pytest.mark.parametrize("name", ["looks.ods", "looks.rtf", "looks.xls"])
def test_what_libreoffice_wrote(name: str) -> None:
    """A struck amount and row, raised marks; a hidden row, in a workbook also a hidden column and sheet."""
    assert lines(name, (OFFICE / name).read_bytes(), warned=name.endswith((".ods", ".xls"))) == EXPECTED


@pytest.mark.parametrize("language", Language)
def test_a_whole_budget_in_a_workbook(language: Language) -> None:
    document = read_document(read_raw(OFFICE / f"one-table.{language}.xls"))
    assert (document.source.format, document.source.language) == ("xls", language)
    table = read_table([block for block in document.blocks if isinstance(block, Row)], 1000, "x")
    expected = (DOCUMENTS / f"expected.{language}.tsv").read_text(encoding="utf-8").splitlines()
    assert [f"{line.path}\t{line.name}\t{line.amount // 1000}" for line in table.lines] == expected


def test_a_formula_that_came_to_an_error_is_refused_by_its_place() -> None:
    with pytest.raises(ParseError) as refused:
        read_document(read_raw(OFFICE / "error.xls"))
    error = refused.value
    assert (error.kind, error.found) == (ParseErrorKind.UNCOMPUTED, "B19: #DIV/0!")
    assert str(error.at) == "sheet 1, row 19"


@needs_office
def test_a_word_document_through_libreoffice() -> None:
    document = read_document(read_raw(WORD))
    assert (document.source.format, document.source.sha256) == ("doc", read_raw(WORD).sha256)
    assert lines("x.doc", WORD.read_bytes()) == EXPECTED


def test_without_libreoffice_a_word_document_says_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("parser.readers.doc._INSTALLED", ())
    with pytest.raises(ParseError) as refused:
        read_document(read_raw(WORD))
    assert (refused.value.kind, refused.value.found) == (ParseErrorKind.NEEDS_OFFICE, "Word 97-2003 (.doc)")


def office_of(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!{sys.executable}\nimport sys, time, pathlib, shutil\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_the_word_file_that_is_made_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = (TYPOGRAPHY / "w_base.docx").resolve()
    script = f"""
arguments = sys.argv[1:]
profile = pathlib.Path(arguments[0].removeprefix("-env:UserInstallation=file://"))
assert "DisableMacrosExecution" in (profile / "user" / "registrymodifications.xcu").read_text()
assert "--headless" in arguments and pathlib.Path(arguments[-1]).read_bytes() == open({str(WORD.resolve())!r}, "rb").read()
shutil.copy({str(made)!r}, pathlib.Path(arguments[arguments.index("--outdir") + 1]) / "document.docx")
"""
    office_of(tmp_path, script, monkeypatch)
    assert lines("x.doc", WORD.read_bytes()) == EXPECTED


@pytest.mark.parametrize("script", ["sys.exit(1)", "time.sleep(60)"])
def test_what_libreoffice_cannot_read_is_said(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office_of(tmp_path, script, monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_doc(read_raw(WORD), seconds=1)
    assert refused.value.kind is ParseErrorKind.NOT_CONVERTED


def test_what_is_wrong_with_the_file_that_is_made_is_said_of_the_file_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 'pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1]) / "document.docx"'
    for size, kind in ((MAX_BYTES + 1, ParseErrorKind.TOO_LARGE), (0, ParseErrorKind.NOT_CONVERTED)):
        office_of(tmp_path, f'open({made}, "wb").truncate({size})', monkeypatch)
        with pytest.raises(ParseError) as refused:
            read_doc(read_raw(WORD))
        assert (refused.value.kind, refused.value.file) == (kind, "looks.doc")


def test_a_format_that_is_named_by_its_number_alone() -> None:
    """A date's of East Asia, that programs write for other countries' too."""
    data = bytearray((OFFICE / "error.xls").read_bytes())
    look = data.index(b"\xe0\x00\x14\x00\x00\x00\xa4\x00\x01\x00") + 6
    data[look] = 53
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", bytes(data)))
    assert refused.value.kind is ParseErrorKind.UNCOMPUTED  # as without the change: it is no damage


def test_a_fault_of_the_program_is_not_said_to_be_the_file_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(*_: object, **__: object) -> str:
        raise AttributeError

    monkeypatch.setattr("parser.readers.xls.shown_number", fault)
    with pytest.raises(AttributeError):
        read_document(read_raw(OFFICE / "looks.xls"))


def container(name: str, begin: bytes = b"") -> bytes:
    """A container of Office 97 with one stream."""
    entry = name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little") + b"\x02"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\0") + (9).to_bytes(2, "little")
    directory = entry.ljust(116, b"\0") + (1).to_bytes(4, "little")
    return head.ljust(512, b"\0") + directory.ljust(512, b"\0") + begin.ljust(512, b"\0")


@pytest.mark.parametrize(
    "data",
    [
        container("EncryptedPackage"),  # a workbook or a document of today behind a password
        container("WordDocument", b"\xec\xa5".ljust(10, b"\0") + b"\x00\x01"),
        (OFFICE / "looks.xls").read_bytes().replace(b"\x3d\0\x12\0", b"\x2f\0\x12\0", 1),
    ],
)
def test_what_is_protected_by_a_password_says_so(data: bytes) -> None:
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", data))
    assert refused.value.kind is ParseErrorKind.PASSWORD


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (container("Workbook"), ParseErrorKind.BROKEN),
        (container("PowerPoint Document"), ParseErrorKind.FORMAT),
        (container("Word"), ParseErrorKind.FORMAT),
    ],
)
def test_other_containers(data: bytes, kind: ParseErrorKind) -> None:
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", data))
    assert refused.value.kind is kind


@pytest.mark.parametrize("name", ["looks.xls", "error.xls"])  # the second's stream is among the small ones
def test_a_container_whose_table_leads_in_a_circle_is_refused(name: str) -> None:
    data = bytearray((OFFICE / name).read_bytes())
    table = (int.from_bytes(data[76:80], "little") + 1) * 512
    for sector in range(128):
        data[table + 4 * sector : table + 4 * sector + 4] = sector.to_bytes(4, "little")
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("x", bytes(data)))
    assert refused.value.kind is ParseErrorKind.BROKEN
