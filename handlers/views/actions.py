"""What the buttons under a message do, each with all that it needs; and the way that led to a line.

`handlers.packing` makes button data of them; views put them under a text (`message.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parser.question.intents import Direction
from parser.records import Language
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The answer to the question that the message replies to, its lines from `offset` on."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What a decision changed in the year of the line.

    Attributes:
        decision: the decision.
        direction: which of the changed lines were listed; all where None.
        offset: from which one on; None where it is the page before that list.
    """

    decision: DecisionAddress
    direction: Direction | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The decisions on the budget of the line, from `offset` on, with the totals of the line's year."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class InsidePage:
    """The lines inside a line from `offset` on: the largest first, or in the order of their codes."""

    offset: int = 0
    by_code: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """How a person came to a line, so that buttons can lead back.

    Attributes:
        began: the page that the way began at; None where it began at a line.
        inside: the page of the lines inside the one above, where it was opened from there.
    """

    began: AnswerPage | ChangesPage | DecisionsPage | None = None
    inside: InsidePage | None = None


DIRECT = Way()
ANSWERED = Way(AnswerPage())


@dataclass(frozen=True, slots=True)
class OpenLine:
    """Show a line's card."""

    line: LineAddress
    way: Way = DIRECT


@dataclass(frozen=True, slots=True)
class OpenInside:
    """List a page of the lines inside a line."""

    line: LineAddress
    page: InsidePage = InsidePage()
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
    """Show what one decision changed; `line` is the one to go back to."""

    decision: DecisionAddress
    line: LineAddress
    way: Way = DIRECT


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
class OpenChangedLines:
    """List the lines that a decision changed, from `offset` on; `line` is the one to go back to."""

    decision: DecisionAddress
    line: LineAddress
    direction: Direction | None = None
    offset: int = 0
    way: Way = DIRECT


class TableKind(StrEnum):
    """What a table to take away is of; the values stand in buttons."""

    LINE = "l"  # a line with all that is printed below it
    PARTS = "i"  # the lines right inside a line, the largest first
    PARTS_BY_CODE = "k"  # the same in the order of their codes
    HISTORY = "h"  # a line's decisions
    BUDGET = "b"  # the whole budget that a line stands in
    OFFICE = "o"  # all that an office has
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
        direction: which of the changed lines were listed; all where None.
        offset: from which one on; None where the choice was opened from the page before that list.
    """

    decision: DecisionAddress
    line: LineAddress
    direction: Direction | None = None
    offset: int | None = None
    way: Way = DIRECT


LineAction = (
    OpenLine
    | OpenInside
    | OpenLedger
    | OpenEditions
    | OpenPrinted
    | OpenTerm
    | OpenChanges
    | OpenChangedLines
    | OpenOffice
    | OpenOfficeLedger
    | TakeTable
    | TakeChanges
)
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


@dataclass(frozen=True, slots=True)
class SendTable:
    """Send a table of a line as a file."""

    kind: TableKind
    line: LineAddress
    form: TableForm


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


class ChartKind(StrEnum):
    """What a chart is of; the values stand in buttons."""

    HISTORY = "h"  # a line's decisions
    WATERFALL = "w"  # from a section's old total to its new one
    SHEET = "p"  # a decision's changes, to print
    STRUCTURE = "s"  # what a line consists of


@dataclass(frozen=True, slots=True)
class DrawChart:
    """Send a chart of a line; of a decision's changes, `line` is a section's total as it left it."""

    kind: ChartKind
    line: LineAddress
    dark: bool = False


@dataclass(frozen=True, slots=True)
class ShowCandidates:
    """Show the candidates of the question that the message replies to, from `offset` on.

    `budget` is the one that the question was answered from; None where that is not known.
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
    """Tell the person who presses what decisions change in the line from now on."""

    line: LineAddress


@dataclass(frozen=True, slots=True)
class StopFollowing:
    """Tell them of the line no more."""

    line: LineAddress


class UploadStep(StrEnum):
    """What is done with documents that an operator sent; the values stand in buttons."""

    STORE = "s"
    DROP = "x"
    UNDO = "u"


@dataclass(frozen=True, slots=True)
class TakeUploadStep:
    """Store the documents of a report, forget them, or undo that they were stored."""

    token: str
    step: UploadStep


class AdminPage(StrEnum):
    """What operators look at; the values stand in buttons."""

    HOME = "h"
    BUDGETS = "b"
    DISCREPANCIES = "d"
    MISSED = "m"
    TAUGHT = "t"
    ERRORS = "e"


@dataclass(frozen=True, slots=True)
class OpenAdminPage:
    """Show an operator a page, from `offset` on."""

    page: AdminPage
    offset: int = 0


class PhraseStep(StrEnum):
    """What is done with a phrase; the values stand in buttons."""

    TEACH = "t"  # ask for the line that it means
    FORGET = "f"


@dataclass(frozen=True, slots=True)
class TakePhraseStep:
    """Ask for the line that a phrase means, or forget it. `key` is a hash of the phrase."""

    key: str
    step: PhraseStep


@dataclass(frozen=True, slots=True)
class TeachLine:
    """Let the phrase that the message names mean the lines of a path."""

    path: str


@dataclass(frozen=True, slots=True)
class SendTaught:
    """Send what was taught as files."""


OperatorsAction = TakeUploadStep | OpenAdminPage | TakePhraseStep | TeachLine | SendTaught
"""What a button of an operator's does."""


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
    | OperatorsAction
    | GiveFeedback
    | StartChat
    | ShareInline
)
