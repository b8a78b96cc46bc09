"""A parsed file → rows, in one transaction: all of it or nothing.

What a file brings is keyed by what it is about, not by the file: an edition by
decision, year and language, a text by decision and language. Another file for the
same thing takes its place, and a file that backs nothing any more is forgotten
with its figure changes, discrepancies and warnings.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from sqlalchemy import Row, Table, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, Language, ParsedDecision
from storage import models
from storage.decisions import IngestError, KnownDecisions, describe, find_budget
from storage.engine import begin_write
from storage.lines import add_lines, insert_all
from storage.models import table

__all__ = ["IngestError", "IngestReport", "ingest"]

_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_EDITIONS = table(models.Edition)
_FIGURE_CHANGES = table(models.FigureChange)
_DISCREPANCIES = table(models.Discrepancy)
_WARNINGS = table(models.ParserWarning)

_LARGEST = 2**63 - 1  # what an amount's column holds


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of a file: stored anew, known already, or stored instead of another one.

    The counts are the file's own, also when nothing had to be stored.
    """

    status: Literal["new", "unchanged", "replaced"]
    decision: DecisionRef
    editions: int
    lines: int
    discrepancies: int


async def ingest(sessions: async_sessionmaker[AsyncSession], parsed: ParsedDecision) -> IngestReport:
    """Stores a parsed file in one transaction.

    Loading a file again changes nothing. Of two files for the same edition the one
    loaded last is stored.

    Args:
        sessions: of a database whose schema is current.
        parsed: what the parser understood.

    Returns:
        What was done, once it is committed.

    Raises:
        IngestError: the file contradicts itself, or its budget cannot be told;
            the database is as it was.
    """
    language = _check(parsed)
    async with sessions() as session:
        connection = await begin_write(session)
        status = await _Ingestion(connection, parsed, language).run()
        await session.commit()
    return IngestReport(
        status,
        parsed.decision.ref,
        editions=len(parsed.editions),
        lines=sum(len(edition.lines) for edition in parsed.editions),
        discrepancies=len(parsed.discrepancies),
    )


def _check(parsed: ParsedDecision) -> Language:
    """Refuses what the tables could not hold faithfully; returns the language of the text."""
    who = describe(parsed.decision.ref)
    for edition in parsed.editions:
        rows = Counter(line.row for line in edition.lines)
        twice = [row for row, count in rows.items() if count > 1]
        if twice:
            raise IngestError(f"{who}: row {twice[0]} of {edition.year} stands twice")
        for line in edition.lines:
            if abs(line.amount) > _LARGEST:
                raise IngestError(f"{who}, {line.at}: {line.amount_printed} is no amount of money")
    languages = [parsed.source.language, *(edition.language for edition in parsed.editions)]
    for known in languages:
        if known is not None:
            return known
    raise IngestError(f"{who}: the language of the text is not known")


class _StoredFile(NamedTuple):
    id: int
    editions: int  # that still come from it


class _Ingestion:
    """One file on its way into the tables: what its steps hand to each other."""

    def __init__(self, connection: AsyncConnection, parsed: ParsedDecision, language: Language) -> None:
        self._connection = connection
        self._parsed = parsed
        self._language = language
        self._setters: list[int] = []  # for every edition of the file, the decision that set it
        self._edition_ids: list[int] = []
        self._superseded: set[int] = set()  # files of which something is replaced

    async def run(self) -> Literal["new", "unchanged", "replaced"]:
        same = await self._find_source()
        if same is not None and same.editions == len(self._parsed.editions):
            return "unchanged"
        budget = await find_budget(self._connection, self._parsed)
        known = await KnownDecisions.load(self._connection, budget)
        texts = await self._find_texts(known.find(self._parsed.decision.ref))
        decision_id = await known.add_text(self._parsed, self._language, has_kazakh=Language.KK in texts)
        undated = await self._add_mentions(known)
        await self._find_setters(known, range(budget.first_year, budget.last_year + 1))

        if same is not None:
            await self._clear_source(same.id)
        removed = await self._remove_editions()
        source_id = await self._save_source(None if same is None else same.id)
        await self._save_text(decision_id, source_id, texts.get(self._language))
        await self._add_editions(budget.id, source_id)
        await add_lines(self._connection, self._parsed.editions, self._edition_ids)
        await self._add_findings(decision_id, source_id)
        await self._add_warnings(source_id, undated)
        forgotten = await self._forget_sources(self._superseded - {source_id})
        return "replaced" if same is not None or removed or forgotten else "new"

    async def _find_source(self) -> _StoredFile | None:
        """This very file as it is stored, if it is."""
        backed = select(func.count()).where(_EDITIONS.c.source_id == _SOURCES.c.id).scalar_subquery()
        query = select(_SOURCES.c.id, backed.label("editions"))
        found = await self._connection.execute(query.where(_SOURCES.c.sha256 == self._parsed.source.sha256))
        row = found.one_or_none()
        return None if row is None else _StoredFile(*row)

    async def _find_texts(self, decision_id: int | None) -> dict[Language, Row[Any]]:
        found = await self._connection.execute(select(_TEXTS).where(_TEXTS.c.decision_id == decision_id))
        return {row.language: row for row in found}

    async def _add_mentions(self, known: KnownDecisions) -> list[DecisionRef]:
        """Stores the decisions that the text names; returns those named without a date and not known."""
        decision = self._parsed.decision
        if decision.amends is not None:
            await known.add_mention(decision.amends, DecisionKind.ORIGINAL)
        return [
            ref for ref in decision.amended_by if await known.add_mention(ref, DecisionKind.AMENDMENT) is None
        ]

    async def _find_setters(self, known: KnownDecisions, years: range) -> None:
        who = describe(self._parsed.decision.ref)
        seen: set[tuple[int, int, Language]] = set()
        for edition in self._parsed.editions:
            table_of = f"{who}: the table for {edition.year} in {edition.language}"
            if edition.year not in years:
                raise IngestError(f"{table_of} is outside the budget's years, {years[0]}-{years[-1]}")
            setter = await known.add_mention(edition.set_by, DecisionKind.AMENDMENT)
            if setter is None:
                raise IngestError(
                    f"{table_of} is set by {describe(edition.set_by)}, whose date is not stated"
                )
            key = (setter, edition.year, edition.language)
            if key in seen:
                raise IngestError(f"{table_of}, set by {describe(edition.set_by)}, stands there twice")
            seen.add(key)
            self._setters.append(setter)

    async def _clear_source(self, source_id: int) -> None:
        """Empties a file that is loaded again after another one took a part of its place."""
        await self._connection.execute(delete(_EDITIONS).where(_EDITIONS.c.source_id == source_id))
        for findings in (_FIGURE_CHANGES, _DISCREPANCIES, _WARNINGS):
            await self._connection.execute(delete(findings).where(findings.c.source_id == source_id))

    async def _remove_editions(self) -> int:
        """Removes the editions this file prints anew, with their lines; returns how many."""
        keys = {
            (setter, edition.year, edition.language)
            for setter, edition in zip(self._setters, self._parsed.editions, strict=True)
        }
        stored = await self._connection.execute(
            select(_EDITIONS).where(_EDITIONS.c.decision_id.in_(sorted(set(self._setters))))
        )
        old = [row for row in stored if (row.decision_id, row.year, row.language) in keys]
        if old:
            ids = [row.id for row in old]
            await self._connection.execute(delete(_EDITIONS).where(_EDITIONS.c.id.in_(ids)))
            self._superseded |= {row.source_id for row in old}
        return len(old)

    async def _save_source(self, known_id: int | None) -> int:
        source = self._parsed.source
        values = {
            "sha256": source.sha256,
            "file": source.file,
            "format": source.format,
            "language": source.language,
            "loaded_at": dt.datetime.now(dt.UTC),
        }
        if known_id is None:
            return await self._insert(_SOURCES, values)
        await self._connection.execute(update(_SOURCES).where(_SOURCES.c.id == known_id).values(values))
        return known_id

    async def _save_text(self, decision_id: int, source_id: int, known: Row[Any] | None) -> None:
        """Makes this file the decision's text, unless it only brings tables and a text is known."""
        title = self._parsed.decision.title
        if known is None:
            values = {"decision_id": decision_id, "language": self._language, "title": title}
            await self._insert(_TEXTS, {**values, "source_id": source_id})
        elif title is not None or known.title is None or not self._parsed.editions:
            news = {"title": title or known.title, "source_id": source_id}
            await self._connection.execute(update(_TEXTS).where(_TEXTS.c.id == known.id).values(news))
            self._superseded.add(known.source_id)

    async def _add_editions(self, budget_id: int, source_id: int) -> None:
        for setter, edition in zip(self._setters, self._parsed.editions, strict=True):
            values = {
                "budget_id": budget_id,
                "decision_id": setter,
                "year": edition.year,
                "language": edition.language,
                "appendix": edition.appendix,
                "unit": edition.unit,
                "line_count": len(edition.lines),
                "source_id": source_id,
            }
            self._edition_ids.append(await self._insert(_EDITIONS, values))

    async def _add_findings(self, decision_id: int, source_id: int) -> None:
        changes = [
            {
                "source_id": source_id,
                "decision_id": decision_id,
                "clause": change.clause,
                "old": change.old,
                "new": change.new,
                "path": change.path,
                "at": str(change.at),
            }
            for change in self._parsed.figure_changes
        ]
        await insert_all(self._connection, _FIGURE_CHANGES, changes)
        discrepancies = []
        for found in self._parsed.discrepancies:
            place = self._find_table(found.year)
            discrepancies.append(
                {
                    "source_id": source_id,
                    "decision_id": decision_id if place is None else self._setters[place],
                    "edition_id": None if place is None else self._edition_ids[place],
                    "kind": found.kind,
                    "path": found.path,
                    "printed": found.printed,
                    "expected": found.expected,
                    "place_in_source": found.place_in_source,
                    "year": found.year,
                }
            )
        await insert_all(self._connection, _DISCREPANCIES, discrepancies)

    def _find_table(self, year: int | None) -> int | None:
        """The index of the only edition a discrepancy of that year can be about."""
        years = [edition.year for edition in self._parsed.editions]
        if year is None:
            return 0 if len(years) == 1 else None
        return years.index(year) if years.count(year) == 1 else None

    async def _add_warnings(self, source_id: int, undated: Sequence[DecisionRef]) -> None:
        warnings = [(warning.text, warning.place_in_source) for warning in self._parsed.warnings]
        warnings += [
            (f"{describe(ref)} is left out of the ledger: its date is not stated", "amending decisions")
            for ref in undated
        ]
        await insert_all(
            self._connection,
            _WARNINGS,
            [{"source_id": source_id, "text": text, "place_in_source": place} for text, place in warnings],
        )

    async def _forget_sources(self, source_ids: set[int]) -> int:
        """Removes files that back nothing any more, with what was found in them; returns how many."""
        if not source_ids:
            return 0
        backs_edition = exists().where(_EDITIONS.c.source_id == _SOURCES.c.id)
        backs_text = exists().where(_TEXTS.c.source_id == _SOURCES.c.id)
        gone = delete(_SOURCES).where(_SOURCES.c.id.in_(source_ids), ~backs_edition, ~backs_text)
        return (await self._connection.execute(gone)).rowcount

    async def _insert(self, into: Table, values: dict[str, Any]) -> int:
        new_id = await self._connection.scalar(insert(into).values(values).returning(into.c.id))
        return int(new_id)
