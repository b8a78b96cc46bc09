"""All that an office has in an edition: its lines in all functional groups, opened from a list."""

from __future__ import annotations

from parser.kinds import Doubt
from storage.answering.listed_lines import office_of
from storage.answering.office_sum import Office
from storage.answering.page import Match, Page
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import LineAddress
from storage.reading.around_office import read_around_office
from storage.reading.office_ledger import office_of_path
from storage.reading.outlines import Outlines
from storage.reading.printed_amounts import Wanted
from storage.reading.records import Figure
from storage.reading.shelf import load_shelf
from storage.reading.summaries import read_summaries
from storage.search.index import Index


@of_one_state
async def load_office(reader: StoredReader, index: Index, address: LineAddress) -> Office | None:
    """All lines of an office.

    Args:
        reader: of one state of the database; callers give a session.
        index: with the names of paths in all budgets.
        address: of its sum, or of any of its lines.

    Returns:
        None when there is no such edition, or no such office in it.
    """
    shelf = await load_shelf(reader, [address.edition.budget])
    catalogue = shelf.find(address.edition.budget)
    edition = catalogue.find(address.edition.year, address.edition.decision) if catalogue else None
    key = office_of_path(address.path)
    if catalogue is None or edition is None or key is None:
        return None
    outlines = Outlines()
    await outlines.read(reader, Wanted({edition.key: edition}, whole={edition.key}))
    own = [line for line in outlines.lines(edition).values() if office_of(line) == key]
    own.sort(key=lambda line: -line.amount)
    summaries = await read_summaries(reader, [(edition, line.path) for line in own], index.names)
    info = catalogue.edition_info(edition)
    matches = tuple(
        Match(address.beside(path), line, parent, 1.0, info)
        for (_, path), (line, parent) in summaries.items()
    )
    if not matches:
        return None
    amount = sum(match.line.amount for match in matches)
    doubt = Doubt.gravest(match.line.doubt for match in matches)
    around = await read_around_office(reader, catalogue, edition, key, Figure(amount, doubt))
    return Office(page=Page(matches, len(matches)), amount=amount, doubt=doubt, around=around)
