"""Rows that a page's end has cut in two, put together again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from parser.readers.grid import GridRow
from parser.readers.labels import is_whole_label
from parser.readers.lines import join_wrapped
from parser.readers.row_parts import CODE, RowKind, RowParts, is_heading_row, is_section, take_apart
from parser.text.amounts import is_amount


def mended(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows with what a page's end cut off put back: lines of a name, a code, an amount.

    The header that the next page repeats may stand between.
    """
    if not any(row.continues for row in rows):
        return list(rows)  # as in every form without pages
    mended: list[GridRow] = []
    is_header: list[bool] = []  # of each of them
    known = Headers()
    for row in rows:
        heads = sum(1 for _ in itertools.takewhile(bool, reversed(is_header)))
        index = len(mended) - 1 - heads
        if row.continues and index >= 0:
            is_rest = row.cut and not _are_both_whole(mended[index], row)
            joined = _united(mended[index], row) if is_rest else _joined(mended[index], row)
            if joined is not None:
                mended[index] = joined
                continue
        mended.append(row)
        is_header.append(known.has(row))
    return mended


class Headers:
    """The rows of a table's header, told as they come.

    Labels that run out of their columns may be unknown ones: such a header is told when it comes again.
    """

    def __init__(self) -> None:
        self._seen: set[tuple[str, ...]] = set()

    def has(self, row: GridRow) -> bool:
        """Whether the next row is of the header: by its labels, or as one that came before word for word."""
        # Wherever the words are parted: of two prints of one cell each may part them in its own way.
        texts = tuple("".join(cell.text.split()) for cell in row.cells)
        came_before = texts in self._seen
        if len(texts) > 2 and not any(is_amount(text) for text in texts):
            self._seen.add(texts)
        return came_before or (is_heading_row(row) and not _is_loose_word(row))


def _is_loose_word(row: GridRow) -> bool:
    """Whether a row is no more than words that labels have too, as a name's end may be: `Iшкi`, `2020`."""
    return len(row.cells) == 1 and not is_whole_label(row.cells[0].text)


def _are_both_whole(row: GridRow, rest: GridRow) -> bool:
    """Whether each has a code and an amount: a page's end without a rule may stand between two rows."""
    parts = take_apart(row), take_apart(rest)
    return all(part.codes and part.amounts for part in parts)


def _joined(row: GridRow, rest: GridRow) -> GridRow | None:
    """A row and what may be its rest, None where the rest is a row of its own."""
    before, after = take_apart(row), take_apart(rest)
    if after.kind is RowKind.BODY and not before.codes and not before.amounts:
        # Codes and amounts may stand beside the middle or the end of their names.
        return _with_begin(row, before, rest, after)
    if before.kind is not RowKind.BODY and not (before.kind is RowKind.TEXT and len(row.cells) == 1):
        return None
    if not _ends_name(before, rest) and (
        after.kind is not RowKind.TEXT or any(CODE.fullmatch(cell.text) for cell in rest.cells)
    ):
        return None
    own = {cell.column for cell in row.cells}
    if before.amounts and any(cell.column not in own for cell in rest.cells):
        return None
    return _united(row, rest)


def _ends_name(before: RowParts, rest: GridRow) -> bool:
    """Whether the rest of a row is a word or a number under its name: elsewhere a label or a code."""
    (cell, *others) = rest.cells
    return not others and not is_whole_label(cell.text) and [n.column for n in before.names] == [cell.column]


def _with_begin(row: GridRow, before: RowParts, rest: GridRow, after: RowParts) -> GridRow | None:
    """A row of codes, amount and the end of its name, with the begin of the name from the page before."""
    (begin, *others), names = row.cells, after.names
    if others or begin.text.endswith(":") or (names and names[0].column != begin.column):
        return None
    if before.kind is RowKind.BODY and (after.codes or is_section(names[0].text if names else "")):
        return None  # a section's title above its rows
    goes_on = not names or not names[0].text[:1].isupper()
    return replace(_united(row, rest), unsure=row.unsure or not goes_on)


def _united(row: GridRow, rest: GridRow) -> GridRow:
    """The cells of two parts of a row, those of one column as one."""
    cells = {cell.column: cell for cell in row.cells}
    for cell in rest.cells:
        own = cells.get(cell.column)
        text = (join_wrapped([own.text, cell.text]),) if own else cell.parts
        cells[cell.column] = replace(cell, parts=text)
    return replace(
        row, cells=tuple(cells[column] for column in sorted(cells)), unsure=row.unsure or rest.unsure
    )
