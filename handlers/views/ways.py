"""The way that led a person to a line, so that buttons can lead back."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from parser.dataclass import dataclass
from parser.question.intents import Direction
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress


class OfOffices(StrEnum):
    """Changes by the offices that manage the money."""

    EACH = "each"  # by how much each of them has more or less
    ONE = "one"  # the lines of one


ListedChanges = Direction | OfOffices | None
"""Which changes of a decision are listed: those in a direction, by offices, or all."""


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """A page of the answer to the question that the message replies to.

    Attributes:
        offset: how many lines the pages before have.
        budget: which the answer is of; None for the budget of the line at hand.
    """

    offset: int = 0
    budget: BudgetAddress | None = None


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What a decision changed in a year.

    Attributes:
        decision: the decision.
        listed: which of the changed lines were listed; all where None.
        offset: from which one on; None where it is the page before that list.
        since: the decision after which the changes begin; None for those of one decision.
        year: the year; None where it is that of the line.
    """

    decision: DecisionAddress
    listed: ListedChanges = None
    offset: int | None = None
    since: DecisionAddress | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The decisions on the budget of the line, from `offset` on, with the totals of the line's year."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """The whole budget of the line: what comes in and what goes out in its year."""


@dataclass(frozen=True, slots=True)
class InsidePage:
    """The lines inside a line from `offset` on: the largest first, or in the order of their codes."""

    offset: int = 0
    by_code: bool = False


FIRST_INSIDE = InsidePage()


@dataclass(frozen=True, slots=True)
class Way:
    """How a person came to a line, so that buttons can lead back.

    Attributes:
        began: the page that the way began at; None where it began at a line.
        inside: the page of the lines inside the one above, where it was opened from there.
    """

    began: AnswerPage | ChangesPage | DecisionsPage | BudgetPage | None = None
    inside: InsidePage | None = None


DIRECT = Way()
ANSWERED = Way(AnswerPage())


def in_other_year(way: Way, here: EditionAddress, there: EditionAddress) -> Way:
    """The way to a line's other year, which leads back to the very page that the way here began at.

    Args:
        way: how the person came to the line.
        here: the edition that it is shown in.
        there: the one of the other year, perhaps of another budget of the place.
    """
    began = way.began
    match began:
        case AnswerPage(budget=budget):
            answered = budget or here.budget
            began = replace(began, budget=None if answered == there.budget else answered)
        case ChangesPage(year=year):
            changed = year or here.year
            began = replace(began, year=None if changed == there.year else changed)
            if here.budget != there.budget:  # which knows no decision of this one
                began = None
    return Way(began)
