"""A year that two budgets have: what one planned for it, and what the next adopted.

The budget of 2013-2015 has a column for 2014; a year later the budget of 2014-2016
adopts 2014 anew. The plan as it was last amended is compared with the year as it was
first adopted.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue, StoredEdition, load_catalogue
from storage.reading.lines import PrintedLine, read_lines
from storage.reading.records import PlanDrift

_BUDGETS = table(models.Budget)
_EDITIONS = table(models.Edition)


async def find_plan_drift(
    connection: AsyncConnection, catalogue: Catalogue, edition: StoredEdition, line: PrintedLine
) -> PlanDrift | None:
    """Compares a line with the same year of the neighbouring budget of the place.

    A plan is compared with the next budget that has the year stored, a main year with
    the last budget before that planned it.

    Returns:
        None when no such budget is loaded.
    """
    budget = catalogue.budget
    is_plan = edition.year > budget.first_year
    query = (
        select(_BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .join(_EDITIONS, _EDITIONS.c.budget_id == _BUDGETS.c.id)
        .where(_BUDGETS.c.place == budget.place, _EDITIONS.c.year == edition.year)
        .distinct()
    )
    neighbours = [
        row
        for row in await connection.execute(query)
        if (row.first_year > budget.first_year) is is_plan and row.first_year != budget.first_year
    ]
    if not neighbours:
        return None
    nearest = min(neighbours, key=lambda row: (abs(row.first_year - budget.first_year), row.last_year))
    other = await load_catalogue(
        connection, BudgetAddress(budget.place, nearest.first_year, nearest.last_year)
    )
    if other is None:
        return None
    found = [one for one in other.editions if one.year == edition.year]
    counterpart = found[0] if is_plan else found[-1]
    lines = await read_lines(connection, counterpart, [line.path])
    amount = lines[line.path].amount if line.path in lines else None
    planned, adopted = (line.amount, amount) if is_plan else (amount, line.amount)
    delta = None if planned is None or adopted is None else adopted - planned
    return PlanDrift(is_plan, other.describe(counterpart), amount, delta)
