"""A parsed file → rows, in one transaction: all of it or nothing.

What a file brings is keyed by what it is about, not by the file: an edition by budget,
decision, year and language. A decision's own file is the authority on the tables it set;
a redaction gives way to it, and a later redaction to an earlier one. Of two files with
equal right the one loaded last is stored, unless its reading is the worse one (`quality.py`);
a file that backs nothing any more is forgotten with its text, figure changes, discrepancies
and warnings.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any, Literal

from sqlalchemy import Connection, Row, bindparam, delete, func, select
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import DecisionKind, DecisionRef, Finding, Language, ParsedDecision
from parser.revision import PARSER_REVISION
from storage import models
from storage.engine import write
from storage.kept.state import StatePart, mark_changed
from storage.loading.crosschecks import compare_texts
from storage.loading.errors import IngestError, IngestErrorKind
from storage.loading.lines import remove_editions
from storage.loading.moved_names import TableYear, compare_names, list_moved_names
from storage.loading.one_number import with_usual_numbers
from storage.loading.placement import Placement
from storage.loading.precedence import Right, find_superseded
from storage.loading.rivals import Dispute, Rivals
from storage.loading.storable import check_storable
from storage.loading.unnoted import find_told, recall_settled, settle_version
from storage.loading.writing import (
    TableKey,
    find_edition_of,
    save_discrepancies,
    save_editions,
    save_findings,
    save_source,
    save_text,
)
from storage.models import table

_BUDGETS = table(models.Budget)
_DECISIONS = table(models.Decision)
_SOURCES = table(models.Source)
_TEXTS = table(models.DecisionText)
_EDITIONS = table(models.Edition)

_BACKED = select(func.count()).where(_EDITIONS.c.source_id == _SOURCES.c.id).scalar_subquery()
# Made once: making a statement takes longer than running it.
_SOURCE = select(_SOURCES.c.id, _SOURCES.c.revision, _BACKED.label("editions")).where(
    _SOURCES.c.sha256 == bindparam("sha256")
)

Status = Literal["new", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of a file: stored anew, known already, or stored instead of another one.

    The counts are the file's own, also when nothing had to be stored.
    """

    status: Status
    decision: DecisionRef
    editions: int
    lines: int
    discrepancies: int
    disputes: tuple[Dispute, ...] = ()  # over tables that another file has read better or worse
    findings: tuple[Finding, ...] = ()  # beside those of the parser
    settled: tuple[Finding, ...] = ()  # those of the parser that other versions have answered


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of a file, and what of the database that touched.

    Attributes:
        report: what became of the file.
        budgets: the ids of all budgets of which something may be another now.
        removed_editions: the ids of editions that are gone; a new one may have got the id of one of them.
    """

    report: IngestReport
    budgets: frozenset[int]
    removed_editions: frozenset[int]


@dataclass(frozen=True, slots=True)
class Restored:
    """A file as it is restored from an export, or read just now.

    `tables` says for each of its discrepancies in which of its editions it stands. An export
    has of a file only what it backs: unless it is `whole`, no other file is forgotten for it. `earlier`
    is the hash of the file as it was before, which goes.
    """

    revision: int  # of the parser that read it
    tables: Sequence[int | None]
    whole: bool = False
    earlier: str | None = None


async def ingest(
    sessions: async_sessionmaker[AsyncSession],
    parsed: ParsedDecision,
    *,
    restored: Restored | None = None,
    replace_better: bool = False,
) -> IngestReport:
    """Stores a parsed file in one transaction.

    Loading a file again changes nothing, unless a newer parser read it.

    Args:
        sessions: of a database whose schema is current.
        parsed: what the parser understood.
        restored: what an export says of the file besides.
        replace_better: whether a worse reading may take the place of a better one.

    Returns:
        What was done, once it is committed.

    Raises:
        UnknownDecisionError: its budget, or the decision that set one of its tables, cannot be
            told until another file is loaded.
        IngestError: the file contradicts itself, or all its tables are stored from files that were
            read better; the database is as it was.
    """

    def store(connection: Connection) -> IngestReport:
        return ingest_on(connection, parsed, restored=restored, replace_better=replace_better).report

    return await write(sessions, store)


def ingest_on(
    connection: Connection,
    parsed: ParsedDecision,
    *,
    restored: Restored | None = None,
    replace_better: bool = False,
    earlier: str | None = None,
) -> Ingested:
    """Does within a transaction what `ingest` does in one of its own.

    Args:
        connection: in the transaction, as the only writer. What is written is not undone by an error.
        parsed: see `ingest`, also for the other arguments and errors.
        restored: what an export says of the file besides.
        replace_better: whether a worse reading may take the place of a better one.
        earlier: the hash of the file as it was before: it goes, whatever this one says.

    Returns:
        What was done, and what it touched.
    """
    language = check_storable(parsed)
    parsed = with_usual_numbers(parsed)
    context = restored or Restored(
        PARSER_REVISION,
        [find_edition_of(parsed.editions, found) for found in parsed.discrepancies],
        whole=True,
        earlier=earlier,
    )
    ingestion = _Ingestion(connection, parsed, language, context, replace_better=replace_better)
    status = ingestion.run()
    report = IngestReport(
        status,
        parsed.decision.ref,
        editions=len(parsed.editions),
        lines=sum(len(edition.lines) for edition in parsed.editions),
        discrepancies=len(parsed.discrepancies),
        disputes=ingestion.disputes,
        findings=ingestion.list_findings(),
        settled=tuple(found for found in parsed.warnings if found not in ingestion.parsed.warnings),
    )
    return Ingested(report, ingestion.budgets, frozenset(ingestion.removed))


class _Ingestion:
    """One file on its way into the tables: what its steps hand to each other."""

    def __init__(
        self,
        connection: Connection,
        parsed: ParsedDecision,
        language: Language,
        context: Restored,
        *,
        replace_better: bool,
    ) -> None:
        self.disputes: tuple[Dispute, ...] = ()
        self.removed: set[int] = set()  # editions
        self._replace_better = replace_better
        self.parsed = parsed  # with what stays uncertain once it is stored
        self._connection = connection
        self._language = language
        self._context = context
        self._placement = Placement(connection, parsed, language)
        self._touched: set[tuple[int, int]] = set()  # decisions and years of editions that came or went
        self._years: set[TableYear] = set()  # of which one came or went
        self._has_moved = True  # some name may stand at another code than in other editions

    @property
    def budgets(self) -> frozenset[int]:
        """The budgets that were opened."""
        return self._placement.budgets

    def list_findings(self) -> tuple[Finding, ...]:
        """What stays uncertain of the file beside what the parser found, once it was run."""
        moved = list_moved_names(self._connection, self.parsed.source.sha256) if self._has_moved else ()
        return (*find_told(self._connection, self.parsed), *moved)

    def run(self) -> Status:
        same = self._find_source(self.parsed.source.sha256)
        is_known = same is not None and same.revision >= self._context.revision
        if same is not None and is_known and same.editions == len(self.parsed.editions):
            if self._context.whole:
                self.parsed = recall_settled(self._connection, self.parsed, same.id)
            return "unchanged"
        if same is None and self._context.earlier is not None:
            same = self._find_source(self._context.earlier)
        decisions = self._placement.place_editions()
        own = None if same is None else same.id
        if self._context.whole:
            self.parsed = settle_version(self._connection, self.parsed, self._placement, own)
        rivals = Rivals(self._connection, self.parsed, self._placement.tables)
        stored, won = rivals.stored, self._find_won(rivals, own)
        held = {key for key, row in stored.items() if same is not None and row.source_id == same.id}
        if is_known and held == won:
            return "unchanged"
        mark_changed(self._connection, StatePart.BUDGETS)
        if same is not None:
            self._remove_source(same.id)
        beaten = [row for key, row in stored.items() if key in won and key not in held]
        self._remove_editions(beaten)
        source_id = save_source(self._connection, self.parsed.source, self._context.revision)
        for decision_id, place in decisions.items():
            decision = replace(self.parsed.decision, place=place)
            save_text(self._connection, decision, self._language, decision_id, source_id)
        kept = [table for table in self._placement.tables if table.key in won]
        save_editions(self._connection, kept, self.parsed.decision.number, source_id)
        self._touched |= {(table.key.decision_id, table.key.year) for table in kept}
        self._years |= {TableYear(table.budget_id, table.key.year, table.key.language) for table in kept}
        main = next(iter(decisions))
        save_findings(self._connection, self.parsed, main, source_id)
        about = [
            None if number is None else self._placement.tables[number] for number in self._context.tables
        ]
        found = zip(self.parsed.discrepancies, about, strict=True)
        save_discrepancies(self._connection, found, main, source_id)
        forgotten = self._forget_superseded(list(decisions), source_id, {row.source_id for row in beaten})
        self._placement.settle()
        compare_texts(self._connection, self._touched)
        self._has_moved = compare_names(self._connection, kept, self._years)
        return "replaced" if same is not None or beaten or forgotten else "new"

    def _find_source(self, sha256: str) -> Any | None:  # noqa: ANN401 - a row
        """A file as it is stored, if it is, with the number of editions that come from it."""
        return self._connection.execute(_SOURCE, {"sha256": sha256}).one_or_none()

    def _find_won(self, rivals: Rivals, own_source: int | None) -> Collection[TableKey]:
        """Which of the file's tables are to be stored.

        Raises:
            IngestError: other files have read all of them better, and print the same text.
        """
        later = len(self.parsed.decision.amended_by)
        restated = self.parsed.decision.kind is DecisionKind.REDACTION
        rights: dict[TableKey, Right] = {}
        for edition_table in self._placement.tables:
            own = self._placement.find(edition_table.budget_id, self.parsed.decision.ref)
            rights[edition_table.key] = Right(frozenset() if restated else frozenset({own}), later)
        contest = rivals.contest(own_source, rights, self._context.tables, replace=self._replace_better)
        self.disputes = contest.disputes
        lost = [dispute for dispute in contest.disputes if dispute.kept and dispute.equal]
        if own_source is None and lost and len(lost) == len(self._placement.tables):
            first = lost[0]
            raise IngestError(
                IngestErrorKind.WORSE_READING,
                self.parsed.decision.ref,
                year=first.year,
                language=first.language,
                file=first.file,
                loss=first.verdict.loss,
                count=first.verdict.count,
            )
        return contest.won

    def _remove_source(self, source_id: int) -> None:
        """Removes a file with all that was read from it."""
        of_text = select(_DECISIONS.c.budget_id).join(_TEXTS, _TEXTS.c.decision_id == _DECISIONS.c.id)
        of_edition = select(_EDITIONS.c.budget_id).where(_EDITIONS.c.source_id == source_id)
        query = select(_BUDGETS).where(
            _BUDGETS.c.id.in_(of_text.where(_TEXTS.c.source_id == source_id)) | _BUDGETS.c.id.in_(of_edition)
        )
        for budget in (self._connection.execute(query)).all():
            self._placement.open_budget(budget)
        editions = self._connection.execute(select(_EDITIONS).where(_EDITIONS.c.source_id == source_id))
        self._remove_editions(editions.all())
        self._connection.execute(delete(_SOURCES).where(_SOURCES.c.id == source_id))

    def _remove_editions(self, rows: Sequence[Row[Any]]) -> None:
        remove_editions(self._connection, [row.id for row in rows])
        self.removed |= {row.id for row in rows}
        self._touched |= {(row.decision_id, row.year) for row in rows}
        self._years |= {TableYear(row.budget_id, row.year, row.language) for row in rows}

    def _forget_superseded(self, decisions: Sequence[int], source_id: int, beaten: set[int]) -> int:
        """Removes the files that this one replaces whole; returns how many."""
        if not self._context.whole:
            return 0
        found = find_superseded(
            self._connection, self.parsed, self._language, decisions, beaten=beaten, source_id=source_id
        )
        for superseded in found:
            self._remove_source(superseded)
        return len(found)
