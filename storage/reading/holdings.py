"""What is loaded, budget by budget, for whoever looks after it."""

from __future__ import annotations

from sqlalchemy import exists, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_TEXTS = table(models.DecisionText)


@dataclass(frozen=True, slots=True)
class Holding:
    """What is loaded of a budget, counted.

    Attributes:
        budget: the budget.
        loaded: decisions of which a text or a table is loaded.
        known: all that are known, also those that only others name.
        editions: tables in one language or two.
        discrepancies: in its documents.
    """

    budget: BudgetAddress
    loaded: int
    known: int
    editions: int
    discrepancies: int


async def list_holdings(session: AsyncSession, offset: int, limit: int) -> tuple[list[Holding], int]:
    """Some of the budgets by place and years, and how many there are.

    Args:
        session: a database session.
        offset: how many of the first to pass over.
        limit: how many to give.
    """
    has_text = exists().where(_TEXTS.c.decision_id == _DECISIONS.c.id)
    has_edition = exists().where(_EDITIONS.c.decision_id == _DECISIONS.c.id)
    own = _DECISIONS.c.budget_id == _BUDGETS.c.id
    known = select(func.count()).select_from(_DECISIONS).where(own)
    loaded = known.where(or_(has_text, has_edition))
    key = _EDITIONS.c.budget_id, _EDITIONS.c.decision_id, _EDITIONS.c.year
    keys = select(*key).distinct().subquery()  # a table in two languages is one edition
    editions = select(func.count()).select_from(keys).where(keys.c.budget_id == _BUDGETS.c.id)
    wrong = (
        select(func.count())
        .select_from(_DISCREPANCIES.join(_DECISIONS, _DECISIONS.c.id == _DISCREPANCIES.c.decision_id))
        .where(own)
    )
    counts = {"loaded": loaded, "known": known, "editions": editions, "discrepancies": wrong}
    query = (
        select(_BUDGETS, *(count.scalar_subquery().label(name) for name, count in counts.items()))
        .order_by(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .offset(offset)
        .limit(limit)
    )
    connection = await session.connection()
    total = await connection.scalar(select(func.count()).select_from(_BUDGETS)) or 0
    found = [
        Holding(
            BudgetAddress(row.place, row.first_year, row.last_year),
            row.loaded,
            row.known,
            row.editions,
            row.discrepancies,
        )
        for row in await connection.execute(query)
    ]
    return found, total
