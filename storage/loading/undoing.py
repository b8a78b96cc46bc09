"""What a database held of some budgets before files were loaded, so that it can be put back.

Kept are the rows themselves, with their ids: what is put back is what was there, also where the files that
it was read from are gone. What follows from those rows (the hashes of budgets, how often a name is in use)
is worked out again. Nothing is put back where something else was loaded on the same budgets meanwhile.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, or_, select, update
from sqlmodel import SQLModel

from parser.dataclass import dataclass
from storage import models
from storage.kept.state import StatePart, mark_changed
from storage.loading.budget_keys import BudgetNames
from storage.loading.lines import insert_all, remove_editions, restore_lines
from storage.loading.moved_names import forget_moved_names, restore_moved_names
from storage.models import table

Rows = list[dict[str, Any]]

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
# In the order in which rows refer to those before them.
_KEPT: Mapping[str, type[SQLModel]] = {
    "budget": models.Budget,
    "source": models.Source,
    "decision": models.Decision,
    "decision_text": models.DecisionText,
    "mention": models.TextReference,
    "edition": models.Edition,
    "figure_change": models.FigureChange,
    "finding": models.Finding,
    "discrepancy": models.Discrepancy,
}
_SETTLED = ("budget", "decision")  # others refer to them: they are changed where they stand
_IN_LIMIT = 500  # rows of one statement


@dataclass(frozen=True, slots=True)
class Before:
    """What some budgets held.

    Attributes:
        budgets: their ids, also of those that were not there yet.
        rows: of each table, as JSON has them.
        lines: of the editions that were removed since.
        after: a digest of what the budgets held when all was loaded.
    """

    budgets: tuple[int, ...]
    rows: dict[str, Rows]
    lines: Rows
    after: str = ""


def read_before(connection: Connection, budgets: Collection[int], removed: Collection[int]) -> Before:
    """Reads what some budgets hold, before files are loaded.

    Args:
        connection: in the transaction in which they will be.
        budgets: the ids of those that the files touch.
        removed: the ids of the editions that will go.
    """
    lines = _read(connection, models.Line, _LINES.c.edition_id.in_(list(removed))) if removed else []
    return Before(tuple(sorted(budgets)), _read_all(connection, budgets), lines)


def digest_budgets(connection: Connection, budgets: Collection[int]) -> str:
    """A digest of all that some budgets hold but their lines, which go with their editions."""
    content = json.dumps(_read_all(connection, budgets), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def put_back(connection: Connection, before: Before) -> bool:
    """Makes budgets what they were.

    Args:
        connection: in the transaction that everything belongs to, as the only writer.
        before: what they held, and the digest of what they held once all was loaded.

    Returns:
        False, with nothing done, where they do not hold that any more.
    """
    if digest_budgets(connection, before.budgets) != before.after:
        return False
    names = BudgetNames(connection)
    _note(connection, names, before.budgets)
    forget_moved_names(connection, before.budgets)
    replaced = {row["edition_id"] for row in before.lines}
    known = {row["id"] for row in before.rows["edition"]}
    now = connection.execute(select(_EDITIONS.c.id).where(_EDITIONS.c.budget_id.in_(before.budgets)))
    remove_editions(
        connection, [number for number in now.scalars() if number in replaced or number not in known]
    )
    held = {name: _read(connection, _KEPT[name], _scope(before.budgets)[name]) for name in _KEPT}
    for name in reversed(list(_KEPT)):
        _delete_others(connection, name, held[name], before.rows[name])
    for name in _SETTLED:
        _settle(connection, name, before.rows[name])
    for name, model in _KEPT.items():
        _insert_missing(connection, model, before.rows[name])
    restore_lines(connection, [_typed(models.Line, row) for row in before.lines])
    restore_moved_names(connection, before.budgets)
    _note(connection, names, before.budgets)
    names.settle()
    mark_changed(connection, StatePart.BUDGETS)
    return True


def _note(connection: Connection, names: BudgetNames, budgets: Collection[int]) -> None:
    for budget in connection.execute(select(_BUDGETS).where(_BUDGETS.c.id.in_(budgets))).all():
        names.note(budget)


def _scope(budgets: Collection[int]) -> Mapping[str, ColumnElement[bool]]:
    """Which rows of each table are of some budgets; of a file that is, all rows are."""
    decisions = select(_DECISIONS.c.id).where(_DECISIONS.c.budget_id.in_(budgets))
    of_texts = select(_TEXTS.c.source_id).where(_TEXTS.c.decision_id.in_(decisions))
    of_editions = select(_EDITIONS.c.source_id).where(_EDITIONS.c.budget_id.in_(budgets))
    sources = or_(_SOURCES.c.id.in_(of_texts), _SOURCES.c.id.in_(of_editions))

    def read_from(of_table: Table) -> ColumnElement[bool]:
        return of_table.c.source_id.in_(select(_SOURCES.c.id).where(sources))

    def about(model: type[SQLModel]) -> ColumnElement[bool]:
        of_table = table(model)
        return or_(of_table.c.decision_id.in_(decisions), read_from(of_table))

    texts = select(_TEXTS.c.id).where(about(models.DecisionText))
    return {
        "budget": _BUDGETS.c.id.in_(budgets),
        "source": sources,
        "decision": _DECISIONS.c.budget_id.in_(budgets),
        "decision_text": about(models.DecisionText),
        "mention": table(models.TextReference).c.text_id.in_(texts),
        "edition": _EDITIONS.c.budget_id.in_(budgets),
        "figure_change": about(models.FigureChange),
        "finding": read_from(table(models.Finding)),
        "discrepancy": about(models.Discrepancy),
    }


def _read_all(connection: Connection, budgets: Collection[int]) -> dict[str, Rows]:
    return {name: _read(connection, _KEPT[name], rows) for name, rows in _scope(budgets).items()}


def _read(connection: Connection, model: type[SQLModel], which: ColumnElement[bool]) -> Rows:
    """Rows as JSON has them, in the order of their keys."""
    stored = table(model)
    query = select(stored).where(which).order_by(*stored.primary_key.columns)
    return [
        model.model_validate(dict(row)).model_dump(mode="json")
        for row in connection.execute(query).mappings()
    ]


def _typed(model: type[SQLModel], row: Mapping[str, Any]) -> dict[str, Any]:
    return model.model_validate(row).model_dump()


def _delete_others(connection: Connection, name: str, held: Rows, before: Rows) -> None:
    """Deletes the rows of a table that were not there before, or not so."""
    known = {row["id"]: row for row in before}
    if name in _SETTLED:
        others = [row["id"] for row in held if row["id"] not in known]
    else:
        others = [row["id"] for row in held if row != known.get(row["id"])]
    stored = table(_KEPT[name])
    for some in _in_parts(others):
        connection.execute(delete(stored).where(stored.c.id.in_(some)))


def _settle(connection: Connection, name: str, before: Rows) -> None:
    stored = table(_KEPT[name])
    for row in before:
        values = _typed(_KEPT[name], row)
        connection.execute(update(stored).where(stored.c.id == values.pop("id")).values(values))


def _insert_missing(connection: Connection, model: type[SQLModel], before: Rows) -> None:
    """Inserts the rows of a table that are not there any more."""
    stored = table(model)
    for some in _in_parts([row["id"] for row in before]):
        here = set(connection.execute(select(stored.c.id).where(stored.c.id.in_(some))).scalars())
        gone = [row for row in before if row["id"] in set(some) - here]
        insert_all(connection, stored, [_typed(model, row) for row in gone])


def _in_parts(numbers: Collection[int]) -> Iterable[list[int]]:
    listed = list(numbers)
    return (listed[start : start + _IN_LIMIT] for start in range(0, len(listed), _IN_LIMIT))
