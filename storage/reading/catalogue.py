"""A budget's decisions and editions in the order they were adopted.

Amendments take effect backwards, from 1 January, so only the adoption date says
which edition followed which. Everything known of one budget is a few dozen rows
(`catalogue_query.py` reads them): what comes before or is missing is told from them.

Where an edition is stored in two languages, amounts are read from the Kazakh text,
and from the Russian one where only that has the line (the order of `Language`).
Both texts are equally authentic; a fixed choice keeps every answer the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from parser.dataclass import dataclass
from parser.records import DecisionKind, Language
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.records import DecisionInfo, EditionInfo, Names
from storage.reading.unread_rows import UnreadRow


class CalledLine(Protocol):
    """A line with the names that it is printed under."""

    @property
    def path(self) -> str:
        """Which line it is."""

    @property
    def names(self) -> Names:
        """Its names by language."""


@dataclass(frozen=True, slots=True)
class EditionText:
    """An edition in one language: a row of the edition table.

    Attributes:
        id: of the row; it means nothing in another state of the database.
        unit: tenge in one printed unit.
        line_count: how many rows it prints.
        source_id, file: the loaded file that it was read from.
        unread: the rows that it prints and that could not be read.
    """

    id: int
    language: Language
    appendix: str | None
    unit: int
    line_count: int
    source_id: int
    file: str
    url: str | None  # of the file
    has_faults: bool = False  # something is wrong with it as a whole
    unread: tuple[UnreadRow, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition with its texts; the first of them is the one that amounts are read from."""

    decision: DecisionInfo
    year: int
    texts: tuple[EditionText, ...]

    @property
    def key(self) -> int:
        """The edition's key while one state of the database is read; it means nothing afterwards."""
        return self.texts[0].id

    @property
    def text_ids(self) -> tuple[int, ...]:
        """The rows of its texts."""
        return tuple(text.id for text in self.texts)

    @property
    def unread(self) -> tuple[UnreadRow, ...]:
        """The rows that its texts print and that could not be read."""
        return tuple(row for text in self.texts for row in text.unread)

    def prints_unread(self, path: str, names: Iterable[str]) -> bool:
        """Whether it prints a line that it lacks: its row could not be read, so it was not removed.

        Args:
            path: of a line of which no row of the edition is stored.
            names: what the line is called, in any language.
        """
        told = tuple(names) if self.unread else ()
        return any(row.is_of(path, told) for row in self.unread)

    def list_unread_rows(
        self, lines: Collection[str], known: Iterable[CalledLine] = ()
    ) -> tuple[UnreadRow, ...]:
        """The rows that surely are lines and could not be read, in no text of it.

        Args:
            lines: the paths of all its lines.
            known: lines that are told by themselves: their rows are left out.
        """
        told = [(line.path, tuple(line.names.values())) for line in known]
        return tuple(
            row
            for row in self.unread
            if row.is_line and row.path not in lines and not any(row.is_of(*line) for line in told)
        )


@dataclass(frozen=True, slots=True)
class KnownDecision:
    """A decision with the tables it set, as far as they are stored."""

    decision: DecisionInfo
    editions: tuple[StoredEdition, ...]  # by year
    has_text: bool  # and not only other texts name it
    has_figure_changes: bool  # in its text, outside the tables
    left_tables_alone: bool = False  # the version that it made is loaded, with the tables of those before it


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One decision in the ledger of a year. `edition` None is a gap: its table for the year is not loaded."""

    decision: DecisionInfo
    edition: StoredEdition | None


class Catalogue:
    """What is known of one budget, in adoption order."""

    def __init__(self, budget: BudgetAddress, known: tuple[KnownDecision, ...]) -> None:
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

    def trace(self, year: int) -> tuple[LedgerEntry, ...]:
        """The decisions that concern a year, each with its edition or as a gap."""
        return tuple(self._trace(year))

    def find_previous(self, edition: StoredEdition) -> StoredEdition | None:
        """The stored edition of the same year that was adopted just before."""
        editions = [stored for stored in self.editions if stored.year == edition.year]
        index = editions.index(edition)
        return editions[index - 1] if index else None

    def find_before(self, edition: StoredEdition, month: int) -> StoredEdition | None:
        """The stored edition that was in force when a month of the year began, else the year's first.

        It may be the edition itself, where nothing changed since. None where there is only one.
        """
        editions = [stored for stored in self.editions if stored.year == edition.year]
        earlier = editions[: editions.index(edition) + 1]
        begins = dt.date(edition.year, month, 1)
        before = [stored for stored in earlier if stored.decision.date < begins]
        return (before or earlier)[-1 if before else 0] if len(earlier) > 1 else None

    def list_skipped(self, earlier: StoredEdition, later: StoredEdition) -> tuple[DecisionInfo, ...]:
        """The decisions adopted between two editions of a year whose own editions are not loaded."""
        trace = self.trace(later.year)
        order = [entry.decision.address for entry in trace]
        start, end = order.index(earlier.decision.address), order.index(later.decision.address)
        return tuple(entry.decision for entry in trace[start:end] if entry.edition is None)

    def edition_info(self, edition: StoredEdition) -> EditionInfo:
        """What is told of an edition outside of this folder."""
        first = edition.texts[0]
        languages = tuple(text.language for text in edition.texts)
        return EditionInfo(
            self.budget,
            edition.year,
            edition.decision,
            first.appendix,
            languages,
            first.line_count,
            any(text.has_faults for text in edition.texts),
            _unread_in_all(edition.texts),
        )

    def _trace(self, year: int) -> Iterator[LedgerEntry]:
        for known in self._known:
            edition = next((edition for edition in known.editions if edition.year == year), None)
            if edition is not None or self._lacks(known, year):
                yield LedgerEntry(known.decision, edition)

    def _lacks(self, known: KnownDecision, year: int) -> bool:
        """Whether a decision without an edition for a year has one all the same that is not loaded: a gap.

        - The original has one for every year.
        - Of later years nothing is supposed: few amendments touch them.
        - Of the first year, an amendment whose text is loaded lacks one if its text changes figures and no
          table came with it.
        - Of the first year, an amendment that only other texts name lacks one: nearly all amend that year.
          It does not if the version that it made is loaded and prints the tables as before (`passed_by.py`).
        """
        if known.decision.kind is DecisionKind.ORIGINAL:
            return True
        if year != self.budget.first_year or known.left_tables_alone:
            return False
        return not known.has_text or (known.has_figure_changes and not known.editions)


def _unread_in_all(texts: Sequence[EditionText]) -> tuple[UnreadRow, ...]:
    """The rows that surely are lines and could not be read in any text: what one lacks another has."""
    first, *others = ([row for row in text.unread if row.is_line] for text in texts)
    of_others = [{row.path for row in rows} for rows in others]
    return tuple(row for row in first if all(row.path in paths for paths in of_others))
