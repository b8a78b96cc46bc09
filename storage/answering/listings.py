"""The answers that list lines: those inside a line, the largest, those between bounds."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.question.bounds import Bounds
from parser.question.intents import Intent, ListedLevel
from storage.answering.page import Match, Page
from storage.answering.request import Heard


class ListOrder(StrEnum):
    """Which lines a listing shows: the largest first, the smallest first, or all that a line consists of."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class RankedLine:
    """A line whose place among its like is asked for.

    Attributes:
        match: the line; of an office, all that it has.
        number: its place: 1 for the one that has most; lines of one amount share it.
    """

    match: Match
    number: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines inside a line.

    Attributes:
        heard: what was asked.
        whole: the line; of an office that stands in several groups, one of its lines.
        page: of the lines, in their order.
        total: what they are a share of: the amount of the line, of an office in all its groups, without what
            is taken out of it.
        without: what is taken out of it.
        out_of: how many lines of their level there are, of which not all may be asked for.
        amount: the sum of all of these.
        doubt: the gravest of the amounts in it.
        others: lines that may be meant instead of the whole, where it is not sure.
        unread: words of the question that no list and no line has; then the list is only offered.
        is_partly_read: whether the whole leaves other words of the question unsaid.
        kind: the words that all of the lines are found by, where no line holds them; then the whole is the
            total of their side, and the list is only offered.
        ranked: those of the lines whose places are asked for; then the list is of all lines of their level.
    """

    heard: Heard
    whole: Match
    page: Page
    total: int
    without: tuple[Match, ...] = ()
    out_of: int = 0
    amount: int = 0
    doubt: Doubt | None = None
    others: tuple[Match, ...] = ()
    unread: tuple[str, ...] = ()
    is_partly_read: bool = False
    kind: str = ""
    ranked: tuple[RankedLine, ...] = ()

    @property
    def average(self) -> int | None:
        """What one line has on the average, to the unit of the table, where that is asked."""
        if not (self.heard.question.frame.average and self.out_of):
            return None
        unit = self.whole.line.unit
        return round(Fraction(self.amount, self.out_of * unit)) * unit

    @property
    def is_computed(self) -> bool:
        """Whether the total is printed nowhere."""
        return self.total != self.whole.line.amount or self.whole.groups > 1

    @property
    def order(self) -> ListOrder:
        """The order that the question asks for."""
        if self.heard.question.frame.smallest:
            return ListOrder.SMALLEST
        largest = self.heard.question.intent is Intent.LARGEST or self.unread
        return ListOrder.LARGEST if largest else ListOrder.ALL


@dataclass(frozen=True, slots=True)
class BoundedList:
    """The lines inside a line whose amounts lie within the bounds of the question, counted and summed.

    Attributes:
        heard: what was asked.
        whole: the line.
        page: of the lines, largest first; perhaps none.
        level: that they are of, so that no tenge is counted twice; None for the lowest lines.
        out_of: how many lines of that level the line has.
        amount: the sum of the lines, all of them and not only of the page.
        total: what they are a share of: the amount of the line, of an office in all its groups, without what
            is taken out of it.
        doubt: the gravest of the amounts in the sum.
        bounds: the amounts that they lie between.
        without: what is taken out.
        by: the line whose amount is the bound (`больше, чем на культуру`), or of which the bound is a share
            (`больше 10 % бюджета`); None for other bounds.
        others: lines that may be meant instead of the whole, where it is not sure.
        is_partly_read: whether the whole leaves words of the question unsaid.
        unread: these words, where no line has any of them and the lines of all are told.
    """

    heard: Heard
    whole: Match
    page: Page
    level: ListedLevel | None
    out_of: int
    amount: int
    total: int
    bounds: Bounds
    doubt: Doubt | None = None
    without: tuple[Match, ...] = ()
    by: Match | None = None
    others: tuple[Match, ...] = ()
    is_partly_read: bool = False
    unread: tuple[str, ...] = ()
