"""Where the stored documents disagree with themselves: all of it, for those who load them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Row, Select, and_, func, select

from parser.dataclass import dataclass
from parser.kinds import DiscrepancyKind, Doubt
from parser.records import DecisionRef, Language
from storage import models
from storage.kept.reader import StoredReader, of_one_state
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
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
    doubt: Doubt | None = None  # of the line that it is about


@of_one_state
async def list_discrepancies(reader: StoredReader) -> list[StoredDiscrepancy]:
    """All stored discrepancies, by place, budget and adoption date, in the order they were found."""
    doubts = await _read_doubts(reader)
    return [_stored(row, doubts) for row in await reader.execute(_ordered())]


@of_one_state
async def page_discrepancies(
    reader: StoredReader, offset: int, limit: int
) -> tuple[list[tuple[StoredDiscrepancy, LineAddress]], int]:
    """Some of the discrepancies in the order of `list_discrepancies`, and how many there are.

    Args:
        reader: of one state of the database; callers give a session.
        offset: how many of the first to pass over.
        limit: how many to give.

    Returns:
        Each with the line that it is about, in the edition that it stands in; in the budget's first year
        where it is of no year.
    """
    rows = (await reader.execute(_ordered().offset(offset).limit(limit))).all()
    doubts = await _read_doubts(reader, [row.id for row in rows])
    total = await reader.scalar(select(func.count()).select_from(_DISCREPANCIES)) or 0
    return [(_stored(row, doubts), _line(row)) for row in rows], total


def _line(row: Row[Any]) -> LineAddress:
    budget = BudgetAddress(row.place, row.first_year, row.last_year)
    decision = DecisionAddress(row.number, row.date)
    return LineAddress(EditionAddress(budget, row.year or row.first_year, decision), row.path)


def _ordered() -> Select[Any]:
    return (
        select(
            _DISCREPANCIES,
            _BUDGETS.c.place,
            _BUDGETS.c.first_year,
            _BUDGETS.c.last_year,
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


def _stored(row: Row[Any], doubts: Mapping[tuple[int, str], set[Doubt]]) -> StoredDiscrepancy:
    return StoredDiscrepancy(
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
        doubt=Doubt.gravest(doubts.get((row.edition_id, row.path), ())),
    )


async def _read_doubts(
    reader: StoredReader, about: Collection[int] | None = None
) -> dict[tuple[int, str], set[Doubt]]:
    """The doubts about the lines that discrepancies are about, by edition and path; of some or of all."""
    same = and_(_LINES.c.edition_id == _DISCREPANCIES.c.edition_id, _LINES.c.path == _DISCREPANCIES.c.path)
    query = (
        select(_LINES.c.edition_id, _LINES.c.path, _LINES.c.doubt)
        .join(_DISCREPANCIES, same)
        .where(_LINES.c.doubt.is_not(None))
        .distinct()
    )
    if about is not None:
        query = query.where(_DISCREPANCIES.c.id.in_(about))
    doubts: dict[tuple[int, str], set[Doubt]] = {}
    for row in await reader.execute(query):
        doubts.setdefault((row.edition_id, row.path), set()).add(row.doubt)
    return doubts
