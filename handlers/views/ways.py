"""The way that led a person to a line, so that buttons can lead back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parser.question.intents import Direction
from storage.reading.address import DecisionAddress


class OfOffices(StrEnum):
    """Changes by the offices that manage the money."""

    EACH = "each"  # by how much each of them has more or less
    ONE = "one"  # the lines of one


ListedChanges = Direction | OfOffices | None
"""Which changes of a decision are listed: those in a direction, by offices, or all."""


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The answer to the question that the message replies to, its lines from `offset` on."""

    offset: int = 0


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """What a decision changed in the year of the line.

    Attributes:
        decision: the decision.
        listed: which of the changed lines were listed; all where None.
        offset: from which one on; None where it is the page before that list.
        since: the decision after which the changes begin; None for those of one decision.
    """

    decision: DecisionAddress
    listed: ListedChanges = None
    offset: int | None = None
    since: DecisionAddress | None = None


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """The decisions on the budget of the line, from `offset` on, with the totals of the line's year."""

    offset: int = 0


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

    began: AnswerPage | ChangesPage | DecisionsPage | None = None
    inside: InsidePage | None = None


DIRECT = Way()
ANSWERED = Way(AnswerPage())
