"""The addresses of a budget, a decision, an edition and a line.

An address is made of what the documents print: a place and its years, a decision's number and
date, a budget year, a path. It means the same in every database that has the documents, whatever
the order they were loaded in; the ids of rows do not, and never leave storage.
"""

from __future__ import annotations

import datetime as dt
import re

from parser.dataclass import dataclass, replace


@dataclass(frozen=True, slots=True)
class BudgetAddress:
    """One place, one set of years: Тараз 2013–2015."""

    place: str
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class DecisionAddress:
    """A decision of a budget: № 12-3 of 8 April 2013."""

    number: str
    date: dt.date


def adoption_order(decision: DecisionAddress) -> tuple[object, ...]:
    """The key by which decisions are sorted: by date, and within a day by number, 9-3 before 10-3."""
    parts = re.split(r"(\d+)", decision.number)
    number = [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
    return decision.date, number, decision.number


@dataclass(frozen=True, slots=True)
class EditionAddress:
    """A budget year's table as a decision left it; `decision` None means the newest of the year."""

    budget: BudgetAddress
    year: int
    decision: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class LineAddress:
    """A line of an edition: `expenditure/04/464/009` of Тараз 2013–2015, 2013, as of № 12-3."""

    edition: EditionAddress
    path: str

    def beside(self, path: str) -> LineAddress:
        """Another line of the same edition."""
        return replace(self, path=path)

    def as_of(self, decision: DecisionAddress | None) -> LineAddress:
        """The same line in another edition of the year; in the newest one for None."""
        return replace(self, edition=replace(self.edition, decision=decision))
