"""The tables of budgets, and of words that were asked in. They describe what the migrations build.

Only migrations create anything. Those of people stand in `storage.people_models`.

Amounts are whole tenge in 64 bits. What was printed stands beside what was
understood. Each name is stored once (`Name`), and the lines of an edition lie
together in path order (the primary key of `Line`), so a card reads a few
neighbouring pages however many editions are stored.

Read and write through `table(Model).c`: columns cost a fraction of objects, and
20,000 lines a second are written with them.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import BigInteger, Column, Integer, UniqueConstraint
from sqlmodel import Field

from parser.kinds import Doubt, Value
from parser.records import DecisionKind, Language, Section
from storage.columns import Codes, Moment, Values, reference, values_of
from storage.stored import NAMING_CONVENTION, Stored, table

__all__ = [
    "NAMING_CONVENTION",
    "Budget",
    "BudgetKey",
    "Decision",
    "DecisionText",
    "Discrepancy",
    "Edition",
    "FigureChange",
    "Finding",
    "Line",
    "MadeNames",
    "MissedQuestion",
    "Name",
    "NameBlock",
    "PathName",
    "Source",
    "Stored",
    "StoredState",
    "TaughtPhrase",
    "TextReference",
    "table",
]


class Budget(Stored, table=True):
    """One place, one set of years."""

    __table_args__ = (UniqueConstraint("place", "first_year", "last_year"),)

    id: int | None = Field(default=None, primary_key=True)
    place: str
    first_year: int
    last_year: int


class BudgetKey(Stored, table=True):
    """A hash by which buttons and links name a budget: one for each name its place is printed under.

    Follows from the texts that are loaded (`storage.loading.budget_keys`). A link made while only
    the Russian text was loaded opens the budget when the Kazakh one has given the place its name.
    """

    __tablename__ = "budget_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: str = Field(primary_key=True)
    budget_id: int = Field(sa_column=reference("budget.id", cascade=True, index=True))
    place: str


class Decision(Stored, table=True):
    """An act that adopts or amends a budget; perhaps known only from another's text.

    All of it follows from the loaded texts (`storage.loading.decisions`). `kind` is "original"
    or "amendment": a redaction is a text of the original.
    """

    __table_args__ = (UniqueConstraint("budget_id", "number", "date"),)

    id: int | None = Field(default=None, primary_key=True)
    budget_id: int = Field(sa_column=reference("budget.id"))
    kind: DecisionKind = Field(sa_column=Column(values_of(DecisionKind), nullable=False))
    number: str
    date: dt.date = Field(index=True)
    registration_number: str | None = None
    registration_date: dt.date | None = None
    in_force_from: dt.date | None = None
    url: str | None = None  # its official page, as other texts give it


class Source(Stored, table=True):
    """A loaded file that something stored was read from. It goes with the last such thing.

    `revision` is that of the parser that read it: a newer one reads the file anew.
    """

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    file: str
    format: str
    language: Language | None = Field(sa_column=Column(values_of(Language), nullable=True))
    revision: int
    loaded_at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False))


class DecisionText(Stored, table=True):
    """What one file says of the decision it prints, in the language of the file."""

    __tablename__ = "decision_text"
    __table_args__ = (UniqueConstraint("decision_id", "source_id"),)

    id: int | None = Field(default=None, primary_key=True)
    decision_id: int = Field(sa_column=reference("decision.id"))
    source_id: int = Field(sa_column=reference("source.id", cascade=True, index=True))
    language: Language = Field(sa_column=Column(values_of(Language), nullable=False))
    kind: DecisionKind = Field(sa_column=Column(values_of(DecisionKind), nullable=False))
    place: str | None = Field(default=None, index=True)
    title: str | None = None
    body: str | None = None
    url: str | None = None
    registration_number: str | None = None
    registration_date: dt.date | None = None
    in_force_from: dt.date | None = None


class TextReference(Stored, table=True):
    """A decision as a text names it: what the text amends, or what amended it."""

    __tablename__ = "mention"

    id: int | None = Field(default=None, primary_key=True)
    text_id: int = Field(sa_column=reference("decision_text.id", cascade=True, index=True))
    amends: bool  # else the named decision amended the text's
    number: str
    date: dt.date | None = None
    registration_number: str | None = None
    url: str | None = None


class Edition(Stored, table=True):
    """A budget year's table in one language, as the decision that set it left it."""

    __table_args__ = (UniqueConstraint("budget_id", "decision_id", "year", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    budget_id: int = Field(sa_column=reference("budget.id"))
    decision_id: int = Field(sa_column=reference("decision.id", index=True))
    year: int
    language: Language = Field(sa_column=Column(values_of(Language), nullable=False))
    appendix: str | None = None
    unit: int
    set_by_registration: str | None = None  # of the decision, as the heading names it
    line_count: int  # stored, so that a list of editions need not count millions of lines
    source_id: int = Field(sa_column=reference("source.id", index=True))


class Name(Stored, table=True):
    """A name as printed, once however many lines carry it.

    A name stays when its last line goes: finding that out would cost an index over all lines.
    `PathName` says which names are in use.
    """

    __table_args__ = (UniqueConstraint("language", "text"),)

    id: int | None = Field(default=None, primary_key=True)
    language: Language = Field(sa_column=Column(values_of(Language), nullable=False))
    text: str


class PathName(Stored, table=True):
    """A name that a path has somewhere, and how many editions print it so.

    A few thousand rows however many lines are stored: names of a path and the search
    index are read from here. A pair goes with the last edition that prints it. The key keeps the
    names of a place together: a decision counts all of its own, and writes few pages for that.
    """

    __tablename__ = "path_name"
    __table_args__ = ({"sqlite_with_rowid": False},)

    name_id: int = Field(sa_column=reference("name.id", key=True))
    path: str = Field(primary_key=True, index=True)
    editions: int


class NameBlock(Stored, table=True):
    """The state of names whose ids lie together: see `storage.kept.name_blocks`."""

    __tablename__ = "name_block"
    __table_args__ = ({"sqlite_with_rowid": False},)

    block: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=False))
    number: int = Field(sa_column=Column(BigInteger, nullable=False))


class MadeNames(Stored, table=True):
    """Names of some state made ready for a start on any machine: see `storage.search.shipped_names`."""

    __tablename__ = "made_names"

    made_of: str = Field(primary_key=True)
    number: int = Field(sa_column=Column(BigInteger, nullable=False))  # of the state
    blocks: str  # JSON: the numbers of its blocks of names
    columns: bytes  # packed and compressed, as the printed ones
    printed: bytes


class Line(Stored, table=True):
    """One printed row. The key keeps an edition's rows together, a path before what is below it."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    edition_id: int = Field(sa_column=reference("edition.id", cascade=True, key=True))
    path: str = Field(primary_key=True)
    row: int = Field(primary_key=True)
    level: int
    section: Section = Field(sa_column=Column(values_of(Section), nullable=False))
    codes: tuple[str, ...] = Field(sa_column=Column(Codes(), nullable=False))
    name_id: int = Field(sa_column=reference("name.id"))
    amount: int = Field(sa_column=Column(BigInteger, nullable=False))
    amount_printed: str
    printed: str
    at: str
    doubt: Doubt | None = Field(sa_column=Column(values_of(Doubt), nullable=True))


class FigureChange(Stored, table=True):
    """A figure that a decision's text replaces by another."""

    __tablename__ = "figure_change"

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(sa_column=reference("source.id", cascade=True, index=True))
    decision_id: int = Field(sa_column=reference("decision.id", index=True))
    clause: str
    old: int = Field(sa_column=Column(BigInteger, nullable=False))
    new: int = Field(sa_column=Column(BigInteger, nullable=False))
    path: str | None = None
    at: str


class Discrepancy(Stored, table=True):
    """A place where documents disagree; `edition_id` when it is in that table.

    `printed` or `expected` is null where one of two texts lacks the line. It is not `certain`
    where a reading near it was not: the mistake may be the parser's.
    """

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(sa_column=reference("source.id", cascade=True, index=True))
    decision_id: int = Field(sa_column=reference("decision.id", index=True))
    edition_id: int | None = Field(sa_column=reference("edition.id", cascade=True, index=True, nullable=True))
    kind: str
    path: str
    printed: int | None = Field(sa_column=Column(BigInteger, nullable=True))
    expected: int | None = Field(sa_column=Column(BigInteger, nullable=True))
    place_in_source: str
    year: int | None = None
    certain: bool = True


class Finding(Stored, table=True):
    """A reading that stayed uncertain: what kind, where, and with which values."""

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(sa_column=reference("source.id", cascade=True, index=True))
    kind: str
    place_in_source: str | None = None  # null where it is about no one place
    values: dict[str, Value] = Field(sa_column=Column("values", Values(), nullable=False))


class MissedQuestion(Stored, table=True):
    """Words that found nothing, and how often; never who asked."""

    __tablename__ = "missed_question"

    words: str = Field(primary_key=True)
    count: int
    last_on: dt.date


class TaughtPhrase(Stored, table=True):
    """Everyday words that an operator has taught, and what the line that they mean is called."""

    __tablename__ = "taught_phrase"

    words: str = Field(primary_key=True)
    language: Language = Field(sa_column=Column(values_of(Language), nullable=False))
    kazakh: str | None = None
    russian: str | None = None
    taught_at: dt.datetime = Field(sa_column=Column(Moment(), nullable=False))


class StoredState(Stored, table=True):
    """A number that rises whenever something else is stored in a part of the database."""

    __tablename__ = "stored_state"

    part: str = Field(primary_key=True)
    number: int = Field(sa_column=Column(BigInteger, nullable=False))
