"""Reading a card where one budget is stored."""

from __future__ import annotations

from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.reading.cards import list_budgets, load_card
from storage.reading.records import Card
from tests.storage.builders import PROGRAM


async def card(session: AsyncSession, path: str = PROGRAM, year: int = 2013, **arguments: Any) -> Card:
    """The card of a line that is there."""
    [budget] = await list_budgets(session)
    found = await load_card(session, budget.id, path, year, **arguments)
    assert found is not None
    return found
