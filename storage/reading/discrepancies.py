"""Where the stored documents disagree with themselves."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import DiscrepancyKind
from parser.records import DecisionRef, Language
from storage import models
from storage.models import table

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_SOURCES = table(models.Source)


@dataclass(frozen=True, slots=True)
class StoredDiscrepancy:
    """A discrepancy and the document it stands in. Amounts are in tenge.

    `printed` or `expected` is None where one of two texts lacks the line.
    """

    kind: DiscrepancyKind
    path: str
    printed: int | None
    expected: int | None
    place: str
    decision: DecisionRef  # that set the table, or whose text it is
    year: int | None
    language: Language | None
    file: str
    place_in_source: str
    certain: bool = True  # False: a reading near it was uncertain, the misreading may be ours


async def list_discrepancies(session: AsyncSession) -> list[StoredDiscrepancy]:
    """All stored discrepancies, by place, budget and adoption date, in the order they were found."""
    query = (
        select(
            _DISCREPANCIES,
            _BUDGETS.c.place,
            _DECISIONS.c.number,
            _DECISIONS.c.date,
            _DECISIONS.c.registration_number,
            _EDITIONS.c.language.label("table_language"),
            _SOURCES.c.language,
            _SOURCES.c.file,
        )
        .join(_DECISIONS, _DECISIONS.c.id == _DISCREPANCIES.c.decision_id)
        .join(_BUDGETS, _BUDGETS.c.id == _DECISIONS.c.budget_id)
        .join(_SOURCES, _SOURCES.c.id == _DISCREPANCIES.c.source_id)
        .outerjoin(_EDITIONS, _EDITIONS.c.id == _DISCREPANCIES.c.edition_id)
        .order_by(_BUDGETS.c.place, _BUDGETS.c.first_year, _DECISIONS.c.date, _DISCREPANCIES.c.id)
    )
    connection = await session.connection()
    return [
        StoredDiscrepancy(
            kind=DiscrepancyKind(row.kind),
            path=row.path,
            printed=row.printed,
            expected=row.expected,
            place=row.place,
            decision=DecisionRef(row.number, row.date, row.registration_number),
            year=row.year,
            language=row.table_language or row.language,
            file=row.file,
            place_in_source=row.place_in_source,
            certain=row.certain,
        )
        for row in await connection.execute(query)
    ]
