"""A budget line through the decisions: its card, its parents and children, its ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition, load_catalogue
from storage.reading.lines import (
    Elsewhere,
    Names,
    PrintedLine,
    count_discrepancies,
    find_names,
    is_child,
    list_parents,
    read_elsewhere,
    read_lines,
)
from storage.reading.moves import Following, Trail, follow_line
from storage.reading.plan_drift import find_plan_drift
from storage.reading.records import Card, Change, Children, EditionInfo, Parent, Step

_BUDGETS = table(models.Budget)


async def list_budgets(session: AsyncSession) -> list[BudgetAddress]:
    """All budgets, by place and years."""
    connection = await session.connection()
    query = select(_BUDGETS).order_by(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
    return [
        BudgetAddress(row.place, row.first_year, row.last_year) for row in await connection.execute(query)
    ]


async def list_editions(session: AsyncSession, budget: BudgetAddress) -> list[EditionInfo]:
    """All editions of a budget, in the order of their adoption, those of one decision by year.

    Empty when there is no such budget.
    """
    catalogue = await load_catalogue(await session.connection(), budget)
    return [catalogue.describe(edition) for edition in catalogue.editions] if catalogue else []


async def load_card(
    session: AsyncSession, address: LineAddress, *, children_offset: int = 0, children_limit: int = 8
) -> Card | None:
    """All that is said of one line.

    Args:
        session: what it reads is one state of the database.
        address: of the line.
        children_offset: how many children to pass over.
        children_limit: how many children to give at most.

    Returns:
        None when there is no such edition, or no such line in it.
    """
    connection = await session.connection()
    found = await _find_edition(connection, address.edition)
    if found is None:
        return None
    (catalogue, edition), path = found, address.path
    lines = await read_lines(connection, edition, [path, *list_parents(path)], below=path)
    if path not in lines:
        return None
    page, total = _page(lines, path, children_offset, children_limit)
    shown = [lines[path], *(lines[above] for above in list_parents(path) if above in lines), *page]
    elsewhere = await read_elsewhere(connection, catalogue, edition, [line.path for line in shown])
    names = await find_names(connection, shown, elsewhere)
    trail = None
    if _comes_or_goes(catalogue, edition, path, elsewhere):
        trail = await follow_line(connection, catalogue, edition, path)
    history = _History(catalogue, edition, lines[path], elsewhere, *(trail or (None, None)))
    return Card(
        edition=catalogue.describe(edition),
        newest=catalogue.find(edition.year) is edition,
        main_year=catalogue.budget.first_year,
        line=lines[path].describe(names[path]),
        parents=_parents(lines, path, names),
        since_previous=history.since_previous(),
        since_original=history.since_original(),
        ledger=history.steps(),
        children=Children(tuple(line.describe(names[line.path]) for line in page), total, children_offset),
        discrepancies=await count_discrepancies(connection, edition, path),
        continued_from=history.following.continued_from if history.following else None,
        continued_as=history.following.continued_as if history.following else None,
        plan_drift=await find_plan_drift(connection, catalogue, edition, lines[path]),
    )


def _comes_or_goes(catalogue: Catalogue, edition: StoredEdition, path: str, elsewhere: Elsewhere) -> bool:
    """Whether some stored edition of the year lacks the line."""
    return any(
        all((text.id, path) not in elsewhere.amounts for text in other.texts)
        for other in catalogue.editions
        if other.year == edition.year and other is not edition
    )


async def load_children(
    session: AsyncSession, address: LineAddress, offset: int = 0, limit: int = 8
) -> Children:
    """The lines directly below a line, largest amount first, a page of them.

    The arguments are those of `load_card`. Without such an edition or line there are none.
    """
    connection = await session.connection()
    found = await _find_edition(connection, address.edition)
    if found is None:
        return Children((), 0, offset)
    (catalogue, edition), path = found, address.path
    lines = await read_lines(connection, edition, [], below=path)
    page, total = _page(lines, path, offset, limit)
    elsewhere = await read_elsewhere(connection, catalogue, edition, [line.path for line in page])
    names = await find_names(connection, page, elsewhere)
    return Children(tuple(line.describe(names[line.path]) for line in page), total, offset)


async def _find_edition(
    connection: AsyncConnection, address: EditionAddress
) -> tuple[Catalogue, StoredEdition] | None:
    catalogue = await load_catalogue(connection, address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    return (catalogue, edition) if catalogue and edition else None


def _page(
    lines: Mapping[str, PrintedLine], path: str, offset: int, limit: int
) -> tuple[list[PrintedLine], int]:
    # Sorting keeps the print order of equal amounts.
    children = sorted(
        (line for line in lines.values() if is_child(line.path, path)), key=lambda line: -line.amount
    )
    return children[offset : offset + limit], len(children)


def _parents(lines: Mapping[str, PrintedLine], path: str, names: Mapping[str, Names]) -> tuple[Parent, ...]:
    """The lines above that are printed: a section without a total has none at its end."""
    amount = lines[path].amount
    return tuple(
        Parent(lines[above].describe(names[above]), _share(amount, lines[above].amount))
        for above in list_parents(path)
        if above in lines
    )


def _share(part: int, whole: int) -> Fraction | None:
    if whole == 0 or part * whole < 0:
        return None
    return Fraction(part, whole)


@dataclass(frozen=True, slots=True)
class _History:
    """One line through the decisions that concern a year."""

    catalogue: Catalogue
    edition: StoredEdition  # the card's
    line: PrintedLine
    elsewhere: Elsewhere
    trail: Trail | None = None  # None for a line that every edition has under this path
    following: Following | None = None

    def steps(self) -> tuple[Step, ...]:
        """The ledger. Where neither edition has the line there is nothing to subtract."""
        steps: list[Step] = []
        before: Step | None = None
        for place in self.catalogue.trace(self.edition.year):
            if place.edition is None:
                steps.append(Step(place.decision, loaded=False, amount=None, delta=None))
                continue
            amount = self._amount(place.edition)
            delta = None
            if before is not None and (amount, before.amount) != (None, None):
                delta = (amount or 0) - (before.amount or 0)
            path = self._other_path(place.edition)
            before = Step(place.decision, loaded=True, amount=amount, delta=delta, path=path)
            steps.append(before)
        return tuple(steps)

    def since_previous(self) -> Change | None:
        """From the loaded edition of the year that was adopted just before."""
        earlier = self.catalogue.find_previous(self.edition)
        return None if earlier is None else self._since(earlier)

    def since_original(self) -> Change | None:
        """From the edition that the original decision set for the year."""
        original = self.catalogue.original
        earlier = self.catalogue.find(self.edition.year, original.address) if original else None
        return None if earlier is None or earlier is self.edition else self._since(earlier)

    def _since(self, earlier: StoredEdition) -> Change:
        old, new = self._amount(earlier), self.line.amount
        skipped = self.catalogue.list_skipped(earlier, self.edition)
        return Change(earlier.decision, old, new, new - (old or 0), skipped)

    def _other_path(self, edition: StoredEdition) -> str | None:
        """The path under which the line stood in an edition, where it was another one."""
        return self.following.paths.get(edition.decision.address) if self.following else None

    def _amount(self, edition: StoredEdition) -> int | None:
        if edition is self.edition:
            return self.line.amount
        path = self._other_path(edition)
        if self.trail is not None and path is not None:
            return self.trail.amount(edition, path)
        amounts = (self.elsewhere.amounts.get((text.id, self.line.path)) for text in edition.texts)
        return next((amount for amount in amounts if amount is not None), None)
