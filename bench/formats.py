"""Documents and lines a second for each format, beside the bare library reading the same file."""

from __future__ import annotations

import csv
import statistics
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import lxml.etree
import lxml.html
import pypdfium2
import xlrd

from bench.table import Result, time_each
from parser.parse import parse_file
from tests.parser.contents import contents_of
from tests.parser.office import PRINTERS

ROOT = Path(__file__).parents[1]
_TIMES = 15


def _read_html(path: Path) -> None:
    lxml.html.fromstring(path.read_bytes())


def _read_docx(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        lxml.etree.fromstring(archive.read("word/document.xml"))


def _read_pdf(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def _read_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        list(csv.reader(file))


def _read_members(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                lxml.etree.fromstring(archive.read(name))


def _read_xls(path: Path) -> None:
    xlrd.open_workbook(path, formatting_info=True)


def run() -> list[Result]:
    """Every form: real documents where the project has them, else a real page printed anew in it."""
    documents = ROOT / "tests/parser/documents"
    with TemporaryDirectory(prefix="qazyna-") as folder:
        printed = [
            _measure(_printed(form, Path(folder)), library, read)
            for form, library, read in (
                ("xlsx of one sheet", "zipfile and lxml", _read_members),
                ("ods", "zipfile and lxml", _read_members),
                ("odt", "zipfile and lxml", _read_members),
                ("rtf", "reading its bytes", Path.read_bytes),
            )
        ]
    return [
        *printed,
        _measure(_largest(documents / "office", ".xls"), "xlrd", _read_xls),
        _measure(ROOT / "data/taraz/12-3.2013-04-08.kk.txt", "reading its bytes", Path.read_bytes),
        _measure(ROOT / "data/taraz/21-3.2013-12-11.2013.ru.csv", "csv", _read_csv),
        *(
            _measure(_largest(documents, suffix), library, read)
            for suffix, library, read in (
                (".html", "lxml", _read_html),
                (".docx", "zipfile and lxml", _read_docx),
                (".pdf", "pdfium, text only", _read_pdf),
            )
        ),
    ]


def _printed(form: str, folder: Path) -> Path:
    page = ROOT / "tests/search/cities/aitekebi.html"
    path = folder / f"aitekebi.{form.split(maxsplit=1)[0]}"
    path.write_bytes(PRINTERS[form](contents_of(page.read_text(encoding="utf-8"))))
    return path


def _largest(folder: Path, suffix: str) -> Path:
    return max(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_size)


def _measure(path: Path, library: str, read: Callable[[Path], object]) -> Result:
    parsed = parse_file(path)
    lines = sum(len(edition.lines) for edition in parsed.editions)
    ours = statistics.median(time_each(lambda: parse_file(path), _TIMES))
    bare = statistics.median(time_each(lambda: read(path), _TIMES))
    return Result(
        f"parse {path.suffix[1:]}, {lines} lines",
        f"{1 / ours:,.0f} documents/s, {lines / ours:,.0f} lines/s",
        f"{library}: {1 / bare:,.0f} documents/s",
    )
