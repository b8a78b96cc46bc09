"""Ruled tables of a page: from drawn lines to cells with their text."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import field

from parser.dataclass import dataclass
from parser.errors import ParseError
from parser.kinds import Counted
from parser.readers.grid import Cell
from parser.readers.limits import MAX_COLUMNS
from parser.readers.lines import Word, join_wrapped, lines_of
from parser.records import SourcePlace

_NEAR = 2.5  # points: rules closer than this are one
_THIN = 2.0  # a box thinner than this is a rule
_OPEN = 5.0  # rules across go on so far past the last rule where a row or a column is open
_OWN_RULES = 2  # that neither of two tables shares with the other
_MAX_EDGES = 5_000  # of one page

Segment = tuple[float, float, float]  # where it runs, from, to


@dataclass(slots=True)
class Edges:
    """The rules of a page, horizontal ones by y and vertical ones by x; y grows downwards."""

    across: list[Segment] = field(default_factory=list)
    down: list[Segment] = field(default_factory=list)

    def add_box(self, left: float, top: float, right: float, bottom: float) -> None:
        """Adds a drawn thing by its bounds: a rule, or a box with its four sides."""
        wide, high = right - left, bottom - top
        if high <= _THIN < wide:
            self.across.append(((top + bottom) / 2, left, right))
        elif wide <= _THIN < high:
            self.down.append(((left + right) / 2, top, bottom))
        elif wide > _THIN and high > _THIN:
            self.across += [(top, left, right), (bottom, left, right)]
            self.down += [(left, top, bottom), (right, top, bottom)]


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table by its rules; a cell's column is the rule at its left, counted from 0.

    `ends_open` says that its last row has no rule below, as where a page's end cuts it, and holds text.
    """

    top: float
    columns: tuple[float, ...]  # where the vertical rules stand
    rows: tuple[tuple[Cell, ...], ...]
    ends_open: bool = False


def find_ruled(
    edges: Edges, words: Sequence[Word], file: str, page: SourcePlace
) -> tuple[list[RuledTable], list[Word]]:
    """The ruled tables of a page from the top, and the words outside them.

    Raises:
        ParseError: `limit` for a drawing with more rules than any table has.
    """
    if len(edges.across) + len(edges.down) > _MAX_EDGES:
        raise ParseError.limit(file, Counted.DRAWN_LINES, _MAX_EDGES, page)
    tables: list[RuledTable] = []
    rest = list(words)
    for across, down in _components(edges):
        ys = _with_ends(_distinct([y for y, _, _ in across]), [(t, b) for _, t, b in down])
        xs = _with_ends(_distinct([x for x, _, _ in down]), [(a, b) for _, a, b in across])
        if len(xs) < 3 or len(ys) < 2:
            continue  # a frame or a line under a word
        if len(xs) > MAX_COLUMNS:
            raise ParseError.limit(file, Counted.COLUMNS, MAX_COLUMNS, page)
        inside = [w for w in rest if xs[0] < w.middle < xs[-1] and ys[0] < w.centre < ys[-1]]
        taken = set(map(id, inside))
        rest = [word for word in rest if id(word) not in taken]
        rows = tuple(_rows(across, down, xs, ys, inside))
        is_closed = any(y > ys[-1] - _NEAR for y, _, _ in across)
        tables.append(RuledTable(ys[0], tuple(xs), rows, not is_closed and bool(rows[-1])))
    return sorted(tables, key=lambda table: table.top), rest


def _components(edges: Edges) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """Rules that touch one another: one table each. Found by sweeping over the bands they fill."""
    spans = sorted([(t, b) for _, t, b in edges.down])
    bands: list[list[float]] = []
    for top, bottom in spans:
        if bands and top <= bands[-1][1] + _NEAR:
            bands[-1][1] = max(bands[-1][1], bottom)
        else:
            bands.append([top, bottom])
    for top, bottom in bands:
        across = [e for e in edges.across if top - _NEAR <= e[0] <= bottom + _NEAR]
        down = [e for e in edges.down if top - _NEAR <= e[1] and e[2] <= bottom + _NEAR]
        yield from _parted(across, down)


def _parted(across: list[Segment], down: list[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """The rules of one table each: one that begins right below another has other sides and columns."""
    ys = _with_ends(_distinct([y for y, _, _ in across]), [(top, bottom) for _, top, bottom in down])
    begin = 0
    columns: list[float] = []
    for index, (top, bottom) in enumerate(itertools.pairwise(ys)):
        middle = (top + bottom) / 2
        own = _distinct([x for x, begins, ends in down if begins < middle < ends])
        if len(own) > 2 and len(columns) > 2 and not _are_of_one(columns, own, down, ys[begin], top):
            yield _between(across, down, ys[begin], top)
            begin, columns = index, own
        columns = max(columns, own, key=len)
    yield _between(across, down, ys[begin] if ys else 0.0, ys[-1] if ys else 0.0)


def _are_of_one(
    columns: Sequence[float], others: Sequence[float], down: Sequence[Segment], begin: float, top: float
) -> bool:
    """Whether rows with such vertical rules may be those of one table.

    Args:
        columns: the rules of the rows above.
        others: those of the row that begins below.
        down: all vertical rules.
        begin: where the rows above begin.
        top: where the row below begins.
    """
    if all(abs(a - b) < 2 * _NEAR for a, b in ((columns[0], others[0]), (columns[-1], others[-1]))):
        # Cells of one table may be merged in their own way in each row, but its rules come again.
        above = [x for x, first, last in down if min(last, top) - max(first, begin) > _NEAR]
        below = [x for x, _, last in down if last - top > _NEAR]
        return min(len(_only_of(above, below)), len(_only_of(below, above))) < _OWN_RULES
    fewer, more = sorted((columns, others), key=len)
    return not _only_of(fewer, more)


def _only_of(rules: Sequence[float], others: Sequence[float]) -> list[float]:
    """The rules that stand near none of the others."""
    return _distinct([x for x in rules if all(abs(x - other) >= 2 * _NEAR for other in others)])


def _between(
    across: list[Segment], down: list[Segment], top: float, bottom: float
) -> tuple[list[Segment], list[Segment]]:
    """The rules that stand between two heights; what a wider table's edge has beyond them is not theirs."""
    own = [e for e in down if min(e[2], bottom) - max(e[1], top) > _NEAR]
    inside = [e for e in across if top + _NEAR < e[0] < bottom - _NEAR]
    ends = [x for x, _, _ in own] + [x for _, first, last in inside for x in (first, last)]
    edges = [e for e in across if abs(e[0] - top) <= _NEAR or abs(e[0] - bottom) <= _NEAR]
    if not ends:
        return edges, own
    left, right = min(ends), max(ends)
    clipped = [(y, max(first, left), min(last, right)) for y, first, last in edges]
    return [*inside, *(e for e in clipped if e[1] < e[2])], own


def _distinct(values: list[float]) -> list[float]:
    """The values in order; of those that lie together only the first: 10, 10.4, 50 → 10, 50."""
    positions: list[float] = []
    for value in sorted(values):
        if not positions or value - positions[-1] > _NEAR:
            positions.append(value)
    return positions


def _with_ends(positions: list[float], crossing: Sequence[tuple[float, float]]) -> list[float]:
    """Positions of rules with those where the rules across them begin and end, were none drawn there.

    So a row that a page's end cuts is one, and a column without a rule at the page's side.
    """
    ends = sorted(begin for begin, _ in crossing), sorted((end for _, end in crossing), reverse=True)
    if any(len(found) < 2 for found in ends):
        return positions
    first, last = ends[0][1], ends[1][1]  # one rule alone may be a line of something else
    before = [first] if not positions or first < positions[0] - _OPEN else []
    after = [last] if not positions or last > positions[-1] + _OPEN else []
    return [*before, *positions, *after]


def _rows(
    across: list[Segment], down: list[Segment], xs: list[float], ys: list[float], words: Sequence[Word]
) -> Iterator[tuple[Cell, ...]]:
    """The rows' cells that hold text; one that spans several rows stands in the first of them only."""
    width, height = len(xs) - 1, len(ys) - 1
    right_of = _covered(down, xs, ys)  # (rule, band): whether a rule parts the two cells there
    under = _covered(across, ys, xs)
    texts: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        column = min(max(bisect_right(xs, word.middle) - 1, 0), width - 1)
        row = min(max(bisect_right(ys, word.centre) - 1, 0), height - 1)
        texts.setdefault((row, column), []).append(word)
    done: set[tuple[int, int]] = set()
    for row in range(height):
        cells: list[Cell] = []
        for column in range(width):
            if (row, column) in done:
                continue
            span = 1
            while (
                column + span < width
                and (column + span, row) not in right_of
                and ((row, column + span) not in done)
            ):
                span += 1
            tall = 1
            while row + tall < height and not any(
                (row + tall, c) in under or (row + tall, c) in done for c in range(column, column + span)
            ):
                tall += 1
            held: list[Word] = []
            for r in range(row, row + tall):
                for c in range(column, column + span):
                    done.add((r, c))
                    held += texts.get((r, c), ())
            if text := join_wrapped([line.text for line in lines_of(held)]):
                cells.append(Cell((text,), column, span))
        yield tuple(cells)


def _covered(segments: list[Segment], rules: list[float], bands: list[float]) -> set[tuple[int, int]]:
    """The (rule, band) pairs where a segment is drawn along the rule across the band's middle."""
    found: set[tuple[int, int]] = set()
    middles = [(a + b) / 2 for a, b in itertools.pairwise(bands)]
    for where, begin, end in segments:
        rule = min(max(bisect_right(rules, where + 0.01) - 1, 0), len(rules) - 1)
        for band in range(bisect_right(middles, begin), bisect_right(middles, end)):
            found.add((rule, band))
    return found
