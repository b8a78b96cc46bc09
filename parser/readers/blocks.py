"""The paragraphs and tables of a text document of any form, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.columns import read_grid
from parser.readers.grid import Grid, clean_text
from parser.readers.limits import MAX_PARAGRAPH_TEXT, MAX_PARAGRAPHS, MAX_ROWS
from parser.records import PlaceUnit, Source, SourcePlace
from parser.text.language import detect_language

# Of each cell its paragraphs, colspan and rowspan: 0 where one above covers it.
TableRow: TypeAlias = Iterable[tuple[tuple[str, ...], int, int]]


class Blocks:
    """Makes the blocks of a document of its paragraphs and tables.

    Args:
        file: the document's name.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._paragraphs = 0
        self._tables = 0
        self._rows = 0

    def paragraph(self, text: str) -> Iterator[Paragraph]:
        """The next paragraph; an empty one is counted and is no block.

        Raises:
            ParseError: `limit` for more letters or paragraphs than a decision has.
        """
        self._paragraphs += 1
        text = clean_text(text)
        if len(text) > MAX_PARAGRAPH_TEXT:
            raise ParseError.limit(self._file, Counted.PARAGRAPH_LETTERS, MAX_PARAGRAPH_TEXT)
        if self._paragraphs > MAX_PARAGRAPHS:
            raise ParseError.limit(self._file, Counted.PARAGRAPHS, MAX_PARAGRAPHS)
        if text:
            yield Paragraph(text, SourcePlace(PlaceUnit.PARAGRAPH, self._paragraphs))

    def table(self, rows: Iterable[TableRow]) -> Iterator[Paragraph | Row]:
        """What the next table holds. One without any text is not counted.

        Raises:
            ParseError: `limit` for more rows or cells than a decision has.
        """
        grid = Grid(self._file, SourcePlace(PlaceUnit.TABLE, self._tables + 1))
        for row in rows:
            self._rows += 1
            if self._rows > MAX_ROWS:
                raise ParseError.limit(self._file, Counted.ROWS, MAX_ROWS)
            grid.add(row)
        if grid.rows:
            self._tables += 1
            yield from read_grid(grid, self._tables)


def text_document(blocks: Iterable[Paragraph | Row], file: str, sha256: str, form: str) -> Document:
    """A document of these blocks, with the language that most of its words are in."""
    found = tuple(blocks)
    text = "\n".join(block.text if isinstance(block, Paragraph) else block.printed for block in found)
    return Document(Source(file, sha256, form, detect_language(text)), found)
