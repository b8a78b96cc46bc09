"""Tables of Markdown that are drawn with pipes, as tables in HTML.

| Категория | Наименование | Сумма, тысяч тенге |
|-----------|--------------|--------------------|
| 1         | Налоговые поступления | 2 000     |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What stands below the first row of such a table.
_RULE = re.compile(r"\s*(?=[^|]*\|)\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_BLOCK = re.compile(r"\s*(?:#{1,6}\s|>|<table\b)", re.IGNORECASE)  # ends a table as a blank line does


def with_tables(lines: Sequence[str]) -> Iterator[str]:
    """The lines of a text, those of tables that are drawn with pipes in HTML.

    A row may have more cells than the first one: none of them is left out.
    """
    at = 0
    while at < len(lines):
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
