"""Addresses in tests, and reading a card where one budget is stored."""

from __future__ import annotations

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.cards import list_budgets, load_card
from storage.reading.records import Card
from tests.storage.builders import PROGRAM


def line_of(
    budget: BudgetAddress, path: str = PROGRAM, year: int = 2013, decision: DecisionAddress | None = None
) -> LineAddress:
    """A line's address; of the newest edition unless a decision is named."""
    return LineAddress(EditionAddress(budget, year, decision), path)


async def card(
    session: AsyncSession,
    path: str = PROGRAM,
    year: int = 2013,
    decision: DecisionAddress | None = None,
    **arguments: Any,
) -> Card:
    """The card of a line that is there."""
    [budget] = await list_budgets(session)
    found = await load_card(session, line_of(budget, path, year, decision), **arguments)
    assert found is not None
    return found
