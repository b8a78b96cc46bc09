"""Documents and lines a second for each format, beside the bare library reading the same file."""

from __future__ import annotations

import csv
import statistics
import zipfile
from collections.abc import Callable
from pathlib import Path

import lxml.etree
import lxml.html
import pypdfium2

from bench.table import Result, time_each
from parser.parse import parse_file

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


def run() -> list[Result]:
    documents = ROOT / "tests/parser/documents"
    return [
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
