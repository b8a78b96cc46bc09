"""Findings that name a budget and a year: of an act of many villages they are one village's.

Other findings are of a text as a whole, and of each budget that it has.
"""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    FromClause,
    String,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from parser.kinds import FindingKind
from storage import models
from storage.models import table

PLACED = (
    FindingKind.TABLE_TWICE,
    FindingKind.TABLE_IN_BOTH_LANGUAGES,
    FindingKind.CHANGED_WITHOUT_NOTE,
    FindingKind.TABLE_NOT_READ,
    FindingKind.TABLE_ABSENT,
)

_DECISIONS = table(models.Decision).alias()
_SETTERS = table(models.Decision).alias()
_EDITIONS = table(models.Edition).alias()
_REFERENCES = table(models.TextReference).alias()
_TEXTS = table(models.DecisionText).alias()


def is_told(findings: FromClause) -> ColumnElement[bool]:
    """Whether a finding is to be told: that a version has no table of a year, where it should have one.

    An act that never had an appendix of a year lacks none: a table that is known must have been set by then.

    Args:
        findings: the table of findings, or an alias of it.
    """
    made = (
        select(func.max(_REFERENCES.c.date))
        .where(_REFERENCES.c.text_id == _TEXTS.c.id, ~_REFERENCES.c.amends)
        .correlate(_TEXTS)
        .scalar_subquery()
    )
    is_known = exists().where(
        _TEXTS.c.source_id == findings.c.source_id,
        _DECISIONS.c.id == _TEXTS.c.decision_id,
        _EDITIONS.c.budget_id == _DECISIONS.c.budget_id,
        _SETTERS.c.id == _EDITIONS.c.decision_id,
        is_of_place(findings, _TEXTS),
        has_value(findings, "year", cast(_EDITIONS.c.year, String)),
        _SETTERS.c.date <= func.coalesce(made, _SETTERS.c.date),
    )
    return or_(findings.c.kind != FindingKind.TABLE_ABSENT, is_known.correlate(findings))


def is_of_place(findings: FromClause, texts: FromClause) -> ColumnElement[bool]:
    """Whether a finding that names a budget names that of a text of its file.

    Args:
        findings: the table of findings, or an alias of it.
        texts: that of texts, whose row says of which place it is.
    """
    place = texts.c.place
    told = literal('"') + place + '"'  # as JSON has it, unless it has quotes itself
    return or_(place.is_(None), place.contains('"'), has_value(findings, "budget_place", told))


def has_value(findings: FromClause, name: str, value: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a finding's values, which are kept as JSON, have a value under a name.

    Args:
        findings: the table of findings, or an alias of it.
        name: of the value.
        value: as JSON writes it.
    """
    return type_coerce(findings.c["values"], String).contains(literal(f'"{name}":') + value)
