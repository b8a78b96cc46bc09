"""What can be asked of an answer whatever its kind: its lines, other budgets, and whether it is asserted."""

from __future__ import annotations

from typing import assert_never

from parser.question.intents import Intent
from storage.answering.answer import (
    Answer,
    Choice,
    ClaimCheck,
    DecisionChanges,
    Decisions,
    Explanation,
    NotHeld,
    Nothing,
    NothingLoaded,
    Paged,
    PartOfLine,
    PlaceChoice,
    SureLine,
    Talk,
)
from storage.answering.listings import BoundedList, Listing
from storage.answering.page import Match
from storage.answering.several_figures import (
    AcrossGroups,
    Comparison,
    LinesByEdition,
    NoRemainder,
    Remainder,
    SumOfLines,
    YearComparison,
)
from storage.reading.address import BudgetAddress


def list_matches(answer: Answer) -> tuple[Match, ...]:
    """The lines that an answer shows, best first; the nearest lines of `Nothing` are not among them."""
    if isinstance(answer, Paged):
        return answer.page.matches
    match answer:
        case SureLine():
            return (answer.match,)
        case Remainder():
            return (answer.whole, *answer.parts)
        case ClaimCheck():
            return answer.matches
        case Decisions() | Nothing() | PlaceChoice() | NothingLoaded() | Talk():
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
    if isinstance(answer, Paged):
        return answer.page.total
    match answer:
        case SureLine():
            return answer.total
        case Remainder():
            return 1 + len(answer.parts)
        case ClaimCheck():
            return len(answer.matches)
        case Decisions() | Nothing() | PlaceChoice() | NothingLoaded() | Talk():
            return 0
        case _:
            assert_never(answer)


def is_confident(answer: Answer) -> bool:
    """Whether what an answer shows is asserted to be what was meant, and not only offered.

    What a decision changed is, unless another decision was asked for. A comparison is not: each of its lines
    is the likeliest for its part of the question. Nor is what is left of a line where something else may have
    been meant to be taken out, nor what is computed of one edition where several are asked for.
    """
    over = isinstance(answer, Remainder) and len(answer.over) > 1 and not answer.lacking
    of_one = isinstance(answer, Listing | BoundedList | Remainder) and not over
    return not (of_one and answer.heard.question.asks_several_editions) and _is_asserted(answer)


def _is_asserted(answer: Answer) -> bool:  # noqa: PLR0911 - one for each kind
    match answer:
        case SureLine():
            return True
        case Listing():
            return not (answer.others or answer.unread or answer.is_partly_read or answer.kind)
        case YearComparison():
            return answer.sure
        case DecisionChanges():
            return answer.heard.missing is None and not answer.unread
        case Remainder():
            return answer.heard.missing is None and not (answer.others or answer.takes_more)
        case BoundedList():
            doubtful = answer.others or answer.is_partly_read or answer.unread
            return answer.heard.missing is None and not doubtful
        case AcrossGroups() | Decisions() | Explanation(code=()):
            return answer.heard.missing is None
        case ClaimCheck():
            return all(checked.sure for checked in answer.statements)
        case SumOfLines():
            return answer.sure and answer.amount is not None and answer.heard.missing is None
        case Choice() | Comparison() | LinesByEdition() | NotHeld() | PartOfLine() | NoRemainder():
            return False
        case Nothing() | PlaceChoice() | NothingLoaded() | Talk() | Explanation():
            return False  # nor of a code that no line has: only a part is known
        case _:
            assert_never(answer)


def find_intent(answer: Answer) -> Intent:
    """What was asked, as it was answered: a comparison is one even where the question had no such word."""
    match answer:
        case Comparison() | LinesByEdition() | YearComparison():
            return Intent.COMPARE
        case Talk():
            return Intent.HELP
        case BoundedList() | Decisions():
            return Intent.LIST
        case Remainder() | NoRemainder() | AcrossGroups() | SumOfLines() | Explanation():
            return answer.heard.question.intent
        case SureLine() | Choice() | Listing() | DecisionChanges() | NotHeld() | PartOfLine() | ClaimCheck():
            return answer.heard.question.intent
        case Nothing() | PlaceChoice() | NothingLoaded():
            return answer.heard.question.intent
        case _:
            assert_never(answer)
