"""A budget line through the decisions: its card, its parents and children, its ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from parser.dataclass import dataclass
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.card_making import ChildrenPage, make_cards
from storage.reading.records import Card, EditionInfo, Names
from storage.reading.shelf import Shelf, load_shelf

_BUDGETS = "SELECT place, first_year, last_year FROM budget ORDER BY place, first_year, last_year"


@dataclass(frozen=True, slots=True)
class LoadedBudget:
    """A budget, and the years of it that have a table.

    Attributes:
        address: the budget's.
        years: in order; none where only texts of decisions are loaded.
    """

    address: BudgetAddress
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LoadedBudgets:
    """What is loaded, to be shown: the first of all budgets.

    Attributes:
        shown: the first ones.
        total: how many there are.
        of_one_place: whether all of them are of one place.
    """

    shown: tuple[LoadedBudget, ...]
    total: int
    of_one_place: bool


@of_one_state
async def list_budgets(reader: StoredReader) -> list[BudgetAddress]:
    """All budgets, by place and years."""
    return [BudgetAddress(*row) for row in await reader.fetch(_BUDGETS)]


@of_one_state
async def describe_budgets(
    reader: StoredReader, budgets: Sequence[BudgetAddress], most: int
) -> LoadedBudgets:
    """The first of some budgets, each with the years whose tables are loaded.

    Args:
        reader: of what is stored.
        budgets: in the order in which they are shown.
        most: how many are shown.
    """
    shelf = await load_shelf(reader, budgets[:most])
    catalogues = ((budget, shelf.find(budget)) for budget in budgets[:most])
    shown = tuple(
        LoadedBudget(budget, tuple(sorted({each.year for each in catalogue.editions} if catalogue else ())))
        for budget, catalogue in catalogues
    )
    return LoadedBudgets(shown, len(budgets), len({budget.place for budget in budgets}) == 1)


@of_one_state
async def list_editions(reader: StoredReader, *budgets: BudgetAddress) -> list[EditionInfo]:
    """All editions of budgets, of each in the order of their adoption, those of one decision by year.

    Empty when there is no such budget.
    """
    shelf = await load_shelf(reader, budgets)
    catalogues = [catalogue for budget in budgets if (catalogue := shelf.find(budget))]
    return [catalogue.edition_info(edition) for catalogue in catalogues for edition in catalogue.editions]


@of_one_state
async def load_card(
    reader: StoredReader,
    address: LineAddress,
    *,
    children_offset: int = 0,
    children_limit: int = 8,
    children_by_code: bool = False,
) -> Card | None:
    """All that is said of one line.

    Args:
        reader: of one state of the database; callers give a session.
        address: of the line.
        children_offset: how many children to pass over.
        children_limit: how many children to give at most.
        children_by_code: whether they come in the order of their codes, else the largest first.

    Returns:
        None when there is no such edition, or no such line in it.
    """
    shelf = await load_shelf(reader, [address.edition.budget])
    children = ChildrenPage(children_offset, children_limit, children_by_code)
    [card] = await load_cards(reader, shelf, [address], children=children)
    return card


@of_one_state
async def load_each_card(
    reader: StoredReader,
    addresses: Sequence[LineAddress],
    *,
    children: ChildrenPage | None = None,
    known: Mapping[str, Names] | None = None,
) -> list[Card | None]:
    """The cards of several lines, see `load_cards`."""
    shelf = await load_shelf(reader, [address.edition.budget for address in addresses])
    return await load_cards(reader, shelf, addresses, children=children, known=known)


async def load_cards(
    reader: StoredReader,
    shelf: Shelf,
    addresses: Sequence[LineAddress],
    *,
    children: ChildrenPage | None = None,
    known: Mapping[str, Names] | None = None,
) -> list[Card | None]:
    """The cards of several lines: as many queries for fifty as for one, none where all are in memory.

    Args:
        reader: of one state of the database.
        shelf: with the catalogues of the lines' budgets.
        addresses: of the lines.
        children: which of the lines below each to give; the eight largest unless said otherwise.
        known: the names of paths in all budgets, where they are at hand.

    Returns:
        A card for each address, None where there is no such edition or no such line in it.
    """
    page = children or ChildrenPage()
    keys = [_key(shelf, address, page, named=known is not None) for address in addresses]
    cards: dict[_CardKey, Card | None] = {key: reader.find(key) for key in keys}
    lacking = {key: key.address for key, card in cards.items() if card is None}
    read = await make_cards(reader, shelf, list(lacking.values()), page, known) if lacking else []
    for key, card in zip(lacking, read, strict=True):
        cards[key] = card
        if card is not None:
            reader.keep(key, card)
    return [cards[key] for key in keys]


class _CardKey(NamedTuple):
    """What a card follows from, beside what is stored."""

    address: LineAddress
    children: ChildrenPage
    named: bool  # whether the names of paths in all budgets were at hand
    budgets: tuple[BudgetAddress, ...]  # those of the place that are on the shelf


def _key(shelf: Shelf, address: LineAddress, children: ChildrenPage, *, named: bool) -> _CardKey:
    return _CardKey(address, children, named, shelf.list_budgets(address.edition.budget.place))
