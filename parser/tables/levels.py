"""Which level each row of a table stands on, told from its code and from the sums.

Most prints give the codes of all levels in one column: `1` may be a category or a
subclass, `452` an administrator or a program. A row's width leaves some levels
open; the sums close them, because a parent equals the sum of its children. The
levels of a run of rows are the cheapest assignment (beam search) where a broken
sum, a code out of order or an empty parent costs (`parser/tables/costs.py`). A table
with a column for each level tells more: a child stands to the right of its parent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from operator import itemgetter
from typing import NamedTuple

from parser.budget_code import LEAVES, LEVELS, TOPS, section_of_block, totalled
from parser.dataclass import dataclass
from parser.records import Level, Section
from parser.tables import costs
from parser.tables.costs import Coded, PricedLevel, price_levels

_NEAR = costs.OTHER_AMOUNT / 2  # less apart than another reading of an amount makes two paths
# What the cheapest assignment costs beyond the likeliest level of every row: in most tables nothing, else
# less than a broken sum. It is looked for among few paths first, then among more, then among all.
_SPARE = (0.12, 0.62)
_MARGIN = 3.0  # a path this much dearer than the best never comes back
_BEAM = 12
_WIDE_BEAM = 120  # where amounts have several readings, many paths look alike until their parent closes


@dataclass(frozen=True, slots=True)
class Assigned:
    """The level of a row and which of its amounts holds."""

    level: Level
    reading: int  # index into `Coded.amounts`


@dataclass(frozen=True, slots=True)
class Solution:
    """The levels of all rows. `sure` is false where another assignment costs nearly the same."""

    rows: tuple[Assigned, ...]
    cost: float
    sure: bool


@dataclass(frozen=True, slots=True)
class Unplaced:
    """No assignment exists: the row at this index fits nowhere."""

    index: int


class _Child(NamedTuple):
    """The last row below an open parent, as far as the next one is compared with it."""

    code: str
    level: Level
    table: int
    column: int | None


class _Node(NamedTuple):
    """An open parent: what it prints and what its children add up to so far.

    The section itself is the first, at `amount` None where no total of it is printed.
    """

    level: Level
    amount: int | None
    table: int = 0
    column: int | None = None
    total: int = 0
    last: _Child | None = None

    @property
    def adds_up(self) -> bool:
        """Whether its children add up to what it prints, if it prints anything."""
        return self.amount in (None, self.total)


class _Assignments(NamedTuple):
    assigned: Assigned
    before: _Assignments | None


class _Hypothesis(NamedTuple):
    cost: float
    stack: tuple[_Node, ...]  # the section first
    assignments: _Assignments | None = None
    sure: bool = True  # no other way to the same state costs nearly the same


class _Placing(NamedTuple):
    """A path with the next row, before it is made: most are too dear for that."""

    cost: float
    path: _Hypothesis
    kept: int  # how many of the path's parents stay open
    level: Level
    reading: int


def solve(rows: Sequence[Coded], section: Section, total: int | None) -> Solution | Unplaced:
    """Finds the levels of a section's rows.

    Args:
        rows: in print order.
        section: the section they stand under.
        total: the section's printed total in tenge, None where none is printed.

    Returns:
        The cheapest assignment, or the first row for which there is none.
    """
    choices = [price_levels(row, section) for row in rows]
    least = sum(map(_least, choices))
    for spare in _SPARE:
        solution = _search(rows, choices, section, total, spare)
        if isinstance(solution, Solution) and solution.cost + _NEAR < least + spare:
            return solution
    return _search(rows, choices, section, total)


def _search(
    rows: Sequence[Coded],
    choices: Sequence[Sequence[PricedLevel]],
    section: Section,
    total: int | None,
    spare: float = inf,
) -> Solution | Unplaced:
    """The cheapest assignment of levels to rows, row by row; what becomes too dear on its way is dropped.

    A limit grows along with the rows: the cost of the likeliest level of each so far, and `spare`. Costs only
    add up, so that a path above the limit never comes below it again. A solution below the limit is
    therefore the cheapest of all.

    Args:
        rows: in print order.
        choices: the levels that each row may have, the likeliest first, with their costs.
        section: the section they stand under.
        total: its printed total in tenge.
        spare: what a path may cost beyond the likeliest levels of its rows.

    Returns:
        The assignment, and whether it is sure; or the first row that can have no level.
    """
    beam = _BEAM if all(len(row.amounts) == 1 for row in rows) else _WIDE_BEAM
    paths = [_Hypothesis(0.0, (_Node(Level.CATEGORY, total),))]
    limit = spare
    for index, (row, levels) in enumerate(zip(rows, choices, strict=True)):
        limit += _least(levels)
        placings = [placing for path in paths for placing in _placings(path, row, levels, limit)]
        paths = _cheapest(placings, row, section, beam)
        if not paths:
            return Unplaced(index)
    best, *others = sorted((_end(path) for path in paths), key=lambda path: path.cost)
    sure = best.sure and not any(_is_near(other, best) for other in others)
    return Solution(_follow(best.assignments), best.cost, sure)


def _least(levels: Sequence[PricedLevel]) -> float:
    """What the likeliest level of a row costs."""
    return levels[0][1] if levels else 0.0


def _placings(
    path: _Hypothesis, row: Coded, levels: Sequence[PricedLevel], limit: float
) -> Iterator[_Placing]:
    """Where the row may stand next on a path, for every reading of its amount."""
    stack = path.stack
    for level, cost in levels:
        if path.cost + cost > limit:
            break
        kept, closing = _close_down_to(level, stack)
        parent = stack[kept - 1]
        fits = level in TOPS if kept == 1 else parent.level in LEVELS[level].under
        if not fits:
            continue  # a row below the top level needs its parent printed
        placed = path.cost + closing + cost + (_beside(parent.last, row, level) + _inside(parent, row))
        for reading in range(len(row.amounts)):
            taken = placed + (costs.OTHER_AMOUNT if reading else 0.0)
            if taken <= limit:
                yield _Placing(taken, path, kept, level, reading)


def _close_down_to(level: Level, stack: tuple[_Node, ...]) -> tuple[int, float]:
    """How many parents stay open when a row of that level follows, and what it costs to end the others."""
    kept, closing = len(stack), 0.0
    while kept > 1 and (level in TOPS or stack[kept - 1].level >= level):
        kept -= 1
        closing += _close(stack[kept])
    return kept, closing


def _taken(placing: _Placing, row: Coded, section: Section) -> _Hypothesis:
    """The path with the row."""
    _, path, kept, level, reading = placing
    amount = row.amounts[reading]
    parent = path.stack[kept - 1]
    # A top row of another section (lending printed within expenditure) is no part of this one's total.
    counts = kept > 1 or section_of_block(level, row.code, section) in totalled(section)
    with_child = _Node(
        parent.level,
        parent.amount,
        parent.table,
        parent.column,
        parent.total + amount if counts else parent.total,
        _Child(row.code, level, row.table, row.column),
    )
    own = _Node(level, amount, row.table, row.column)
    return _Hypothesis(
        placing.cost,
        (*path.stack[: kept - 1], with_child, own),
        _Assignments(Assigned(level, reading), path.assignments),
        path.sure,
    )


def _beside(last: _Child | None, row: Coded, level: Level) -> float:
    """What it costs that a row comes next after the last one under the same parent.

    Program 015 after 009 costs nothing, 009 after 015 is `OUT_OF_ORDER`, a program after an
    administrator `MIXED_LEVELS`.
    """
    if last is None:
        return 0.0
    if last.level is not level:  # categories and groups stand beside each other under a section
        return 0.0 if level in TOPS else costs.MIXED_LEVELS
    # Siblings ascend; an administrator may come again for the next functional subgroup.
    descends = level is not Level.ADMINISTRATOR and int(row.code) <= int(last.code)
    moved = row.column is not None and last.table == row.table and row.column != last.column
    return (costs.OUT_OF_ORDER if descends else 0.0) + (costs.OTHER_COLUMN if moved else 0.0)


def _inside(parent: _Node, row: Coded) -> float:
    """What it costs to stand under that parent: nothing to the right of it."""
    if row.column is None or parent.column is None or parent.table != row.table:
        return 0.0
    return 0.0 if row.column > parent.column else costs.NOT_TO_THE_RIGHT


def _close(node: _Node) -> float:
    """What it costs to end a parent: nothing when its children add up."""
    if node.last is None:
        return 0.0 if node.level in LEAVES else costs.NO_CHILDREN
    return 0.0 if node.adds_up else costs.BROKEN_SUM


def _end(path: _Hypothesis) -> _Hypothesis:
    """The path when no row follows: all its parents end, and the section's total."""
    section, *nodes = path.stack
    cost = path.cost + sum(map(_close, nodes))
    return path._replace(cost=cost if section.adds_up else cost + costs.BROKEN_SUM)


def _cheapest(placings: Sequence[_Placing], row: Coded, section: Section, beam: int) -> list[_Hypothesis]:
    """The paths that may still win, one for each state, the cheapest first."""
    ordered = sorted(placings, key=itemgetter(0))
    kept: dict[tuple[_Node, ...], _Hypothesis] = {}
    for placing in ordered:
        if placing.cost > ordered[0].cost + _MARGIN or len(kept) >= beam:
            break
        path = _taken(placing, row, section)
        cheaper = kept.setdefault(path.stack, path)
        if cheaper is not path and _is_near(path, cheaper):
            kept[path.stack] = cheaper._replace(sure=False)
    return list(kept.values())


def _is_near(path: _Hypothesis, cheaper: _Hypothesis) -> bool:
    """Whether two paths cost nearly the same."""
    return path.cost - cheaper.cost < _NEAR


def _follow(assignments: _Assignments | None) -> tuple[Assigned, ...]:
    """What was assigned to the rows, from the first to the last."""
    rows: list[Assigned] = []
    while assignments is not None:
        rows.append(assignments.assigned)
        assignments = assignments.before
    return tuple(reversed(rows))
