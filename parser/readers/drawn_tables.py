"""Tables of plain text that are drawn with lines of signs: lines of a text → rows of cells.

│ Категория │ Наименование          │ Сумма, тысяч тенге │
├───────────┼───────────────────────┼────────────────────┤
│ 1         │ Налоговые             │              2 000 │
│           │ поступления           │                    │
├───────────┼───────────────────────┼────────────────────┤

Where a line is drawn below each row, all that stands between two of them is one row. Else each line of the
text is a row, but for the rest of a wrapped name, which belongs to the row above: it begins with a small
letter, or with a word that the line above had no room for.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from parser.dataclass import dataclass
from parser.text.amounts import is_amount
from parser.text.joining import join_lines

_BAR = re.compile(r"[\u2502\u2503\u2551\u2506\u2507\u250a\u250b\u254e\u254f\u257d\u257f|\u00a6]")
_SIGNS = r"\s\u2500-\u257f|\u00a6+:=_-"
_RULE = re.compile(
    rf"[{_SIGNS}]*(?:[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550=_-]{{3}})[{_SIGNS}]*"
)
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 4  # rows that make a table
_GAP = 2  # blank lines inside one
_MOST = 0.6  # of the parts between rules, where each is a row
_ASKEW = 1.5  # times as many places of bars as the row with most of them has: they are not one below another

_PADDING = 2  # blanks around a text in its cell


class _LineCell(NamedTuple):
    """A cell in a line: how many columns it covers, how many letters it has room for, its texts."""

    span: int
    room: int
    texts: tuple[str, ...]


_LineCells = dict[int, _LineCell]  # by the column in which each begins


@dataclass(frozen=True, slots=True)
class DrawnRow:
    """A row: its first line, counted from 0, and of each cell its texts and how many columns it covers."""

    line: int
    cells: tuple[tuple[tuple[str, ...], int], ...]


@dataclass(frozen=True, slots=True)
class DrawnTable:
    """A table: its first line, the line after its last, and its rows."""

    first: int
    last: int
    rows: tuple[DrawnRow, ...]


def find_drawn_tables(lines: Sequence[str]) -> Iterator[DrawnTable]:
    """The tables of a text that are drawn: rows between bars, with a line across them somewhere.

    Args:
        lines: of the text, tabs expanded.
    """
    at = 0
    while at < len(lines):
        end = _find_end(lines, at)
        table = _read(lines, at, end) if end > at else None
        if table is not None:
            yield table
        at = max(end, at + 1)


def _find_end(lines: Sequence[str], first: int) -> int:
    """Where a table that begins at a line ends: the number of the line behind it.

    The given number where no table begins there.
    """
    last = first
    for at in range(first, len(lines)):
        if _is_rule(lines[at]) or _is_row(lines[at]):
            last = at + 1
        elif lines[at].strip() or at - last >= _GAP or last == first:
            break
    return last


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line) is not None


def _is_row(line: str) -> bool:
    return _BAR.search(line) is not None and not _is_rule(line)


def _read(lines: Sequence[str], first: int, last: int) -> DrawnTable | None:
    rules = [at for at in range(first, last) if _is_rule(lines[at])]
    written = [at for at in range(first, last) if _is_row(lines[at])]
    if len(written) < _FEW or not rules:
        return None
    bars = _Bars([lines[at] for at in written])
    cells = {at: bars.cells(lines[at]) for at in written}
    between = [
        [at for at in range(start + 1, end) if at in cells]
        for start, end in pairwise([first - 1, *rules, last])
    ]
    parts = [part for part in between if part]
    if not _are_rows(parts, cells):
        parts = [row for part in parts for row in _lines_as_rows(part, cells)]
    rows = tuple(DrawnRow(part[0], _joined([cells[at] for at in part])) for part in parts)
    return DrawnTable(first, last, rows)


class _Bars:
    """Where the bars of a table stand: one below another, or askew: then only their order tells columns."""

    def __init__(self, lines: Sequence[str]) -> None:
        found = [[match.start() for match in _BAR.finditer(line)] for line in lines]
        most = max(map(len, found))
        has_left = any(line[: bars[0]].strip() for line, bars in zip(lines, found, strict=True))
        places = sorted({place for bars in found for place in bars})
        self._edges = [-1, *places] if has_left else places
        self._in_order = len(places) > _ASKEW * most

    def cells(self, line: str) -> _LineCells:
        """The cells of a line."""
        bars = [match.start() for match in _BAR.finditer(line)]
        bounds = [-1, *bars, len(line)]
        texts = [line[start + 1 : end].strip() for start, end in pairwise(bounds)]
        cells: _LineCells = {}
        for number, (start, end) in enumerate(pairwise(bounds)):
            if not texts[number] and (number in {0, len(bars)} or self._in_order):
                continue
            if self._in_order:
                column, after = number, number + 1
            else:
                column, after = bisect_right(self._edges, start) - 1, bisect_left(self._edges, end)
            shown = tuple(filter(None, texts[number : number + 1]))
            cells[column] = _LineCell(max(after - column, 1), end - start - 1 - _PADDING, shown)
        return cells


def _are_rows(parts: Sequence[Sequence[int]], cells: Mapping[int, _LineCells]) -> bool:
    """Whether the parts between lines across are rows: most of those with an amount have one."""
    amounts = [sum(1 for at in part if _amount_in(cells[at])) for part in parts]
    held = [count for count in amounts if count]
    return sum(1 for count in held if count == 1) >= _MOST * len(held) and len(held) > 1


def _amount_in(cells: _LineCells) -> bool:
    """Whether a line ends with an amount."""
    filled = [cells[column].texts for column in sorted(cells) if cells[column].texts]
    return bool(filled) and is_amount(filled[-1][0])


def _lines_as_rows(part: Sequence[int], cells: Mapping[int, _LineCells]) -> Iterator[list[int]]:
    """The lines of a part, each a row with those below it that only go on with its name.

    A part without an amount is one row: the labels, whose lines stand one below another.
    """
    if not any(_amount_in(cells[at]) for at in part):
        yield list(part)
        return
    row: list[int] = []
    for at in part:
        if row and not _goes_on(cells[row[-1]], cells[at]):
            yield row
            row = []
        row.append(at)
    yield row


def _goes_on(above: _LineCells, line: _LineCells) -> bool:
    """Whether a line holds nothing but the rest of a text that stands above it."""
    filled = [column for column, cell in line.items() if cell.texts]
    if len(filled) != 1 or not (known := above.get(filled[0])) or not known.texts:
        return False
    text = line[filled[0]].texts[0]
    fits = len(known.texts[-1]) + 1 + len(text.split()[0]) <= known.room
    return text[0].islower() or text[0] == "(" or (not fits and _LETTER.search(text) is not None)


def _joined(lines: Sequence[_LineCells]) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The cells of a row with their lines; those without letters stay apart, for they may be two numbers."""
    row: dict[int, tuple[int, list[str]]] = {}
    for line in lines:
        for column, cell in line.items():
            known, above = row.get(column, (cell.span, []))
            row[column] = min(known, cell.span), [*above, *cell.texts]
    cells: list[tuple[tuple[str, ...], int]] = []
    covered = 0
    for column in sorted(row):
        span, texts = row[column]
        if column > covered:
            cells.append(((), column - covered))
        worded = any(map(_LETTER.search, texts))
        cells.append(((join_lines(texts),) if worded else tuple(texts), span))
        covered = max(covered, column + span)
    return tuple(cells)
