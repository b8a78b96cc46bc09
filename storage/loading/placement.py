"""Where a file belongs: the budgets it is about, and the decisions that set its tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row

from parser.records import DecisionRef, Edition, Language, ParsedDecision
from storage.loading.budget_keys import BudgetNames
from storage.loading.budgets import find_or_add_budget, remove_budget, settle_place
from storage.loading.crosschecks import compare_previous
from storage.loading.decisions import KnownDecisions
from storage.loading.errors import IngestError, IngestErrorKind, UnknownDecisionError
from storage.loading.writing import EditionTable, TableKey


class Placement:
    """The budgets that a file touches, what is known in them, and where each of its editions belongs.

    Attributes:
        tables: for every edition of the file, in its order, once they are placed.
    """

    def __init__(self, connection: Connection, parsed: ParsedDecision, language: Language) -> None:
        self.tables: list[EditionTable] = []
        self._place_names: dict[int, str | None] = {}
        self._connection = connection
        self._parsed = parsed
        self._language = language
        self._budgets: dict[int, Row[Any]] = {}
        self._known: dict[int, KnownDecisions] = {}
        self._names = BudgetNames(connection)

    @property
    def budgets(self) -> frozenset[int]:
        """The ids of the budgets that are open."""
        return frozenset(self._budgets)

    def place_editions(self) -> dict[int, str | None]:
        """Finds the budget of every edition and the decision that set it; adds those not known.

        A decision of many rural districts has a table for each: it stands in the budget of each,
        and not in that of the rayon whose council adopted it.

        Returns:
            The file's decision in each of its budgets, by its id there, with the place it names
            there; the one its text is about first.

        Raises:
            UnknownDecisionError: a budget, or the decision that set a table, cannot be told until
                another file is loaded.
            IngestError: a table stands twice, or is of a year that its budget does not have.
        """
        budgets, decisions = self._find_budgets()
        for edition in self._parsed.editions:
            budget = self._budgets[budgets[edition.place]]
            key = self._find_key(edition, budget)
            if any(key == placed.key for placed in self.tables):
                raise IngestError(
                    IngestErrorKind.TABLE_TWICE,
                    self._parsed.decision.ref,
                    year=edition.year,
                    language=edition.language,
                    setter_number=edition.set_by.number,
                )
            self.tables.append(EditionTable(edition, budget.id, key))
        return decisions

    def _find_budgets(self) -> tuple[dict[str | None, int], dict[int, str | None]]:
        """The budget of every place of the file, and the file's decision in each of them."""
        decision, editions = self._parsed.decision, self._parsed.editions
        told = [*(edition.place for edition in editions), *self._parsed.places]
        places: list[str | None] = list(dict.fromkeys(told))
        if not places or decision.place in places:
            places = list(dict.fromkeys([decision.place, *places]))
        budgets: dict[str | None, int] = {}
        decisions: dict[int, str | None] = {}
        for place in places:
            budget = find_or_add_budget(
                self._connection, self._parsed, place, self._language, taken=budgets.values()
            )
            budgets[place] = budget.id
            if budget.id in self._budgets:
                continue
            known = self.open_budget(budget)
            own = known.add(decision.ref)
            if own is not None:  # its date is known: it is one of the budget's decisions
                decisions[own] = place
                self._place_names[budget.id] = place
            if decision.amends is not None:
                known.add(decision.amends)
            for ref in decision.amended_by:
                known.add(ref)
        return budgets, decisions

    def open_budget(self, budget: Row[Any]) -> KnownDecisions:
        """The decisions known in a budget, read before anything of it is changed."""
        if budget.id in self._known:
            return self._known[budget.id]
        self._budgets[budget.id] = budget
        self._names.note(budget)
        self._known[budget.id] = KnownDecisions.load(self._connection, budget.id)
        return self._known[budget.id]

    def _find_key(self, edition: Edition, budget: Row[Any]) -> TableKey:
        if not budget.first_year <= edition.year <= budget.last_year:
            raise IngestError(
                IngestErrorKind.YEAR_OUTSIDE_BUDGET,
                self._parsed.decision.ref,
                year=edition.year,
                language=edition.language,
                first_year=budget.first_year,
                last_year=budget.last_year,
            )
        setter = self._known[budget.id].add(edition.set_by)
        if setter is None:
            raise UnknownDecisionError(
                IngestErrorKind.SETTER_UNDATED,
                self._parsed.decision.ref,
                year=edition.year,
                language=edition.language,
                setter_number=edition.set_by.number,
            )
        return TableKey(setter, edition.year, edition.language)

    def list_unread(self) -> list[tuple[str, int, bool]]:
        """The years of the file's budgets of which no table of the file was read.

        Returns:
            Each with its place, which is named as the file does, which may name none: then as the budget is
            called; and whether a table of it stands in the file.
        """
        read = {(placed.budget_id, placed.key.year) for placed in self.tables}
        seen = {(aside.place, aside.year) for aside in self._parsed.set_aside if aside.place is not None}
        return [
            (
                place or self._budgets[budget_id].place,
                year,
                not seen.isdisjoint({(place, year), (place, None)}),
            )
            for budget_id, place in self._place_names.items()
            for year in range(self._budgets[budget_id].first_year, self._budgets[budget_id].last_year + 1)
            if (budget_id, year) not in read
        ]

    def find(self, budget_id: int, ref: DecisionRef) -> int | None:
        """The id of a decision in a budget that is open; None where it is not known there."""
        return self._known[budget_id].find(ref)

    def add(self, budget_id: int, ref: DecisionRef) -> int | None:
        """The id of a decision in a budget that is open, which is added where it is not known there."""
        return self._known[budget_id].add(ref)

    def settle(self) -> None:
        """Writes what follows from all texts of the budgets together, once these have changed."""
        for budget_id, known in self._known.items():
            settled = known.settle()
            if not settled.decisions:
                remove_budget(self._connection, budget_id)
                continue
            settle_place(self._connection, self._budgets[budget_id], settled.place)
            self._names.note(self._budgets[budget_id])
            compare_previous(self._connection, budget_id)
        self._names.settle()
