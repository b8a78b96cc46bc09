"""Tables whose codes do not stand one in a column left of the name, put so that they do.

Some prints have the name first (`Наименование | Категория | Класс | Сумма`), some a row's whole path in one
cell (`04/464/003`, `1 01 2`), or its code in one number with those above it (`464003`). Whoever reads rows
finds codes at their left, a column for each level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.budget_code import CODE, MOST_CODES, level_printed
from parser.readers.grid import Cell, GridRow
from parser.readers.joined_codes import with_cut_codes
from parser.readers.labels import is_code_label, is_label, is_name_label

_CODE = re.compile(CODE)
_PATH = re.compile(rf"{CODE}(?:\s*[\s./-]\s*{CODE}){{1,{MOST_CODES - 1}}}")
_PARTS = re.compile(r"\d+")
_FEW = 3  # rows with a path of codes, that are no chance


def with_codes_first(rows: Sequence[GridRow], headers: Sequence[GridRow]) -> Sequence[GridRow]:
    """A table's rows with their codes at the left, each in the column of its level.

    Args:
        rows: of the table; they are given back where they are so.
        headers: those among them that hold its labels.
    """
    return _with_parted_paths(with_cut_codes(_with_names_behind_codes(rows, headers)))


def _with_names_behind_codes(rows: Sequence[GridRow], headers: Sequence[GridRow]) -> Sequence[GridRow]:
    """Moves the names behind the codes, where the header says that these stand right of them."""
    labels = [cell for row in headers for cell in row.cells]
    names = {(cell.column, cell.span) for cell in labels if is_name_label(cell.text)}
    codes = [cell for cell in labels if is_code_label(cell.text)]
    if len(names) != 1 or not codes:
        return rows
    [(column, width)] = names
    last = max(cell.column + cell.span for cell in codes)
    # A label that is misspelt may stand over codes as well.
    end = min((cell.column for cell in labels if cell.column >= last and is_label(cell.text)), default=last)
    if min(cell.column for cell in codes) < column + width:
        return rows
    return [replace(row, cells=tuple(_moved(row.cells, column, width, end))) for row in rows]


def _moved(cells: Sequence[Cell], column: int, width: int, end: int) -> Iterator[Cell]:
    """The cells of a row, the one in the column of names behind those up to `end`."""
    before = [cell for cell in cells if cell.column < column]
    named = [replace(cell, column=end - width, span=width) for cell in cells if cell.column == column]
    codes = [
        replace(cell, column=cell.column - width) for cell in cells if column + width <= cell.column < end
    ]
    behind = [cell for cell in cells if column < cell.column < column + width or cell.column >= end]
    yield from (*before, *codes, *named, *behind)


def _with_parted_paths(rows: Sequence[GridRow]) -> Sequence[GridRow]:
    """Puts the last code of each path into the column of its level: every path goes on from one above it."""
    paths = [_path(row) for row in rows]
    depth = max((len(path) for path in paths if path is not None), default=1)
    joined = [path for path in paths if path is not None and len(path) > 1]
    seen: set[tuple[str, ...]] = set()
    for path in filter(None, paths):
        if len(path) > 1 and path[:-1] not in seen:
            return rows
        seen.add(path)
    if len(joined) < _FEW:
        return rows
    return [_widened(row, path, depth) for row, path in zip(rows, paths, strict=True)]


def _path(row: GridRow) -> tuple[str, ...] | None:
    """The codes in a row's first cell, where it is in the first column and others follow."""
    first = row.cells[0]
    if first.column or len(row.cells) < 2:
        return None
    is_path = _CODE.fullmatch(first.text) or _PATH.fullmatch(first.text)
    return tuple(_PARTS.findall(first.text)) if is_path else None


def _widened(row: GridRow, path: tuple[str, ...] | None, depth: int) -> GridRow:
    """A row in a table that has `depth` columns in the place of its first."""
    first, *others = row.cells
    moved = [replace(cell, column=cell.column + depth - 1) for cell in others]
    if path is not None:
        code = replace(first, parts=(path[-1],), column=len(path) - 1, level=level_printed(path))
        return replace(row, cells=(code, *moved))
    if first.column:
        return replace(row, cells=(replace(first, column=first.column + depth - 1), *moved))
    return replace(row, cells=(replace(first, span=first.span + depth - 1), *moved))
