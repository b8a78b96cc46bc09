"""Which level each row of a table stands on, told from its code and from the sums.

Most prints give the codes of all levels in one column: `1` may be a category or a
subclass, `452` an administrator or a program. A row's width leaves some levels
open; the sums close them, because a parent equals the sum of its children. The
levels of a run of rows are the cheapest assignment (beam search) where a broken
sum, a code out of order or an empty parent costs. A table with a column for each
level tells more: a child stands to the right of its parent. And the standard
classification tells which categories and groups a section has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from parser.readers.labels import Side
from parser.records import Level, Section

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
TOPS = (Level.CATEGORY, Level.GROUP)
_LEAVES = frozenset({Level.SUBCLASS, Level.SPECIFIC, Level.PROGRAM, Level.SUBPROGRAM})

# The categories and groups of the classification that a section has.
_CATEGORIES: dict[Section, range] = {
    Section.REVENUE: range(1, 5),
    Section.NET_LENDING: range(5, 6),
    Section.FINANCIAL_ASSETS: range(6, 7),
    Section.DEFICIT: range(7, 9),
    Section.FINANCING: range(7, 9),
    Section.FINANCING_RECEIPTS: range(7, 9),
    Section.FINANCING_PAYMENTS: range(7, 9),
}
_GROUPS: dict[Section, range] = {
    Section.EXPENDITURE: range(1, 16),
    Section.NET_LENDING: range(1, 16),
    Section.FINANCIAL_ASSETS: range(1, 16),
    Section.DEFICIT: range(16, 17),
    Section.FINANCING: range(16, 17),
    Section.FINANCING_RECEIPTS: range(16, 17),
    Section.FINANCING_PAYMENTS: range(16, 17),
}

OTHER_READING = 0.1  # an amount not read as its digits suggest; only sums speak for it
_BROKEN_SUM = 1.0
_OUT_OF_ORDER = 0.6
_MIXED = 0.6  # children of one parent on different levels
_NO_CHILDREN = 0.25
_NOT_RIGHT = 1.2  # a child that does not stand to the right of its parent
_OTHER_COLUMN = 0.5  # siblings in different columns
_NOT_AS_LABELLED = 0.4
_OTHER_SIDE = 0.3  # a category under a header of groups, or the reverse
_OF_ANOTHER_SECTION = 0.8
_UNKNOWN_TOP = 2.0
_SECTION_S_CATEGORY = 1.0  # `5` under net lending read as a group
_MARGIN = 3.0  # a path this much dearer than the best never comes back
_BEAM = 12
_WIDE_BEAM = 120  # where amounts have several readings, many paths look alike until their parent closes


@dataclass(frozen=True, slots=True)
class Coded:
    """A row with a code. `amounts` are its possible readings in tenge, the likeliest first.

    `level` is given where the layout tells it: for certain, or as a label says where `column` is
    given too. Columns are compared within one `table` only.
    """

    code: str
    amounts: tuple[int, ...]
    level: Level | None = None
    table: int = 0
    column: int | None = None
    side: Side | None = None  # of the header above


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
    known: dict[tuple[str, Level | None, Side | None, bool], tuple[tuple[Level, float], ...]] = {}
    for index, row in enumerate(rows):
        key = (row.code, row.level, row.side, row.column is None)
        if key not in known:
            known[key] = _levels(row, section)
        candidates = [
            path
            for before in paths
            for level, cost in known[key]
            for path in _place(before, row, level, cost, section)
        ]
        paths = _prune(candidates, beam)
        if not paths:
            return Unplaced(index)
    ended = sorted(
        (_Path(_closed(path, total), path.stack, path.trail) for path in paths), key=lambda path: path.cost
    )
    best = ended[0]
    sure = len(ended) < 2 or ended[1].cost - best.cost >= OTHER_READING / 2
    return Solution(_unroll(best.trail), best.cost, sure)


def section_of(top: Level, code: str, section: Section) -> Section:
    """The section of a top row's block: what the section about it and the classification say together.

    Financing parts into receipts and payments; categories 5 to 8 and group 16 have sections of
    their own wherever they are printed.
    """
    number = int(code)
    if top is Level.CATEGORY:
        if number in _CATEGORIES.get(section, ()) and section not in _FINANCING:
            return section
        own = {5: Section.NET_LENDING, 6: Section.FINANCIAL_ASSETS, 7: Section.FINANCING_RECEIPTS}
        own[8] = Section.FINANCING_RECEIPTS
        fallback = Section.FINANCING_RECEIPTS if section in _FINANCING else section
        return own.get(number, Section.REVENUE if section is Section.EXPENDITURE else fallback)
    if number == 16 or section in _FINANCING:
        return Section.FINANCING_PAYMENTS
    return Section.EXPENDITURE if section is Section.REVENUE else section


_FINANCING = frozenset(
    {Section.DEFICIT, Section.FINANCING, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS}
)


def _levels(row: Coded, section: Section) -> tuple[tuple[Level, float], ...]:
    """The levels that a row's code may have, with what each costs."""
    if row.level is not None and row.column is None:
        return ((row.level, 0.0),)
    found: list[tuple[Level, float]] = []
    for side in Side:
        for level, cost in _BY_WIDTH.get((side, len(row.code)), ()):
            extra = 0.0
            if level in TOPS:
                extra += _top_cost(level, row.code, section)
                extra += _OTHER_SIDE if row.side not in (None, side) else 0.0
            if row.level is not None and level is not row.level:
                extra += _NOT_AS_LABELLED
            if len(row.code) == 3 and side is Side.SPENDING:
                # Administrators are numbered from 101; programs nearly always stay below.
                unlikely = Level.ADMINISTRATOR if row.code < "101" else Level.PROGRAM
                extra += 0.5 if level is unlikely else 0.0
            found.append((level, cost + extra))
    return tuple(found)


def _top_cost(level: Level, code: str, section: Section) -> float:
    """What it costs to read a code as a category or a group of the section."""
    number = int(code)
    if level is Level.CATEGORY:
        if number in _CATEGORIES.get(section, ()):
            return 0.0
        return _OF_ANOTHER_SECTION if number in range(1, 9) else _UNKNOWN_TOP
    if len(code) == 1 and number in _CATEGORIES.get(section, ()):
        return _SECTION_S_CATEGORY
    if number in _GROUPS.get(section, ()):
        return 0.0
    return _OF_ANOTHER_SECTION if number in range(1, 17) else _UNKNOWN_TOP


def _place(path: _Path, row: Coded, level: Level, cost: float, section: Section) -> list[_Path]:
    """The paths on which the row stands at that level, one for every reading of its amount."""
    stack, closing = list(path.stack), 0.0
    while len(stack) > 1 and (stack[-1].level >= level or level in TOPS):
        closing += _close(stack.pop())
    parent = stack[-1]
    if len(stack) > 1:
        if parent.level not in _PARENTS[level]:
            return []
    elif _PARENTS[level]:
        return []  # a row below the top level needs its parent printed
    step = path.cost + closing + cost + _fit(parent, row, level)
    # A top row of another section (lending printed within expenditure) is no part of this one's total.
    counts = len(stack) > 1 or section_of(level, row.code, section) in (section, _receipts_of(section))
    placed = []
    for reading, amount in enumerate(row.amounts):
        added = amount if counts else 0
        grown = _Node(
            parent.level, parent.amount, parent.total + added, parent.children + 1, row.code, level,
            row.table, row.column, parent.table, parent.column,
        )  # fmt: skip
        node = _Node(level, amount, 0, 0, "", table=row.table, column=row.column)
        placed.append(
            _Path(
                step + (OTHER_READING if reading else 0.0),
                (*stack[:-1], grown, node),
                _Trail(Assigned(level, reading), path.trail),
            )
        )
    return placed


def _receipts_of(section: Section) -> Section:
    return Section.FINANCING_RECEIPTS if section in _FINANCING else section


def _fit(parent: _Node, row: Coded, level: Level) -> float:
    """What it costs to stand under that parent, after its last child."""
    cost = 0.0
    if parent.last and parent.last_level is level:
        # Siblings ascend; an administrator may come again for the next functional subgroup.
        if level is not Level.ADMINISTRATOR and int(row.code) <= int(parent.last):
            cost += _OUT_OF_ORDER
        if row.column is not None and parent.last_table == row.table and row.column != parent.last_column:
            cost += _OTHER_COLUMN
    elif parent.last and _PARENTS[level]:
        cost += _MIXED
    same_table = row.column is not None and parent.column is not None and parent.table == row.table
    if same_table and _PARENTS[level] and row.column <= parent.column:  # type: ignore[operator]
        cost += _NOT_RIGHT
    return cost


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
