"""What is stored of the open archive: how many acts, versions and editions, and what was refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Select, case, func, select, text

from parser.dataclass import dataclass
from storage import models, models_archive
from storage.models import table
from storage.reading.placed_findings import IS_TOLD

_ACTS = table(models_archive.ArchiveAct)
_TEXTS = table(models_archive.ArchiveText)
_SOURCES = table(models.Source)
_EDITIONS = table(models.Edition)
_FINDINGS = table(models.Finding)
_DISCREPANCIES = table(models.Discrepancy)


@dataclass(frozen=True, slots=True)
class ArchiveTotals:
    """What is stored of some clones, whatever load brought it.

    Attributes:
        acts: that are budgets; `repealed` of them stand in the history alone.
        others: acts that are none.
        versions: of budgets; `texts` of them in either language, those that were refused left out.
        refused: texts, by the reason.
        budgets: of a place and its years, and their `editions`: tables of a year as a decision left them, in
            either language or both; `lines` are their rows.
        findings: by kind.
        discrepancies: by kind.
    """

    acts: int
    repealed: int
    others: int
    versions: int
    texts: int
    refused: Mapping[str, int]
    budgets: int
    editions: int
    lines: int
    findings: Mapping[str, int]
    discrepancies: Mapping[str, int]


def load_archive_totals(connection: Connection, archives: Sequence[str]) -> ArchiveTotals:
    """Counts what is stored of some clones.

    Args:
        connection: a connection to the database.
        archives: what the clones are called.
    """
    here = _ACTS.c.archive.in_(archives)
    budgets, repealed, others = connection.execute(
        select(
            func.coalesce(func.sum(case((_ACTS.c.is_budget, 1), else_=0)), 0),
            func.coalesce(func.sum(case((_ACTS.c.is_budget & _ACTS.c.is_repealed, 1), else_=0)), 0),
            func.coalesce(func.sum(case((_ACTS.c.is_budget, 0), else_=1)), 0),
        ).where(here)
    ).one()
    texts = (
        select(_TEXTS.c.act, _TEXTS.c.version, _TEXTS.c.reason, _TEXTS.c.source)
        .join(_ACTS, _ACTS.c.act == _TEXTS.c.act)
        .where(here)
        .subquery()
    )
    versions = select(texts.c.act, texts.c.version).distinct().subquery()
    sources = select(_SOURCES.c.id).where(_SOURCES.c.sha256.in_(select(texts.c.source)))
    editions = (
        select(_EDITIONS.c.budget_id, _EDITIONS.c.decision_id, _EDITIONS.c.year)
        .where(_EDITIONS.c.source_id.in_(sources))
        .distinct()
        .subquery()
    )
    return ArchiveTotals(
        acts=budgets,
        repealed=repealed,
        others=others,
        versions=_count(connection, select(func.count()).select_from(versions)),
        texts=_count(connection, select(func.count()).select_from(texts).where(texts.c.reason.is_(None))),
        refused=_by_kind(
            connection,
            select(texts.c.reason, func.count()).where(texts.c.reason.is_not(None)).group_by(texts.c.reason),
        ),
        budgets=_count(connection, select(func.count(editions.c.budget_id.distinct()))),
        editions=_count(connection, select(func.count()).select_from(editions)),
        lines=_count(
            connection,
            select(func.coalesce(func.sum(_EDITIONS.c.line_count), 0)).where(
                _EDITIONS.c.source_id.in_(sources)
            ),
        ),
        findings=_by_kind(
            connection,
            select(_FINDINGS.c.kind, func.count())
            .where(_FINDINGS.c.source_id.in_(sources), text(IS_TOLD))
            .group_by(_FINDINGS.c.kind),
        ),
        discrepancies=_by_kind(
            connection,
            select(_DISCREPANCIES.c.kind, func.count())
            .where(_DISCREPANCIES.c.source_id.in_(sources))
            .group_by(_DISCREPANCIES.c.kind),
        ),
    )


def _count(connection: Connection, query: Select[int]) -> int:
    return int(connection.scalar(query) or 0)


def _by_kind(connection: Connection, query: Select[str, int]) -> dict[str, int]:
    """Counts by kind, the most first."""
    rows = [(str(kind), int(count)) for kind, count in connection.execute(query)]
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))
