"""What of the stored tables becomes another one when documents are stored: their lines before and after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, or_, select

from parser.dataclass import dataclass
from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from parser.text.act_numbers import usual_number
from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.records import Figure

TableAddress: TypeAlias = tuple[BudgetAddress, int, DecisionAddress, Language]

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_EDITIONS = table(models.Edition)
_LINES = table(models.Line)
_NAMES = table(models.Name)
_SOURCES = table(models.Source)


@dataclass(frozen=True, slots=True)
class ReplacedLine:
    """A line whose amount would be another one; None where it was not there, or would be no more."""

    path: str
    name: str
    old: Figure | None
    new: Figure | None

    @property
    def moves(self) -> int:
        """By how much."""
        old, new = (figure.amount if figure else 0 for figure in (self.old, self.new))
        return new - old


@dataclass(frozen=True, slots=True)
class ReplacedTable:
    """A stored table of which a document brings another print.

    Attributes:
        budget: whose it is.
        year: of the budget.
        decision: that set it.
        language: of its print.
        lines: those whose amounts differ, in print order; none where all are the same.
    """

    budget: BudgetAddress
    year: int
    decision: DecisionAddress
    language: Language
    lines: tuple[ReplacedLine, ...]


@dataclass(frozen=True, slots=True)
class ReplacedKind:
    """A decision that would be told to do something else to its budget."""

    decision: DecisionAddress
    old: DecisionKind
    new: DecisionKind


@dataclass(frozen=True, slots=True)
class StoredTables:
    """What is stored of some decisions: their tables, and what each is told to do.

    A table is the hash of the file that it is of, and its lines by path, each with its name and amount.
    """

    tables: Mapping[TableAddress, tuple[str, Mapping[str, tuple[str, Figure]]]]
    kinds: Mapping[tuple[str, DecisionAddress], DecisionKind]

    @classmethod
    def read(cls, connection: Connection, documents: Iterable[ParsedDecision]) -> StoredTables:
        """Reads what is stored of the decisions that documents print or that set their tables.

        Args:
            connection: of the database, in a transaction or not.
            documents: as they were read.
        """
        refs = {ref for each in documents for ref in (each.decision.ref, *(e.set_by for e in each.editions))}
        named = _named(refs)
        kinds = select(_BUDGETS.c.place, _DECISIONS.c.number, _DECISIONS.c.date, _DECISIONS.c.kind).join(
            _BUDGETS, _BUDGETS.c.id == _DECISIONS.c.budget_id
        )
        return cls(
            _read_lines(connection, named),
            {
                (row.place, DecisionAddress(row.number, row.date)): row.kind
                for row in connection.execute(kinds.where(named))
            },
        )

    def compare(self, later: StoredTables) -> tuple[ReplacedTable, ...]:
        """The tables that are stored now and are another file's later, or none, with the lines that differ.

        Args:
            later: what is stored when the documents are.
        """
        found = []
        for key, (source, lines) in self.tables.items():
            new_source, new_lines = later.tables.get(key, ("", {}))
            if new_source != source:
                found.append(ReplacedTable(*key, tuple(_compare(lines, new_lines))))
        return tuple(found)

    def compare_kinds(self, later: StoredTables) -> tuple[ReplacedKind, ...]:
        """The decisions whose kind is another one later."""
        return tuple(
            ReplacedKind(key[1], kind, later.kinds[key])
            for key, kind in self.kinds.items()
            if later.kinds.get(key, kind) is not kind
        )


def _named(refs: Collection[DecisionRef]) -> ColumnElement[bool]:
    return or_(
        *(
            (_DECISIONS.c.number == usual_number(ref.number)) & (_DECISIONS.c.date == ref.date)
            for ref in refs
            if ref.date is not None
        )
    )


def _read_lines(
    connection: Connection, named: ColumnElement[bool]
) -> Mapping[TableAddress, tuple[str, Mapping[str, tuple[str, Figure]]]]:
    """Of each table, each path with its name and its amount; a path that has several rows with their sum."""
    query = (
        select(
            _BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year, _EDITIONS.c.year,
            _EDITIONS.c.language, _DECISIONS.c.number, _DECISIONS.c.date,
            _SOURCES.c.sha256, _LINES.c.path, _LINES.c.amount, _LINES.c.doubt, _NAMES.c.text,
        )
        .join(_EDITIONS, _EDITIONS.c.budget_id == _BUDGETS.c.id)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .join(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
        .join(_LINES, _LINES.c.edition_id == _EDITIONS.c.id)
        .join(_NAMES, _NAMES.c.id == _LINES.c.name_id)
        .where(named)
        .order_by(_BUDGETS.c.place, _EDITIONS.c.year, _EDITIONS.c.id, _LINES.c.row)
    )  # fmt: skip
    tables: dict[TableAddress, tuple[str, dict[str, tuple[str, Figure]]]] = {}
    for row in connection.execute(query):
        budget = BudgetAddress(row.place, row.first_year, row.last_year)
        key = budget, row.year, DecisionAddress(row.number, row.date), row.language
        _, lines = tables.setdefault(key, (row.sha256, {}))
        name, figure = lines.get(row.path, (row.text, Figure(0)))
        lines[row.path] = name, figure + Figure(row.amount, row.doubt)
    return tables


def _compare(
    before: Mapping[str, tuple[str, Figure]], after: Mapping[str, tuple[str, Figure]]
) -> Iterable[ReplacedLine]:
    for path in dict.fromkeys((*before, *after)):
        name = after.get(path, before.get(path, ("", Figure(0))))[0]
        old, new = (lines[path][1] if path in lines else None for lines in (before, after))
        if old != new:
            yield ReplacedLine(path, name, old, new)
