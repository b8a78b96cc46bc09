"""From where to where a decision moved money, leaf by leaf."""

from __future__ import annotations

from collections.abc import Mapping

from parser.budget_code import SOURCES, SPENT, Tree, is_returned, section_of
from parser.kinds import Doubt
from parser.records import Section
from storage.reading.differences import Flow, Shift
from storage.reading.printed_tree import PrintedRow, TreePair
from storage.reading.records import Figure, LineInfo, Names

_Lines = Mapping[str, LineInfo]


def find_flow(
    old: _Lines, new: _Lines, pair: TreePair, names: Mapping[str, Names], moves: Mapping[str, str]
) -> Flow:
    """Tells what was cut, what rose and what paid for the rest, leaf by leaf.

    Args:
        old: the lines of the earlier edition, by path.
        new: those of the later one.
        pair: both editions as trees, which say what counts as a leaf.
        names: of the lines that differ, by path.
        moves: of each program that moved, the new path by the old one; it is one leaf under the new path.
    """
    before, after = (_spent(tree, pair) for tree in (pair.old, pair.new))
    origins = {target: origin for origin, target in moves.items()}
    shifts: list[Shift] = []
    for path in {**before, **after}:
        if path in moves:
            continue  # told under the new path
        origin = origins.get(path)
        nothing = Figure()
        new_figure = after.get(path, nothing)
        old_figure = before.get(path, nothing) + (before.get(origin, nothing) if origin else nothing)
        delta = new_figure.amount - old_figure.amount
        if delta:
            doubt = Doubt.gravest((new_figure.doubt, old_figure.doubt))
            shifts.append(Shift(path, names.get(path, {}), delta, origin, doubt))
    shifts.sort(key=lambda shift: (-abs(shift.delta), shift.path))
    cuts = [shift for shift in shifts if shift.delta < 0]
    rises = [shift for shift in shifts if shift.delta > 0]
    cut, risen = (sum(shift.delta for shift in side) for side in (cuts, rises))
    revenue, financing = (_moved(section, old, new) for section in SOURCES)
    balanced = revenue is not None and financing is not None and risen + cut == revenue + financing
    doubts = [line.doubt for section in SOURCES for side in (old, new) if (line := side.get(section))]
    doubt = Doubt.gravest((*doubts, *(shift.doubt for shift in shifts)))
    return Flow(tuple(cuts), tuple(rises), cut, risen, revenue, financing, balanced, doubt)


def _spent(tree: Tree[PrintedRow], pair: TreePair) -> dict[str, Figure]:
    """What each leaf adds to spending; a repaid loan, which comes back, takes its amount away."""
    spent: dict[str, Figure] = {}
    for leaf in tree.leaves():
        counted = tree.counted(leaf)
        top, amount = counted[-1]
        if section_of(top) not in SPENT:
            continue
        if is_returned(top):  # no total of the balance is printed above it
            amount = -abs(amount)
        path = pair.tell(path for path, _ in counted)
        spent[path] = spent.get(path, Figure()) + Figure(amount, tree.rows[leaf].block.doubt)
    return spent


def _moved(section: Section, old: _Lines, new: _Lines) -> int | None:
    before, after = old.get(section), new.get(section)
    return None if before is None or after is None else after.amount - before.amount
