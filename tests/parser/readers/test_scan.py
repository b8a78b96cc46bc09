"""Scanned pages: what they need, and that nothing read off a picture passes for sure."""

from __future__ import annotations

import ctypes
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers import tesseract
from parser.readers.detect import read_document
from parser.readers.files import as_raw

PACKAGES = "tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus"


def picture(form: str, size: tuple[int, int] = (850, 1100)) -> bytes:
    data = BytesIO()
    Image.new("L", size, 230).save(data, form)
    return data.getvalue()


def tesseract_of(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a program in Tesseract's place."""
    program = folder / "tesseract"
    program.write_text(f"#!{sys.executable}\nimport sys, time\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "GIF", "PDF"])
def test_without_tesseract_a_scan_says_what_it_needs(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan", picture(form)))
    assert refused.value.kind is ParseErrorKind.NEEDS_TESSERACT
    assert refused.value.values == {"packages": PACKAGES}


def test_only_the_data_that_are_missing_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract_of(tmp_path, "print('List of available languages (2):', 'eng', 'rus', sep='\\n')", monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan.png", picture("PNG")))
    assert refused.value.values == {"packages": "tesseract-ocr-kaz"}


KNOWS_ALL = "if '--list-langs' in sys.argv: print('kaz', 'rus', sep='\\n'); sys.exit()"


def test_an_empty_page_has_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract_of(tmp_path, KNOWS_ALL, monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan.png", picture("PNG")))
    assert refused.value.kind is ParseErrorKind.NO_TEXT


def test_a_tesseract_that_fails_is_named_with_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract_of(tmp_path, f"{KNOWS_ALL}\nsys.exit(1)", monkeypatch)
    page = Image.new("L", (850, 1100), 255)
    page.paste(0, (100, 100, 160, 140))
    data = BytesIO()
    page.save(data, "PNG")
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan.png", data.getvalue()))
    assert (refused.value.kind, str(refused.value.at)) == (ParseErrorKind.PICTURE_NOT_READ, "page 1")


def test_a_tesseract_that_knows_no_languages_is_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract_of(tmp_path, "sys.exit(1)", monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan.png", picture("PNG")))
    assert (refused.value.kind, refused.value.file) == (ParseErrorKind.PICTURE_NOT_READ, "scan.png")


@pytest.mark.sweep
def test_a_tesseract_that_takes_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract_of(tmp_path, "time.sleep(3000)", monkeypatch)
    monkeypatch.setattr(tesseract, "missing_packages", tuple)
    monkeypatch.setattr(tesseract, "_SECONDS", 0.01)
    page = Image.new("L", (850, 1100), 255)
    page.paste(0, (100, 100, 160, 140))
    data = BytesIO()
    page.save(data, "PNG")
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan.png", data.getvalue()))
    assert refused.value.kind is ParseErrorKind.PICTURE_NOT_READ


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(50), b"II*\0" + bytes(50), b"GIF89a"])
def test_a_damaged_picture_is_named(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tesseract_of(tmp_path, KNOWS_ALL, monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan", data))
    assert refused.value.kind is ParseErrorKind.BROKEN


def test_a_picture_of_more_dots_than_a_page_has_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tesseract_of(tmp_path, KNOWS_ALL, monkeypatch)
    with pytest.raises(ParseError) as refused:
        read_document(as_raw("scan", picture("PNG", (12_000, 12_000))))
    assert refused.value.kind is ParseErrorKind.LIMIT
    assert refused.value.values["counted"] == "dots"


def page_with_texts(count: int, *, seen: bool) -> bytes:
    """A PDF page that is a picture, with pieces of text laid over it, to be seen or not."""
    document = pypdfium2.PdfDocument(picture("PDF"))
    page = document[0]
    for index in range(count):
        text = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", 10.0)
        letters = ctypes.create_string_buffer("Budget\0".encode("utf-16-le"))
        pdfium.FPDFText_SetText(text, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
        pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 50, 20 + 20 * index)
        mode = pdfium.FPDF_TEXTRENDERMODE_FILL if seen else pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        pdfium.FPDFTextObj_SetTextRenderMode(text, mode)
        pdfium.FPDFPage_InsertObject(page, text)
    page.gen_content()
    data = BytesIO()
    document.save(data)
    page.close()
    document.close()
    return data.getvalue()


@pytest.mark.parametrize(
    ("count", "seen", "is_scan"), [(30, False, True), (2, True, True), (30, True, False)]
)
def test_text_that_a_scanner_laid_unseen_over_its_picture_is_not_what_stands_on_it(
    count: int, seen: bool, is_scan: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    raw = as_raw("scan.pdf", page_with_texts(count, seen=seen))
    if not is_scan:
        assert read_document(raw).blocks
        return
    with pytest.raises(ParseError) as refused:
        read_document(raw)
    assert (refused.value.kind, str(refused.value.at)) == (ParseErrorKind.NEEDS_TESSERACT, "page 1")
