"""Where a line goes on whose code a decision changed: told by what the editions print, never guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from parser.budget_code import level_of, section_of
from parser.dataclass import dataclass
from parser.records import Language
from storage.kept.reader import StoredReader
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import read_edition_lines
from storage.reading.moves import find_moves, have_same_name
from storage.reading.records import DecisionInfo, Figure, LineInfo, Names

_Lines = Mapping[str, LineInfo]


@dataclass(frozen=True, slots=True)
class Renumbered:
    """Where a line is in a later edition, as far as the documents tell.

    Attributes:
        path: of the line there.
        decision: that printed it so first.
        old: the amount that ended under the old code, in tenge, with its doubt.
        new: the one that began under the new code.
        unit: of the table that printed it first, in tenge.
        is_same: whether it is the line itself: at each change of its code the only line of its name ended and
            the only one began, under the same program code or with the very same amount.
    """

    path: str
    decision: DecisionInfo
    old: Figure
    new: Figure
    unit: int
    is_same: bool


async def find_renumbered(
    reader: StoredReader, catalogue: Catalogue, edition: StoredEdition, path: str
) -> Renumbered | None:
    """Finds a line in an edition that does not print its path.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        edition: that lacks the path.
        path: of the line.

    Returns:
        None where no earlier edition of the year has the path, and where no line that begins has its name.
    """
    editions = [each for each in catalogue.editions if each.year == edition.year]
    lines = await read_edition_lines(reader, editions)
    names = _gather_names([lines[each.key] for each in editions])
    until = editions[: editions.index(edition) + 1]
    having = [number for number, each in enumerate(until) if path in lines[each.key]]
    if not having:
        return None
    found: Renumbered | None = None
    for old, new in pairwise(until[having[-1] :]):
        here, there = lines[old.key], lines[new.key]
        if path in there:
            continue
        found = _go_on(path, here, there, names, new.decision)
        if found is None or not found.is_same:
            break
        path = found.path
    return found if found is not None and found.path in lines[edition.key] else None


def _go_on(
    path: str, here: _Lines, there: _Lines, names: Mapping[str, Names], decision: DecisionInfo
) -> Renumbered | None:
    """What a line that ends goes on as: the only line of its name that begins, where no other such ends."""
    ending, beginning = here.keys() - there.keys(), there.keys() - here.keys()
    alike = [each for each in beginning if _is_alike(path, each, names)]
    twins = [each for each in ending if _is_alike(path, each, names)]
    moved = find_moves(ending, beginning, names).get(path)
    if moved is None and (len(alike) != 1 or twins != [path]):
        return None
    target = moved or alike[0]
    old, new = (Figure(line.amount, line.doubt) for line in (here[path], there[target]))
    is_exact = old == new and new.amount != 0 and new.doubt is None
    return Renumbered(target, decision, old, new, there[target].unit, moved is not None or is_exact)


def _is_alike(one: str, other: str, names: Mapping[str, Names]) -> bool:
    """Whether two paths are of one level of one section, and of one name."""
    level = level_of(one)
    same_kind = level is not None and level is level_of(other) and section_of(one) is section_of(other)
    return same_kind and have_same_name(names.get(one, {}), names.get(other, {}))


def _gather_names(editions: Sequence[_Lines]) -> dict[str, Names]:
    """What each path is called in each language, by the newest edition that says so."""
    gathered: dict[str, dict[Language, str]] = {}
    for lines in editions:
        for path, line in lines.items():
            gathered.setdefault(path, {}).update(line.names)
    return dict(gathered)
