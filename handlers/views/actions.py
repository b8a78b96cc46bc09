"""What the buttons under a message do, each with all that it needs.

`handlers.packing` makes button data of them; views put them under a text (`message.py`).
"""

from __future__ import annotations

from enum import StrEnum

from handlers.views.operator_actions import OperatorsAction
from handlers.views.table_actions import SendAnswerTable, SendTable, TakeAnswer, TakeChanges, TakeTable
from handlers.views.ways import DIRECT, FIRST_INSIDE, InsidePage, ListedChanges, Way
from parser.dataclass import dataclass
from parser.records import Language
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Show a line's card."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenInside:
    """List a page of the lines inside a line."""

    line: LineAddress
    page: InsidePage = FIRST_INSIDE
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """Show what every decision did to a line."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenEditions:
    """Show the decisions on the line's year, to choose one."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenPrinted:
    """Show a line's row as the document prints it."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenTerm:
    """Say what the word of budgets means that names a line."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenChanges:
    """Show what one decision changed, or what all changed since another one.

    Attributes:
        decision: the one, or the last of them.
        line: the line to go back to.
        since: the decision that changes are counted from; None for the one before.
    """

    decision: DecisionAddress
    line: LineAddress
    way: Way = DIRECT
    since: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class OpenOffice:
    """Show all that the office of a line has, in all groups."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenOfficeLedger:
    """Show what every decision left of all that the office of a line has."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenOfficeEditions:
    """Show the decisions on the year of all that an office has, to choose one."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenOfficePrinted:
    """Show the rows of all that an office has as the document prints them."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenChangedLines:
    """List the lines that a decision changed, a page of them.

    Attributes:
        decision: the one, or the last of several.
        line: the line to go back to; of a list of an office's lines, one of these.
        listed: which of them.
        offset: how many lines the pages before have.
        since: the decision that changes are counted from; None for the one before.
    """

    decision: DecisionAddress
    line: LineAddress
    listed: ListedChanges = None
    offset: int = 0
    way: Way = DIRECT
    since: DecisionAddress | None = None


CardAction = OpenLine | OpenLedger | OpenEditions | OpenTerm
"""What is shown of a line's card."""

ChangesAction = OpenChanges | OpenChangedLines
"""What is shown of a decision's changes."""

OfficeAction = OpenOffice | OpenOfficeLedger | OpenOfficeEditions
"""What is shown of all that an office has."""

PrintedAction = OpenPrinted | OpenOfficePrinted
"""What is shown as the document prints it."""

LineAction = CardAction | OpenInside | PrintedAction | ChangesAction | OfficeAction | TakeTable | TakeChanges
"""What a button about a line does."""


@dataclass(frozen=True, slots=True)
class OpenDecisions:
    """List the decisions on a budget from `offset` on, with the totals of a year."""

    budget: BudgetAddress
    year: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ShowShared:
    """Show a line's card or its history in the message that was sent inline, in the language of that."""

    line: LineAddress
    language: Language
    history: bool


@dataclass(frozen=True, slots=True)
class OpenBudget:
    """Show a whole budget: what comes in and what goes out in a year."""

    budget: BudgetAddress
    year: int


class ChartKind(StrEnum):
    """What a chart is of; the values stand in buttons."""

    HISTORY = "h"  # a line's decisions
    WATERFALL = "w"  # from a section's old total to its new one
    SHEET = "p"  # a decision's changes, to print
    STRUCTURE = "s"  # what a line consists of


@dataclass(frozen=True, slots=True)
class DrawChart:
    """Send a chart of a line; of a decision's changes, `line` is a section's total as it left it.

    Attributes:
        kind: what to draw.
        line: of what.
        dark: the colours that the person chooses by it; None for those that they chose before.
        since: of a waterfall, the decision that changes are counted from; None for the one before.
    """

    kind: ChartKind
    line: LineAddress
    dark: bool | None = None
    since: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class ShowCandidates:
    """Show a page of the lines that the question may mean; the question is the one replied to.

    Attributes:
        offset: how many lines the pages before have.
        budget: from which the question was answered; None where that is not known.
    """

    offset: int = 0
    budget: BudgetAddress | None = None


@dataclass(frozen=True, slots=True)
class AskIn:
    """Answer the question that the message replies to from this budget."""

    budget: BudgetAddress


@dataclass(frozen=True, slots=True)
class ChooseHome:
    """Answer from this place's budgets where a question names none."""

    budget: BudgetAddress


@dataclass(frozen=True, slots=True)
class ChooseHomeYear:
    """Answer from this year of the person's own place; None for the newest budget's."""

    year: int | None


@dataclass(frozen=True, slots=True)
class OfferHomes:
    """Show the places that may be chosen as one's own."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Answer in this language from now on."""

    language: Language


@dataclass(frozen=True, slots=True)
class StartFollowing:
    """Tell the person who presses what decisions change in the line from now on.

    `before` are the other paths that the line had in the year, by one of which it may be followed already.
    """

    line: LineAddress
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StopFollowing:
    """Tell them of the line no more."""

    line: LineAddress


@dataclass(frozen=True, slots=True)
class ListFollowed:
    """Show the lines that the person who presses follows, from `offset` on."""

    offset: int


class FeedbackStep(StrEnum):
    """What becomes of question and answer; the values stand in buttons."""

    ASK = "a"  # the person is asked whether they may be sent
    SEND = "s"
    DROP = "d"


@dataclass(frozen=True, slots=True)
class GiveFeedback:
    """Tell the operator that an answer was not what was wanted, if the person agrees."""

    step: FeedbackStep


@dataclass(frozen=True, slots=True)
class StartChat:
    """Open the private chat with the bot; `payload` says with what."""

    payload: str


@dataclass(frozen=True, slots=True)
class ShareInline:
    """Choose a chat and put an inline query of the bot into its input field."""

    query: str


Action = (
    LineAction
    | OpenDecisions
    | ShowShared
    | OpenBudget
    | DrawChart
    | SendTable
    | TakeAnswer
    | SendAnswerTable
    | ShowCandidates
    | AskIn
    | ChooseHome
    | ChooseHomeYear
    | OfferHomes
    | ChooseLanguage
    | StartFollowing
    | StopFollowing
    | ListFollowed
    | OperatorsAction
    | GiveFeedback
    | StartChat
    | ShareInline
)
