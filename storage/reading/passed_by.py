"""Decisions whose version of a budget is loaded and that set none of its tables.

An amendment may change an act's text alone. In an act of many villages it may change the budget of another
one. The version that it made then prints the same tables as the version before: no edition is stored for it,
and still nothing of it is missing. In the ledger such a decision is no gap.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, cast, exists, or_, select

from parser.kinds import FindingKind
from parser.records import DecisionKind
from storage import models, models_archive
from storage.models import table
from storage.reading.placed_findings import has_value, is_of_place

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_OTHERS = _DECISIONS.alias()
_SETTERS = _DECISIONS.alias()
_VERSIONS = table(models.DecisionText).alias()
_MADE_BY = table(models.TextReference).alias()
_LATER = table(models.TextReference).alias()
_EDITIONS = table(models.Edition).alias()
_SOURCES = table(models.Source).alias()
_FINDINGS = table(models.Finding).alias()
_ARCHIVED = table(models_archive.ArchiveText)

# What leaves open whether a version's tables are those of the decisions that they are told of.
_OPEN = (
    FindingKind.CAUSE_NOT_IN_TEXT,
    FindingKind.CHANGE_UNPLACED,
    FindingKind.NOTE_NOT_UNDERSTOOD,
    FindingKind.UNIT_UNKNOWN,
    FindingKind.UNITS_DIFFER,
)


def left_tables_alone() -> ColumnElement[bool]:
    """A condition on a decision that set no table: whether it is known to have left all tables as they were.

    It goes into a query of the decision and the budget table. It holds where all of this does:

    - a version of the act is loaded that this decision made: it is the newest one that the notes and facts of
      the version name;
    - a version before it brought a table of the budget's first year, so that the two were compared;
    - every table that was there before was read in this version too. Of another one nobody knows what the
      decision did to it;
    - no finding leaves open whose the version's tables are (`_OPEN`).
    """
    of_version = _VERSIONS, _SOURCES, _DECISIONS, _BUDGETS
    is_unread = exists().where(_ARCHIVED.c.source == _SOURCES.c.sha256, _ARCHIVED.c.reason.is_not(None))
    is_open = exists().where(_FINDINGS.c.source_id == _SOURCES.c.id, _FINDINGS.c.kind.in_(_OPEN))
    of_before = (
        _EDITIONS.c.budget_id == _BUDGETS.c.id,
        _EDITIONS.c.language == _VERSIONS.c.language,
        _EDITIONS.c.source_id != _VERSIONS.c.source_id,
        _SETTERS.c.id == _EDITIONS.c.decision_id,
        _SETTERS.c.date < _DECISIONS.c.date,
    )
    is_torn = exists().where(
        _FINDINGS.c.source_id == _SOURCES.c.id,
        _FINDINGS.c.kind.in_((FindingKind.TABLE_NOT_READ, FindingKind.TABLE_ABSENT)),
        is_of_place(_FINDINGS, _VERSIONS),
        has_value(_FINDINGS, "year", cast(_EDITIONS.c.year, String)),
        *of_before,
    )
    goes_on = exists().where(
        _LATER.c.text_id == _VERSIONS.c.id,
        ~_LATER.c.amends,
        or_(_LATER.c.date.is_(None), _LATER.c.date > _DECISIONS.c.date),
    )
    before = exists().where(_EDITIONS.c.year == _BUDGETS.c.first_year, *of_before)
    return (
        select(_VERSIONS.c.id)
        .join(_OTHERS, _OTHERS.c.id == _VERSIONS.c.decision_id)
        .join(_MADE_BY, _MADE_BY.c.text_id == _VERSIONS.c.id)
        .join(_SOURCES, _SOURCES.c.id == _VERSIONS.c.source_id)
        .where(
            _OTHERS.c.budget_id == _BUDGETS.c.id,
            _VERSIONS.c.kind == DecisionKind.REDACTION,
            ~_MADE_BY.c.amends,
            _MADE_BY.c.number == _DECISIONS.c.number,
            _MADE_BY.c.date == _DECISIONS.c.date,
            *(~each.correlate(*of_version) for each in (goes_on, is_open, is_torn, is_unread)),
            before.correlate(*of_version),
        )
        .correlate(_DECISIONS, _BUDGETS)
        .exists()
    )
