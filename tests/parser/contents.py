"""What a document holds, whatever its form: paragraphs and tables, with how each run of them is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import lxml.html
from lxml.etree import _Element

Run: TypeAlias = tuple[str, str]  # a text and how it is shown: "", "struck", "hidden" or "raised"
Text: TypeAlias = str | tuple[Run, ...]
CellOf: TypeAlias = tuple[Text, int, int]  # with colspan and rowspan


@dataclass(frozen=True)
class TableOf:
    """A table; some of its rows may be hidden."""

    rows: Sequence[Sequence[CellOf]]
    hidden: frozenset[int] = frozenset()


Content: TypeAlias = str | TableOf
Printer: TypeAlias = Callable[[Sequence[Content]], bytes]


def runs_of(text: Text) -> tuple[Run, ...]:
    return ((text, ""),) if isinstance(text, str) else text


def _text(element: _Element) -> str:
    """What an element says, with its line breaks; other ends of lines are spaces."""
    said = ""
    for node in element.iter():
        said += "\n" if node.tag == "br" else " ".join((node.text or "").splitlines())
        said += "" if node is element else " ".join((node.tail or "").splitlines())
    return said


def contents_of(page: str) -> list[Content]:
    """The paragraphs and tables of a plain page."""
    found: list[Content] = []
    for element in lxml.html.document_fromstring(page).iter("p", "h1", "h2", "h3", "h4", "table"):
        if element.tag != "table" and not any(e.tag == "table" for e in element.iterancestors()):
            found.append(_text(element))
        elif element.tag == "table":
            rows = [
                [
                    (
                        _text(cell),
                        int(cell.get("colspan", 1)),
                        int(cell.get("rowspan", 1)),
                    )
                    for cell in row
                ]
                for row in element.iter("tr")
            ]
            found.append(TableOf(rows))
    return found


def with_cell(contents: Sequence[Content], old: str, *new: CellOf) -> list[Content]:
    """The contents with another cell, or with no cell, in the place of the one that says `old`."""

    def row_of(row: Sequence[CellOf]) -> list[CellOf]:
        return [each for cell in row for each in (new if cell[0] == old else [cell])]

    changed = [
        content
        if isinstance(content, str)
        else TableOf([row_of(row) for row in content.rows], content.hidden)
        for content in contents
    ]
    assert changed != contents, old
    return changed


def with_row_after(
    contents: Sequence[Content], after: str, row: Sequence[CellOf], *, hidden: bool = False
) -> list[Content]:
    """The contents with one more row behind the one in which a cell says `after`."""

    def table_of(table: TableOf) -> TableOf:
        index = next((i for i, cells in enumerate(table.rows) if any(c[0] == after for c in cells)), None)
        if index is None:
            return table
        rows = [*table.rows[: index + 1], row, *table.rows[index + 1 :]]
        return TableOf(rows, table.hidden | ({index + 1} if hidden else frozenset()))

    changed = [content if isinstance(content, str) else table_of(content) for content in contents]
    assert changed != contents, after
    return changed


def placed(table: TableOf) -> list[list[tuple[Text, int, int, int]]]:
    """The cells of each row with the column that each begins in, from 0, behind what hangs from above."""
    hanging: dict[int, int] = {}  # column → rows
    rows: list[list[tuple[Text, int, int, int]]] = []
    for row in table.rows:
        column, cells = 0, []
        for text, span, height in row:
            while hanging.get(column):
                column += 1
            cells.append((text, column, span, height))
            column += span
        hanging = {c: left - 1 for c, left in hanging.items() if left > 1}
        for _, begin, span, height in cells:
            if height > 1:
                hanging |= dict.fromkeys(range(begin, begin + span), height - 1)
        rows.append(cells)
    return rows
