"""What the buttons do that take away what one looks at, as a file."""

from __future__ import annotations

from enum import StrEnum

from handlers.views.ways import DIRECT, ListedChanges, Way
from parser.dataclass import dataclass
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress


class TableKind(StrEnum):
    """What a table to take away is of; the values stand in buttons."""

    LINE = "l"  # a line with all that is printed below it
    PARTS = "i"  # the lines right inside a line, the largest first
    PARTS_BY_CODE = "k"  # the same in the order of their codes
    HISTORY = "h"  # a line's decisions
    BUDGET = "b"  # the whole budget that a line stands in
    OFFICE = "o"  # all that an office has
    OFFICE_HISTORY = "t"  # what each decision left of that
    CHANGES = "c"  # what a decision changed; the line is in the edition that it set


class TableForm(StrEnum):
    """The form of a file with a table; the values stand in buttons."""

    XLSX = "x"
    CSV = "v"


@dataclass(frozen=True, slots=True)
class TakeTable:
    """Choose in which form to take away a table of a line; `offset` is the page of the list to go back to."""

    line: LineAddress
    kind: TableKind
    way: Way = DIRECT
    offset: int = 0


@dataclass(frozen=True, slots=True)
class TakeChanges:
    """Choose in which form to take away what a decision changed.

    Attributes:
        decision: the decision.
        line: the one to go back to.
        listed: which of the changed lines were listed; all where None.
        offset: from which one on; None where the choice was opened from the page before that list.
        since: the decision after which the changes begin; None for those of one decision.
    """

    decision: DecisionAddress
    line: LineAddress
    listed: ListedChanges = None
    offset: int | None = None
    way: Way = DIRECT
    since: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class SendTable:
    """Send a table of a line as a file; of changes since a decision, `since` names that."""

    kind: TableKind
    line: LineAddress
    form: TableForm
    since: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class TakeAnswer:
    """Choose in which form to take away the answer to the question that the message replies to.

    `offset` is the page of the answer to go back to, `budget` the one that it was answered from.
    """

    offset: int
    budget: BudgetAddress


@dataclass(frozen=True, slots=True)
class SendAnswerTable:
    """Send the answer to the question that the message replies to as a file."""

    budget: BudgetAddress
    form: TableForm
