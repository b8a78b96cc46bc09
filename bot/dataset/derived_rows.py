"""The rows that follow from all that is loaded together: decisions, and what each changed."""

from __future__ import annotations

from collections.abc import AsyncIterator

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dataset.line_cells import Cells
from parser.records import Language
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress, EditionAddress
from storage.reading.cards import list_budgets
from storage.reading.catalogue_query import load_catalogue
from storage.reading.changes import load_changes
from storage.reading.records import DecisionInfo


class DerivedRows:
    """The rows of the tables that are made anew when the dataset is loaded."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def decisions(self) -> AsyncIterator[Cells]:
        """All decisions of every budget, those that are only named too."""
        for budget in await list_budgets(self._session):
            catalogue = await load_catalogue(StoredReader(self._session), budget)
            for decision in catalogue.decisions if catalogue else ():
                yield {
                    **_decision_cells(budget, decision),
                    "kind": decision.kind,
                    "loaded": decision.loaded,
                    "council_kk": decision.bodies.get(Language.KK),
                    "council_ru": decision.bodies.get(Language.RU),
                    "url_kk": decision.urls.get(Language.KK),
                    "url_ru": decision.urls.get(Language.RU),
                    "registration_number": decision.registration_number,
                    "registration_date": decision.registration_date,
                    "in_force_from": decision.in_force_from,
                }

    async def changes(self) -> AsyncIterator[Cells]:
        """What each decision changed, line by line, where the edition before it is loaded."""
        for budget in await list_budgets(self._session):
            catalogue = await load_catalogue(StoredReader(self._session), budget)
            for edition in catalogue.editions if catalogue else ():
                address = EditionAddress(budget, edition.year, edition.decision.address)
                changes = await load_changes(self._session, address)
                if changes is None or changes.previous is None:
                    continue
                for line in changes.lines:
                    yield {
                        **_decision_cells(budget, edition.decision),
                        "fiscal_year": edition.year,
                        "previous_number": changes.previous.number,
                        "previous_date": changes.previous.date,
                        "not_loaded_between": len(changes.skipped),
                        "line_id": line.path,
                        "name_kk": line.names.get(Language.KK),
                        "name_ru": line.names.get(Language.RU),
                        "old": line.old,
                        "new": line.new,
                        "delta": line.delta,
                        "status": line.status,
                        "moved_from": line.moved_from,
                        "moved_to": line.moved_to,
                        "doubt": line.doubt,
                    }


def _decision_cells(budget: BudgetAddress, decision: DecisionInfo) -> Cells:
    return {
        "place": budget.place,
        "first_year": budget.first_year,
        "last_year": budget.last_year,
        "decision_number": decision.number,
        "decision_date": decision.date,
    }
