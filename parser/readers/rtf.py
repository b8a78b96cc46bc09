"""RTF files → paragraphs and table rows.

A row of a table says only where its cells end, in twentieths of a point: which columns a cell covers shows
when all rows of the table are known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TypeAlias

from parser.dataclass import dataclass
from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.blocks import Blocks, TableRow, text_document
from parser.readers.files import RawFile
from parser.readers.grid import clean_text
from parser.readers.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from parser.readers.rtf_text import Control, RtfText, ShownText
from parser.text.marks import text_of_runs

_Token: TypeAlias = ShownText | Control

_BEGIN = b"{\\rtf"
_NEAR = 60  # edges of cells so near one another, three points, are one


def is_rtf(raw: RawFile) -> bool:
    """Whether a file begins as RTF does."""
    return raw.data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_BEGIN)


def read_rtf(raw: RawFile) -> Document:
    """Reads the paragraphs and tables of an RTF file.

    Raises:
        ParseError: `broken` for a file that ends within its groups, `limit`.
    """
    body = _RtfBody(raw.name, Blocks(raw.name))
    return text_document(body.read(RtfText(raw).read()), raw.name, raw.sha256, "rtf")


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a cell ends, and whether it goes on from the one beside it or above it."""

    right: int
    beside: bool
    above: bool


@dataclass(frozen=True, slots=True)
class _TableRow:
    """The cells of a row, each as its paragraphs, and their edges."""

    left: int
    edges: tuple[_Edge, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _Definition:
    """What a row says of its cells, until the next one says otherwise."""

    left: int = 0
    edges: list[_Edge] = field(default_factory=list)
    beside: bool = False
    above: bool = False


class _RtfBody:
    """Puts pieces together to paragraphs, cells, rows and tables."""

    def __init__(self, file: str, blocks: Blocks) -> None:
        self._file = file
        self._blocks = blocks
        self._runs: list[tuple[str, bool]] = []  # of the paragraph at hand
        self._boxes: list[list[_Token]] = []  # text boxes tied to it
        self._parts: list[str] = []  # of the cell at hand
        self._cells: list[tuple[str, ...]] = []  # of the row at hand
        self._rows: list[_TableRow] = []  # of the table at hand
        self._definition = _Definition()
        self._count = 0

    def read(self, tokens: Iterator[_Token]) -> Iterator[Paragraph | Row]:
        for token in tokens:
            if isinstance(token, ShownText):
                self._runs.append((token.text, token.raised))
            elif token.word == "box":
                self._boxes.append(_take_box(tokens))
            elif token.word == "cell":
                self._end_cell()
            elif token.word == "row":
                self._end_row()
            elif token.word in ("par", "sect", "page"):
                yield from self._end_paragraph(token)
            else:
                self._define(token)
        yield from self._flush()

    def _text(self) -> str:
        text = text_of_runs(self._runs)
        self._runs.clear()
        return text

    def _end_paragraph(self, token: Control) -> Iterator[Paragraph | Row]:
        if token.in_table or self._cells:
            self._parts += [self._text(), *self._box_lines()]
            return
        if self._parts or token.word == "par" or text_of_runs(self._runs).strip():
            yield from self._flush()
        self._runs.clear()
        yield from self._read_boxes(self._blocks)

    def _read_boxes(self, blocks: Blocks) -> Iterator[Paragraph | Row]:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from _RtfBody(self._file, blocks).read(iter(box))

    def _box_lines(self) -> list[str]:
        """The lines of text boxes that are tied to a place in a cell."""
        found = self._read_boxes(Blocks(self._file))
        return [block.text if isinstance(block, Paragraph) else block.printed for block in found]

    def _flush(self) -> Iterator[Paragraph | Row]:
        """The table at hand, what stands in a cell behind it that never ended, and the paragraph at hand."""
        yield from self._end_table()
        for part in (*self._parts, self._text()):
            yield from self._blocks.paragraph(part)
        self._parts.clear()
        yield from self._read_boxes(self._blocks)

    def _end_cell(self) -> None:
        self._parts += [self._text(), *self._box_lines()]
        lines = (clean_text(line) for part in self._parts for line in part.split("\n"))
        self._cells.append(tuple(filter(None, lines)))
        self._parts.clear()
        self._count += 1
        if self._count > MAX_CELLS:
            raise ParseError.limit(self._file, Counted.CELLS, MAX_CELLS)
        if len(self._cells) > MAX_COLUMNS:
            raise ParseError.limit(self._file, Counted.COLUMNS, MAX_COLUMNS)

    def _end_row(self) -> None:
        if any(part.strip() for part in (*self._parts, text_of_runs(self._runs))):
            self._end_cell()  # a row ends its last cell where the cell has no end of its own
        self._parts.clear()
        self._runs.clear()
        definition = self._definition
        self._rows.append(_TableRow(definition.left, tuple(definition.edges), tuple(self._cells)))
        self._cells.clear()
        if len(self._rows) > MAX_ROWS:
            raise ParseError.limit(self._file, Counted.ROWS, MAX_ROWS)

    def _define(self, token: Control) -> None:
        definition, number = self._definition, token.number or 0
        match token.word:
            case "trowd":
                self._definition = _Definition()
            case "trleft":
                definition.left = number
            case "clmrg":
                definition.beside = True
            case "clvmrg":
                definition.above = True
            case "cellx" if len(definition.edges) <= MAX_COLUMNS:
                definition.edges.append(_Edge(number, definition.beside, definition.above))
                definition.beside = definition.above = False

    def _end_table(self) -> Iterator[Paragraph | Row]:
        if self._cells:  # of a row that never ended
            self._end_row()
        if self._rows:
            columns = _columns(self._rows)
            yield from self._blocks.table(_placed(row, columns) for row in self._rows)
            self._rows.clear()


def _take_box(tokens: Iterator[_Token]) -> list[_Token]:
    """The tokens up to the end of the text box that has just begun, those of boxes inside it too."""
    box: list[_Token] = []
    depth = 1
    for token in tokens:
        if isinstance(token, Control):
            depth += {"box": 1, "box-end": -1}.get(token.word, 0)
        if not depth:
            break
        box.append(token)
    return box


def _columns(rows: Sequence[_TableRow]) -> list[int]:
    """The edges of all columns of a table, from the left; near ones are one, named by the first."""
    edges = sorted({row.left for row in rows} | {edge.right for row in rows for edge in row.edges})
    columns: list[int] = []
    for edge in edges:
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _placed(row: _TableRow, columns: Sequence[int]) -> TableRow:
    """A row's cells with how many columns each covers; those that go on from above have no height."""

    def column(position: int) -> int:
        return max(bisect_left(columns, position + 1) - 1, 0)

    begin = column(row.left)
    placed: list[tuple[tuple[str, ...], int, int]] = [((), begin, 1)] if begin else []
    for index, cell in enumerate(row.cells):
        edge = row.edges[index] if index < len(row.edges) else None
        end = column(edge.right) if edge is not None else begin + 1
        span = max(end - begin, 1)
        begin += span
        if edge is not None and edge.beside and placed:
            parts, before, height = placed[-1]
            placed[-1] = (parts + cell, before + span, height)
        else:
            above = edge is not None and edge.above
            placed.append((() if above else cell, span, 0 if above else 1))
    return placed
