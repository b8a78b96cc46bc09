"""Tables of Markdown that are drawn with pipes, or with lines of signs, as tables in HTML.

| Категория | Наименование | Сумма, тысяч тенге |
|-----------|--------------|--------------------|
| 1         | Налоговые поступления | 2 000     |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.readers.drawn_tables import DrawnTable, find_drawn_tables

# What stands below the first row of such a table.
_RULE = re.compile(r"\s*(?=[^|]*\|)\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_DRAWN = re.compile(r"\s*(?:[\u2500-\u257f]|\+[-=]{3})")  # begins a line of such a table
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*\w*\s*")
_TAB = 8
_PIPE = re.compile(r"(?<!\\)\|")
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|>|<table\b)", re.IGNORECASE)  # ends a table as a blank line does


def with_tables(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a text, those of tables that are drawn in HTML.

    A row may have more cells than the first one: none of them is left out.
    """
    drawn = {table.first: table for table in _find_drawn(lines)}
    fenced = {line for table in drawn.values() for line in (table.first - 1, table.last)}
    at = 0
    while at < len(lines):
        if at in drawn:
            yield from _in_html(drawn[at])
            at = drawn[at].last
            continue
        if at in fenced and _FENCE.fullmatch(lines[at]):
            at += 1
            continue
        if not _begins(lines, at):
            yield lines[at]
            at += 1
            continue
        has_edges = lines[at + 1].lstrip().startswith("|")
        yield "<table>"
        yield from _row(lines[at], "th", has_edges=has_edges)
        at += 2
        while at < len(lines) and _PIPE.search(lines[at]) and not _BLOCK.match(lines[at]):
            yield from _row(lines[at], "td", has_edges=has_edges)
            at += 1
        yield "</table>"


def _find_drawn(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables that are drawn with more than Markdown's pipes."""
    if any(map(_DRAWN.match, lines)):
        found = find_drawn_tables([line.expandtabs(_TAB) for line in lines])
        yield from (table for table in found if any(map(_DRAWN.match, lines[table.first : table.last])))


def _in_html(table: DrawnTable) -> Iterator[str]:
    yield "<table>"
    for row in table.rows:
        yield "<tr>"
        yield from (f'<td colspan="{span}">{"<br>".join(parts)}</td>' for parts, span in row.cells)
        yield "</tr>"
    yield "</table>"


def _begins(lines: Sequence[str], at: int) -> bool:
    return (
        at + 1 < len(lines)
        and _RULE.fullmatch(lines[at + 1]) is not None
        and _PIPE.search(lines[at]) is not None
        and not _BLOCK.match(lines[at])
    )


def _row(line: str, tag: str, *, has_edges: bool) -> Iterator[str]:
    """A row; without edges a pipe at its beginning has an empty cell before it."""
    yield "<tr>"
    cells = _PIPE.split(line.strip())
    if has_edges:
        cells = cells[0 if cells[0] else 1 : len(cells) if cells[-1] else -1]
    for cell in cells:
        yield f"<{tag}>{cell.replace(chr(92) + '|', '|').strip()}</{tag}>"
    yield "</tr>"
