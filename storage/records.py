"""What storage hands out: frozen records, read from the database and detached from it.

Amounts are integers in tenge. A record never says "unchanged" for "not known":
where an edition is not loaded, the change is `None` or the step is a gap.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from parser.records import DecisionKind, Language, Section


@dataclass(frozen=True, slots=True)
class BudgetInfo:
    """One place, one set of years, adopted by one original decision."""

    id: int
    place: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class DecisionInfo:
    """A stored decision, or one that is only known from another's text (`loaded` false)."""

    id: int
    kind: DecisionKind
    body: str | None
    place: str
    number: str
    date: dt.date
    loaded: bool
    url: str | None = None
    registration_number: str | None = None
    registration_date: dt.date | None = None
    in_force_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class EditionInfo:
    """A budget year's table as one decision left it, in all languages it is loaded in."""

    budget: BudgetInfo
    year: int
    decision: DecisionInfo
    appendix: str | None
    languages: tuple[Language, ...]
    line_count: int


@dataclass(frozen=True, slots=True)
class LineInfo:
    """A line of one edition, with the names of its path in both languages.

    `names` holds the name printed in this edition where it was printed in that
    language, else the newest one printed for the same path; a language without
    any name is absent. `blocks` are the rows of the path in print order when it
    is printed several times (an administrator's blocks in one group); `amount`
    is their sum.
    """

    path: str
    section: Section
    level: int
    codes: tuple[str, ...]
    names: Mapping[Language, str]
    amount: int
    unit: int
    row: int  # of the first block
    language: Language  # of the text the row was read from
    file: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One printed row behind a line."""

    row: int
    amount: int
    amount_printed: str
    printed: str
    at: str  # place in the source file: "line 53"


@dataclass(frozen=True, slots=True)
class Parent:
    """A line above, and the share of it that the card's line is.

    `share` is None where the parent is zero or the signs make a share meaningless.
    """

    line: LineInfo
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Change:
    """From an earlier edition to the card's one. `old` is None where the line was not there."""

    since: DecisionInfo
    old: int | None
    new: int
    delta: int
    skipped: tuple[DecisionInfo, ...] = ()  # known decisions in between that are not loaded


@dataclass(frozen=True, slots=True)
class Step:
    """One decision in a line's ledger, oldest first.

    A decision without a loaded edition is a gap: `loaded` false, nothing else
    known. `amount` None with `loaded` true says that the edition has no such line.
    `delta` is against the last loaded step before, None where there is none.
    """

    decision: DecisionInfo
    loaded: bool
    amount: int | None
    delta: int | None


@dataclass(frozen=True, slots=True)
class Children:
    """The lines directly below, largest amount first, a page of them."""

    lines: tuple[LineInfo, ...]
    total: int
    offset: int


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
    discrepancies: int  # stored discrepancies that touch the path in this edition


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of the difference between two editions."""

    path: str
    names: Mapping[Language, str]
    old: int | None
    new: int | None
    delta: int
    status: str  # "changed", "added", "removed" or "renamed"


@dataclass(frozen=True, slots=True)
class Gap:
    """A printed total whose change is not the sum of the changes of its leaves."""

    path: str
    printed_delta: int
    sum_of_leaf_deltas: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What a decision changed in one budget year, against the previous loaded edition.

    `totals` maps revenue, expenditure and deficit to (old, new). `previous` None
    says that no earlier edition is loaded, and then there are no lines.
    """

    edition: EditionInfo
    previous: DecisionInfo | None
    skipped: tuple[DecisionInfo, ...]
    totals: Mapping[str, tuple[int | None, int | None]]
    lines: tuple[ChangedLine, ...]
    reconciled: bool
    gap: tuple[Gap, ...]
