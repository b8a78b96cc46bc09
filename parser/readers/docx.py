"""Word files (.docx) → paragraphs and table rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import ParseErrorKind
from parser.readers.archive import Archive
from parser.readers.blocks import Blocks, text_document
from parser.readers.grid import clean_text
from parser.readers.limits import MAX_MARKUP
from parser.readers.markup import parse_xml
from parser.readers.word_text import (
    WordStyles,
    is_alternative,
    is_gone,
    paragraph_text,
    shown_children,
    value_of,
    word_boxes,
    word_tag,
)

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
    return text_document(_Body(raw.name, styles).read(body), raw.name, raw.sha256, "docx")


class _Body:
    """Reads a document's blocks. libxml2 refuses nesting past 256, so that walking down is safe."""

    def __init__(self, file: str, styles: WordStyles) -> None:
        self._styles = styles
        self._blocks = Blocks(file)

    def read(self, body: _Element) -> Iterator[Paragraph | Row]:
        for child in _blocks(body):
            if word_tag(child) == "p":
                yield from self._blocks.paragraph(paragraph_text(child, self._styles))
                for box in word_boxes(child, self._styles):
                    yield from self.read(box)
            elif _sets_out(child):
                for cell in (c for row in _children(child, "tr") for c in _children(row, "tc")):
                    yield from self.read(cell)
            else:
                yield from self._blocks.table(_cells(row, self._styles) for row in _children(child, "tr"))


def _blocks(parent: _Element) -> Iterator[_Element]:
    """Paragraphs and tables, those inside content controls and insertions too."""
    for child in shown_children(parent):
        name = word_tag(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo") or is_alternative(child):
            yield from _blocks(child)


def _sets_out(table: _Element) -> bool:
    """Whether a table is there for the page's layout only: one inside it has as many rows as itself."""
    nested = [e for e in table.iterdescendants("{*}tbl") if word_tag(e)]
    rows = len(list(_children(table, "tr")))
    return any(len(list(_children(inner, "tr"))) >= rows for inner in nested)


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    for child in shown_children(parent):
        own = word_tag(child)
        if own == name and not (own == "tr" and is_gone(child)):
            yield child
        elif own in ("sdt", "sdtContent", "ins", "customXml", "moveTo") or is_alternative(child):
            yield from _children(child, name)


def _cells(row: _Element, styles: WordStyles) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """A row's cells; the lower ones of a vertical merge are empty, and of no height."""
    before = row.find("{*}trPr/{*}gridBefore")
    if before is not None and (skipped := _number(before)):
        yield (), skipped, 1
    for cell in _children(row, "tc"):
        span = cell.find("{*}tcPr/{*}gridSpan")
        merged = cell.find("{*}tcPr/{*}vMerge")
        covered = merged is not None and value_of(merged) != "restart"
        parts = () if covered else tuple(filter(None, map(clean_text, _lines(cell, styles))))
        yield parts, max(_number(span), 1) if span is not None else 1, 0 if covered else 1


def _lines(parent: _Element, styles: WordStyles) -> Iterator[str]:
    """The lines of a cell: of its paragraphs and small tables, each with the text boxes tied to it."""
    for block in _blocks(parent):
        yield from paragraph_text(block, styles).split("\n")
        for box in word_boxes(block, styles):
            yield from _lines(box, styles)


def _number(element: _Element) -> int:
    value = value_of(element) or ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0
