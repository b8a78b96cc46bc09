"""Word files (.docx) → paragraphs and table rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.errors import ParseError
from parser.kinds import Counted, ParseErrorKind
from parser.readers.archive import Archive
from parser.readers.columns import read_grid
from parser.readers.grid import Grid, clean_text
from parser.readers.limits import MAX_MARKUP, MAX_PARAGRAPH_TEXT, MAX_ROWS
from parser.readers.markup import parse_xml
from parser.readers.word_text import WordStyles, is_gone, paragraph_text, value_of, word_tag
from parser.records import Document, Paragraph, PlaceUnit, Row, Source, SourcePlace
from parser.text.language import detect_language

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"


def read_docx(archive: Archive) -> Document:
    """Reads the body of a Word file: its paragraphs, and its tables as rows.

    Raises:
        ParseError: `broken` for XML that is none, `limit` for a document too large or too deep, or
            one that declares entities.
    """
    raw = archive.raw
    root = parse_xml(archive.read(DOCUMENT, MAX_MARKUP), f"{raw.name}/{DOCUMENT}")
    body = next((child for child in root if word_tag(child) == "body"), None)
    if body is None:
        raise ParseError(ParseErrorKind.BROKEN, f"{raw.name}/{DOCUMENT}")
    styles = WordStyles()
    if _STYLES in archive.names:
        styles = WordStyles.of(parse_xml(archive.read(_STYLES, MAX_MARKUP), f"{raw.name}/{_STYLES}"))
    blocks = tuple(_Body(raw.name, styles).read(body))
    text = "\n".join(block.text if isinstance(block, Paragraph) else block.printed for block in blocks)
    return Document(Source(raw.name, raw.sha256, "docx", detect_language(text)), blocks)


class _Body:
    """Reads a document's blocks. libxml2 refuses nesting past 256, so that walking down is safe."""

    def __init__(self, file: str, styles: WordStyles) -> None:
        self._file = file
        self._styles = styles
        self._paragraphs = 0
        self._tables = 0
        self._rows = 0

    def read(self, body: _Element) -> Iterator[Paragraph | Row]:
        for child in _blocks(body):
            if word_tag(child) == "tbl":
                yield from self._table(child)
            else:
                yield from self._paragraph(child)

    def _paragraph(self, element: _Element) -> Iterator[Paragraph]:
        self._paragraphs += 1
        text = clean_text(paragraph_text(element, self._styles))
        if len(text) > MAX_PARAGRAPH_TEXT:
            raise ParseError.limit(self._file, Counted.PARAGRAPH_LETTERS, MAX_PARAGRAPH_TEXT)
        if text:
            yield Paragraph(text, SourcePlace(PlaceUnit.PARAGRAPH, self._paragraphs))

    def _table(self, table: _Element) -> Iterator[Paragraph | Row]:
        if _sets_out(table):
            for cell in (c for row in _children(table, "tr") for c in _children(row, "tc")):
                yield from self.read(cell)
            return
        grid = Grid(self._file, SourcePlace(PlaceUnit.TABLE, self._tables + 1))
        for row in _children(table, "tr"):
            self._rows += 1
            if self._rows > MAX_ROWS:
                raise ParseError.limit(self._file, Counted.ROWS, MAX_ROWS)
            grid.add(_cells(row, self._styles))
        if grid.rows:
            blocks = list(read_grid(grid, self._tables + 1))
            self._tables += 1
            yield from blocks


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, those inside content controls and insertions too."""
    for child in parent:
        name = word_tag(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"):
            yield from _blocks(child)


def _sets_out(table: _Element) -> bool:
    """Whether a table is there for the page's layout only: one inside it has as many rows as itself."""
    nested = [e for e in table.iterdescendants("{*}tbl") if word_tag(e)]
    rows = len(list(_children(table, "tr")))
    return any(len(list(_children(inner, "tr"))) >= rows for inner in nested)


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    for child in parent:
        own = word_tag(child)
        if own == name and not (own == "tr" and is_gone(child)):
            yield child
        elif own in ("sdt", "sdtContent", "ins", "customXml", "moveTo"):
            yield from _children(child, name)


def _cells(row: _Element, styles: WordStyles) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """A row's cells; the lower ones of a vertical merge are empty."""
    before = row.find("{*}trPr/{*}gridBefore")
    if before is not None and (skipped := _number(before)):
        yield (), skipped, 1
    for cell in _children(row, "tc"):
        span = cell.find("{*}tcPr/{*}gridSpan")
        merged = cell.find("{*}tcPr/{*}vMerge")
        covered = merged is not None and value_of(merged) != "restart"
        parts = () if covered else tuple(
            line
            for block in _blocks(cell)
            for line in filter(None, map(clean_text, paragraph_text(block, styles).split("\n")))
        )  # fmt: skip
        yield parts, max(_number(span), 1) if span is not None else 1, 1


def _number(element: _Element) -> int:
    value = value_of(element) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
