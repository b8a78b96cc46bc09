"""What was seen in the open archive and is not loaded: refused texts, budgets of which nothing was read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Row, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.dataclass import dataclass
from parser.decision.act_titles import first_year
from parser.decision.regions import list_regions
from storage import models, models_archive
from storage.models import table
from storage.reading.address import BudgetAddress

_ACTS = table(models_archive.ArchiveAct)
_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_READ = table(models_archive.ArchiveText)
_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_PLANNED = 2  # years after the first one


@dataclass(frozen=True, slots=True)
class UnreadText:
    """A text of the archive that is not loaded.

    Attributes:
        budget: its budget, where another text of it is loaded; else the council's, for its title's years.
        year: which it is about, as far as the version's date tells.
        reason: the kind of what keeps it from being loaded: `no-table`.
    """

    budget: BudgetAddress
    year: int
    reason: str


@dataclass(frozen=True, slots=True)
class UnreadBudget:
    """A budget of the archive of which no text could be read."""

    budget: BudgetAddress


async def list_unread(connection: AsyncConnection) -> tuple[list[UnreadText], list[UnreadBudget]]:
    """What was seen in the archive and refused.

    Args:
        connection: a connection to the database.
    """
    known = await _load_budgets(connection)
    texts = (
        select(_READ.c.act, _READ.c.version, _READ.c.reason, *_told())
        .join(_ACTS, _ACTS.c.act == _READ.c.act)
        .where(_READ.c.reason.is_not(None))
        .order_by(_READ.c.act, _READ.c.version, _READ.c.language)
    )
    refused = [
        UnreadText(budget, _year_of(row.version, budget), row.reason.partition("-error-")[2])
        for row in await connection.execute(texts)
        for budget in [known.get(row.act) or _council_budget(row)]
    ]
    has_read = exists().where(_READ.c.act == _ACTS.c.act, _READ.c.reason.is_(None))
    acts = select(*_told()).where(_ACTS.c.is_budget, ~has_read).order_by(_ACTS.c.act)
    return refused, [UnreadBudget(_council_budget(row)) for row in await connection.execute(acts)]


def _told() -> tuple[Any, ...]:
    return _ACTS.c.archive, _ACTS.c.place, _ACTS.c.title_kk, _ACTS.c.title_ru, _ACTS.c.adopted_on


async def _load_budgets(connection: AsyncConnection) -> dict[int, BudgetAddress]:
    """The budgets of acts that have a refused text, by another text of theirs that is loaded."""
    acts = select(_READ.c.act).where(_READ.c.reason.is_not(None))
    query = (
        select(_READ.c.act, _BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .join(_SOURCES, _SOURCES.c.sha256 == _READ.c.source)
        .join(_TEXTS, _TEXTS.c.source_id == _SOURCES.c.id)
        .join(_DECISIONS, _DECISIONS.c.id == _TEXTS.c.decision_id)
        .join(_BUDGETS, _BUDGETS.c.id == _DECISIONS.c.budget_id)
        .where(_READ.c.act.in_(acts))
        .order_by(_BUDGETS.c.id.desc())
    )
    rows = await connection.execute(query)
    return {row.act: BudgetAddress(row.place, row.first_year, row.last_year) for row in rows}


def _council_budget(row: Row[Any]) -> BudgetAddress:
    """A budget that no text tells: of the council's place, or of the region whose archive it is in."""
    region = next((region.name for region in list_regions() if region.archive == row.archive), row.archive)
    adopted = row.adopted_on.year if row.adopted_on else dt.date.min.year
    first = first_year([title for title in (row.title_kk, row.title_ru) if title]) or adopted
    return BudgetAddress(row.place or region, first, first + _PLANNED)


def _year_of(version: dt.date, budget: BudgetAddress) -> int:
    return min(max(version.year, budget.first_year), budget.last_year)
