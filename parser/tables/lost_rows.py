"""Rows that a table seems to lack, or to have twice, though all its sums hold.

A subgroup with one administrator below it has the same amount, and so has a class with one subclass. If such
a row is lost, everything still adds up. That it was there is seen by the others: where each administrator of
a table stands below a subgroup, one that does not has lost its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from parser.budget_code import Tree, codes_of, level_of
from parser.kinds import FindingKind
from parser.records import Finding, Level, Line, Section

_OTHERS = 5  # rows of a level, from which on they tell what one more of them should have
_REPEATED = frozenset({Level.ADMINISTRATOR})  # that stand several times in one group


def find_lost_rows(tree: Tree[Line]) -> Iterator[Finding]:
    """What seems lost, repeated or printed with the sign of another row.

    Args:
        tree: of a table's lines.
    """
    yield from _skipped(tree)
    seen: set[tuple[int | None, str]] = set()
    for index, line in enumerate(tree.rows):
        above = tree.parent(index)
        key = (above, line.path)
        if key in seen and level_of(line.path) not in _REPEATED:
            yield Finding(FindingKind.ROW_REPEATED, line.at, {"name": line.name, "path": line.path})
        seen.add(key)
        if above is not None and _is_of_other_sign(line, tree.rows[above]):
            yield Finding(FindingKind.SIGNS_DIFFER, line.at, {"name": line.name, "path": line.path})


def _skipped(tree: Tree[Line]) -> Iterator[Finding]:
    """Rows below which another level begins than below all others of their own level, or none."""
    below: dict[tuple[Section, Level], dict[int, Level | None]] = {}
    for index, line in enumerate(tree.rows):
        level = level_of(line.path)
        if level is not None:
            first = next(iter(tree.children(index)), None)
            begun = None if first is None else level_of(tree.rows[first].path)
            below.setdefault((line.section, level), {})[index] = begun
    for levels in below.values():
        if (odd := _find_odd(levels, tree.rows)) is not None:
            line = tree.rows[odd]
            yield Finding(FindingKind.ROW_LOST, line.at, {"name": line.name, "path": line.path})


def _find_odd(levels: dict[int, Level | None], rows: Sequence[Line]) -> int | None:
    """The only row of a level below which a deeper level begins than below the others, or nothing."""
    usual, count = Counter(levels.values()).most_common(1)[0]
    odd = [index for index, begun in levels.items() if begun is not usual]
    if usual is None or count < _OTHERS or len(odd) != 1:
        return None
    begun = levels[odd[0]]
    return odd[0] if rows[odd[0]].amount and (begun is None or begun > usual) else None


def _is_of_other_sign(line: Line, above: Line) -> bool:
    """Whether a row is the coded one above it with the other sign, as sums allow of what is paid back."""
    return bool(codes_of(above.path)) and line.amount == -above.amount != 0
