"""What the lines that somebody follows were called last, and since which decision one is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage.follows import Followed
from storage.kept.reader import StoredReader
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import PrintedElsewhere, read_elsewhere
from storage.reading.moves import track_programs
from storage.reading.office_ledger import office_of_path, office_path, read_office_lines
from storage.reading.records import DecisionInfo, LineSummary, Move, Names
from storage.reading.shelf import load_shelf
from storage.reading.summaries import read_summaries


@dataclass(frozen=True, slots=True)
class FollowedName:
    """A line that somebody follows, and what is known of it.

    Attributes:
        followed: the line.
        names: in the newest table of its year that has it; those of other budgets, where none has it.
        is_office: whether it is all that an office has.
        is_printed: whether any table of its year has it.
        gone_since: the decision that took it out of the budget; None where the newest table has it.
        moved: where the program that it was stands in the newest table, and since which decision; None where
            it is there no more.
        taken_by: the line that it stands in now.
        unread_in: the decision on the newest table, where that prints the line and could not be read.
    """

    followed: Followed
    names: Names
    is_office: bool = False
    is_printed: bool = True
    gone_since: DecisionInfo | None = None
    moved: Move | None = None
    taken_by: LineSummary | None = None
    unread_in: DecisionInfo | None = None


async def name_followed(
    session: AsyncSession, followed: Sequence[Followed], known: Mapping[str, Names]
) -> list[FollowedName]:
    """Finds the names of lines that are followed.

    Args:
        session: a database session.
        followed: the lines, of budgets that are loaded.
        known: the names of paths in all budgets.

    Returns:
        Each with its name, in their order.
    """
    reader = StoredReader(session)
    shelf = await load_shelf(reader, [each.line.edition.budget for each in followed])
    named = []
    for each in followed:
        catalogue = shelf.find(each.line.edition.budget)
        if catalogue is not None:
            named.append(await _name(reader, catalogue, each, known))
    return named


async def _name(
    reader: StoredReader, catalogue: Catalogue, each: Followed, known: Mapping[str, Names]
) -> FollowedName:
    path, year = each.line.path, each.line.edition.year
    editions = [stored for stored in catalogue.editions if stored.year == year]
    key = office_of_path(path)
    is_office = key is not None and path == office_path(key)
    if key is not None and is_office:
        office = await read_office_lines(reader, editions, key)
        paths, printed = office.paths, office.printed
    else:
        paths, printed = (path,), await read_elsewhere(reader, editions, [path])
    having = [stored for stored in editions if _find_printed(printed, stored, paths)]
    if not having:
        return FollowedName(each, known.get(path, {}), is_office, is_printed=False)
    last = having[-1]
    largest = max(_find_printed(printed, last, paths), key=lambda found: found[0])[1]
    names: dict[Language, str] = {**known.get(largest, {})}
    names |= printed.names(catalogue, last, [largest]).get(largest, {})
    names |= printed.names_in(last, largest)
    after = editions[editions.index(last) + 1 :]
    if after and after[-1].prints_unread(largest, names.values()):
        return FollowedName(each, names, is_office, unread_in=after[-1].decision)
    after = [stored for stored in after if not stored.prints_unread(largest, names.values())]
    found = FollowedName(each, names, is_office, gone_since=after[0].decision if after else None)
    return await _find_moved(reader, catalogue, found, after, known) if after else found


async def _find_moved(
    reader: StoredReader,
    catalogue: Catalogue,
    gone: FollowedName,
    after: Sequence[StoredEdition],
    known: Mapping[str, Names],
) -> FollowedName:
    """A line that is gone, with where its program is now; where that is nowhere, with since when it is so."""
    line = gone.followed.line
    tracked = (await track_programs(reader, catalogue, line.edition.year, [line.path])).get(line.path)
    moved = tracked.following.continued_as if tracked else None
    if tracked is None or moved is None:
        return gone
    elsewhere = [edition for edition in after if tracked.path_in(edition) != line.path]
    if elsewhere[-1] != after[-1]:
        return replace(gone, gone_since=after[after.index(elsewhere[-1]) + 1].decision)
    newest, path = after[-1], tracked.path_in(after[-1])
    summaries = await read_summaries(reader, [(newest, path)], known)
    _, above = summaries.get((newest.key, path), (None, None))
    return replace(gone, moved=replace(moved, path=path), taken_by=above)


def _find_printed(
    printed: PrintedElsewhere, edition: StoredEdition, paths: Sequence[str]
) -> list[tuple[int, str]]:
    """The amounts and paths that an edition has of some."""
    return [(found.amount, path) for path in paths if (found := printed.figure(edition, path))]
