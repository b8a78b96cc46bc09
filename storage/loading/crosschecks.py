"""Checks that need more than one file: the twin texts of a table, and the figures replaced.

What they find follows from what is stored, whatever was loaded first: it is written anew
when either side changes and goes when the two agree.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, select

from parser.kinds import DiscrepancyKind
from parser.records import Language
from storage import models
from storage.loading.lines import insert_all
from storage.models import table
from storage.reading.address import DecisionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.catalogue_query import fetch_catalogue
from storage.reading.lines import fetch_lines
from storage.reading.records import LineInfo

DERIVED = frozenset({DiscrepancyKind.LANGUAGE, DiscrepancyKind.PREVIOUS})  # kinds that no parser finds

_DECISIONS = table(models.Decision)
_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_FIGURE_CHANGES = table(models.FigureChange)
_LINES = table(models.Line)
_SOURCES = table(models.Source)

# Made once: making a statement takes longer than running it.
_SET_BY = (
    select(_EDITIONS, _SOURCES.c.file)
    .join(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
    .where(_EDITIONS.c.decision_id.in_(bindparam("decisions", expanding=True)))
)
_UNLIKE = delete(_DISCREPANCIES).where(
    _DISCREPANCIES.c.edition_id.in_(bindparam("editions", expanding=True)),
    _DISCREPANCIES.c.kind == DiscrepancyKind.LANGUAGE,
)
_REPLACED = (
    select(_FIGURE_CHANGES, _DECISIONS.c.number, _DECISIONS.c.date)
    .join(_DECISIONS, _DECISIONS.c.id == _FIGURE_CHANGES.c.decision_id)
    .where(_DECISIONS.c.budget_id == bindparam("budget"), _FIGURE_CHANGES.c.path.is_not(None))
    .order_by(_FIGURE_CHANGES.c.id)
)
_CELLS = (
    select(_LINES.c.edition_id, _LINES.c.path, _LINES.c.row, _LINES.c.amount, _LINES.c.at, _LINES.c.doubt)
    .where(_LINES.c.edition_id.in_(bindparam("editions", expanding=True)))
    .order_by(_LINES.c.row)
)

_Rows = Mapping[str, Sequence[Row[Any]]]


def compare_texts(connection: Connection, touched: Collection[tuple[int, int]]) -> None:
    """Compares the Kazakh and the Russian table of editions cell by cell.

    A discrepancy stands at the Russian row, for amounts are read from the Kazakh text:
    `printed` is the Russian figure, `expected` the Kazakh one, null where a text lacks the
    line. A line that has another code in the other text is lacking twice, once in each.

    Args:
        connection: in the transaction that everything belongs to.
        touched: the decisions and years whose tables came or went.
    """
    if not touched:
        return
    decisions = list({decision_id for decision_id, _ in touched})
    twins: dict[tuple[int, int], dict[Language, Row[Any]]] = {}
    for row in connection.execute(_SET_BY, {"decisions": decisions}):
        if (row.decision_id, row.year) in touched:
            twins.setdefault((row.decision_id, row.year), {})[row.language] = row
    stored = [text.id for texts in twins.values() for text in texts.values()]
    connection.execute(_UNLIKE, {"editions": stored})
    for texts in twins.values():
        if len(texts) == len(Language):
            _compare_twins(connection, texts[Language.KK], texts[Language.RU])


def compare_previous(connection: Connection, budget_id: int) -> None:
    """Compares the figures that a budget's texts replace with the editions before them.

    Only where the decision adopted just before has its table loaded: across a gap an old
    figure may rightly be another. The texts replace figures of the budget's main year.
    """
    changes = connection.execute(_REPLACED, {"budget": budget_id}).all()
    if not changes:
        return
    sources = {change.source_id for change in changes}
    connection.execute(
        delete(_DISCREPANCIES).where(
            _DISCREPANCIES.c.source_id.in_(sources), _DISCREPANCIES.c.kind == DiscrepancyKind.PREVIOUS
        )
    )
    catalogue = fetch_catalogue(connection, budget_id)
    if catalogue is None:
        return
    found: list[dict[str, Any]] = []
    by_decision: dict[DecisionAddress, list[Row[Any]]] = {}
    for change in changes:
        by_decision.setdefault(DecisionAddress(change.number, change.date), []).append(change)
    for decision, replaced in by_decision.items():
        earlier = _find_before(catalogue, decision)
        if earlier is not None:
            lines = fetch_lines(connection, earlier, {change.path for change in replaced})
            own = catalogue.find(catalogue.budget.first_year, decision)
            found += _differing(replaced, earlier, lines, own)
    insert_all(connection, _DISCREPANCIES, found)


def _find_before(catalogue: Catalogue, decision: DecisionAddress) -> StoredEdition | None:
    """The edition of the main year that a decision changed; None where the one before it is not loaded."""
    trace = catalogue.trace(catalogue.budget.first_year)
    order = [entry.decision.address for entry in trace]
    if decision not in order or order.index(decision) == 0:
        return None
    return trace[order.index(decision) - 1].edition


def _differing(
    changes: Iterable[Row[Any]],
    earlier: StoredEdition,
    lines: Mapping[str, LineInfo],
    own: StoredEdition | None,
) -> Iterator[dict[str, Any]]:
    for change in changes:
        line = lines.get(change.path)
        if line is None or line.amount == change.old:
            continue
        here = next((text for text in own.texts if text.source_id == change.source_id), None) if own else None
        yield {
            "source_id": change.source_id,
            "decision_id": change.decision_id,
            "edition_id": None if here is None else here.id,
            "kind": DiscrepancyKind.PREVIOUS,
            "path": change.path,
            "printed": change.old,
            "expected": line.amount,
            "place_in_source": f"{change.at}; {line.file}, {line.blocks[0].at}",
            "year": earlier.year,
            "certain": line.doubt is None,
        }


def _compare_twins(connection: Connection, kazakh: Row[Any], russian: Row[Any]) -> None:
    read = connection.execute(_CELLS, {"editions": [kazakh.id, russian.id]})
    rows: dict[int, dict[str, list[Row[Any]]]] = {kazakh.id: {}, russian.id: {}}
    row: Any
    for row in read:
        rows[row.edition_id].setdefault(row.path, []).append(row)
    found = [
        {
            "source_id": russian.source_id,
            "decision_id": russian.decision_id,
            "edition_id": russian.id,
            "kind": DiscrepancyKind.LANGUAGE,
            "path": path,
            "printed": printed,
            "expected": expected,
            "place_in_source": where,
            "year": russian.year,
            "certain": certain,
        }
        for path, printed, expected, where, certain in _differences(
            rows[russian.id], rows[kazakh.id], kazakh.file
        )
    ]
    insert_all(connection, _DISCREPANCIES, found)


def _differences(
    russian: _Rows, kazakh: _Rows, kazakh_file: str
) -> Iterator[tuple[str, int | None, int | None, str, bool]]:
    pairs: list[tuple[Sequence[Row[Any]], Sequence[Row[Any]]]]
    for path in {**russian, **kazakh}:
        in_russian, in_kazakh = russian.get(path, ()), kazakh.get(path, ())
        if len(in_russian) == len(in_kazakh):
            pairs = [((left,), (right,)) for left, right in zip(in_russian, in_kazakh, strict=True)]
        else:  # blocks put together in one text only: their sum must be the same
            pairs = [(in_russian, in_kazakh)]
        for left, right in pairs:
            printed, expected = _sum(left), _sum(right)
            if printed != expected:
                source_places = [
                    *(row.at for row in left[:1]),
                    *(f"{kazakh_file}, {row.at}" for row in right[:1]),
                ]
                certain = all(row.doubt is None for row in (*left, *right))
                yield path, printed, expected, "; ".join(source_places), certain


def _sum(rows: Sequence[Row[Any]]) -> int | None:
    return sum(row.amount for row in rows) if rows else None
