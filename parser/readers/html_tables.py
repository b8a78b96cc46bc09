"""The tables of a page: their own rows, the cells of these, and what stands in a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from parser.readers.grid import clean_text

if TYPE_CHECKING:
    from lxml.etree import _Element

# Elements that print nothing of a text, and those that begin a line of their own.
SKIPPED = frozenset(
    (
        "script", "style", "noscript", "template", "head", "nav", "aside", "iframe", "svg", "button",
        "select", "textarea", "form", "object", "datalist", "progress", "meter", "audio", "video", "canvas",
        "noembed",
    )
)  # fmt: skip
BLOCKS = frozenset(
    (
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section",
        "article", "main", "header", "footer", "blockquote", "pre", "center", "body", "html", "address",
        "figure", "figcaption", "hr", "fieldset", "caption", "td", "th", "tr", "tbody", "thead", "tfoot",
        "table", "details", "summary",
    )
)  # fmt: skip

_OUTSIDE_CELLS = frozenset(("table", "tbody", "thead", "tfoot", "tr"))
_OF_TABLES = _OUTSIDE_CELLS | {"td", "th", "caption", "colgroup", "col"}


def holds_table(table: _Element) -> bool:
    """Whether tables stand in a table's cells."""
    return next(table.iterdescendants("table"), None) is not None


def rows_of(table: _Element) -> Iterator[_Element]:
    """A table's own rows, not those of tables in its cells, in the order in which they are shown."""
    rows = list(table.iter("tr"))
    if holds_table(table):
        rows = [row for row in rows if next(row.iterancestors("table"), None) is table]
    first, last = table.find("thead"), table.find("tfoot")  # of several the others stand where they are
    if first is not None or last is not None:
        shown = {first: -1, last: 1}
        rows.sort(key=lambda row: shown.get(row.getparent(), 0))
    yield from rows


def part_unclosed(root: _Element) -> set[_Element]:
    """Ends every table that lacks its `</table>` where something begins that is no part of a table.

    A parser of HTML puts what follows such a table into it, outside of any cell: the next heading, the next
    table. It is moved behind the table, where a browser shows it.

    Returns:
        The tables that were not closed.
    """
    unclosed: set[_Element] = set()
    for table in list(root.iter("table")):
        parent = table.getparent()
        outer = next(table.iterancestors("table"), None)
        if parent is None or outer is None or parent.tag not in _OUTSIDE_CELLS:
            continue
        unclosed.add(outer)
        moved = [table]
        for before in table.itersiblings(preceding=True):
            if before.tag in _OF_TABLES:
                break
            moved.insert(0, before)
        moved += table.itersiblings()
        while parent is not outer and parent is not None:
            moved += parent.itersiblings()
            parent = parent.getparent()
        for element in reversed(moved):
            outer.addnext(element)
    return unclosed


def layout_tables(root: _Element) -> set[_Element]:
    """The tables that are there for the page's layout only: one inside has as many rows as themselves."""
    tables = list(root.iter("table"))
    if not any(map(holds_table, tables)):
        return set()
    sizes = Counter(next(row.iterancestors("table"), None) for row in root.iter("tr"))
    inner: dict[_Element, int] = {}  # the most rows of a table within
    for table in reversed(tables):  # those within come first
        outer = next(table.iterancestors("table"), None)
        if outer is not None:
            inner[outer] = max(inner.get(outer, 0), sizes[table], inner.get(table, 0))
    return {table for table, rows in inner.items() if rows >= sizes[table]}


def unnested_cells(cell: _Element) -> list[tuple[tuple[str, ...], int, int]]:
    """A cell with its spans; a row of cells that a small table sets out in it, as those cells."""
    [(lines, span, height)] = plain_cells(cell)
    nested = next(cell.iterdescendants("table"), None)
    if nested is not None and height == 1 and _whole(nested) == _whole(cell):
        rows = [[inner for inner in row if inner.tag in ("td", "th")] for row in rows_of(nested)]
        if len(rows) == 1 and len(rows[0]) == span > 1:
            return [(cell_paragraphs(inner), 1, 1) for inner in rows[0]]
    return [(lines, span, height)]


def plain_cells(cell: _Element) -> list[tuple[tuple[str, ...], int, int]]:
    """The same of a cell in which no table stands."""
    if not cell.attrib:
        return [(cell_paragraphs(cell), 1, 1)]
    return [(cell_paragraphs(cell), _count(cell.get("colspan")), _count(cell.get("rowspan")))]


def _whole(element: _Element) -> str:
    return clean_text("".join(str(text) for text in element.itertext()))


def cell_paragraphs(cell: _Element) -> tuple[str, ...]:
    """A cell's paragraphs."""
    if not len(cell):
        text = clean_text(cell.text or "")
        return (text,) if text else ()
    from lxml import etree

    pieces: list[str] = []
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            if element.tag in SKIPPED:
                walk.skip_subtree()
                continue
            pieces.append("\0" if element.tag in BLOCKS or element.tag == "br" else "")
            pieces.append(element.text or "")
        else:
            pieces.append("\0" if element.tag in BLOCKS else "")
            if element is not cell:
                pieces.append(element.tail or "")
    return tuple(filter(None, map(clean_text, "".join(pieces).split("\0"))))


def _count(text: str | None) -> int:
    """A colspan or rowspan; 0 and what is no number count as HTML has it."""
    digits = re.match(r"\s*(\d{1,9})", text) if text else None
    return max(int(digits[1]), 1) if digits else 1
