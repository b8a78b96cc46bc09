"""Tables that changed between two versions of an act, and no note says by which decision.

Notes say who set a table. Where those of a version do not name the decision that made it beside any table,
the version before tells: a table that is the same is still that version's, and one that differs can be no
work of the decision that left it otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from parser.kinds import FindingKind, Value
from parser.records import DecisionKind, DecisionRef, Finding, ParsedDecision
from parser.text.passage import number_key
from storage import models
from storage.loading.placement import Placement
from storage.loading.writing import EditionTable
from storage.models import table
from storage.reading.placed_findings import IS_TOLD

_DECISIONS = table(models.Decision)
_EDITIONS = table(models.Edition)
_FINDINGS = table(models.Finding)
_LINES = table(models.Line)
_SOURCES = table(models.Source)

# What is told of a cause whose tables are not told, until each table was compared with the one before.
_SETTLED = frozenset({FindingKind.CAUSE_NOT_IN_TEXT, FindingKind.CHANGE_UNPLACED})

_FOUND_HERE = frozenset(
    {FindingKind.CHANGED_WITHOUT_NOTE, FindingKind.TABLE_NOT_READ, FindingKind.TABLE_ABSENT}
)

# Made once: making a statement takes longer than running it. Nothing is of the source 0.
_SETTER = select(_DECISIONS.c.date).where(_DECISIONS.c.id == bindparam("setter")).scalar_subquery()
_BEFORE = (
    select(_EDITIONS.c.id, _EDITIONS.c.decision_id, _DECISIONS.c.number, _DECISIONS.c.date)
    .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
    .where(
        _EDITIONS.c.budget_id == bindparam("budget"),
        _EDITIONS.c.year == bindparam("year"),
        _EDITIONS.c.language == bindparam("language", type_=_EDITIONS.c.language.type),
        _EDITIONS.c.source_id != func.coalesce(bindparam("own"), 0),
        _DECISIONS.c.date >= _SETTER,
        _DECISIONS.c.date < bindparam("made"),
    )
    .order_by(_DECISIONS.c.date.desc(), _DECISIONS.c.id.desc())
    .limit(1)
)
_STORED = (
    select(_FINDINGS.c.kind, _FINDINGS.c["values"].label("said"))
    .where(
        _FINDINGS.c.source_id == bindparam("source"),
        _FINDINGS.c.kind.in_(bindparam("kinds", expanding=True)),
    )
    .order_by(_FINDINGS.c.id)
)
_ABSENT = select(_FINDINGS.c["values"].label("said")).where(
    _FINDINGS.c.source_id == _SOURCES.c.id,
    _SOURCES.c.sha256 == bindparam("sha256"),
    _FINDINGS.c.kind == FindingKind.TABLE_ABSENT,
    text(IS_TOLD),
)
_FIGURES = (
    select(_LINES.c.path, _LINES.c.amount)
    .where(_LINES.c.edition_id == bindparam("edition"))
    .order_by(_LINES.c.row)
)


def settle_version(
    connection: Connection, parsed: ParsedDecision, placement: Placement, own_source: int | None
) -> ParsedDecision:
    """Gives the tables of a version, where no note names the decision that made it, to whom they belong.

    A cause that no note names leaves nothing open where every table was compared with the one before.

    Args:
        connection: in the transaction that everything belongs to.
        parsed: a file with all its tables; one that is no version stays as it is.
        placement: of its tables, which are given to other decisions in place.
        own_source: the version itself as it is stored.

    Returns:
        The file with what stays uncertain of it, also each table that differs from that of the version
        before, and each year of which no table was read.
    """
    if parsed.decision.kind is not DecisionKind.REDACTION or not parsed.editions:
        return parsed  # of a version that was refused, the reason says why nothing of it is there
    found, is_settled = _place_unnoted(connection, parsed.made_by, placement, own_source)
    found += [
        Finding(
            FindingKind.TABLE_NOT_READ if is_seen else FindingKind.TABLE_ABSENT,
            None,
            {"budget_place": place, "year": year},
        )
        for place, year, is_seen in placement.list_unread()
    ]
    kept = [each for each in parsed.warnings if not is_settled or each.kind not in _SETTLED]
    return replace(parsed, warnings=(*kept, *found))


def recall_settled(connection: Connection, parsed: ParsedDecision, source: int) -> ParsedDecision:
    """A file that is stored already, with what stayed uncertain when it was.

    Args:
        connection: a connection to the database.
        parsed: the file as it was read.
        source: it, as it is stored.
    """
    kinds = (*_SETTLED, *_FOUND_HERE)
    rows = connection.execute(_STORED, {"source": source, "kinds": kinds}).all()
    told = {row.kind for row in rows}
    kept = [each for each in parsed.warnings if each.kind not in _SETTLED or each.kind in told]
    found = [Finding(FindingKind(row.kind), None, row.said) for row in rows if row.kind in _FOUND_HERE]
    return replace(parsed, warnings=(*kept, *found))


def find_told(connection: Connection, parsed: ParsedDecision) -> tuple[Finding, ...]:
    """What storing a version has found and is to be told: of tables that it lacks those that another has.

    Args:
        connection: a connection to the database.
        parsed: the version, which is stored, with all that stays uncertain of it.
    """
    found = [each for each in parsed.warnings if each.kind in _FOUND_HERE]
    if all(each.kind is not FindingKind.TABLE_ABSENT for each in found):
        return tuple(found)
    told = [row.said for row in connection.execute(_ABSENT, {"sha256": parsed.source.sha256})]
    return tuple(
        each for each in found if each.kind is not FindingKind.TABLE_ABSENT or dict(each.values) in told
    )


def _place_unnoted(
    connection: Connection, maker: DecisionRef | None, placement: Placement, own_source: int | None
) -> tuple[list[Finding], bool]:
    """What differs from the version before, and whether each table was compared with one there.

    A budget beside whose tables a note names who made the version keeps what its notes say.
    """
    if maker is None or maker.date is None:
        return [], False
    noted = {each.budget_id for each in placement.tables if _is_one(each.edition.set_by, maker)}
    newest = _find_newest(placement.tables)
    found: list[Finding] = []
    is_settled = not noted
    for each in newest:
        if each.budget_id in noted:
            continue
        before = _find_before(connection, each, maker.date, own_source)
        if before is None:
            is_settled = False
        elif _is_same(connection, each, before.id):
            _give(each, DecisionRef(before.number, before.date), before.decision_id)
        elif (made := placement.add(each.budget_id, maker)) is not None:
            _give(each, maker, made)
            values: dict[str, Value] = {
                "budget_place": each.edition.place,
                "year": each.edition.year,
                "number": maker.number,
                "date": maker.date.isoformat(),
            }
            found.append(Finding(FindingKind.CHANGED_WITHOUT_NOTE, None, values))
    return found, is_settled


def _find_newest(tables: Iterable[EditionTable]) -> list[EditionTable]:
    """Of each year of a budget the table that was set last: one beside it is printed as it was before."""
    newest: dict[tuple[int, int], EditionTable] = {}
    for each in tables:
        key = each.budget_id, each.key.year
        if key not in newest or _set_on(newest[key]) < _set_on(each):
            newest[key] = each
    return list(newest.values())


def _set_on(placed: EditionTable) -> dt.date:
    return placed.edition.set_by.date or dt.date.min


def _find_before(
    connection: Connection, placed: EditionTable, made: dt.date, own_source: int | None
) -> Any | None:  # noqa: ANN401 - a row
    """The newest table of the same year that was left between a table's setter and who made its version."""
    values = {
        "setter": placed.key.decision_id,
        "budget": placed.budget_id,
        "year": placed.key.year,
        "language": placed.key.language,
        "own": own_source,
        "made": made,
    }
    return connection.execute(_BEFORE, values).first()


def _is_same(connection: Connection, placed: EditionTable, stored_id: int) -> bool:
    """Whether a table has the lines and amounts of a stored one, however their names are printed."""
    stored = connection.execute(_FIGURES, {"edition": stored_id})
    return [tuple(row) for row in stored] == [(line.path, line.amount) for line in placed.edition.lines]


def _give(placed: EditionTable, setter: DecisionRef, decision_id: int) -> None:
    """Makes a table that of a decision, which is no older than who set it: no other table of the file is."""
    placed.key = placed.key._replace(decision_id=decision_id)
    placed.edition = replace(placed.edition, set_by=setter)


def _is_one(ref: DecisionRef, other: DecisionRef) -> bool:
    return number_key(ref.number) == number_key(other.number) and ref.date == other.date
