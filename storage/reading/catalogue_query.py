"""Reading what is known of budgets: one query, whose rows are gathered by decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, case, exists, select

from parser.kinds import OF_SKELETON
from parser.records import DecisionKind, Language
from storage import models
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, adoption_order
from storage.reading.catalogue import Catalogue, EditionText, KnownDecision, StoredEdition
from storage.reading.passed_by import left_tables_alone
from storage.reading.records import DecisionInfo
from storage.reading.unread_rows import UNREAD, UnreadRow, fetch_unread_rows

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_TEXTS = table(models.DecisionText)
_EDITIONS = table(models.Edition)
_SOURCES = table(models.Source)
_TEXT_SOURCES = _SOURCES.alias()
_FIGURE_CHANGES = table(models.FigureChange)
_DISCREPANCIES = table(models.Discrepancy)
_FINDINGS = table(models.Finding)

_LANGUAGES = tuple(Language)
_PLACES, _BUDGET = "places", "budget"  # what a query is asked with

_Unread = Mapping[int, tuple[UnreadRow, ...]]
"""The rows of editions that could not be read, by the edition's row."""


async def load_catalogue(reader: StoredReader, budget: BudgetAddress) -> Catalogue | None:
    """Reads what is known of a budget; None when it is not stored."""
    known = (await load_catalogues_of(reader, [budget.place]))[budget.place]
    return next((catalogue for catalogue in known if catalogue.budget == budget), None)


async def load_catalogues_of(reader: StoredReader, places: Sequence[str]) -> dict[str, tuple[Catalogue, ...]]:
    """Reads what is known of all budgets of some places, in one query for those that are not in memory."""
    known: dict[str, tuple[Catalogue, ...] | None] = {
        place: reader.find(("catalogues", place)) for place in places
    }
    lacking = [place for place, found in known.items() if found is None]
    read = await load_catalogues(reader, lacking) if lacking else []
    by_place = {place: tuple(each for each in read if each.budget.place == place) for place in lacking}
    for place, found in by_place.items():
        reader.keep(("catalogues", place), found)
    return {place: found for place, found in (known | by_place).items() if found is not None}


async def load_catalogues(reader: StoredReader, places: Sequence[str]) -> list[Catalogue]:
    """Reads what is known of all budgets of some places, in one query."""
    return await reader.run_sync(_fetch_catalogues, _of_places(), {_PLACES: places})


def fetch_catalogue(connection: Connection, budget_id: int) -> Catalogue | None:
    """Reads what is known of a budget by the id of its row, while it is being loaded."""
    catalogues = _fetch_catalogues(connection, _of_budget(), {_BUDGET: budget_id})
    return catalogues[0] if catalogues else None


def _fetch_catalogues(
    connection: Connection, query: Select[Any], which: Mapping[str, object]
) -> list[Catalogue]:
    by_budget: dict[BudgetAddress, dict[int, list[Row[Any]]]] = {}
    partly_read: set[int] = set()
    for row in connection.execute(query, which):
        budget = BudgetAddress(row.budget_place, row.first_year, row.last_year)
        by_budget.setdefault(budget, {}).setdefault(row.id, []).append(row)
        if row.has_unread:
            partly_read.add(row.source_id)
    unread = fetch_unread_rows(connection, partly_read) if partly_read else {}
    return [
        Catalogue(budget, tuple(_gather_budget(decisions, unread))) for budget, decisions in by_budget.items()
    ]


@cache
def _of_places() -> Select[Any]:
    return _query().where(_BUDGETS.c.place.in_(bindparam(_PLACES, expanding=True)))


@cache
def _of_budget() -> Select[Any]:
    return _query().where(_BUDGETS.c.id == bindparam(_BUDGET))


def _query() -> Select[Any]:
    """Decisions, each with all its editions beside all its texts: a few rows of each, in one answer.

    To write it takes as long as to run it over a few budgets: it is written once for each thing asked of it.
    """
    has_figure_changes = exists().where(_FIGURE_CHANGES.c.decision_id == _DECISIONS.c.id)
    has_faults = exists().where(
        _DISCREPANCIES.c.edition_id == _EDITIONS.c.id, _DISCREPANCIES.c.kind.in_(list(OF_SKELETON))
    )
    has_unread = exists().where(
        _FINDINGS.c.source_id == _EDITIONS.c.source_id, _FINDINGS.c.kind.in_(list(UNREAD))
    )
    return (
        select(
            _BUDGETS.c.first_year,
            _BUDGETS.c.last_year,
            _BUDGETS.c.place.label("budget_place"),
            _DECISIONS,
            has_figure_changes.label("has_figure_changes"),
            case((_EDITIONS.c.id.is_(None) & _TEXTS.c.id.is_(None), left_tables_alone()), else_=False).label(
                "left_tables_alone"
            ),
            _EDITIONS.c.id.label("edition_id"),
            _EDITIONS.c.year,
            _EDITIONS.c.language,
            _EDITIONS.c.appendix,
            _EDITIONS.c.unit,
            _EDITIONS.c.line_count,
            _EDITIONS.c.source_id,
            has_faults.label("has_faults"),
            has_unread.label("has_unread"),
            _SOURCES.c.file,
            _TEXTS.c.id.label("text_id"),
            _TEXTS.c.source_id.label("text_source_id"),
            _TEXTS.c.language.label("text_language"),
            _TEXTS.c.kind.label("text_kind"),
            _TEXTS.c.body,
            _TEXTS.c.url.label("text_url"),
            _TEXT_SOURCES.c.file.label("text_file"),
            _TEXT_SOURCES.c.sha256,
        )
        .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
        .outerjoin(_EDITIONS, _EDITIONS.c.decision_id == _DECISIONS.c.id)
        .outerjoin(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
        .outerjoin(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
        .outerjoin(_TEXT_SOURCES, _TEXT_SOURCES.c.id == _TEXTS.c.source_id)
    )


def text_order(language: Language, kind: DecisionKind, file: str, sha256: str) -> tuple[object, ...]:
    """Sorts the texts of a decision: the Kazakh first, the decision's own before a redaction's."""
    return _LANGUAGES.index(language), kind is DecisionKind.REDACTION, file, sha256


def _list_texts(rows: Iterable[Row[Any]]) -> list[Row[Any]]:
    """What the files say of a decision, the most telling text first."""
    texts = {row.text_id: row for row in rows if row.text_id is not None}
    return sorted(
        texts.values(),
        key=lambda row: text_order(row.text_language, row.text_kind, row.text_file, row.sha256),
    )


def _gather_budget(decisions: Mapping[int, list[Row[Any]]], unread: _Unread) -> Iterator[KnownDecision]:
    """The decisions of one budget in adoption order, councils named in every language a text has."""
    ordered = [(rows, _list_texts(rows)) for rows in sorted(decisions.values(), key=_adoption)]
    councils: dict[Language, str] = {}  # the newest name serves a decision read in one language only
    for _, texts in ordered:
        councils.update(_first_stated(texts, "body"))
    # By file: a table that a redaction prints has the redaction's address, which is another decision's.
    addresses = {text.text_source_id: text.text_url for _, texts in ordered for text in texts}
    for rows, texts in ordered:
        yield _gather(rows, texts, councils, addresses, unread)


def _gather(
    rows: list[Row[Any]],
    texts: Sequence[Row[Any]],
    councils: Mapping[Language, str],
    addresses: Mapping[int, str | None],
    unread: _Unread,
) -> KnownDecision:
    """One decision from its rows, which hold each edition in each language beside each text."""
    row = rows[0]
    decision = DecisionInfo(
        kind=row.kind,
        bodies={**councils, **_first_stated(texts, "body")},
        place=row.budget_place,
        number=row.number,
        date=row.date,
        loaded=bool(texts) or row.edition_id is not None or bool(row.left_tables_alone),
        urls=_first_stated(texts, "text_url") or (dict.fromkeys(Language, row.url) if row.url else {}),
        registration_number=row.registration_number,
        registration_date=row.registration_date,
        in_force_from=row.in_force_from,
    )
    tables: dict[int, list[EditionText]] = {}
    for row in {row.edition_id: row for row in rows if row.edition_id is not None}.values():
        text = EditionText(
            id=row.edition_id,
            language=row.language,
            appendix=row.appendix,
            unit=row.unit,
            line_count=row.line_count,
            source_id=row.source_id,
            file=row.file,
            url=addresses.get(row.source_id),
            has_faults=bool(row.has_faults),
            unread=unread.get(row.edition_id, ()),
        )
        tables.setdefault(row.year, []).append(text)
    editions = tuple(
        StoredEdition(
            decision, year, tuple(sorted(tables[year], key=lambda text: _LANGUAGES.index(text.language)))
        )
        for year in sorted(tables)
    )
    return KnownDecision(
        decision, editions, bool(texts), bool(rows[0].has_figure_changes), bool(rows[0].left_tables_alone)
    )


def _first_stated(texts: Iterable[Row[Any]], name: str) -> dict[Language, str]:
    """What texts state in each language, from the first one that does."""
    stated: dict[Language, str] = {}
    for text in texts:
        value = getattr(text, name)
        if value is not None:
            stated.setdefault(text.text_language, value)
    return stated


def _adoption(rows: list[Row[Any]]) -> tuple[object, ...]:
    return adoption_order(DecisionAddress(rows[0].number, rows[0].date))
