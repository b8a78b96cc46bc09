"""Which of a file's tables are stored where other files have brought the same ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from parser.dataclass import dataclass
from parser.kinds import FindingKind
from parser.records import Discrepancy, Language, ParsedDecision
from storage import models
from storage.loading.precedence import Right, load_rights
from storage.loading.quality import Quality, Verdict, find_loss
from storage.loading.writing import EditionTable, TableKey
from storage.models import table

_DISCREPANCIES = table(models.Discrepancy)
_EDITIONS = table(models.Edition)
_FINDINGS = table(models.Finding)
_LINES = table(models.Line)
_SOURCES = table(models.Source)

# Made once: making a statement takes longer than running it.
_SET_BY = (
    select(_EDITIONS, _SOURCES.c.file)
    .join(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
    .where(_EDITIONS.c.decision_id.in_(bindparam("setters", expanding=True)))
)
_DOUBTED = select(_LINES.c.path, _LINES.c.doubt).where(_LINES.c.edition_id == bindparam("edition"))
_FOUND = select(_DISCREPANCIES.c.kind, _DISCREPANCIES.c.path).where(
    _DISCREPANCIES.c.edition_id == bindparam("edition")
)

# A row that was read with doubt, or left out.
_DOUBTS = frozenset(
    {
        FindingKind.AMOUNT_MISSING,
        FindingKind.CELLS_UNSURE,
        FindingKind.CODE_UNSURE,
        FindingKind.DIGITS_ODDLY_SPACED,
        FindingKind.LEVELS_UNSURE,
        FindingKind.NAME_SLIPPED,
        FindingKind.NAME_UNSURE,
        FindingKind.ROW_SET_ASIDE,
        FindingKind.SCANNED,
    }
)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A table that two files have read differently well, and what became of it.

    Attributes:
        year: of the budget.
        language: of the table.
        file: the other one, that is stored.
        verdict: what the worse reading lost.
        worse: whether the file at hand has the worse one.
        kept: whether the other file's table stays.
        equal: whether both have the same right to bring it: they print the same text.
    """

    year: int
    language: Language
    file: str
    verdict: Verdict
    worse: bool
    kept: bool
    equal: bool


@dataclass(frozen=True, slots=True)
class Contest:
    """What came of a file's tables: which of them are stored, and where two readings differed."""

    won: frozenset[TableKey]
    disputes: tuple[Dispute, ...]


class Rivals:
    """The tables that other files have brought for what a file prints."""

    def __init__(
        self, connection: Connection, parsed: ParsedDecision, tables: Sequence[EditionTable]
    ) -> None:
        self._connection = connection
        self._parsed = parsed
        self._tables = tables
        self.stored = self._find_stored()

    def contest(
        self,
        own_source: int | None,
        rights: Mapping[TableKey, Right],
        found_in: Sequence[int | None],
        *,
        replace: bool,
    ) -> Contest:
        """Decides which of the file's tables are stored.

        The better right wins, of equal ones the table loaded last; a reading that lost something never
        wins over one that did not, nor one that lost much for its better right.

        Args:
            own_source: the file itself where it is stored: it is read anew, whatever it reads now.
            rights: of the file to each of its tables.
            found_in: in which of the tables each of its discrepancies stands.
            replace: whether a worse reading may win.
        """
        rivals = {key: row for key, row in self.stored.items() if row.source_id != own_source}
        rights_of_rivals = (
            load_rights(self._connection, {row.source_id for row in rivals.values()}) if rivals else {}
        )
        won: set[TableKey] = set()
        disputes: list[Dispute] = []
        for number, edition_table in enumerate(self._tables):
            key = edition_table.key
            row = rivals.get(key)
            if row is None:
                won.add(key)
                continue
            found = [
                each
                for each, its_table in zip(self._parsed.discrepancies, found_in, strict=True)
                if its_table == number
            ]
            ranks = rights[key].rank(key.decision_id), rights_of_rivals[row.source_id].rank(key.decision_id)
            wins, dispute = self._decide(edition_table, found, row, ranks, replace=replace)
            if wins:
                won.add(key)
            if dispute is not None:
                disputes.append(dispute)
        return Contest(frozenset(won), tuple(disputes))

    def _decide(
        self,
        edition_table: EditionTable,
        found: Iterable[Discrepancy],
        row: Row[Any],
        ranks: tuple[tuple[int, int], tuple[int, int]],
        *,
        replace: bool,
    ) -> tuple[bool, Dispute | None]:
        """Whether a table wins over a stored one, and what is to be said of it."""
        own, stored = self._read_quality(edition_table, found), self._load_quality(row)
        (own_rank, stored_rank), equal = ranks, ranks[0] == ranks[1]
        lost = find_loss(own, stored)
        if lost is not None:
            wins = own_rank <= stored_rank and (replace or not (equal or lost.grave))
            told = equal or (own_rank <= stored_rank and lost.grave)
            return wins, self._dispute(row, lost, wins=wins, worse=True, equal=equal) if told else None
        lost = find_loss(stored, own)
        wins = own_rank <= stored_rank or (lost is not None and lost.grave)
        told = lost is not None and wins and (equal or lost.grave)
        if lost is None or not told:
            return wins, None
        return wins, self._dispute(row, lost, wins=wins, worse=False, equal=equal)

    def _dispute(self, row: Row[Any], lost: Verdict, *, wins: bool, worse: bool, equal: bool) -> Dispute:
        return Dispute(row.year, row.language, row.file, lost, worse=worse, kept=not wins, equal=equal)

    def _find_stored(self) -> dict[TableKey, Row[Any]]:
        """The editions that are stored for what the file prints, each with the file that brought it."""
        wanted = {edition_table.key for edition_table in self._tables}
        if not wanted:
            return {}
        setters = sorted({key.decision_id for key in wanted})
        rows = self._connection.execute(_SET_BY, {"setters": setters})
        stored = {TableKey(row.decision_id, row.year, row.language): row for row in rows}
        return {key: row for key, row in stored.items() if key in wanted}

    def _read_quality(self, edition_table: EditionTable, found: Iterable[Discrepancy]) -> Quality:
        lines = edition_table.edition.lines
        doubts = sum(finding.kind in _DOUBTS for finding in self._parsed.warnings)
        return Quality(
            frozenset(line.path for line in lines),
            len(lines),
            frozenset((each.kind, each.path) for each in found),
            sum(line.doubt is not None for line in lines),
            doubts if len(self._tables) == 1 else None,
        )

    def _load_quality(self, row: Row[Any]) -> Quality:
        lines = self._connection.execute(_DOUBTED, {"edition": row.id}).all()
        found = self._connection.execute(_FOUND, {"edition": row.id})
        return Quality(
            frozenset(line.path for line in lines),
            len(lines),
            frozenset((each.kind, each.path) for each in found),
            sum(line.doubt is not None for line in lines),
            self._count_doubts(row.source_id, _DOUBTS),
        )

    def _count_doubts(self, source_id: int, kinds: Collection[str]) -> int | None:
        """How many rows of a stored file were read with doubt; None where it has brought other tables too."""
        editions = select(func.count()).where(_EDITIONS.c.source_id == source_id)
        if self._connection.scalar(editions) != 1:
            return None
        doubts = select(func.count()).where(
            _FINDINGS.c.source_id == source_id, _FINDINGS.c.kind.in_(list(kinds))
        )
        return int(self._connection.scalar(doubts) or 0)
