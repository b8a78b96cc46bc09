"""What a question is answered with, before it is written: lines, figures, or what is said instead of them."""

from __future__ import annotations

from collections.abc import Sequence

from parser.dataclass import dataclass
from parser.question.code_parts import CodePart
from parser.question.glossary import Term
from parser.question.intents import Unheld
from parser.question.remarks import Remark
from storage.answering.bounded_lines import Bounded
from storage.answering.edition import AskedEdition
from storage.answering.figures import Figures
from storage.answering.inquiry import FoundLine
from storage.answering.inside import Parts
from storage.answering.listed_lines import Listed


@dataclass(frozen=True, slots=True)
class Candidates:
    """Lines that may be meant, best first; perhaps none. `sure` says that the first one is."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    sure: bool = False
    of_budget: bool = False  # the budget itself is meant: the lines are its two totals
    of_all: bool = False  # the question is what a decision changed at all, and names no line
    inside: FoundLine | None = None  # the question is which of the lines inside this one it changed
    across: bool = False  # and this is an office in all its groups
    searched: str | None = None  # what was searched instead of what was typed
    nearest: Sequence[FoundLine] = ()  # where there are none
    unread: tuple[str, ...] = ()  # of all changes: the words of the question that no line has
    lacking: AskedEdition | None = None  # has no line of what is meant, which other budgets have
    lacks_branch: bool = False  # nor has any budget its functional group
    offices: tuple[Listed, ...] = ()  # those of the lines that stand for all that an office has


@dataclass(frozen=True, slots=True)
class Beyond:
    """What no decision says is asked of these lines, perhaps of none."""

    asked: AskedEdition
    unheld: Unheld
    lines: Sequence[FoundLine]
    searched: str | None = None
    offices: tuple[Listed, ...] = ()  # those of the lines that stand for all that an office has


@dataclass(frozen=True, slots=True)
class Within:
    """What is named is paid out of these lines and is none by itself; `supposed` where no list says so."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    searched: str | None = None
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """It is asked what a word means, and these are the lines of the budget that it is about, perhaps none.

    Of a code that no line has as it was typed, each part with its line, where there is one.
    """

    asked: AskedEdition
    term: Term
    lines: Sequence[FoundLine]
    code: tuple[tuple[CodePart, FoundLine | None], ...] = ()


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Small talk, in another reading of what was typed, or where its words name no line well."""

    remark: Remark


Outcome = Candidates | Figures | Beyond | Within | Explained | SmallTalk


def best_line(outcome: Outcome) -> FoundLine | None:
    """The line that an outcome is about: the whole of a list, else its first."""
    if isinstance(outcome, Parts | Bounded):
        return outcome.whole
    return None if isinstance(outcome, SmallTalk) or not outcome.lines else outcome.lines[0]


def best_score(outcome: Outcome) -> float:
    """How well the first line of an outcome is matched; 0 where there is none."""
    lines = () if isinstance(outcome, SmallTalk) else outcome.lines
    return round(lines[0].score, 4) if lines else 0.0
