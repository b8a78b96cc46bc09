"""What is wanted of an answer, and what a message can be answered with: one of a few kinds.

Whoever shows an answer matches on its kind (`match` with `assert_never`), so that a new kind is
forgotten nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from parser.kinds import Doubt
from parser.question.intents import Intent, ListedLevel, Unheld
from parser.question.question import Question
from parser.question.remarks import Remark
from parser.records import Language
from storage.answering.edition import Missing
from storage.answering.remainder import Hindrance
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.differences import Changes
from storage.reading.records import Card, EditionInfo, LineSummary


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of an answer.

    Attributes:
        question: what is asked.
        home: the place to answer from when the question names none; when it is None too, the place whose
            budget was amended last.
        budget: the budget that the first page of the answer was from; a further page is from no other.
        limit: how many lines at most.
        offset: how many of the best lines to leave out, for a further page.
        every: all that may be meant is to be offered, also where one line is sure.
        cards: the card of every line is wanted, not only of a sure one.
        children: how many lines below it a card shows at most.
    """

    question: Question
    home: str | None = None
    budget: BudgetAddress | None = None
    limit: int = 5
    offset: int = 0
    every: bool = False
    cards: bool = False
    children: int = 8


@dataclass(frozen=True, slots=True)
class Match:
    """A line that may be meant: what a button or a list shows of it, and its card where one was wanted."""

    address: LineAddress
    line: LineSummary
    parent: LineSummary | None  # the nearest line above that is printed
    score: float  # 0 to 1
    edition: EditionInfo  # that the amount is printed in
    card: Card | None = None

    @property
    def path(self) -> str:
        """The line's path."""
        return self.address.path

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


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a message.

    Attributes:
        question: what it asks.
        language: the language it is asked in, as its words tell, else its letters.
        missing: the edition asked for, where it is not loaded: the lines are from another one.
        searched: what was searched instead of what was typed.
        assumed: the budget that was taken, where several places are loaded and the question names none.
        others: the budgets of other places that have the line as well, where one was taken so.
        language_is_plain: whether the question's words tell its language.
    """

    question: Question
    language: Language
    missing: Missing | None = None
    searched: str | None = None
    assumed: BudgetAddress | None = None
    others: tuple[BudgetAddress, ...] = ()
    language_is_plain: bool = False


@dataclass(frozen=True, slots=True)
class SureLine:
    """One line is meant: its card is the answer. `total` counts the lines that may be meant, this one too."""

    heard: Heard
    match: Match
    card: Card
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Lines that may be meant, to choose from, best first."""

    heard: Heard
    page: Page


class ListOrder(StrEnum):
    """Which lines a listing shows: the largest first, the smallest first, or all that a line consists of."""

    LARGEST = "largest"
    SMALLEST = "smallest"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines inside a line."""

    heard: Heard
    whole: Match
    page: Page

    @property
    def order(self) -> ListOrder:
        """The order that the question asks for."""
        if self.heard.question.frame.smallest:
            return ListOrder.SMALLEST
        return ListOrder.LARGEST if self.heard.question.intent is Intent.LARGEST else ListOrder.ALL


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
        doubt: the gravest of the amounts in the sum.
    """

    heard: Heard
    whole: Match
    page: Page
    level: ListedLevel | None
    out_of: int
    amount: int
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class AcrossGroups:
    """The lines of one administrator in several functional groups, and their sum, which is printed nowhere.

    Attributes:
        heard: what was asked.
        page: of the lines, largest first.
        amount: the sum of all of them.
        doubt: the gravest of their amounts.
    """

    heard: Heard
    page: Page
    amount: int
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Remainder:
    """A line less some of the lines inside it: `образование без школ`. Printed nowhere, it is computed.

    Attributes:
        heard: what was asked.
        whole: the line.
        parts: those that are taken out of it.
        amount: what is left.
        others: lines that may have been meant instead of a part.
    """

    heard: Heard
    whole: Match
    parts: tuple[Match, ...]
    amount: int
    others: tuple[Match, ...] = ()

    @property
    def doubt(self) -> Doubt | None:
        """The gravest of the amounts that it is computed of."""
        return Doubt.gravest(match.line.doubt for match in (self.whole, *self.parts))


@dataclass(frozen=True, slots=True)
class NoRemainder:
    """Nothing can be taken out: why, the words of what it is about, and the lines that these may mean.

    `whole` is the line that something was to be taken out of, where that is clear.
    """

    heard: Heard
    hindrance: Hindrance
    words: str
    whole: Match | None
    page: Page


@dataclass(frozen=True, slots=True)
class Comparison:
    """Lines beside one another, one for each part of the question.

    Attributes:
        heard: what was asked.
        page: the lines.
        unfound: parts that no line was found for.
        others: lines that may have been meant by a part instead.
    """

    heard: Heard
    page: Page
    unfound: tuple[str, ...] = ()
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class YearComparison:
    """One line in several years, or as several decisions left it.

    Attributes:
        heard: what was asked.
        page: the line in each edition that has it, in the order of time.
        lacking: what was asked for and is not there: an edition that is not loaded or lacks the line.
        of_years: whether these are years, else decisions on one year.
        sure: whether this line is meant.
        others: lines that may have been meant instead.
    """

    heard: Heard
    page: Page
    lacking: tuple[Missing, ...] = ()
    of_years: bool = True
    sure: bool = True
    others: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionChanges:
    """What a decision changed in the whole budget. The page has the main totals, to go on from.

    The answer to `что изменилось № 12-3?`, which names no line.
    """

    heard: Heard
    changes: Changes
    page: Page


@dataclass(frozen=True, slots=True)
class NotHeld:
    """Something is asked that no decision says: the lines that it is asked of are offered beside that.

    The answer to `кто строит школу`: who builds it is not there, what is planned for it is.
    """

    heard: Heard
    unheld: Unheld
    page: Page


@dataclass(frozen=True, slots=True)
class PartOfLine:
    """What is named has no line of its own: it is paid out of these, the likeliest first.

    The answer to `столовая в школе`.
    """

    heard: Heard
    page: Page


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing was found: the words that were searched, and the lines that come nearest."""

    heard: Heard
    words: tuple[str, ...] = ()
    nearest: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """The budgets of places to choose from.

    One of them is meant, none before the others: of villages, of a town and its district; or the place that
    was named is not loaded, as `heard.missing` says, and these are.
    """

    heard: Heard
    budgets: tuple[BudgetAddress, ...]


@dataclass(frozen=True, slots=True)
class NothingLoaded:
    """No budget is loaded at all."""

    heard: Heard


@dataclass(frozen=True, slots=True)
class Talk:
    """A message that asks nothing of a budget."""

    heard: Heard
    remark: Remark


SeveralFigures = Listing | BoundedList | AcrossGroups | Remainder | NoRemainder | Comparison | YearComparison
"""What is told of several lines together, or why it is not."""

Answer = (
    SureLine
    | Choice
    | Listing
    | BoundedList
    | AcrossGroups
    | Remainder
    | NoRemainder
    | Comparison
    | YearComparison
    | DecisionChanges
    | NotHeld
    | PartOfLine
    | Nothing
    | PlaceChoice
    | NothingLoaded
    | Talk
)


def list_matches(answer: Answer) -> tuple[Match, ...]:
    """The lines that an answer shows, best first; the nearest lines of `Nothing` are not among them."""
    match answer:
        case SureLine():
            return (answer.match,)
        case Remainder():
            return (answer.whole, *answer.parts)
        case (
            Choice()
            | Listing()
            | BoundedList()
            | AcrossGroups()
            | NoRemainder()
            | Comparison()
            | YearComparison()
            | DecisionChanges()
            | NotHeld()
            | PartOfLine()
        ):
            return answer.page.matches
        case Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return ()
        case _:
            assert_never(answer)


def list_other_budgets(answer: Answer) -> tuple[BudgetAddress, ...]:
    """The budgets that an answer offers: of other places, or of those to choose from."""
    match answer:
        case PlaceChoice():
            return answer.budgets
        case _:
            return answer.heard.others


def count_lines(answer: Answer) -> int:
    """How many lines an answer has; it may show only a page of them."""
    match answer:
        case SureLine():
            return answer.total
        case Remainder():
            return 1 + len(answer.parts)
        case (
            Choice()
            | Listing()
            | BoundedList()
            | AcrossGroups()
            | NoRemainder()
            | Comparison()
            | YearComparison()
            | DecisionChanges()
            | NotHeld()
            | PartOfLine()
        ):
            return answer.page.total
        case Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return 0
        case _:
            assert_never(answer)


def is_confident(answer: Answer) -> bool:
    """Whether what an answer shows is asserted to be what was meant, and not only offered.

    What a decision changed is, unless another decision was asked for. A comparison is not: each of its lines
    is the likeliest for its part of the question.
    """
    match answer:
        case SureLine() | Listing():
            return True
        case YearComparison():
            return answer.sure
        case Remainder() | BoundedList() | AcrossGroups() | DecisionChanges():
            return answer.heard.missing is None
        case Choice() | Comparison() | NotHeld() | PartOfLine() | NoRemainder():
            return False
        case Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return False
        case _:
            assert_never(answer)


def find_intent(answer: Answer) -> Intent:
    """What was asked, as it was answered: a comparison is one even where the question had no such word."""
    match answer:
        case Comparison() | YearComparison():
            return Intent.COMPARE
        case Talk():
            return Intent.HELP
        case BoundedList():
            return Intent.LIST
        case Remainder() | NoRemainder() | AcrossGroups():
            return answer.heard.question.intent
        case SureLine() | Choice() | Listing() | DecisionChanges() | NotHeld() | PartOfLine():
            return answer.heard.question.intent
        case Nothing() | PlaceChoice() | NothingLoaded():
            return answer.heard.question.intent
        case _:
            assert_never(answer)
