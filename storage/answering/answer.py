"""What a message can be answered with: one of a few kinds.

Whoever shows an answer matches on its kind (`match` with `assert_never`), so that a new kind is
forgotten nowhere.
"""

from __future__ import annotations

from parser.dataclass import dataclass
from parser.question.code_parts import CodePart
from parser.question.glossary import Term
from parser.question.intents import Unheld
from parser.question.question import Question, Statement
from parser.question.remarks import Remark
from storage.answering.compared_figure import ComparedFigure
from storage.answering.listings import BoundedList, Listing
from storage.answering.missing import Missing
from storage.answering.page import Match, Page
from storage.answering.request import Heard
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)
from storage.answering.thousandfold import Thousandfold
from storage.answering.unchecked import Unchecked, UncheckedKind
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.decision_list import DecisionList
from storage.reading.differences import Changes
from storage.reading.records import Card, LineInfo


@dataclass(frozen=True, slots=True)
class SureLine:
    """One line is meant: its card is the answer. `total` counts the lines that may be meant, this one too."""

    heard: Heard
    match: Match
    card: Card
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Lines that may be meant, to choose from, best first.

    Where the budget itself is meant, `of_budget`, they are its two totals with their cards: the answer to
    `бюджет`.
    """

    heard: Heard
    page: Page
    of_budget: bool = False


@dataclass(frozen=True, slots=True)
class DecisionChanges:
    """What a decision changed in the whole budget. The page has the main totals, to go on from.

    The answer to `что изменилось № 12-3?`, which names no line; also to `какие налоги упали`, where `inside`
    is the line of which it is asked which lines inside it have changed.
    """

    heard: Heard
    changes: Changes
    page: Page
    inside: Match | None = None
    across: tuple[str, ...] = ()  # where an office stands that it is asked inside of, once in each group
    together: bool = False  # of all decisions since a month, not of one
    unread: tuple[str, ...] = ()  # words of the question that no line has
    newest_has_none: bool = False  # together, because the newest decision changed nothing of what is asked
    same: tuple[LineInfo, ...] = ()  # the lines that did not change, where these are asked for


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions on a budget: the answer to `какие решения загружены`."""

    heard: Heard
    listed: DecisionList


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

    The answer to `столовая в школе`. It is only supposed where the lists know the school and not the thing.
    """

    heard: Heard
    page: Page
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a word of budgets means: the answer to `что такое субвенция`.

    Attributes:
        heard: what was asked.
        term: the word.
        page: the lines of the budget at hand that it is about, perhaps none.
        card: of the line that was asked about, where a code or a name was: `что такое 464 009`.
        code: the parts of a code that no line has as it was typed, each with its line, where there is one.
    """

    heard: Heard
    term: Term
    page: Page
    card: Card | None = None
    code: tuple[tuple[CodePart, Match | None], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """A line that a claimed figure may be said of, with what it is beside the figures of the line.

    Attributes:
        match: the line, with its card.
        compared: the line's amounts in all editions, or the shares or changes that the figure may be.
        scale: in how many tenge an amount was counted that does not say it, else 1.
        others: the lines that it is summed with, where the figure may be said of several together; then
            `compared` has the sums of all of them, which are printed nowhere.
        groups: of an administrator in how many functional groups these lines are, else 0.
        beside: the line that it is set beside, where it is claimed how much more the one has.
        thousandfold: a figure of the line that would be the claimed one if that were a thousand times as much
            or as little; None where one is as it was said, or none is.
        years: the line in each of the years that the figure is over, in their order; then what is compared is
            their sum, which is printed nowhere, or the change from the first to the last.
    """

    match: Match
    compared: tuple[ComparedFigure, ...]
    scale: int = 1
    others: tuple[Match, ...] = ()
    groups: int = 0
    beside: Match | None = None
    thousandfold: Thousandfold | None = None
    years: tuple[Match, ...] = ()

    @property
    def named_decision(self) -> DecisionAddress | None:
        """The decision that the figure is said of, where that is said."""
        return self.match.address.edition.decision

    @property
    def matches(self) -> tuple[Match, ...]:
        """All lines that the figure may be said of together."""
        if self.years:
            return self.years
        beside = () if self.beside is None else (self.beside,)
        return (self.match, *self.others, *beside)


@dataclass(frozen=True, slots=True)
class CheckedStatement:
    """A claimed figure, and the line that it is said of; several where none is surely meant, perhaps none.

    Attributes:
        statement: what is claimed.
        asked: what was looked for; None where no words say what the figure is of.
        lines: the lines, the likeliest first; behind an administrator its lines that have the figure.
        sure: whether the first is surely meant.
        missing: the place or the edition that it is said of, where that is not loaded: no other is taken.
        assumed: the budget that was taken, where several places are loaded and nobody named one.
        base_fault: why it cannot be set beside what it is counted from, where that is so.
        only_part: whether what it is said of is only paid out of the lines: then it is beside none of them.
        unread: the verbs beside it that nothing reads, and that name no line.
    """

    statement: Statement
    asked: Question | None
    lines: tuple[CheckedLine, ...] = ()
    sure: bool = False
    missing: Missing | None = None
    assumed: BudgetAddress | None = None
    base_fault: Unchecked | None = None
    only_part: bool = False
    unread: tuple[str, ...] = ()

    @property
    def unchecked(self) -> Unchecked | None:
        """Why it stands beside no line; None where it does, or where a place or an edition is missing."""
        if self.lines or self.missing:
            return None
        if self.statement.figure.incomparable:
            return Unchecked(UncheckedKind(self.statement.figure.incomparable.value))
        if self.base_fault is not None:
            return self.base_fault
        if self.asked is None:
            return Unchecked(UncheckedKind.NO_SUBJECT)
        return Unchecked(UncheckedKind.UNFOUND, self.asked.named or self.asked.text)


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """What somebody claims beside the budget: the answer to `проверь: на озеленение дали 2 млрд`.

    `unread` are the numbers of the claim that are no figures of a budget.
    """

    heard: Heard
    statements: tuple[CheckedStatement, ...]
    unread: tuple[str, ...] = ()

    @property
    def matches(self) -> tuple[Match, ...]:
        """The lines of all statements, each once."""
        lines = (line for statement in self.statements for line in statement.lines)
        return tuple({match.address: match for line in lines for match in line.matches}.values())


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


SeveralFigures = (
    Listing
    | BoundedList
    | AcrossGroups
    | Remainder
    | NoRemainder
    | Comparison
    | SumOfLines
    | LinesByEdition
    | YearComparison
)
"""What is told of several lines together, or why it is not."""

Paged = (
    Choice
    | Listing
    | BoundedList
    | AcrossGroups
    | NoRemainder
    | Comparison
    | SumOfLines
    | LinesByEdition
    | YearComparison
    | DecisionChanges
    | NotHeld
    | PartOfLine
    | Explanation
)
"""What shows a page of lines."""

Answer = Paged | SureLine | Remainder | ClaimCheck | Decisions | Nothing | PlaceChoice | NothingLoaded | Talk
