"""Which level each row of a table stands on, told from its code and from the sums.

Most prints give the codes of all levels in one column: `1` may be a category or a
subclass, `452` an administrator or a program. A row's width leaves some levels
open; the sums close them, because a parent equals the sum of its children. The
levels of a run of rows are the cheapest assignment (beam search) where a broken
sum, a code out of order or an empty parent costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parser.headers import Side
from parser.records import Level

# For every side and printed width: the levels such a code may have, with what each costs.
_BY_WIDTH: dict[tuple[Side, int], tuple[tuple[Level, float], ...]] = {
    (Side.RECEIPTS, 1): ((Level.CATEGORY, 0.0), (Level.SUBCLASS, 0.0), (Level.CLASS, 0.1)),
    (Side.RECEIPTS, 2): ((Level.CLASS, 0.0), (Level.CATEGORY, 0.8), (Level.SPECIFIC, 0.8)),
    (Side.RECEIPTS, 3): ((Level.SPECIFIC, 0.0),),
    (Side.SPENDING, 1): ((Level.GROUP, 0.3), (Level.SUBGROUP, 0.0)),
    (Side.SPENDING, 2): ((Level.GROUP, 0.0), (Level.SUBGROUP, 0.5)),
    (Side.SPENDING, 3): ((Level.ADMINISTRATOR, 0.0), (Level.PROGRAM, 0.0), (Level.SUBPROGRAM, 0.9)),
}
# What may stand directly under what: a functional subgroup is printed in some layouts only.
_PARENTS: dict[Level, tuple[Level, ...]] = {
    Level.CATEGORY: (),
    Level.CLASS: (Level.CATEGORY,),
    Level.SUBCLASS: (Level.CLASS,),
    Level.SPECIFIC: (Level.SUBCLASS,),
    Level.GROUP: (),
    Level.SUBGROUP: (Level.GROUP,),
    Level.ADMINISTRATOR: (Level.GROUP, Level.SUBGROUP),
    Level.PROGRAM: (Level.ADMINISTRATOR,),
    Level.SUBPROGRAM: (Level.PROGRAM,),
}
_LEAVES = frozenset({Level.SUBCLASS, Level.SPECIFIC, Level.PROGRAM, Level.SUBPROGRAM})

OTHER_READING = 0.1  # an amount not read as its digits suggest; only sums speak for it
_BROKEN_SUM = 1.0
_OUT_OF_ORDER = 0.6
_NO_CHILDREN = 0.25
_MARGIN = 3.0  # a path this much dearer than the best never comes back
_BEAM = 12
_WIDE_BEAM = 120  # where amounts have several readings, many paths look alike until their parent closes


@dataclass(frozen=True, slots=True)
class Coded:
    """A row with a code. `amounts` are its possible readings in tenge, the likeliest first.

    `level` is given where the layout tells it (a column of its own).
    """

    code: str
    amounts: tuple[int, ...]
    level: Level | None = None


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
class _Node:
    """An open parent: what it prints and what its children add up to so far."""

    level: Level
    amount: int
    total: int
    children: int
    last: str  # code of its last child


@dataclass(frozen=True, slots=True)
class _Trail:
    assigned: Assigned
    before: _Trail | None


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    stack: tuple[_Node, ...]  # the virtual root first
    trail: _Trail | None


def solve(rows: Sequence[Coded], side: Side, total: int | None) -> Solution | None:
    """Finds the levels of a section's rows.

    Args:
        rows: in print order.
        side: which half of the classification the codes follow.
        total: the section's printed total in tenge, None where none is printed.

    Returns:
        The cheapest assignment, or None when a code fits no level at all.
    """
    root = _Node(Level.CATEGORY, total or 0, 0, 0, "")
    beam = _BEAM if all(len(row.amounts) == 1 for row in rows) else _WIDE_BEAM
    paths = [_Path(0.0, (root,), None)]
    for row in rows:
        candidates = [
            path
            for before in paths
            for level, cost in _levels(row, side)
            for path in _place(before, row, level, cost)
        ]
        paths = _prune(candidates, beam)
        if not paths:
            return None
    ended = sorted(
        (_Path(_closed(path, total), path.stack, path.trail) for path in paths), key=lambda path: path.cost
    )
    best = ended[0]
    sure = len(ended) < 2 or ended[1].cost - best.cost >= OTHER_READING / 2
    return Solution(_unroll(best.trail), best.cost, sure)


def _levels(row: Coded, side: Side) -> tuple[tuple[Level, float], ...]:
    if row.level is not None:
        return ((row.level, 0.0),)
    levels = _BY_WIDTH.get((side, len(row.code)), ())
    if side is Side.SPENDING and len(row.code) == 3:
        # Administrators are numbered from 101; programs nearly always stay below.
        unlikely = Level.ADMINISTRATOR if row.code < "101" else Level.PROGRAM
        return tuple((level, cost + (0.5 if level is unlikely else 0.0)) for level, cost in levels)
    return levels


def _place(path: _Path, row: Coded, level: Level, cost: float) -> list[_Path]:
    """The paths on which the row stands at that level, one for every reading of its amount."""
    stack, closing = list(path.stack), 0.0
    while len(stack) > 1 and stack[-1].level >= level:
        closing += _close(stack.pop())
    parent = stack[-1]
    if len(stack) > 1:
        if parent.level not in _PARENTS[level]:
            return []
    elif _PARENTS[level]:
        return []  # a row below the top level needs its parent printed
    order = _OUT_OF_ORDER if _disordered(parent.last, row.code, level) else 0.0
    placed = []
    for reading, amount in enumerate(row.amounts):
        grown = _Node(parent.level, parent.amount, parent.total + amount, parent.children + 1, row.code)
        node = _Node(level, amount, 0, 0, "")
        placed.append(
            _Path(
                path.cost + closing + cost + order + (OTHER_READING if reading else 0.0),
                (*stack[:-1], grown, node),
                _Trail(Assigned(level, reading), path.trail),
            )
        )
    return placed


def _disordered(last: str, code: str, level: Level) -> bool:
    """Siblings ascend; an administrator may come again for the next functional subgroup."""
    if not last or level is Level.ADMINISTRATOR:
        return False
    return int(code) <= int(last)


def _close(node: _Node) -> float:
    """What it costs to end a parent: nothing when its children add up."""
    if not node.children:
        return 0.0 if node.level in _LEAVES else _NO_CHILDREN
    return 0.0 if node.total == node.amount else _BROKEN_SUM


def _closed(path: _Path, total: int | None) -> float:
    cost = path.cost + sum(_close(node) for node in path.stack[1:])
    root = path.stack[0]
    return cost + (_BROKEN_SUM if total is not None and root.total != total else 0.0)


def _prune(paths: list[_Path], beam: int) -> list[_Path]:
    if not paths:
        return []
    paths.sort(key=lambda path: path.cost)
    limit = paths[0].cost + _MARGIN
    kept: dict[tuple[_Node, ...], _Path] = {}
    for path in paths:
        if path.cost > limit or len(kept) >= beam:
            break
        kept.setdefault(path.stack, path)
    return list(kept.values())


def _unroll(trail: _Trail | None) -> tuple[Assigned, ...]:
    rows: list[Assigned] = []
    while trail is not None:
        rows.append(trail.assigned)
        trail = trail.before
    return tuple(reversed(rows))
