"""A budget's decisions and editions in the order they were adopted.

Amendments take effect backwards, from 1 January, so only the adoption date says
which edition followed which. Everything known of one budget is a few dozen rows:
it is read by one query, and what comes before or is missing is told from it.

Where an edition is stored in two languages, amounts are read from the Kazakh text,
and from the Russian one where only that has the line (the order of `Language`).
Both texts are equally authentic; a fixed choice keeps every answer the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from parser.records import DecisionKind, Language
from storage import models
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, adoption_order
from storage.reading.records import DecisionInfo, EditionInfo

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_TEXTS = table(models.DecisionText)
_EDITIONS = table(models.Edition)
_SOURCES = table(models.Source)
_TEXT_SOURCES = _SOURCES.alias()
_FIGURE_CHANGES = table(models.FigureChange)

_LANGUAGES = list(Language)


@dataclass(frozen=True, slots=True)
class EditionText:
    """An edition in one language: a row of the edition table."""

    id: int
    language: Language
    appendix: str | None
    unit: int
    line_count: int
    source_id: int
    file: str
    url: str | None  # of the file


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition with its texts, the one that amounts are read from first."""

    decision: DecisionInfo
    year: int
    texts: tuple[EditionText, ...]

    @property
    def key(self) -> int:
        """What tells the edition from all others while one state of the database is read."""
        return self.texts[0].id

    @property
    def text_ids(self) -> tuple[int, ...]:
        """The rows of its texts."""
        return tuple(text.id for text in self.texts)


@dataclass(frozen=True, slots=True)
class _Known:
    decision: DecisionInfo
    editions: tuple[StoredEdition, ...]  # by year
    has_text: bool
    has_figure_changes: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision stands in one year's ledger: with its edition, or as a gap."""

    decision: DecisionInfo
    edition: StoredEdition | None


class Catalogue:
    """What is known of one budget, in adoption order."""

    def __init__(self, budget: BudgetAddress, known: tuple[_Known, ...]) -> None:
        self.budget = budget
        self.editions = tuple(
            edition for decision in known for edition in decision.editions
        )  # of a decision: by year
        self._known = known

    @property
    def decisions(self) -> tuple[DecisionInfo, ...]:
        """All known decisions, loaded or not."""
        return tuple(known.decision for known in self._known)

    @property
    def original(self) -> DecisionInfo | None:
        """The decision that adopted the budget, if it is known."""
        adopted = (known.decision for known in self._known if known.decision.kind is DecisionKind.ORIGINAL)
        return next(adopted, None)

    def find(self, year: int, decision: DecisionAddress | None = None) -> StoredEdition | None:
        """The edition a decision set for a year, or the year's newest when none is named."""
        editions = [
            edition
            for edition in self.editions
            if edition.year == year and decision in {None, edition.decision.address}
        ]
        return editions[-1] if editions else None

    def trace(self, year: int) -> tuple[Place, ...]:
        """The decisions that concern a year, each with its edition or as a gap."""
        return tuple(self._trace(year))

    def find_previous(self, edition: StoredEdition) -> StoredEdition | None:
        """The stored edition of the same year that was adopted just before."""
        editions = [other for other in self.editions if other.year == edition.year]
        place = editions.index(edition)
        return editions[place - 1] if place else None

    def list_skipped(self, earlier: StoredEdition, later: StoredEdition) -> tuple[DecisionInfo, ...]:
        """The gaps between two editions of a year."""
        trace = self.trace(later.year)
        order = [place.decision.address for place in trace]
        start, end = order.index(earlier.decision.address), order.index(later.decision.address)
        return tuple(place.decision for place in trace[start:end] if place.edition is None)

    def describe(self, edition: StoredEdition) -> EditionInfo:
        """An edition as it is handed out."""
        first = edition.texts[0]
        languages = tuple(text.language for text in edition.texts)
        return EditionInfo(
            self.budget, edition.year, edition.decision, first.appendix, languages, first.line_count
        )

    def _trace(self, year: int) -> Iterator[Place]:
        for known in self._known:
            edition = next((edition for edition in known.editions if edition.year == year), None)
            if edition is not None or self._lacks(known, year):
                yield Place(known.decision, edition)

    def _lacks(self, known: _Known, year: int) -> bool:
        """Whether a decision without an edition for a year is one that must have set it.

        The original adopts all years. An amendment whose text is loaded set the tables
        that came with it; without any, it is a gap if its text changes figures. Of one
        that only other texts name, nothing says that it left the main year alone,
        which nearly all amend: a redaction prints only its last table of each year.
        """
        if known.decision.kind is DecisionKind.ORIGINAL:
            return True
        if year != self.budget.first_year:
            return False
        return not known.has_text or (known.has_figure_changes and not known.editions)


async def load_catalogue(connection: AsyncConnection, budget: BudgetAddress) -> Catalogue | None:
    """Reads what is known of a budget; None when it is not stored."""
    named = and_(
        _BUDGETS.c.place == budget.place,
        _BUDGETS.c.first_year == budget.first_year,
        _BUDGETS.c.last_year == budget.last_year,
    )
    catalogues = await load_catalogues(connection, named)
    return catalogues[0] if catalogues else None


async def load_catalogues(connection: AsyncConnection, which: ColumnElement[bool]) -> list[Catalogue]:
    """Reads what is known of the budgets for which a condition on the budget table holds."""
    return await connection.run_sync(_fetch_catalogues, which)


def fetch_catalogue(connection: Connection, budget_id: int) -> Catalogue | None:
    """Reads what is known of a budget by the id of its row, while it is being loaded."""
    catalogues = _fetch_catalogues(connection, _BUDGETS.c.id == budget_id)
    return catalogues[0] if catalogues else None


def _fetch_catalogues(connection: Connection, which: ColumnElement[bool]) -> list[Catalogue]:
    by_budget: dict[BudgetAddress, dict[int, list[Row[Any]]]] = {}
    for row in connection.execute(_query(which)):
        budget = BudgetAddress(row.budget_place, row.first_year, row.last_year)
        by_budget.setdefault(budget, {}).setdefault(row.id, []).append(row)
    return [Catalogue(budget, tuple(_gather_budget(decisions))) for budget, decisions in by_budget.items()]


def _query(which: ColumnElement[bool]) -> Select[Any]:
    """Decisions, each with all its editions beside all its texts: a few rows of each, in one answer."""
    has_figure_changes = exists().where(_FIGURE_CHANGES.c.decision_id == _DECISIONS.c.id)
    return (
        select(
            _BUDGETS.c.first_year,
            _BUDGETS.c.last_year,
            _BUDGETS.c.place.label("budget_place"),
            _DECISIONS,
            has_figure_changes.label("has_figure_changes"),
            _EDITIONS.c.id.label("edition_id"),
            _EDITIONS.c.year,
            _EDITIONS.c.language,
            _EDITIONS.c.appendix,
            _EDITIONS.c.unit,
            _EDITIONS.c.line_count,
            _EDITIONS.c.source_id,
            _SOURCES.c.file,
            _TEXTS.c.id.label("text_id"),
            _TEXTS.c.source_id.label("text_source_id"),
            _TEXTS.c.language.label("text_language"),
            _TEXTS.c.kind.label("text_kind"),
            _TEXTS.c.body,
            _TEXTS.c.url,
            _TEXT_SOURCES.c.file.label("text_file"),
            _TEXT_SOURCES.c.sha256,
        )
        .join(_DECISIONS, _DECISIONS.c.budget_id == _BUDGETS.c.id)
        .outerjoin(_EDITIONS, _EDITIONS.c.decision_id == _DECISIONS.c.id)
        .outerjoin(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
        .outerjoin(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
        .outerjoin(_TEXT_SOURCES, _TEXT_SOURCES.c.id == _TEXTS.c.source_id)
        .where(which)
        .order_by(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year, _DECISIONS.c.id)
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


def _gather_budget(decisions: Mapping[int, list[Row[Any]]]) -> Iterator[_Known]:
    """The decisions of one budget in adoption order, councils named in every language a text has."""
    ordered = sorted(decisions.values(), key=_adoption)
    texts = [_list_texts(rows) for rows in ordered]
    councils: dict[Language, str] = {}  # the newest name serves a decision read in one language only
    for stated in texts:
        councils.update(_first_stated(stated, "body"))
    # By file: a table that a redaction prints has the redaction's address, which is another decision's.
    addresses = {text.text_source_id: text.url for stated in texts for text in stated}
    for rows, stated in zip(ordered, texts, strict=True):
        yield _gather(rows, stated, councils, addresses)


def _gather(
    rows: list[Row[Any]],
    texts: Sequence[Row[Any]],
    councils: Mapping[Language, str],
    addresses: Mapping[int, str | None],
) -> _Known:
    """One decision from its rows, which hold each edition in each language beside each text."""
    row = rows[0]
    decision = DecisionInfo(
        kind=row.kind,
        bodies={**councils, **_first_stated(texts, "body")},
        place=row.budget_place,
        number=row.number,
        date=row.date,
        loaded=bool(texts) or row.edition_id is not None,
        urls=_first_stated(texts, "url"),
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
        )
        tables.setdefault(row.year, []).append(text)
    editions = tuple(
        StoredEdition(
            decision, year, tuple(sorted(tables[year], key=lambda text: _LANGUAGES.index(text.language)))
        )
        for year in sorted(tables)
    )
    return _Known(decision, editions, bool(texts), bool(rows[0].has_figure_changes))


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
