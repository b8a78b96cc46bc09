"""Two editions of a year side by side: which lines differ and how, and whether the sums agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parser.budget_code import MAIN_TOTALS
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Section
from storage.reading.catalogue import StoredEdition
from storage.reading.differences import ChangedLine, Flow, Gap, TotalChange, UnreadLine
from storage.reading.flows import find_flow
from storage.reading.moves import find_moves
from storage.reading.printed_tree import TreePair, build_tree
from storage.reading.records import Figure, LineInfo, Names

_SECTIONS = tuple(Section)

_Lines = Mapping[str, LineInfo]
_Sums = Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two editions, as `Changes` hands it out."""

    lines: tuple[ChangedLine, ...]
    gap: tuple[Gap, ...]
    flow: Flow


def list_different(old: _Lines, new: _Lines) -> tuple[str, ...]:
    """The paths of the lines that came, went, or have another amount or name."""
    return tuple(path for path in _in_order({**old, **new}) if _status(old.get(path), new.get(path)))


def find_unread_lines(
    earlier: tuple[StoredEdition, _Lines],
    later: tuple[StoredEdition, _Lines],
    stated: Mapping[str, Names],
    names: Mapping[str, Names],
) -> tuple[UnreadLine, ...]:
    """Of the lines that only one of two editions has, those that the other one prints and that were not read.

    Args:
        earlier: the earlier edition with its lines.
        later: the later one with its lines.
        stated: what the budget itself calls the lines that differ.
        names: what these are called in all languages.
    """
    (first, old), (last, new) = earlier, later
    found = []
    for path, said in stated.items():
        line = old.get(path) or new[path]
        lacking = first if path not in old else last if path not in new else None
        if lacking is not None and lacking.prints_unread(path, said.values()):
            amounts = _amount(old.get(path)), _amount(new.get(path))
            found.append(UnreadLine(path, names[path], *amounts, line.doubt))
    return tuple(found)


def compare_totals(old: _Lines, new: _Lines) -> dict[str, TotalChange]:
    """The main totals before and after."""
    totals = {}
    for section in MAIN_TOTALS:
        before, after = old.get(section), new.get(section)
        totals[section.value] = TotalChange(_amount(before), _amount(after), _doubt(before, after))
    return totals


def compare_lines(
    old: _Lines,
    new: _Lines,
    different: Sequence[str],
    stated: Mapping[str, Names],
    names: Mapping[str, Names],
) -> Differences:
    """Tells what became of every line that differs.

    Args:
        old: the lines of the earlier edition.
        new: those of the later one.
        different: the paths of `list_different`.
        stated: what the budget itself calls these lines, which tells the programs that moved.
        names: what they are called in all languages.
    """
    removed, added = ([path for path in different if path not in side] for side in (new, old))
    moves = find_moves(removed, added, stated)
    origins = {target: origin for origin, target in moves.items()}
    pair = TreePair(build_tree(old), build_tree(new))
    old_sums, new_sums = pair.sum_leaves()
    gap = tuple(_find_gaps((old, old_sums), (new, new_sums)))
    telling = pair.list_telling(different, {found.path for found in gap})
    lines = tuple(
        ChangedLine(
            path=path,
            names=names[path],
            old=_amount(old.get(path)),
            new=_amount(new.get(path)),
            delta=_delta(old.get(path), new.get(path)),
            status=_status(old.get(path), new.get(path)),
            moved_from=origins.get(path),
            moved_to=moves.get(path),
            telling=path in telling,
            doubt=_doubt(old.get(path), new.get(path)),
        )
        for path in different
    )
    return Differences(lines, gap, find_flow(old, new, pair, names, moves))


def _amount(line: LineInfo | None) -> int | None:
    return None if line is None else line.amount


def _delta(old: LineInfo | None, new: LineInfo | None) -> int:
    return (0 if new is None else new.amount) - (0 if old is None else old.amount)


def _doubt(old: LineInfo | None, new: LineInfo | None) -> Doubt | None:
    return Doubt.gravest(line.doubt for line in (old, new) if line)


def _in_order(lines: _Lines) -> list[str]:
    """Paths by section, then by code: removed lines stand among the others, where they were."""
    return sorted(lines, key=lambda path: (_SECTIONS.index(lines[path].section), path))


def _status(old: LineInfo | None, new: LineInfo | None) -> str:
    """How a line changed; empty when it did not."""
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if old.amount != new.amount:
        return "changed"
    common = old.names.keys() & new.names.keys()
    renamed = any(_fold(old.names[language]) != _fold(new.names[language]) for language in common)
    return "renamed" if renamed else ""


def _fold(name: str) -> str:
    """A name without what printing changes: spaces, line breaks and capitals."""
    return "".join(name.split()).casefold()


def _find_gaps(old: tuple[_Lines, _Sums], new: tuple[_Lines, _Sums]) -> Iterator[Gap]:
    """Totals and parents whose printed change is not the sum of the changes of the leaves below."""
    for path in _in_order({**old[0], **new[0]}):
        line_before, line_after = old[0].get(path), new[0].get(path)
        before, after = old[1].get(path, Figure()), new[1].get(path, Figure())
        printed, summed = _delta(line_before, line_after), after.amount - before.amount
        if printed != summed:
            doubt = Doubt.gravest((_doubt(line_before, line_after), before.doubt, after.doubt))
            yield Gap(path, printed, summed, doubt)
