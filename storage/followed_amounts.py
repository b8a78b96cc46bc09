"""What the editions of a year have of lines that are followed, under whatever path they stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final, Literal

from parser.dataclass import dataclass
from storage.kept.reader import StoredReader
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.moves import track_programs
from storage.reading.office_ledger import is_office_path, office_of_path, read_office_lines
from storage.reading.records import LineSummary, Names
from storage.reading.summaries import read_summaries

UNREAD: Final = "unread"

Standing = int | Literal["unread"] | None
"""An amount in tenge; `unread` where it is printed and could not be read; None where no such line is."""


@dataclass(frozen=True, slots=True)
class FollowedAmounts:
    """What the editions of a year have of a line, by their keys.

    Attributes:
        printed: the line; of all that an office has, its largest line with the sum.
        above: what it stands in, except of an office.
        unread: the editions that print it with an amount that could not be read.
    """

    printed: Mapping[int, LineSummary]
    above: Mapping[int, LineSummary]
    unread: Set[int]

    def standing(self, edition: StoredEdition) -> Standing:
        """What an edition of the year has of the line."""
        found = self.printed.get(edition.key)
        if found is not None:
            return found.amount
        return UNREAD if edition.key in self.unread else None


async def read_followed(
    reader: StoredReader, catalogue: Catalogue, year: int, paths: Iterable[str], names: Mapping[str, Names]
) -> dict[str, FollowedAmounts]:
    """Reads what all editions of a year have of lines.

    Args:
        reader: of one state of the database.
        catalogue: of the budget.
        year: of the editions.
        paths: that the lines are followed by.
        names: of paths in all budgets, for a language that an edition does not print.

    Returns:
        By the path of each line.
    """
    editions = [edition for edition in catalogue.editions if edition.year == year]
    asked = list(dict.fromkeys(paths))
    lines = [path for path in asked if not is_office_path(path)]
    wanted = [(edition, path) for edition in editions for path in lines]
    found = await read_summaries(reader, wanted, names) if wanted else {}
    lacking = [path for edition, path in wanted if (edition.key, path) not in found]
    # Where it is not under the path that it was followed by, it may be under another one.
    tracked = await track_programs(reader, catalogue, year, dict.fromkeys(lacking))
    moved = [(edition, each.path_in(edition)) for edition in editions for each in tracked.values()]
    found |= await read_summaries(reader, moved, names) if moved else {}
    amounts = {}
    for path in asked:
        if is_office_path(path):
            amounts[path] = await _sum_office(reader, editions, path, names)
            continue
        program = tracked.get(path)
        stands = {edition.key: program.path_in(edition) if program else path for edition in editions}
        both = {key: there for key, at in stands.items() if (there := found.get((key, at)))}
        called = [*names.get(path, {}).values()]
        called += [name for summary, _ in both.values() for name in summary.names.values()]
        unread = {
            edition.key
            for edition in editions
            if edition.key not in both and edition.prints_unread(stands[edition.key], called)
        }
        amounts[path] = FollowedAmounts(
            {key: summary for key, (summary, _) in both.items()},
            {key: above for key, (_, above) in both.items() if above is not None},
            unread,
        )
    return amounts


async def _sum_office(
    reader: StoredReader, editions: Sequence[StoredEdition], path: str, names: Mapping[str, Names]
) -> FollowedAmounts:
    """All that an office has in each edition, under the name of its largest line.

    Where a row of it could not be read, its sum is not known.
    """
    key = office_of_path(path)
    if key is None:
        return FollowedAmounts({}, {}, set())
    office = await read_office_lines(reader, editions, key)
    largest = [(stored, line) for stored in editions if (line := office.find_largest(stored)) is not None]
    named = await read_summaries(reader, largest, names)
    unread = {stored.key for stored in editions if office.is_unread(stored)}
    amounts = {
        stored.key: replace(named[stored.key, line][0], amount=figure.amount, doubt=figure.doubt)
        for stored, line in largest
        if stored.key not in unread and (figure := office.find_figure(stored)) is not None
    }
    return FollowedAmounts(amounts, {}, unread)
