"""What the parser understood, as frozen records.

Amounts are exact integers in tenge, whatever unit was printed. Dates are
`datetime.date`. What a document does not state is `None`, never a guess.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum, StrEnum

from parser.dataclass import dataclass
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, Lack, Value


class Language(StrEnum):
    """A language councils publish in."""

    KK = "kk"
    RU = "ru"


class DecisionKind(StrEnum):
    """What a decision does to a budget."""

    ORIGINAL = "original"  # adopts the three-year budget
    AMENDMENT = "amendment"  # changes it
    REDACTION = "redaction"  # the original restated with its amendments


class Section(StrEnum):
    """The parts of a budget table, in the order of the Budget Code's structure."""

    REVENUE = "revenue"
    EXPENDITURE = "expenditure"
    NET_LENDING = "net_lending"
    FINANCIAL_ASSETS = "financial_assets"
    DEFICIT = "deficit"
    FINANCING = "financing"
    FINANCING_RECEIPTS = "financing_receipts"
    FINANCING_PAYMENTS = "financing_payments"


class Level(IntEnum):
    """Levels of the national budget classification; smaller stands higher. Sides never mix."""

    CATEGORY = 1
    CLASS = 3
    SUBCLASS = 4
    SPECIFIC = 5
    GROUP = 11
    SUBGROUP = 12
    ADMINISTRATOR = 13
    PROGRAM = 14
    SUBPROGRAM = 15


class PlaceUnit(StrEnum):
    """What places in a file are counted in."""

    LINE = "line"
    ROW = "row"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PAGE = "page"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """Where in a file something stands: a unit that a reader can count, from 1.

    `within` is what the number counts in when that is not the whole file. Written, a place is
    the same in every language, and `parse` reads it back: "line 53", "table 2, row 7".
    """

    unit: PlaceUnit
    number: int
    within: SourcePlace | None = None

    def __str__(self) -> str:
        return f"{self.within}, {self.unit} {self.number}" if self.within else f"{self.unit} {self.number}"

    @classmethod
    def parse(cls, text: str) -> SourcePlace:
        """Reads a written place.

        Raises:
            ValueError: the text is none.
        """
        outer, comma, last = text.rpartition(", ")
        unit, _, number = last.partition(" ")
        return cls(PlaceUnit(unit), int(number), cls.parse(outer) if comma else None)


@dataclass(frozen=True, slots=True)
class Source:
    """The file a document was read from."""

    file: str  # name without folders
    sha256: str  # of the file's bytes, hexadecimal; of a text of the archive, of its parts and facts as well
    format: str  # "txt", "html", "docx", "pdf", "csv", "xlsx"…
    language: Language | None


@dataclass(frozen=True, slots=True)
class DecisionRef:
    """A decision as another text refers to it.

    `url` is its official page, where the text gives one; which decision is meant does not hang on it.
    """

    number: str
    date: dt.date | None
    registration_number: str | None = None
    url: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """What a document says of the decision it prints."""

    kind: DecisionKind
    body: str | None  # "Тараз қалалық мәслихаты"
    place: str | None  # "Тараз"
    number: str
    date: dt.date
    registration_number: str | None = None
    registration_date: dt.date | None = None
    title: str | None = None
    amends: DecisionRef | None = None
    amended_by: tuple[DecisionRef, ...] = ()
    budget_years: tuple[int, int] | None = None
    in_force_from: dt.date | None = None
    url: str | None = None

    @property
    def ref(self) -> DecisionRef:
        """This decision as others refer to it."""
        return DecisionRef(self.number, self.date, self.registration_number)


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that the text replaces by another, in tenge."""

    clause: str  # "1.6": clause 1, subclause 6
    old: int
    new: int
    path: str | None  # None when no line could be told
    at: SourcePlace


@dataclass(frozen=True, slots=True)
class ClauseFigure:
    """One figure of the clause that adopts a budget (`доходы - 21 882 988 тысяч тенге`)."""

    clause: str  # "1.6": clause 1, subclause 6, as numbered in print
    name: str  # the words before the figure
    amount: int  # tenge
    path: str | None  # None when the words name no part of a budget
    printed: str  # the figure with its sign and unit
    at: SourcePlace
    place: str | None = None  # whose budget, where the clause names one
    year: int | None = None
    certain: bool = True  # False where sign or unit had to be guessed


@dataclass(frozen=True, slots=True)
class AppendixChange:
    """An appendix that an amendment replaces, and the appendix it is replaced by."""

    old: str  # the amended decision's appendix
    new: str | None  # this decision's appendix; None where it has one without a number
    at: SourcePlace


class AsideReason(StrEnum):
    """Why an appendix is no budget, or is not read as one."""

    PROGRAMS = "programs"
    PROTECTED = "protected"  # programs that no cut touches
    LAND = "land"
    TRANSFERS = "transfers"
    EXECUTION = "execution"  # what came in and was spent: a report, no plan
    NO_PLAN = "no-plan"  # a draft, a forecast, a request, an estimate, or by how much a plan is changed
    OTHER = "other"
    NO_EXPENDITURE = "no-expenditure"  # titled as a budget, and prints what comes in only
    COLUMN = "column"  # what stands in its column of amounts is no budget, or not known
    OTHER_DECISION = "other-decision"  # its stamp names one that the text has nothing to do with
    SEVERAL_PLACES = "several-places"  # each has a budget of its own, and this is neither's
    OTHER_PLACE = "other-place"  # its title names a place that the council is not of
    YEAR = "year"  # its budget has not, or it was over by then
    CHANGED_ROWS = "changed-rows"  # only these, not the whole budget
    UNIT = "unit"  # a budget of which nobody can say in what it counts


@dataclass(frozen=True, slots=True)
class SetAside:
    """An appendix that is no budget, such as a list of programs, or one that is not read for its reason.

    `lack` says what a table without such a title lacks to be one. Of a budget that is not read, `place` says
    whose it is and `year` of which year, where that is told.
    """

    appendix: str | None
    title: str
    reason: AsideReason
    at: SourcePlace
    lack: Lack | None = None
    place: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed row of an edition."""

    path: str  # identity across editions: "expenditure/04/464/009"
    level: int  # 0 for a section's total, then 1, 2, 3…
    section: Section
    codes: tuple[str, ...]  # as printed, from the top level down to this row
    name: str
    amount: int  # tenge
    row: int  # running number in the edition, from 1
    printed: str  # the row as it stands in the source
    amount_printed: str
    at: SourcePlace
    doubt: Doubt | None = None  # why the amount may not be what is printed for this name


@dataclass(frozen=True, slots=True)
class Edition:
    """A budget year's whole table as one decision left it."""

    place: str
    year: int
    appendix: str | None  # "1", "1-1"
    set_by: DecisionRef
    language: Language
    unit: int  # tenge in one printed unit: 1000 for "мың теңге"
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A place where the document disagrees with itself, or lacks a part of a budget. Shown, never repaired.

    `printed` is None for what is not there, `expected` where nothing says what it should be.
    """

    kind: DiscrepancyKind
    path: str
    printed: int | None
    expected: int | None
    place_in_source: str
    year: int | None = None
    certain: bool = True  # False: a reading near it was uncertain, the misreading may be ours
    place: str | None = None  # whose budget it is in
    set_by: DecisionRef | None = None  # the decision that set its table: a file may print two of one year


@dataclass(frozen=True, slots=True)
class Finding:
    """A reading that stayed uncertain.

    Raises:
        TypeError: the values are not those that the kind takes.
    """

    kind: FindingKind
    at: SourcePlace | None  # None where it is about no one place
    values: Mapping[str, Value]

    def __post_init__(self) -> None:
        if set(self.values) != set(self.kind.takes):
            raise TypeError(f"{self.kind} takes {self.kind.takes}, not {tuple(self.values)}")


@dataclass(frozen=True, slots=True)
class ParsedDecision:
    """Everything the parser understood of one file.

    `made_by` is the decision that made this version of the text, as its facts say; None of the original, and
    where no facts say it. `places` are those whose budgets it is, where it has no table of them that tells.
    """

    source: Source
    decision: Decision
    headline: Mapping[str, int | None]  # section name → tenge, as the text or the table states
    figure_changes: tuple[FigureChange, ...]
    editions: tuple[Edition, ...]
    discrepancies: tuple[Discrepancy, ...]
    warnings: tuple[Finding, ...] = ()
    clause_figures: tuple[ClauseFigure, ...] = ()
    appendix_changes: tuple[AppendixChange, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    made_by: DecisionRef | None = None
    places: tuple[str, ...] = ()
