"""Where the stored documents disagree with themselves, and what their tables lack."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Row, Select, and_, func, or_, select

from parser.dataclass import dataclass
from parser.kinds import OF_SKELETON, DiscrepancyKind, Doubt
from parser.records import DecisionRef, Language
from storage import models
from storage.kept.reader import StoredReader, of_one_state
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.catalogue import StoredEdition
from storage.reading.records import Disagreement, Fault

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


@dataclass(frozen=True, slots=True)
class LineDiscrepancies:
    """What a card says: which figures of its line disagree, and what is wrong with its table."""

    figures: tuple[Disagreement, ...]
    faults: tuple[Fault, ...]


async def read_line_discrepancies(
    reader: StoredReader, lines: Iterable[tuple[StoredEdition, str]]
) -> dict[tuple[int, str], LineDiscrepancies]:
    """Reads what does not agree about lines in their editions' texts, by `StoredEdition.key` and path."""
    asked = list(lines)
    text_ids = {text.id for edition, _ in asked for text in edition.texts}
    source_ids = {text.source_id for edition, _ in asked for text in edition.texts}
    in_table = _DISCREPANCIES.c.edition_id.in_(list(text_ids))
    in_text = and_(_DISCREPANCIES.c.edition_id.is_(None), _DISCREPANCIES.c.source_id.in_(list(source_ids)))
    about = or_(
        _DISCREPANCIES.c.path.in_(list({path for _, path in asked})),
        _DISCREPANCIES.c.kind.in_(list(OF_SKELETON)),
    )
    query = select(_DISCREPANCIES).where(or_(in_table, in_text), about).order_by(_DISCREPANCIES.c.id)
    rows = (await reader.execute(query)).all()
    return {(edition.key, path): _sift(rows, edition, path) for edition, path in asked}


def _sift(rows: Iterable[Row[Any]], edition: StoredEdition, path: str) -> LineDiscrepancies:
    sources = {text.source_id for text in edition.texts}
    mine = [
        row
        for row in rows
        if (row.source_id in sources if row.edition_id is None else row.edition_id in edition.text_ids)
    ]
    # Both texts of an edition may lack the same.
    faults = {
        (row.kind, row.path): Fault(DiscrepancyKind(row.kind), row.path, row.printed, row.expected)
        for row in mine
        if row.kind in OF_SKELETON
    }
    figures = [
        Disagreement(DiscrepancyKind(row.kind), row.printed, row.expected, row.certain)
        for row in mine
        if row.path == path and row.kind not in OF_SKELETON
    ]
    return LineDiscrepancies(tuple(figures), tuple(faults.values()))
