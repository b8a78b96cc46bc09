"""Reading what is known of budgets: one query, whose rows are gathered by decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from parser.kinds import OF_SKELETON
from parser.records import DecisionKind, Language
from storage.kept.reader import StoredReader
from storage.reading.address import BudgetAddress, DecisionAddress, adoption_order
from storage.reading.catalogue import Catalogue, EditionText, KnownDecision, StoredEdition
from storage.reading.passed_by import LEFT_TABLES_ALONE
from storage.reading.records import DecisionInfo
from storage.reading.unread_rows import UNREAD, UnreadRow, fetch_unread_rows
from storage.statements import RowShape, TextConnection, Where, fetch_rows, is_in, read_date

_LANGUAGES = tuple(Language)

_Unread = Mapping[int, tuple[UnreadRow, ...]]
"""The rows of editions that could not be read, by the edition's row."""


class _CatalogueRow(NamedTuple):
    """A decision with one of its editions beside one of its texts, as far as it has any."""

    first_year: int
    last_year: int
    budget_place: str
    id: int
    kind: DecisionKind
    number: str
    date: dt.date
    registration_number: str | None
    registration_date: dt.date | None
    in_force_from: dt.date | None
    url: str | None
    has_figure_changes: bool
    left_tables_alone: bool
    edition_id: int | None
    year: int
    language: Language
    appendix: str | None
    unit: int
    line_count: int
    source_id: int
    has_faults: bool
    has_unread: bool
    file: str
    text_id: int | None
    text_source_id: int
    text_language: Language
    text_kind: DecisionKind
    body: str | None
    text_url: str | None
    text_file: str
    sha256: str


_ROWS = RowShape(
    _CatalogueRow,
    kind=DecisionKind,
    date=read_date,
    registration_date=read_date,
    in_force_from=read_date,
    language=Language,
    text_language=Language,
    text_kind=DecisionKind,
)
_OF_SKELETON, _UNREAD = is_in("discrepancy.kind", OF_SKELETON), is_in("finding.kind", UNREAD)
# Decisions, each with all its editions beside all its texts: a few rows of each, in one answer.
_QUERY = f"""
SELECT budget.first_year, budget.last_year, budget.place,
  decision.id, decision.kind, decision.number, decision.date, decision.registration_number,
  decision.registration_date, decision.in_force_from, decision.url,
  EXISTS (SELECT 1 FROM figure_change WHERE figure_change.decision_id = decision.id),
  CASE WHEN edition.id IS NULL AND decision_text.id IS NULL THEN {LEFT_TABLES_ALONE} ELSE FALSE END,
  edition.id, edition.year, edition.language, edition.appendix, edition.unit, edition.line_count,
  edition.source_id,
  EXISTS (SELECT 1 FROM discrepancy WHERE discrepancy.edition_id = edition.id AND {_OF_SKELETON.sql}),
  EXISTS (SELECT 1 FROM finding WHERE finding.source_id = edition.source_id AND {_UNREAD.sql}),
  source.file,
  decision_text.id, decision_text.source_id, decision_text.language, decision_text.kind, decision_text.body,
  decision_text.url, text_source.file, text_source.sha256
FROM budget JOIN decision ON decision.budget_id = budget.id
  LEFT JOIN edition ON edition.decision_id = decision.id
  LEFT JOIN source ON source.id = edition.source_id
  LEFT JOIN decision_text ON decision_text.decision_id = decision.id
  LEFT JOIN source AS text_source ON text_source.id = decision_text.source_id
WHERE """  # noqa: S608 - its parts are ours
_VALUES = *_OF_SKELETON.values, *_UNREAD.values


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
    return await reader.run_sync(_fetch_catalogues, is_in("budget.place", places))


def fetch_catalogue(connection: TextConnection, budget_id: int) -> Catalogue | None:
    """Reads what is known of a budget by the id of its row, while it is being loaded."""
    catalogues = _fetch_catalogues(connection, Where("budget.id = ?", (budget_id,)))
    return catalogues[0] if catalogues else None


def _fetch_catalogues(connection: TextConnection, which: Where) -> list[Catalogue]:
    by_budget: dict[BudgetAddress, dict[int, list[_CatalogueRow]]] = {}
    partly_read: set[int] = set()
    for row in _ROWS.read(fetch_rows(connection, _QUERY + which.sql, (*_VALUES, *which.values))):
        budget = BudgetAddress(row.budget_place, row.first_year, row.last_year)
        by_budget.setdefault(budget, {}).setdefault(row.id, []).append(row)
        if row.has_unread:
            partly_read.add(row.source_id)
    unread = fetch_unread_rows(connection, partly_read) if partly_read else {}
    return [
        Catalogue(budget, tuple(_gather_budget(decisions, unread))) for budget, decisions in by_budget.items()
    ]


def text_order(language: Language, kind: DecisionKind, file: str, sha256: str) -> tuple[object, ...]:
    """Sorts the texts of a decision: the Kazakh first, the decision's own before a redaction's."""
    return _LANGUAGES.index(language), kind is DecisionKind.REDACTION, file, sha256


def _list_texts(rows: Iterable[_CatalogueRow]) -> list[_CatalogueRow]:
    """What the files say of a decision, the most telling text first."""
    texts = {row.text_id: row for row in rows if row.text_id is not None}
    return sorted(
        texts.values(),
        key=lambda row: text_order(row.text_language, row.text_kind, row.text_file, row.sha256),
    )


def _gather_budget(decisions: Mapping[int, list[_CatalogueRow]], unread: _Unread) -> Iterator[KnownDecision]:
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
    rows: list[_CatalogueRow],
    texts: Sequence[_CatalogueRow],
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
    for edition_id, row in {row.edition_id: row for row in rows}.items():
        if edition_id is None:
            continue
        text = EditionText(
            id=edition_id,
            language=row.language,
            appendix=row.appendix,
            unit=row.unit,
            line_count=row.line_count,
            source_id=row.source_id,
            file=row.file,
            url=addresses.get(row.source_id),
            has_faults=bool(row.has_faults),
            unread=unread.get(edition_id, ()),
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


def _first_stated(texts: Iterable[_CatalogueRow], name: str) -> dict[Language, str]:
    """What texts state in each language, from the first one that does."""
    stated: dict[Language, str] = {}
    for text in texts:
        value = getattr(text, name)
        if value is not None:
            stated.setdefault(text.text_language, value)
    return stated


def _adoption(rows: list[_CatalogueRow]) -> tuple[object, ...]:
    return adoption_order(DecisionAddress(rows[0].number, rows[0].date))
