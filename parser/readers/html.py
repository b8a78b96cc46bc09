"""Saved web pages → paragraphs and table rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.document import Document, Paragraph, Row
from parser.errors import ParseError
from parser.findings import Findings
from parser.kinds import Counted, FindingKind, ParseErrorKind
from parser.readers.columns import read_grid
from parser.readers.files import RawFile, decode
from parser.readers.grid import Grid, clean_text
from parser.readers.hidden_rows import HIDDEN_TOLD, HiddenRows, tell_hidden_row
from parser.readers.html_tables import (
    BLOCKS,
    SKIPPED,
    cell_paragraphs,
    holds_table,
    layout_tables,
    part_unclosed,
    plain_cells,
    rows_of,
    unnested_cells,
)
from parser.readers.limits import MAX_NESTING, MAX_PARAGRAPH_TEXT, MAX_PARAGRAPHS, MAX_ROWS, MAX_TAGS
from parser.readers.markup import check_markup, passes_limit
from parser.readers.printed_tables import PrintedTable, PrintedTables
from parser.readers.visible import keep_visible, may_hide
from parser.records import Language, PlaceUnit, Source, SourcePlace
from parser.text.language import detect_language
from parser.text.wordings import begins_note

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKUP = re.compile(r"<(?:!doctype\s+html|html|head|body|table|article|div|p|td)\b", re.IGNORECASE)
_NO_XML = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what lxml gives out and takes in no more
_NO_XML_NAMED = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])|0*(?:[0-8]|1[124-9]|2\d|3[01]))(?:;|(?![\da-f]))", re.IGNORECASE
)
# Where a long word may be broken: it closes nothing, and libxml would take all behind it for its content.
_BREAK_SPOT = re.compile(r"</?wbr\s*/?>", re.IGNORECASE)
# Browsers show what stands behind a page's end as a part of it, as that of another page saved behind it.
_PAGE_END = re.compile(r"</(body|html)\s*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
# What a page may declare; anything else is told from its bytes.
_CHARSETS = {
    "windows-1251": "cp1251", "cp1251": "cp1251", "koi8-r": "koi8-r", "iso-8859-5": "iso-8859-5",
    "kz-1048": "kz1048", "kz1048": "kz1048", "ibm866": "cp866",
}  # fmt: skip
# 1. Утвердить; 1-1) доходы; an indented line
_CLAUSE = re.compile(r"\s*\d{1,3}(?:-\d{1,2})?[.)]\s|[ \u00a0]{2,}\S")


def read_html(raw: RawFile) -> Document:
    """Reads a page: its paragraphs, and its tables as rows.

    Raises:
        ParseError: `limit` for a page too large or too deep to be a decision, `no-words` for
            markup that holds no text, `broken` for a page that ends inside a table, and what
            `decode` raises.
    """
    return read_page_text(decode_page(raw), raw)


def read_page_text(
    text: str, raw: RawFile, language: Language | None = None, printed: PrintedTables | None = None
) -> Document:
    """Reads a page's text.

    Args:
        text: of the page.
        raw: the file that it was made of.
        language: of the text, where it is known.
        printed: tables of pages that were read before.

    Raises:
        ParseError: as `read_html` does.
    """
    root = _parse(text, raw)
    hidden = keep_visible(root, raw.name) if may_hide(text) else HiddenRows()
    walk = _PageWalk(raw.name, printed or PrintedTables(), hidden)
    blocks = tuple(walk.read(_article(root)))
    if _is_cut_off(text):
        raise ParseError(ParseErrorKind.BROKEN, raw.name)
    source = Source(raw.name, raw.sha256, "html", language or _language(blocks))
    return Document(source, blocks, findings=tuple(walk.findings))


def _is_cut_off(page: str) -> bool:
    """Whether a page ends inside a table, as one does that was not downloaded to its end.

    Such a page reads well as far as it goes; its rest would be missing without a word. A table that a
    script or a comment writes about is none: something of theirs is closed behind it.
    """
    lowered = page.lower()
    last = lowered.rfind("<table")
    return last >= 0 and not any(sign in lowered[last:] for sign in ("</table", "</script", "-->"))


def decode_page(raw: RawFile) -> str:
    """A page's text, in the encoding it declares where its bytes do not speak for themselves.

    Raises:
        ParseError: as `decode` does.
    """
    declared = _CHARSET.search(raw.data[:4096])
    codec = _CHARSETS.get(declared[1].decode("ascii", "replace").lower()) if declared else None
    try:
        text = decode(raw)
    except ParseError as error:
        if error.kind is not ParseErrorKind.ENCODING or codec is None:
            raise
        return raw.data.decode(codec, "replace")
    if codec is None or text.encode("cp1251", "ignore") != raw.data:
        return text
    # Any bytes can be Windows-1251: there the small letters of another encoding are capitals.
    return max(text, raw.data.decode(codec, "replace"), key=lambda page: sum(map(str.islower, page)))


def _parse(text: str, raw: RawFile) -> _Element:
    from lxml import etree

    ends = Counter(map(str.lower, _PAGE_END.findall(text)))
    if any(count > 1 for count in ends.values()):  # one of each is the page's own
        text = _PAGE_END.sub("", text)
    data = _BREAK_SPOT.sub("", _NO_XML_NAMED.sub("", _NO_XML.sub("", text))).encode("utf-8", "replace")
    check_markup(data, raw.name, MAX_TAGS // 2)
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if passes_limit(error):
            raise ParseError.limit(raw.name, Counted.NESTING, MAX_NESTING) from error
        raise ParseError(ParseErrorKind.NO_WORDS, raw.name) from error
    if root is None:
        raise ParseError(ParseErrorKind.NO_WORDS, raw.name)
    return root


def _article(root: _Element) -> _Element:
    """The one part of the page that holds all its tables, where the page marks it."""
    tables = sum(1 for _ in root.iter("table"))
    for tag in ("article", "main"):
        marked = list(root.iter(tag))
        if len(marked) == 1 and tables and sum(1 for _ in marked[0].iter("table")) == tables:
            return marked[0]
    return root


def _language(blocks: tuple[Paragraph | Row, ...]) -> Language | None:
    return detect_language("\n".join(b.text if isinstance(b, Paragraph) else b.printed for b in blocks))


class _PageWalk:
    """Walks a page's tree without recursion, so that no nesting can exhaust the stack."""

    def __init__(self, file: str, printed: PrintedTables, hidden: HiddenRows) -> None:
        self.findings = Findings()
        self._hidden = hidden
        self._hidden_told = 0
        self._file = file
        self._printed = printed
        self._unclosed: set[_Element] = set()
        self._paragraphs = 0
        self._tables = 0
        self._rows = 0
        self._text: list[str] = []  # of the open paragraph; a line break is "\0"

    def read(self, root: _Element) -> Iterator[Paragraph | Row]:
        from lxml import etree

        self._unclosed = part_unclosed(root)
        layouts = layout_tables(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        depth = 0
        for event, element in walk:
            tag = element.tag
            if event == "start":
                depth += 1
                if depth > MAX_NESTING:
                    raise ParseError.limit(self._file, Counted.NESTING, MAX_NESTING)
                if tag in SKIPPED:
                    walk.skip_subtree()
                    continue
                if tag == "table" and element not in layouts:
                    yield from self._flush()
                    yield from self._table(element)
                    walk.skip_subtree()
                    continue
                if tag in BLOCKS:
                    yield from self._flush()
                elif tag == "br":
                    self._text.append("\0")
                self._text.append(element.text or "")
            else:
                depth -= 1
                if tag in BLOCKS:
                    yield from self._flush()
                self._text.append(element.tail or "")
        yield from self._flush()

    def _flush(self) -> Iterator[Paragraph]:
        if not self._text:
            return
        text = "".join(self._text)
        self._text = []
        if len(text) > MAX_PARAGRAPH_TEXT:
            raise ParseError.limit(self._file, Counted.PARAGRAPH_LETTERS, MAX_PARAGRAPH_TEXT)
        for part in _split_breaks(text):
            self._paragraphs += 1
            if self._paragraphs > MAX_PARAGRAPHS:
                raise ParseError.limit(self._file, Counted.PARAGRAPHS, MAX_PARAGRAPHS)
            yield Paragraph(part, SourcePlace(PlaceUnit.PARAGRAPH, self._paragraphs))

    def _table(self, table: _Element) -> Iterator[Paragraph | Row]:
        from lxml import etree

        markup = etree.tostring(table, with_tail=False)
        read = self._printed.read(self._tables + 1, markup, lambda: self._read_table(table))
        self._rows += read.rows
        if self._rows > MAX_ROWS:
            raise ParseError.limit(self._file, Counted.ROWS, MAX_ROWS)
        if not read.blocks:
            return
        caption = table.find("caption")
        if caption is not None:
            for line in cell_paragraphs(caption):
                self._paragraphs += 1
                yield Paragraph(line, SourcePlace(PlaceUnit.PARAGRAPH, self._paragraphs))
        self._tables += 1
        if table in self._unclosed:
            self.findings.add(FindingKind.TABLE_UNCLOSED, SourcePlace(PlaceUnit.TABLE, self._tables))
        self._tell_hidden(table)
        yield from read.blocks

    def _tell_hidden(self, table: _Element) -> None:
        """Says which rows of a table are not shown that print a line."""
        within = SourcePlace(PlaceUnit.TABLE, self._tables)
        for number, cells in self._hidden.of_table(table):
            told = list(tell_hidden_row(cells, SourcePlace(PlaceUnit.ROW, number, within)))
            if self._hidden_told < HIDDEN_TOLD:
                self.findings.extend(told)
                self._hidden_told += len(told)

    def _read_table(self, table: _Element) -> PrintedTable:
        grid = Grid(self._file, SourcePlace(PlaceUnit.TABLE, self._tables + 1))
        cells = unnested_cells if holds_table(table) else plain_cells
        rows = 0
        for rows, row in enumerate(rows_of(table), start=1):  # noqa: B007 - how many there are
            grid.add(cell for element in row if element.tag in ("td", "th") for cell in cells(element))
        return PrintedTable(tuple(read_grid(grid, self._tables + 1, self._printed.reader)), rows)


def _begins(line: str) -> bool:
    """Whether a paragraph begins with a line after a line break: a clause, a footnote, an indented line."""
    return _CLAUSE.match(line) is not None or begins_note(line)


def _split_breaks(text: str) -> Iterator[str]:
    """A paragraph's text, parted at the line breaks that begin a new one."""
    held: list[str] = []
    for line in text.split("\0"):
        if held and _begins(line.lstrip("\r\n\t")) and (joined := clean_text(" ".join(held))):
            yield joined
            held = []
        held.append(line)
    if joined := clean_text(" ".join(held)):
        yield joined
