"""OpenDocument texts (.odt) → paragraphs and table rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.document import Document, Paragraph, Row
from parser.readers.blocks import Blocks, TableRow, text_document
from parser.readers.files import RawFile
from parser.readers.grid import clean_text
from parser.readers.limits import MAX_COLUMNS, MAX_ROWS
from parser.readers.odf import (
    Styles,
    count_of,
    element_name,
    frames_tied_to,
    is_box,
    is_hidden,
    visible_lines,
    visible_text,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS = ("table:table-rows", "table:table-header-rows", "table:table-row-group")
_CELLS = ("table:table-cell", "table:covered-table-cell")


def read_odt(content: _Element, styles: Styles, raw: RawFile) -> Document:
    """Reads the paragraphs and tables of a text.

    Args:
        content: the element `office:text`.
        styles: of the document.
        raw: the file.

    Raises:
        ParseError: `limit`.
    """
    return text_document(_read(content, styles, Blocks(raw.name)), raw.name, raw.sha256, "odt")


def _read(parent: _Element, styles: Styles, blocks: Blocks) -> Iterator[Paragraph | Row]:
    for child in parent:
        name = element_name(child)
        if is_hidden(child) or name == "text:tracked-changes":  # what revisions took away stands apart
            continue
        if name in ("text:p", "text:h"):
            yield from blocks.paragraph(visible_text(child, styles))
            for box in frames_tied_to(child, styles):
                yield from _read(box, styles, blocks)
        elif name == "table:table":
            if _sets_out(child):
                for cell in (cell for row in _rows(child) for cell in row if element_name(cell) in _CELLS):
                    yield from _read(cell, styles, blocks)
            else:
                yield from blocks.table(_cells(row, styles) for row in _repeated(child))
        elif name.startswith("text:") or is_box(name):
            yield from _read(child, styles, blocks)


def _sets_out(table: _Element) -> bool:
    """Whether a table is there for the page's layout only: one inside it has as many rows as itself."""
    rows = len(list(_rows(table)))
    nested = (inner for inner in table.iterdescendants() if element_name(inner) == "table:table")
    return any(len(list(_rows(inner))) >= rows for inner in nested)


def _rows(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if element_name(child) in _ROWS:
            yield from _rows(child)
        elif element_name(child) == "table:table-row" and not is_hidden(child):
            yield child


def _repeated(table: _Element) -> Iterator[_Element]:
    """The rows, each as often as it stands; what is too often is refused by who counts them."""
    for row in _rows(table):
        for _ in range(min(count_of(row, "table:number-rows-repeated"), MAX_ROWS + 1)):
            yield row


def _cells(row: _Element, styles: Styles) -> TableRow:
    """A row's cells. What a wide cell covers beside it is its own; what one covers below it has no height."""
    beside = 0
    for cell in row:
        name = element_name(cell)
        if name not in _CELLS:
            continue
        for _ in range(min(count_of(cell, "table:number-columns-repeated"), MAX_COLUMNS + 1)):
            if name == "table:covered-table-cell":
                if not beside:
                    yield (), 1, 0
                beside = max(beside - 1, 0)
                continue
            span = count_of(cell, "table:number-columns-spanned")
            beside = span - 1
            yield tuple(filter(None, map(clean_text, visible_lines(cell, styles)))), span, 1
