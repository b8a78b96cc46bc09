"""From the short form of an address back to what it names, if that is stored."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.short_address import ShortAddress, budget_key, decision_key

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)


@dataclass(frozen=True, slots=True)
class BudgetGone:
    """No budget with this hash is stored: which one was meant cannot be told."""


@dataclass(frozen=True, slots=True)
class DecisionGone:
    """The budget does not know the decision; `newest` is the same line as it stands now."""

    newest: LineAddress


async def find_line(session: AsyncSession, short: ShortAddress) -> LineAddress | DecisionGone | BudgetGone:
    """Finds what a short address names.

    Args:
        session: a database session.
        short: an address, from anyone.

    Returns:
        The address. Whether the edition has the line is not looked up.
    """
    query = (
        select(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .add_columns(_DECISIONS.c.number, _DECISIONS.c.date)
        .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
    )
    connection = await session.connection()
    known: dict[BudgetAddress, list[DecisionAddress]] = {}
    for row in await connection.execute(query):
        budget = BudgetAddress(row.place, row.first_year, row.last_year)
        known.setdefault(budget, []).append(DecisionAddress(row.number, row.date))
    for budget, decisions in known.items():
        if budget_key(budget) == short.budget:
            newest = LineAddress(EditionAddress(budget, short.year), short.path)
            if short.decision is None:
                return newest
            named = [decision for decision in decisions if decision_key(decision) == short.decision]
            return newest.as_of(named[0]) if len(named) == 1 else DecisionGone(newest)
    return BudgetGone()
