"""Every decision on a budget: whether it is loaded, and what it did to the totals of a year."""

from __future__ import annotations

from collections.abc import Mapping

from parser.dataclass import dataclass
from parser.records import DecisionKind
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.catalogue_query import load_catalogue
from storage.reading.comparison import compare_totals
from storage.reading.differences import TotalChange
from storage.reading.lines import read_edition_totals
from storage.reading.records import DecisionInfo


@dataclass(frozen=True, slots=True)
class ListedDecision:
    """A decision, and what it did to the totals of the year.

    Attributes:
        decision: the decision.
        lacking: whether its table for the year should be there and is not loaded.
        totals: before and after; `old` is None for the first table of the year, and the mapping is empty
            where no table of the decision is loaded.
        over_gap: whether decisions between it and the table that it is compared with are not loaded.
    """

    decision: DecisionInfo
    lacking: bool
    totals: Mapping[str, TotalChange]
    over_gap: bool = False

    @property
    def opens(self) -> bool:
        """Whether its changes of the year can be shown."""
        return bool(self.totals)

    @property
    def adopts(self) -> bool:
        """Whether it is the one that adopted the budget."""
        return self.decision.kind is DecisionKind.ORIGINAL


@dataclass(frozen=True, slots=True)
class DecisionList:
    """The decisions on a budget, the newest first, with the totals of one of its years."""

    budget: BudgetAddress
    year: int
    years: tuple[int, ...]  # of which tables are loaded
    decisions: tuple[ListedDecision, ...]

    @property
    def loaded(self) -> int:
        """How many of them are loaded."""
        return sum(listed.decision.loaded for listed in self.decisions)


@of_one_state
async def load_decision_list(
    reader: StoredReader, budget: BudgetAddress, year: int | None = None
) -> DecisionList | None:
    """Lists the decisions on a budget.

    Args:
        reader: of one state of the database; callers give a session.
        budget: its address.
        year: whose totals are told; the budget's main year where None, or where it has no table of that year.

    Returns:
        None when the budget is not stored.
    """
    catalogue = await load_catalogue(reader, budget)
    return await gather_decisions(reader, catalogue, year) if catalogue else None


async def gather_decisions(
    reader: StoredReader, catalogue: Catalogue, year: int | None = None
) -> DecisionList:
    """`load_decision_list` where the catalogue is at hand."""
    years = tuple(sorted({edition.year for edition in catalogue.editions}))
    if year not in years:
        year = catalogue.budget.first_year if catalogue.budget.first_year in years or not years else years[0]
    editions = [edition for edition in catalogue.editions if edition.year == year]
    lines = await read_edition_totals(reader, editions)
    set_by = {edition.decision.address: edition for edition in editions}
    gaps = {entry.decision.address for entry in catalogue.trace(year) if entry.edition is None}
    listed: list[ListedDecision] = []
    previous: StoredEdition | None = None
    for decision in catalogue.decisions:
        edition = set_by.get(decision.address)
        if edition is None:
            listed.append(ListedDecision(decision, decision.address in gaps or not decision.loaded, {}))
            continue
        totals = compare_totals(lines[previous.key] if previous else {}, lines[edition.key])
        over_gap = previous is not None and bool(catalogue.list_skipped(previous, edition))
        listed.append(ListedDecision(decision, lacking=False, totals=totals, over_gap=over_gap))
        previous = edition
    return DecisionList(catalogue.budget, year, years, tuple(reversed(listed)))
