"""The lines that an answer shows, a page of them at a time."""

from __future__ import annotations

from parser.dataclass import dataclass
from storage.reading.address import LineAddress
from storage.reading.records import Card, EditionInfo, LineSummary


@dataclass(frozen=True, slots=True)
class Match:
    """A line that may be meant: what a button or a list shows of it, and its card where one was wanted.

    In a list an office that stands in several functional groups is one match: `line` has the sum of its
    lines, `groups` says how many these are, and the address is that of the largest.
    """

    address: LineAddress
    line: LineSummary
    parent: LineSummary | None  # the nearest line above that is printed
    score: float  # 0 to 1
    edition: EditionInfo  # that the amount is printed in
    card: Card | None = None
    groups: int = 1

    @property
    def path(self) -> str:
        """The line's path."""
        return self.address.path

    @property
    def printed_at(self) -> LineAddress:
        """The line as the decision of its edition set it, also where that is the newest."""
        return self.address.as_of(self.edition.decision.address)

    @property
    def place(self) -> str:
        """The place whose budget it is."""
        return self.edition.budget.place


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the lines that answer a question: from `offset` on, of `total`."""

    matches: tuple[Match, ...]
    total: int
    offset: int = 0


LINES_OF_TOTALS = 5  # inside each total, where the budget itself is shown
LIST_PAGE = 10  # lines of a list in one message


def list_size(limit: int, count: int | None) -> int:
    """How many lines a page of a list has.

    Args:
        limit: how many are wanted at most, where that is more than a message has.
        count: how many the question asks for.
    """
    return limit if limit > LIST_PAGE else min(count or LIST_PAGE, LIST_PAGE)
