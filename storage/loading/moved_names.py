"""Names of one edition that stand at the codes of other rows, as the other editions of its year have them.

What is found follows from what is stored, whatever was loaded first: it is looked for anew when an edition of
the year comes or goes, and a doubt that was given here goes with what it was given for. Each doubt has a
finding beside it, of the row's file: that is how it is known from a doubt of the parser.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, bindparam, delete, select, update

from parser.kinds import Doubt, FindingKind
from parser.records import Finding, Language, SourcePlace
from parser.tables.slipped_names import find_slipped_names
from storage import models
from storage.loading.lines import insert_all
from storage.loading.writing import EditionTable
from storage.models import table

_EDITIONS = table(models.Edition)
_FINDINGS = table(models.Finding)
_LINES = table(models.Line)
_NAMES = table(models.Name)
_SOURCES = table(models.Source)

# Made once: making a statement takes longer than running it.
_OF_YEAR = (
    select(_EDITIONS.c.id, _EDITIONS.c.source_id, _EDITIONS.c.year)
    .where(
        _EDITIONS.c.budget_id == bindparam("budget_id"),
        _EDITIONS.c.year == bindparam("year"),
        _EDITIONS.c.language == bindparam("language", type_=_EDITIONS.c.language.type),
    )
    .order_by(_EDITIONS.c.id)
)
_BESIDE = _LINES.alias()
_DIFFERING = select(
    select(_LINES.c.path)
    .select_from(_LINES)
    .join(_BESIDE, _BESIDE.c.path == _LINES.c.path)
    .where(_LINES.c.edition_id == bindparam("own"), _BESIDE.c.edition_id == bindparam("beside"))
    .where(_LINES.c.name_id != _BESIDE.c.name_id)
    .exists()
)
# A row that was read with doubt may have the name of another one anyway.
_CALLED = (
    select(
        _LINES.c.edition_id, _LINES.c.path, _NAMES.c.text.label("name"), _LINES.c.row, _LINES.c.at,
    )
    .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
    .where(_LINES.c.edition_id.in_(bindparam("editions", expanding=True)), _LINES.c.doubt.is_(None))
    .order_by(_LINES.c.row)
)  # fmt: skip
_FOUND = select(
    _FINDINGS.c.id, _FINDINGS.c.source_id, _FINDINGS.c.place_in_source, _FINDINGS.c["values"].label("said")
).where(_FINDINGS.c.kind == FindingKind.NAME_UNLIKE_EDITIONS)
_GIVEN = _FOUND.where(_FINDINGS.c.source_id.in_(bindparam("sources", expanding=True)))
_OF_FILE = _FOUND.where(
    _FINDINGS.c.source_id == _SOURCES.c.id, _SOURCES.c.sha256 == bindparam("sha256")
).order_by(_FINDINGS.c.id)


_Stored: TypeAlias = Row[*tuple[Any, ...]]


class TableYear(NamedTuple):
    """Which editions are set beside each other: of one budget, one year and one language."""

    budget_id: int
    year: int
    language: Language


def compare_names(
    connection: Connection, came: Iterable[EditionTable], touched: Collection[TableYear]
) -> bool:
    """Doubts the rows whose names stand at other codes than in the other editions, and no others any more.

    All editions of a year are read only where there is something to find: where one that came and one that
    was there differ so, or something was found before.

    Args:
        connection: in the transaction that everything belongs to.
        came: the editions that came.
        touched: the years whose editions came or went.

    Returns:
        Whether anything was found.
    """
    is_found = False
    by_year: dict[TableYear, list[EditionTable]] = {}
    for each in came:
        key = TableYear(each.budget_id, each.key.year, each.key.language)
        by_year.setdefault(key, []).append(each)
    for year in touched:
        editions = connection.execute(_OF_YEAR, year._asdict()).all()
        is_known = _forget(connection, editions)
        if len(editions) > 1 and (is_known or _may_differ(connection, editions, by_year.get(year, ()))):
            is_found |= _compare(connection, editions)
    return is_found


def forget_moved_names(connection: Connection, budgets: Collection[int]) -> None:
    """Takes back the doubts that were given here to rows of some budgets.

    Args:
        connection: in the transaction that everything belongs to.
        budgets: their ids.
    """
    _forget(connection, _list_editions(connection, budgets))


def restore_moved_names(connection: Connection, budgets: Collection[int]) -> None:
    """Gives rows of some budgets the doubts again that their stored findings tell of.

    Args:
        connection: in the transaction that everything belongs to.
        budgets: their ids.
    """
    for edition_id, finding in _find_given(connection, _list_editions(connection, budgets)):
        connection.execute(update(_LINES).where(*_is_row(edition_id, finding)).values(doubt=Doubt.UNSURE))


def list_moved_names(connection: Connection, sha256: str) -> list[Finding]:
    """What was found here of the rows of a file.

    Args:
        connection: a connection to the database.
        sha256: of the file.
    """
    rows = connection.execute(_OF_FILE, {"sha256": sha256})
    kind = FindingKind.NAME_UNLIKE_EDITIONS
    return [Finding(kind, SourcePlace.parse(row.place_in_source), row.said) for row in rows]


def _list_editions(connection: Connection, budgets: Collection[int]) -> Sequence[_Stored]:
    return connection.execute(select(_EDITIONS).where(_EDITIONS.c.budget_id.in_(list(budgets)))).all()


def _forget(connection: Connection, editions: Sequence[_Stored]) -> bool:
    """Takes back the doubts that were given to rows of editions here, with their findings.

    Returns:
        Whether there were any.
    """
    taken_back: list[int] = []
    for edition_id, finding in _find_given(connection, editions):
        mended = connection.execute(update(_LINES).where(*_is_row(edition_id, finding)).values(doubt=None))
        if mended.rowcount:  # else it is about a table of another place or language in the file
            taken_back.append(finding.id)
    if taken_back:
        connection.execute(delete(_FINDINGS).where(_FINDINGS.c.id.in_(taken_back)))
    return bool(taken_back)


def _may_differ(connection: Connection, editions: Sequence[_Stored], came: Iterable[EditionTable]) -> bool:
    """Whether an edition that came has names at other codes than one beside it."""
    for each in came:
        beside = next(row.id for row in reversed(editions) if row.id != each.id)
        if not connection.scalar(_DIFFERING, {"own": each.id, "beside": beside}):
            continue
        if find_slipped_names(_read_called(connection, [each.id, beside])):
            return True
    return False


def _read_called(connection: Connection, editions: Sequence[int | None]) -> dict[int, list[_Stored]]:
    """The rows of editions that were read without doubt, with their names, by the edition's id."""
    called: dict[int, list[_Stored]] = {}
    for row in connection.execute(_CALLED, {"editions": editions}):
        called.setdefault(row.edition_id, []).append(row)
    return called


def _find_given(connection: Connection, editions: Sequence[_Stored]) -> list[tuple[int, _Stored]]:
    """The findings of the files and years of editions, each with an edition that its row may be of."""
    sources = list({row.source_id for row in editions})
    given = connection.execute(_GIVEN, {"sources": sources}).all() if sources else ()
    return [
        (row.id, finding)
        for finding in given
        for row in editions
        if (row.source_id, row.year) == (finding.source_id, finding.said["year"])
    ]


def _is_row(edition_id: int, finding: _Stored) -> tuple[ColumnElement[bool], ...]:
    """Which row of an edition a finding is about."""
    path, at = finding.said["path"], finding.place_in_source
    return _LINES.c.edition_id == edition_id, _LINES.c.path == path, _LINES.c.at == at


def _compare(connection: Connection, editions: Sequence[_Stored]) -> bool:
    by_id = {row.id: row for row in editions}
    called = _read_called(connection, list(by_id))
    findings: list[Mapping[str, Any]] = []
    for edition_id, slipped in find_slipped_names(called).items():
        edition = by_id[edition_id]
        for each in slipped:
            line = called[edition_id][each.row]
            is_it = _LINES.c.edition_id == edition_id, _LINES.c.path == line.path, _LINES.c.row == line.row
            connection.execute(update(_LINES).where(*is_it).values(doubt=Doubt.UNSURE))
            values = {"name": line.name, "path": line.path, "usual": each.usual, "year": edition.year}
            findings.append(
                {
                    "source_id": edition.source_id,
                    "kind": FindingKind.NAME_UNLIKE_EDITIONS,
                    "place_in_source": line.at,
                    "values": values,
                }
            )
    insert_all(connection, _FINDINGS, findings)
    return bool(findings)
