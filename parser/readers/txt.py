"""Plain text of the official print → paragraphs and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.columns import read_grid
from parser.readers.files import RawFile, decode
from parser.readers.grid import Grid
from parser.readers.labels import is_header, is_numbering, opens_header
from parser.readers.limits import MAX_PARAGRAPH_TEXT
from parser.readers.printed_table import PrintLine, read_rows
from parser.readers.text_paragraphs import are_paragraphs, join_paragraphs
from parser.readers.text_tables import find_grids
from parser.records import PlaceUnit, Source, SourcePlace
from parser.text.joining import close_up
from parser.text.language import detect_language

_MAX_LINES = 200_000
_LABEL = 80  # letters: no line of column labels is longer
# A further appendix ends a table.
_APPENDIX = re.compile(
    r"""
    \d \s*-?\s* қосымша \s*$  # 2-қосымша
    | шешіміне \s+ (?: \d+- )? қосымша  # № 10-3 шешіміне 2-қосымша
    | ^\s* приложение \s* (?: №\s* )? \d  # Приложение 2
    """,
    re.IGNORECASE | re.VERBOSE,
)


def read_txt(raw: RawFile) -> Document:
    """Reads a decision printed as text.

    Tables come as in the official print, with wrapped names, or with columns held by tabs or spaces.

    Raises:
        ParseError: `unreadable-row` with the line a table stops making sense at, `limit` for more
            text than a decision has, and what `decode` raises.
    """
    text = decode(raw)
    lines = text.replace("\f", "\n").splitlines()
    if len(lines) > _MAX_LINES:
        raise ParseError.limit(raw.name, Counted.LINES, _MAX_LINES)
    if max(map(len, lines), default=0) > MAX_PARAGRAPH_TEXT:
        raise ParseError.limit(raw.name, Counted.PARAGRAPH_LETTERS, MAX_PARAGRAPH_TEXT)
    blocks: list[Paragraph | Row] = []
    grids = list(find_grids(lines, raw.name))
    if grids:
        blocks.extend(_with_grids(lines, grids))
    else:
        zones = list(_zones(lines))
        each_line = are_paragraphs(line.text for kind, zone in zones if kind == "text" for line in zone)
        for kind, zone in zones:
            is_text = kind == "text"
            blocks.extend(join_paragraphs(zone, each_line=each_line) if is_text else _table(zone, raw.name))
    return Document(Source(raw.name, raw.sha256, "txt", detect_language(text)), tuple(blocks))


def _with_grids(lines: list[str], grids: list[tuple[int, int, Grid]]) -> Iterator[Paragraph | Row]:
    """The blocks of a text in which tables are set out by tabs or spaces."""
    ends = [0, *(end for first, last, _ in grids for end in (first, last)), len(lines)]
    texts = [_printed(lines, first, last) for first, last in zip(ends[::2], ends[1::2], strict=True)]
    each_line = are_paragraphs(line.text for text in texts for line in text)
    yield from join_paragraphs(texts[0], each_line=each_line)
    for number, ((_, _, grid), text) in enumerate(zip(grids, texts[1:], strict=True), start=1):
        yield from read_grid(grid, number)
        yield from join_paragraphs(text, each_line=each_line)


def _printed(lines: list[str], first: int, last: int) -> list[PrintLine]:
    return [PrintLine(number + 1, close_up(lines[number])) for number in range(first, last)]


def _zones(printed: list[str]) -> Iterator[tuple[str, list[PrintLine]]]:
    """Splits the print into running text and tables: a table runs from its header to the next appendix."""
    lines = _printed(printed, 0, len(printed))
    start, kind = 0, "text"
    for index, line in enumerate(lines):
        if (
            kind == "text"
            and len(line.text) < _LABEL
            and opens_header(line.text)
            and _header_follows(lines, index)
        ):
            yield "text", lines[start:index]
            start, kind = index, "table"
        elif kind == "table" and _APPENDIX.search(line.text):
            yield "table", lines[start:index]
            start, kind = index, "text"
    yield kind, lines[start:]


def _header_follows(lines: list[PrintLine], index: int) -> bool:
    """Whether the labels after a first label run on to the row that numbers the columns or to two more."""
    labels = 0
    for line in lines[index + 1 : index + 40]:
        if not line.text.strip():
            continue
        if is_numbering(line.text) or labels >= 2:
            return True
        if not is_header(line.text):
            return False
        labels += 1
    return False


def _table(lines: list[PrintLine], file: str) -> Iterator[Row]:
    """Header blocks and rows in print order; a header inside a row (a page's top) stands before it."""
    headers: list[Row] = []
    body: list[PrintLine] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if opens_header(line.text) and _header_follows(lines, index):
            end = _header_end(lines, index)
            labels = [part.text.strip() for part in lines[index:end] if part.text.strip()]
            headers.append(
                Row(tuple(labels), SourcePlace(PlaceUnit.LINE, line.number), "\n".join(labels), header=True)
            )
            body.append(PrintLine(line.number, ""))
            index = end
        else:
            body.append(line)
            index += 1
    rows = list(read_rows(body, file))
    yield from sorted([*headers, *rows], key=lambda row: row.at.number)


def _header_end(lines: list[PrintLine], index: int) -> int:
    """The index after a header block: after its numbering row, or where its labels end."""
    end = index
    for position in range(index, len(lines)):
        text = lines[position].text
        if is_numbering(text):
            return position + 1
        if text.strip():
            if not is_header(text):
                break
            end = position + 1
    return end
