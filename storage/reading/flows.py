"""From where to where a decision moved money, leaf by leaf."""

from __future__ import annotations

from collections.abc import Mapping

from parser.budget_code import SOURCES, SPENT, Tree, is_returned, section_of
from parser.records import Section
from storage.reading.printed_tree import PrintedRow, TreePair
from storage.reading.records import Flow, LineInfo, Names, Shift

_Lines = Mapping[str, LineInfo]


def find_flow(
    old: _Lines, new: _Lines, pair: TreePair, names: Mapping[str, Names], moves: Mapping[str, str]
) -> Flow:
    """Tells what was cut, what rose and what paid for the rest.

    Args:
        old: the lines of the earlier edition.
        new: those of the later one.
        pair: both as trees.
        names: of all lines that differ.
        moves: the new path of every program that moved, by the old one.
    """
    before, after = (_spent(tree, pair) for tree in (pair.old, pair.new))
    origins = {target: origin for origin, target in moves.items()}
    shifts: list[Shift] = []
    for path in {**before, **after}:
        if path in moves:
            continue  # told under the new path
        origin = origins.get(path)
        delta = after.get(path, 0) - before.get(path, 0) - (before.get(origin, 0) if origin else 0)
        if delta:
            shifts.append(Shift(path, names.get(path, {}), delta, origin))
    shifts.sort(key=lambda shift: (-abs(shift.delta), shift.path))
    cuts = [shift for shift in shifts if shift.delta < 0]
    rises = [shift for shift in shifts if shift.delta > 0]
    cut, risen = (sum(shift.delta for shift in side) for side in (cuts, rises))
    revenue, financing = (_moved(section, old, new) for section in SOURCES)
    balanced = revenue is not None and financing is not None and risen + cut == revenue + financing
    return Flow(tuple(cuts), tuple(rises), cut, risen, revenue, financing, balanced)


def _spent(tree: Tree[PrintedRow], pair: TreePair) -> dict[str, int]:
    """What each leaf adds to spending; a repaid loan, which comes back, takes its amount away."""
    spent: dict[str, int] = {}
    for leaf in tree.leaves():
        counted = tree.counted(leaf)
        top, amount = counted[-1]
        if section_of(top) not in SPENT:
            continue
        if is_returned(top):  # no total of the balance is printed above it
            amount = -abs(amount)
        path = pair.tell(path for path, _ in counted)
        spent[path] = spent.get(path, 0) + amount
    return spent


def _moved(section: Section, old: _Lines, new: _Lines) -> int | None:
    before, after = old.get(section), new.get(section)
    return None if before is None or after is None else after.amount - before.amount
