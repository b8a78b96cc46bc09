"""A line through its decisions, each step with the line as it stood then."""

from __future__ import annotations

from collections.abc import Mapping

from parser.dataclass import dataclass
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import LineAddress
from storage.reading.card_making import ChildrenPage
from storage.reading.cards import load_cards
from storage.reading.lines import read_lines_of
from storage.reading.records import Card, EditionInfo, LineInfo, Names, Step
from storage.reading.shelf import load_shelf


@dataclass(frozen=True, slots=True)
class PastLine:
    """A step of a line's ledger: the edition and the line as it stood then, where these are loaded."""

    step: Step
    edition: EditionInfo | None = None
    line: LineInfo | None = None


@dataclass(frozen=True, slots=True)
class LineHistory:
    """A line's card, and every step of its ledger in the order of time."""

    card: Card
    steps: tuple[PastLine, ...]


@of_one_state
async def load_line_history(
    reader: StoredReader, address: LineAddress, known: Mapping[str, Names] | None = None
) -> LineHistory | None:
    """A line's history with where each of its amounts is printed.

    Args:
        reader: of one state of the database; callers give a session.
        address: of the line.
        known: the names of paths in all budgets, where they are at hand.

    Returns:
        None when there is no such edition, or no such line in it.
    """
    shelf = await load_shelf(reader, [address.edition.budget])
    [card] = await load_cards(reader, shelf, [address], children=ChildrenPage(limit=0), known=known)
    catalogue = shelf.find(address.edition.budget)
    if card is None or catalogue is None:
        return None
    found = [catalogue.find(card.edition.year, step.decision.address) for step in card.ledger]
    paths = {step.path or card.line.path for step in card.ledger}
    printed = await read_lines_of(reader, [edition for edition in found if edition], paths)
    steps = [
        PastLine(
            step,
            catalogue.edition_info(edition),
            printed[edition.key].get(step.path or card.line.path),
        )
        if edition and step.loaded
        else PastLine(step)
        for step, edition in zip(card.ledger, found, strict=True)
    ]
    return LineHistory(card, tuple(steps))
