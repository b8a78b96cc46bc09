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
from dataclasses import dataclass
from typing import NamedTuple

from parser.budget_code import LEAVES, LEVELS, TOPS, section_of_block, totalled
from parser.records import Level, Section
from parser.tables import costs
from parser.tables.costs import Choice, Coded, list_choices

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


class _Node(NamedTuple):
    """An open parent: what it prints and what its children add up to so far."""

    level: Level
    amount: int
    total: int
    children: int
    last: str  # code of its last child
    last_level: Level | None = None
    last_table: int = 0
    last_column: int | None = None
    table: int = 0
    column: int | None = None


class _Trail(NamedTuple):
    assigned: Assigned
    before: _Trail | None


class _Path(NamedTuple):
    cost: float
    stack: tuple[_Node, ...]  # the virtual root first
    trail: _Trail | None
    sure: bool = True  # no other way to the same state costs nearly the same


def solve(rows: Sequence[Coded], section: Section, total: int | None) -> Solution | Unplaced:
    """Finds the levels of a section's rows.

    Args:
        rows: in print order.
        section: the section they stand under.
        total: the section's printed total in tenge, None where none is printed.

    Returns:
        The cheapest assignment, or the first row for which there is none.
    """
    root = _Node(Level.CATEGORY, total or 0, 0, 0, "")
    beam = _BEAM if all(len(row.amounts) == 1 for row in rows) else _WIDE_BEAM
    paths = [_Path(0.0, (root,), None)]
    known: dict[tuple[object, ...], tuple[Choice, ...]] = {}
    for index, row in enumerate(rows):
        key = (row.code, row.level, row.side, row.column is None)
        if key not in known:
            known[key] = list_choices(row, section)
        grown = (
            path
            for before in paths
            for level, cost in known[key]
            for path in _place(before, row, level, cost, section)
        )
        paths = _cheapest(grown, beam)
        if not paths:
            return Unplaced(index)
    ended = sorted((path._replace(cost=_end(path, total)) for path in paths), key=lambda path: path.cost)
    best = ended[0]
    sure = best.sure and (len(ended) < 2 or ended[1].cost - best.cost >= costs.OTHER_AMOUNT / 2)
    return Solution(_follow(best.trail), best.cost, sure)


def _place(path: _Path, row: Coded, level: Level, cost: float, section: Section) -> Iterator[_Path]:
    """The paths on which the row stands at that level, one for every reading of its amount."""
    stack, closing = list(path.stack), 0.0
    while len(stack) > 1 and (stack[-1].level >= level or level in TOPS):
        closing += _close(stack.pop())
    parent, is_top = stack[-1], len(stack) == 1
    above = LEVELS[level].under
    if above if is_top else parent.level not in above:
        return  # a row below the top level needs its parent printed
    step = path.cost + closing + cost + _fit(parent, row, level)
    # A top row of another section (lending printed within expenditure) is no part of this one's total.
    counts = not is_top or section_of_block(level, row.code, section) in totalled(section)
    for reading, amount in enumerate(row.amounts):
        with_child = parent._replace(
            total=parent.total + (amount if counts else 0),
            children=parent.children + 1,
            last=row.code,
            last_level=level,
            last_table=row.table,
            last_column=row.column,
        )
        node = _Node(level, amount, 0, 0, "", table=row.table, column=row.column)
        yield _Path(
            step + (costs.OTHER_AMOUNT if reading else 0.0),
            (*stack[:-1], with_child, node),
            _Trail(Assigned(level, reading), path.trail),
            path.sure,
        )


def _fit(parent: _Node, row: Coded, level: Level) -> float:
    """What it costs to stand under that parent, after its last child."""
    cost, is_top = 0.0, level in TOPS
    if parent.last and parent.last_level is level:
        # Siblings ascend; an administrator may come again for the next functional subgroup.
        if level is not Level.ADMINISTRATOR and int(row.code) <= int(parent.last):
            cost += costs.OUT_OF_ORDER
        if row.column is not None and parent.last_table == row.table and row.column != parent.last_column:
            cost += costs.OTHER_COLUMN
    elif parent.last and not is_top:
        cost += costs.MIXED_LEVELS
    if row.column is None or parent.column is None or parent.table != row.table or is_top:
        return cost
    return cost + (costs.NOT_TO_THE_RIGHT if row.column <= parent.column else 0.0)


def _close(node: _Node) -> float:
    """What it costs to end a parent: nothing when its children add up."""
    if not node.children:
        return 0.0 if node.level in LEAVES else costs.NO_CHILDREN
    return 0.0 if node.total == node.amount else costs.BROKEN_SUM


def _end(path: _Path, total: int | None) -> float:
    """What a path costs when no row follows: all its parents end, and the section's total."""
    root, *open_nodes = path.stack
    cost = path.cost + sum(map(_close, open_nodes))
    return cost + (costs.BROKEN_SUM if total is not None and root.total != total else 0.0)


def _cheapest(paths: Iterator[_Path], beam: int) -> list[_Path]:
    """The paths that may still win, one for each state, the cheapest first."""
    ordered = sorted(paths, key=lambda path: path.cost)
    kept: dict[tuple[_Node, ...], _Path] = {}
    for path in ordered:
        if path.cost > ordered[0].cost + _MARGIN or len(kept) >= beam:
            break
        other = kept.setdefault(path.stack, path)
        if other is not path and path.cost - other.cost < costs.OTHER_AMOUNT / 2:
            kept[path.stack] = other._replace(sure=False)
    return list(kept.values())


def _follow(trail: _Trail | None) -> tuple[Assigned, ...]:
    """What was assigned to the rows, from the first to the last."""
    rows: list[Assigned] = []
    while trail is not None:
        rows.append(trail.assigned)
        trail = trail.before
    return tuple(reversed(rows))
