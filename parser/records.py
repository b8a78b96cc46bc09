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
class Paragraph:
    """A paragraph of running text, its printed lines joined."""

    text: str
    at: SourcePlace


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: a header's labels, or code, name and amount (empty where nothing is printed).

    `printed` is the row as it stands in the source. `run_on` says that the name
    and the amount were printed in one run, so that a number at the name's end
    may have been taken for the amount's first digits; `doubt`, why its amount may not be its own:
    `Doubt.UNSURE` where it may lack a line of its name, have one of the row beside it, or stand in
    the wrong year. `section` and `level` are given only where the layout tells them; with a
    `column`, `level` is what that column's label says, which a code may contradict. `rivals` are the
    same row as other readings of a picture have it, where they differ; None where it is no picture.
    `amount_label` is, on a header row, what stands over the amounts that are read, where no year does.
    `no_budget_label` is, on a header row, the label over the amounts where it says that they are no
    budget's, or where of several columns nobody knows what is in the first. `spoken` is the name in
    Kazakh and in Russian where the table prints both, one of them empty where the row has only the other.
    """

    cells: tuple[str, ...]
    at: SourcePlace
    printed: str
    header: bool = False
    run_on: bool = False
    doubt: Doubt | None = None
    section: Section | None = None
    level: Level | None = None
    table: int = 0  # number of the table in the document, 0 where the form has no tables
    column: int | None = None  # the code's place among the table's code columns, from 0 at the left
    amounts: tuple[str, ...] = ()  # all amounts of the row, where the table has several columns of them
    years: tuple[int | None, ...] = ()  # on a header row: the years that head those columns
    rivals: tuple[Row, ...] | None = None
    amount_label: str | None = None
    no_budget_label: str | None = None
    spoken: tuple[str, str] | None = None


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
class NamedAct:
    """An act as an archive names it.

    `requisite` says in Russian who adopted it, when, under which number, and where it is registered:
    `Решение Хромтауского районного маслихата … от 4 января 2019 года № 276. Зарегистрировано …`.
    """

    code: str | None = None
    requisite: str | None = None
    titles: Mapping[Language, str] = field(default_factory=dict)
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ActFacts:
    """The facts of one version of an act.

    `version_dates` are the days on which the acts were adopted that left each language's text as it is;
    `urls` are the official pages of these texts. `causes` are the acts that made this version and those
    before it, as far as the archive names them: the original has none. `adopters` are the codes of the bodies
    that adopted the act on the day `adopted_on`. `repealed_by` ended it and changed nothing in it. `unread`
    are facts that are stated and cannot be read.
    """

    act: NamedAct = NamedAct()
    version_dates: Mapping[Language, dt.date] = field(default_factory=dict)
    urls: Mapping[Language, str] = field(default_factory=dict)
    causes: tuple[NamedAct, ...] = ()
    adopters: tuple[str, ...] = ()
    adopted_on: dt.date | None = None
    repealed_by: NamedAct | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A file as paragraphs and table rows in reading order.

    `declared` holds what a format states by itself, key by key (our CSV form);
    it is empty for documents whose text must be read. `facts` is what an archive states of the act beside
    its text, `facts_unread` why such a statement could not be read. `readings` are its blocks as other
    readings of its pictures have them; there are none where no page is a picture. `findings` are what its
    reader was not sure of.
    """

    source: Source
    blocks: tuple[Paragraph | Row, ...]
    declared: Mapping[str, str] = field(default_factory=dict)
    readings: tuple[tuple[Paragraph | Row, ...], ...] = ()
    facts: ActFacts | None = None
    facts_unread: str | None = None
    findings: tuple[Finding, ...] = ()


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
