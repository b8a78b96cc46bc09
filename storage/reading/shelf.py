"""The catalogues that one question or one button needs, read together and once."""

from __future__ import annotations

from collections.abc import Iterable

from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.catalogue_query import load_catalogues_of


class Shelf:
    """Catalogues by their budget's address."""

    def __init__(self, catalogues: Iterable[Catalogue]) -> None:
        self._catalogues = {catalogue.budget: catalogue for catalogue in catalogues}

    def find(self, budget: BudgetAddress) -> Catalogue | None:
        """The catalogue of a budget, None when it is not stored."""
        return self._catalogues.get(budget)

    def list_budgets(self, place: str) -> tuple[BudgetAddress, ...]:
        """The budgets of a place that are on the shelf, in their order."""
        return tuple(
            sorted(
                (budget for budget in self._catalogues if budget.place == place),
                key=lambda budget: (budget.first_year, budget.last_year),
            )
        )

    def find_counterpart(
        self, catalogue: Catalogue, edition: StoredEdition
    ) -> tuple[Catalogue, StoredEdition] | None:
        """The same year in the neighbouring budget of the place.

        The budget of 2013-2015 plans 2014, and that of 2014-2016 adopts it. Asked of the plan, this is the
        year as it was first adopted; asked of the adopted year, it is the plan as it was last amended.

        Returns:
            None when no such budget is stored.
        """
        budget, year = catalogue.budget, edition.year
        is_plan = year > budget.first_year
        neighbours = [
            known
            for known in self._catalogues.values()
            if known.budget.place == budget.place
            and known.budget.first_year != budget.first_year
            and (known.budget.first_year > budget.first_year) is is_plan
            and any(stored.year == year for stored in known.editions)
        ]
        if not neighbours:
            return None
        nearest = min(
            neighbours,
            key=lambda known: (abs(known.budget.first_year - budget.first_year), known.budget.last_year),
        )
        editions = [stored for stored in nearest.editions if stored.year == year]
        return nearest, editions[0] if is_plan else editions[-1]

    def list_years(self, place: str) -> dict[int, tuple[Catalogue, StoredEdition]]:
        """The newest edition of each year of a place, by the years in their order.

        Of the budget whose main year it is, else of the last one that plans it.
        """
        known = sorted(
            (catalogue for catalogue in self._catalogues.values() if catalogue.budget.place == place),
            key=lambda catalogue: (catalogue.budget.first_year, catalogue.budget.last_year),
        )
        newest = {
            edition.year: (catalogue, edition)
            for catalogue in known
            for edition in catalogue.editions
            if edition.year >= catalogue.budget.first_year
        }
        return dict(sorted(newest.items()))


async def load_shelf(reader: StoredReader, budgets: Iterable[BudgetAddress]) -> Shelf:
    """Reads the catalogues of some budgets, and of those of the same places that share a year with them."""
    wanted = list(dict.fromkeys(budgets))
    known = await load_catalogues_of(reader, list(dict.fromkeys(budget.place for budget in wanted)))
    return Shelf(
        catalogue
        for budget in wanted
        for catalogue in known[budget.place]
        if catalogue.budget.first_year <= budget.last_year and catalogue.budget.last_year >= budget.first_year
    )
