"""What was asked for and is not there: the answer says so, and is of something else or of nothing."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from parser.dataclass import dataclass


class MissingKind(StrEnum):
    """What is missing. The texts that say so are called after it, and `ask --json` prints it."""

    PLACE = "place"
    RANK = "rank"  # the budget of another rank, the value: an oblast's, a district's, the country's
    PLACE_BESIDE = "place-beside"  # one of several that are named: another one is loaded
    YEAR = "year"
    YEAR_BESIDE = "year-beside"  # of places that are compared: none of them has it
    DECISION = "decision"
    DECISION_YEAR = "decision-year"  # a table of the year in a decision that is loaded
    DATE = "date"
    MONTH = "month"
    SEASON = "season"  # decisions of a part of the year
    LINE = "line"  # in the year asked for
    EDITION_LINE = "edition-line"  # as the decision asked for left it
    ORIGINAL = "original"  # the original budget of a year
    AMOUNT = "amount"  # a line with it
    AMOUNT_ELSEWHERE = "amount-elsewhere"  # a line with it, of those that are named or in that edition
    AMOUNT_SUMMAND = "amount-summand"  # a line with it: one that is a sum of printed rows has such a row
    STANDING = "standing"  # a decision that is named by its order
    EARLIER = "earlier"  # a decision before the one at hand
    LATER = "later"
    CONTEXT = "context"  # what a message goes on from
    MORE = "more"  # lines after those shown
    OTHER = "other"  # what was meant instead of the line before
    NO_REST = "no-rest"  # anything besides a total
    NOT_PLAIN = "not-plain"  # plain amounts to be told together
    OTHER_EDITIONS = "other-editions"  # one edition of lines that are to be told together
    WITHOUT_EDITION = "without-edition"  # an amount without one decision or year
    BOUNDED_CHANGES = "bounded-changes"  # changes within bounds
    WHICH_PLACE = "which-place"  # of several that are loaded


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that was asked for and is not there. `value` is what, as asked for; empty where unsaid.

    `place` is whose year is not there, as its budget is called; `further` are more places that are not;
    `year` is the one that a decision has no table of.
    """

    kind: MissingKind
    value: str
    place: str = field(default="", compare=False)
    further: tuple[str, ...] = ()
    year: int | None = field(default=None, compare=False)

    @property
    def values(self) -> tuple[str, ...]:
        """All that is missing."""
        return (self.value, *self.further)


OF_PLACE = frozenset({MissingKind.PLACE, MissingKind.PLACE_BESIDE})
"""The kinds that are about a place of which nothing is loaded."""

OF_EDITION = frozenset(
    {
        *(MissingKind.YEAR, MissingKind.DECISION, MissingKind.DATE, MissingKind.MONTH, MissingKind.SEASON),
        *(MissingKind.DECISION_YEAR, MissingKind.ORIGINAL, MissingKind.STANDING),
        *(MissingKind.EARLIER, MissingKind.LATER),
    }
)
"""Where the edition that is asked for is not there, and the lines are from another one."""
