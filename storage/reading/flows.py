"""From where to where a decision moved money, leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import itemgetter

from parser.records import Section
from storage.reading.catalogue import StoredEdition
from storage.reading.lines import Names, PrintedLine, list_parents
from storage.reading.records import Flow, Shift

# Balances: their own amount is what was given or bought less what came back.
SUBTRACTED = frozenset({"net_lending/repayments", "financial_assets/sale"})
_SPENDING = frozenset({Section.EXPENDITURE, Section.NET_LENDING, Section.FINANCIAL_ASSETS})

_Lines = Mapping[str, PrintedLine]
_Leaves = list[tuple[list[str], int]]  # what `list_leaves` gives


def find_flow(
    old: tuple[_Lines, _Leaves],
    new: tuple[_Lines, _Leaves],
    names: Mapping[str, Names],
    moves: Mapping[str, str],
) -> Flow:
    """Tells what was cut, what rose and what paid for the rest.

    Args:
        old: the lines of the earlier edition, and its leaves.
        new: those of the later one.
        names: of all lines that differ.
        moves: the new path of every program that moved, by the old one.
    """
    before, after = _spent(old[1]), _spent(new[1])
    origins = {target: origin for origin, target in moves.items()}
    shifts: list[Shift] = []
    for path in {**before, **after}:
        if path in moves:
            continue  # told under the new path
        origin = origins.get(path)
        delta = after.get(path, 0) - before.get(path, 0) - (before.get(origin, 0) if origin else 0)
        if delta:
            shifts.append(Shift(path, names.get(path, {}), delta, origin))
    cuts = sorted((one for one in shifts if one.delta < 0), key=lambda one: (one.delta, one.path))
    rises = sorted((one for one in shifts if one.delta > 0), key=lambda one: (-one.delta, one.path))
    cut, risen = sum(one.delta for one in cuts), sum(one.delta for one in rises)
    revenue, financing = (_moved(section, old[0], new[0]) for section in (Section.REVENUE, Section.FINANCING))
    balanced = revenue is not None and financing is not None and risen + cut == revenue + financing
    return Flow(tuple(cuts), tuple(rises), cut, risen, revenue, financing, balanced)


def _spent(leaves: _Leaves) -> dict[str, int]:
    """What every leaf of the spending side adds to it: what comes back takes away."""
    spent: dict[str, int] = {}
    for above, amount in leaves:
        section = above[0].partition("/")[0]
        if section in _SPENDING:
            sign = -1 if SUBTRACTED.intersection(above) else 1
            spent[above[0]] = spent.get(above[0], 0) + sign * amount
    return spent


def _moved(section: Section, old: _Lines, new: _Lines) -> int | None:
    before, after = old.get(section), new.get(section)
    return None if before is None or after is None else after.amount - before.amount


def list_leaves(edition: StoredEdition, lines: Mapping[str, PrintedLine]) -> Iterator[tuple[list[str], int]]:
    """The leaves of an edition: the paths from each upwards, and its amount.

    What is below what is told by the printed levels, not by the paths: a functional
    subgroup stands above its administrators and is no part of their paths. Only
    lines that the first text lacks go by their paths, for their rows count otherwise.
    """
    own = [line for line in lines.values() if line.text == edition.texts[0]]
    strangers = {path: line for path, line in lines.items() if line.text != edition.texts[0]}
    filled = {above for path in strangers for above in list_parents(path)}
    rows = sorted(
        ((block.row, line, block.amount) for line in own for block in line.blocks), key=itemgetter(0)
    )
    above: list[PrintedLine] = []
    for place, (_, line, amount) in enumerate(rows):
        while above and (above[-1].section is not line.section or above[-1].level >= line.level):
            above.pop()
        above.append(line)
        following = rows[place + 1][1] if place + 1 < len(rows) else None
        ends = following is None or following.section is not line.section or following.level <= line.level
        if ends and line.path not in filled:
            yield [ancestor.path for ancestor in reversed(above)], amount
    for path, line in strangers.items():
        if path not in filled:
            yield [path, *(parent for parent in list_parents(path) if parent in lines)], line.amount
