"""Plain text of the official print → paragraphs and table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parser.errors import ParseError
from parser.headers import is_header, is_numbering, opens_header
from parser.language import detect_language
from parser.prose import close_up, join_lines
from parser.readers.files import RawFile, decode
from parser.readers.printed_table import PrintedLine, read_rows
from parser.records import Document, Paragraph, Row, Source, SourcePlace

_MARKUP = re.compile(r"<(!doctype|html|table|body)\b", re.IGNORECASE)
# A further appendix or a signature ends a table: "№ 10-3 шешіміне 2-қосымша", "Приложение 2".
_APPENDIX = re.compile(r"(?i)\d\s*-?\s*қосымша\s*$|шешіміне\s+(\d+-)?қосымша|^\s*приложение\s*(№\s*)?\d")


def read_txt(raw: RawFile) -> Document:
    """Reads a decision printed as text, tables with wrapped names included.

    Raises:
        ParseError: `html` for markup, `unreadable-row` with the line a table stops making sense at,
            and what `decode` raises.
    """
    text = decode(raw)
    if _MARKUP.search(text[:4096]):
        raise ParseError("html", raw.name, found=text.strip()[:60])
    blocks: list[Paragraph | Row] = []
    for kind, lines in _zones(text):
        blocks.extend(_paragraphs(lines) if kind == "text" else _table(lines, raw.name))
    return Document(Source(raw.name, raw.sha256, "txt", detect_language(text)), tuple(blocks))


def _zones(text: str) -> Iterator[tuple[str, list[PrintedLine]]]:
    """Splits the print into running text and tables: a table runs from its header to the next appendix."""
    lines = [
        PrintedLine(number, close_up(line))
        for number, line in enumerate(text.replace("\f", "\n").splitlines(), start=1)
    ]
    start, kind = 0, "text"
    for index, line in enumerate(lines):
        if kind == "text" and opens_header(line.text) and _header_follows(lines, index):
            yield "text", lines[start:index]
            start, kind = index, "table"
        elif kind == "table" and _APPENDIX.search(line.text):
            yield "table", lines[start:index]
            start, kind = index, "text"
    yield kind, lines[start:]


def _header_follows(lines: list[PrintedLine], index: int) -> bool:
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


def _paragraphs(lines: list[PrintedLine]) -> Iterator[Paragraph]:
    """Joins printed lines: an indented line or one after a blank line begins a paragraph."""
    part: list[PrintedLine] = []
    for line in lines:
        begins = not line.text.strip() or line.text.startswith("  ")
        if begins and part:
            yield Paragraph(join_lines(p.text for p in part), SourcePlace("line", part[0].number))
            part = []
        if line.text.strip():
            part.append(line)
    if part:
        yield Paragraph(join_lines(p.text for p in part), SourcePlace("line", part[0].number))


def _table(lines: list[PrintedLine], file: str) -> Iterator[Row]:
    """Header blocks and rows in print order; a header inside a row (a page's top) stands before it."""
    headers: list[Row] = []
    body: list[PrintedLine] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if opens_header(line.text) and _header_follows(lines, index):
            end = _header_end(lines, index)
            labels = [part.text.strip() for part in lines[index:end] if part.text.strip()]
            headers.append(
                Row(tuple(labels), SourcePlace("line", line.number), "\n".join(labels), header=True)
            )
            body.append(PrintedLine(line.number, ""))
            index = end
        else:
            body.append(line)
            index += 1
    rows = list(read_rows(body, file))
    yield from sorted([*headers, *rows], key=lambda row: row.at.number)


def _header_end(lines: list[PrintedLine], index: int) -> int:
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
