"""What storage hands out: frozen records, read from the database and detached from it.

Amounts are integers in tenge. A record never says "unchanged" for "not known":
where an edition is not loaded, the change is `None` or the step is a gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from fractions import Fraction

from parser.dataclass import dataclass
from parser.kinds import DiscrepancyKind, Doubt
from parser.records import DecisionKind, Language, Section
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, LineAddress
from storage.reading.unread_rows import UnreadRow

Names = Mapping[Language, str]
"""What a line is called, by language; one in which no name is known is absent."""


@dataclass(frozen=True, slots=True)
class DecisionInfo:
    """A stored decision, or one that is known from another's text alone (`loaded` is then false).

    Attributes:
        bodies: the council's name, by language; in those in which some decision of the budget has it.
        urls: official pages, by language: those of its own texts, else one that another text refers to.
    """

    kind: DecisionKind
    place: str
    number: str
    date: dt.date
    loaded: bool
    bodies: Mapping[Language, str] = field(default_factory=dict)
    urls: Mapping[Language, str] = field(default_factory=dict)
    registration_number: str | None = None
    registration_date: dt.date | None = None
    in_force_from: dt.date | None = None

    @property
    def address(self) -> DecisionAddress:
        """The decision's address in its budget: its number and date."""
        return DecisionAddress(self.number, self.date)

    def body_in(self, language: Language) -> str | None:
        """The council's name in a language, else in the other one."""
        return _in_language(self.bodies, language)

    def url_in(self, language: Language) -> str | None:
        """The address of the text in a language, else of the other text."""
        return _in_language(self.urls, language)


def _in_language(texts: Mapping[Language, str], language: Language) -> str | None:
    return texts.get(language) or next(iter(texts.values()), None)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a table as a whole: it lacks a part, or a row cannot stand where it does.

    Attributes:
        kind: which of these.
        path: of the part or the row.
        printed: its amount in tenge; None for a part that is not there.
        expected: what it should be in tenge; None where nothing says.
    """

    kind: DiscrepancyKind
    path: str
    printed: int | None
    expected: int | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two figures of a line that should be one: what is printed, and what it should be by the rest.

    Attributes:
        kind: which comparison failed.
        printed, expected: in tenge; one of them is None where one of two texts lacks the line.
        certain: false where a reading near it was not, so that the mistake may be the parser's.
    """

    kind: DiscrepancyKind
    printed: int | None
    expected: int | None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """A budget year's table as one decision left it, in all languages it is loaded in.

    Attributes:
        decision: which set the table.
        appendix: its number as printed; None where nothing prints one.
        line_count: how many rows it has, in the text that amounts are read from.
        has_faults: whether something is wrong with one of its tables as a whole.
        unread: the rows that it prints and that could not be read.
    """

    budget: BudgetAddress
    year: int
    decision: DecisionInfo
    appendix: str | None
    languages: tuple[Language, ...]
    line_count: int
    has_faults: bool = False
    unread: tuple[UnreadRow, ...] = ()

    @property
    def address(self) -> EditionAddress:
        """The edition as its decision set it."""
        return EditionAddress(self.budget, self.year, self.decision.address)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in tenge, and why it may not be what a person sees on the page. A sum has all its doubts."""

    amount: int = 0
    doubt: Doubt | None = None

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.amount + other.amount, Doubt.gravest((self.doubt, other.doubt)))


@dataclass(frozen=True, slots=True)
class LineSummary:
    """A line of one edition as lists show it, with the names of its path in both languages.

    Attributes:
        names: by language. The name is the one that this edition prints in that language; else one that
            another edition prints for the path. A language without any name is absent.
        amount: in tenge. A path may be printed in several rows (an administrator's blocks in one group):
            then it is their sum.
        doubt: the gravest of these rows'.
    """

    path: str
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Names
    amount: int
    unit: int
    row: int  # of the first block
    doubt: Doubt | None
    language: Language  # of the text the row was read from


@dataclass(frozen=True, slots=True)
class LineInfo(LineSummary):
    """A line of one edition as it was printed; `blocks` are its rows in print order.

    Read from the database `names` are those that the edition prints; on a card they are complete.
    """

    file: str
    blocks: tuple[Block, ...]
    url: str | None = None  # of the text the row was read from

    def of_blocks(self, blocks: Iterable[Block]) -> LineInfo:
        """The line with some of its rows only, in print order."""
        some = tuple(blocks)
        return replace(
            self,
            blocks=some,
            amount=sum(block.amount for block in some),
            row=some[0].row,
            doubt=Doubt.gravest(block.doubt for block in some),
        )


@dataclass(frozen=True, slots=True)
class Block:
    """One printed row behind a line."""

    row: int
    amount: int
    amount_printed: str
    printed: str
    at: str  # place in the source file: "line 53"
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Parent:
    """A line above, and the share of it that the card's line is.

    `share` is None where the parent is zero or the signs make a share meaningless; `doubt` is that of both.
    """

    line: LineInfo
    share: Fraction | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """From an earlier edition to the card's one, in tenge.

    Attributes:
        since: the decision that set the earlier edition.
        old: None where the line was not there.
        delta: new less old; all of it where the line was not there.
        skipped: known decisions in between of which no table of the year is loaded.
        doubt: the gravest of both amounts.
        unread: those in between whose tables print the line with an amount that could not be read.
    """

    since: DecisionInfo
    old: int | None
    new: int
    delta: int
    skipped: tuple[DecisionInfo, ...] = ()
    doubt: Doubt | None = None
    unread: tuple[DecisionInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A line under another path: the same program with another administrator or group.

    `decision` set the first edition with the new path: the one before still has the old.
    """

    path: str  # the other path
    decision: DecisionInfo


@dataclass(frozen=True, slots=True)
class PlanDrift:
    """The same year and line in the neighbouring budget of the place: 2014 of 2013-2015 and of 2014-2016.

    Attributes:
        is_plan: whether the card's own year is the plan. Then `edition` is that year as the next budget
            first adopted it; otherwise `edition` is the plan, as it was last amended.
        delta: what was adopted less what was planned, in tenge; None where `edition` has no such line.
        doubt: the gravest of both amounts.
        unread: whether `edition` prints the line with an amount that could not be read.
    """

    is_plan: bool
    edition: EditionInfo
    amount: int | None
    delta: int | None
    doubt: Doubt | None = None
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in a line's ledger, oldest first.

    Attributes:
        loaded: whether its edition is, with the line as far as it prints it. If not, the step is a gap, and
            nothing else of it is known.
        amount: in tenge; None in a loaded edition that has no such line.
        delta: against the last loaded step before; None where there is none.
        path: the path that the line had then, if it was another one: a program that moved is followed.
        doubt: of the amount.
        delta_doubt: the gravest of both amounts that the delta is of.
        unread: of a gap: the edition is loaded and prints the line, but its amount could not be read.
    """

    decision: DecisionInfo
    loaded: bool
    amount: int | None
    delta: int | None
    path: str | None = None
    doubt: Doubt | None = None
    delta_doubt: Doubt | None = None
    unread: bool = False

    @property
    def both(self) -> tuple[int, int] | None:
        """The amounts before, zero of a line that came, and after; None where either is not known."""
        if self.amount is None or self.delta is None:
            return None
        return self.amount - self.delta, self.amount


@dataclass(frozen=True, slots=True)
class Children:
    """A page of the lines directly below a line.

    Attributes:
        lines: of the page.
        total: how many there are on all pages.
        offset: how many stand on the pages before.
        by_code: whether they are in the order of their codes, else the largest amount first.
    """

    lines: tuple[LineInfo, ...]
    total: int
    offset: int
    by_code: bool = False


@dataclass(frozen=True, slots=True)
class OtherYear:
    """Another year that has the line, with its address in the newest edition of that year."""

    year: int
    line: LineAddress


@dataclass(frozen=True, slots=True)
class Card:
    """All that is said of one line of one edition."""

    edition: EditionInfo
    newest: bool  # the newest edition of its year
    main_year: int  # the budget's main year; another `edition.year` is a plan
    line: LineInfo
    parents: tuple[Parent, ...]  # nearest first, the section's total last
    since_previous: Change | None  # None: no earlier edition is loaded
    since_original: Change | None  # None: the original is not loaded, or this is it
    ledger: tuple[Step, ...]
    children: Children
    discrepancies: tuple[Disagreement, ...]  # of the line in this edition
    faults: tuple[Fault, ...]  # of the edition's tables; every card of theirs says them
    continued_from: Move | None = None  # the line's path before, under another administrator or group
    continued_as: Move | None = None  # and after
    plan_drift: PlanDrift | None = None
    overall: Change | None = (
        None  # from the original to the last step of the ledger, whatever edition this is
    )
    other_years: tuple[OtherYear, ...] = ()  # in their order

    @property
    def unread(self) -> tuple[DecisionInfo, ...]:
        """The decisions on the year whose tables print the line with an amount that could not be read."""
        return tuple(step.decision for step in self.ledger if step.unread)

    @property
    def address(self) -> LineAddress:
        """The card's line. Of the newest edition no decision is named: what leads here stays up to date."""
        return self.printed_at.as_of(None) if self.newest else self.printed_at

    @property
    def printed_at(self) -> LineAddress:
        """The card's line as its decision set it: what is shown stays the same when a newer one is loaded."""
        return LineAddress(self.edition.address, self.line.path)
