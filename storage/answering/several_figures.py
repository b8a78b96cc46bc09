"""The answers that compute with several lines: remainders, comparisons and sums, or why there is none."""

from __future__ import annotations

from fractions import Fraction

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.question.intents import Direction, Intent
from storage.answering.missing import Missing
from storage.answering.office_sum import Office
from storage.answering.page import Match, Page
from storage.answering.remainder import Hindrance
from storage.answering.request import Heard
from storage.answering.together import ComputedSide, Obstacle, UnsureSide


@dataclass(frozen=True, slots=True, kw_only=True)
class AcrossGroups(Office):
    """An administrator that a question is about.

    Attributes:
        heard: what was asked.
    """

    heard: Heard

    @property
    def asks_change(self) -> bool:
        """Whether it is asked how the sum changed."""
        return self.heard.question.intent is Intent.CHANGE


@dataclass(frozen=True, slots=True)
class RemainderThen:
    """What was left of a line in one of several editions.

    Attributes:
        whole: the line there.
        parts: what is taken out of it.
        amount: what is left.
    """

    whole: Match
    parts: tuple[Match, ...]
    amount: int

    @property
    def doubt(self) -> Doubt | None:
        """The gravest of the amounts that it is computed of."""
        return Doubt.gravest(match.line.doubt for match in (self.whole, *self.parts))


@dataclass(frozen=True, slots=True)
class Remainder:
    """A line less some of the lines inside it: `образование без школ`. Printed nowhere, it is computed.

    Attributes:
        heard: what was asked.
        whole: the line.
        parts: those that are taken out of it.
        amount: what is left.
        others: lines that may have been meant instead of a part.
        over: the same in each of the editions that were asked for, in the order of time.
        lacking: those of them that are not loaded, or lack one of the lines.
        of_years: whether these are years, else decisions on one year.
    """

    heard: Heard
    whole: Match
    parts: tuple[Match, ...]
    amount: int
    others: tuple[Match, ...] = ()
    over: tuple[RemainderThen, ...] = ()
    lacking: tuple[Missing, ...] = ()
    of_years: bool = False

    @property
    def takes_more(self) -> bool:
        """Whether more lines are taken out than the question names: one word may lead to several."""
        return len(self.parts) > max((len(cut.parts) for cut in self.heard.question.exclusions), default=0)

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
        difference: of two sides, by how much one is more; None where that would mean nothing.
        obstacle: why it would mean nothing.
        unsure: the parts that do not surely mean their line.
        sides: the parts that mean several lines together.
    """

    heard: Heard
    page: Page
    unfound: tuple[str, ...] = ()
    others: tuple[Match, ...] = ()
    difference: int | None = None
    obstacle: Obstacle | None = None
    unsure: tuple[UnsureSide, ...] = ()
    sides: tuple[ComputedSide, ...] = ()


@dataclass(frozen=True, slots=True)
class SumOfLines:
    """Lines and how much they are together: `школы и садики вместе`. Printed nowhere, it is computed.

    Attributes:
        heard: what was asked.
        page: the lines.
        amount: their sum, of which no tenge is counted twice; None where they do not add up.
        obstacle: why they do not.
        unfound: parts that no line was found for: of the others alone there is no sum.
        others: lines that may have been meant by a part instead.
        sure: whether every part means its line.
        unsure: the parts that do not surely mean theirs.
        sides: the parts that mean several lines together.
    """

    heard: Heard
    page: Page
    amount: int | None
    obstacle: Obstacle | None = None
    unfound: tuple[str, ...] = ()
    others: tuple[Match, ...] = ()
    sure: bool = False
    unsure: tuple[UnsureSide, ...] = ()
    sides: tuple[ComputedSide, ...] = ()

    @property
    def doubt(self) -> Doubt | None:
        """The gravest of the amounts in the sum."""
        return Doubt.gravest(match.line.doubt for match in self.page.matches)


@dataclass(frozen=True, slots=True)
class LinesByEdition:
    """Several lines in several years, or as several decisions left them.

    Attributes:
        heard: what was asked.
        page: the lines, those of one edition together, in the order of time.
        lacking: what was asked for and is not there.
        of_years: whether these are years, else decisions on one year.
        sums: where it is asked how much the lines are together, that of each edition; none where an edition
            lacks one of the lines, or they do not add up.
        obstacle: why they do not.
        unfound: parts that no line was found for.
        others: lines that may have been meant by a part instead.
        words: what means all of the lines together, where they are of one thing; the sums are then of what
            lines each edition has.
    """

    heard: Heard
    page: Page
    lacking: tuple[Missing, ...] = ()
    of_years: bool = True
    words: str = ""
    sums: tuple[int, ...] = ()
    unfound: tuple[str, ...] = ()
    others: tuple[Match, ...] = ()
    obstacle: Obstacle | None = None


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
        amount: the sum of the years, where that is asked for.
    """

    heard: Heard
    page: Page
    lacking: tuple[Missing, ...] = ()
    of_years: bool = True
    sure: bool = True
    others: tuple[Match, ...] = ()
    amount: int | None = None

    @property
    def average(self) -> int | None:
        """What one of the years that are shown has on the average, where that is asked."""
        matches = self.page.matches
        if not (self.of_years and self.heard.question.frame.average_year and len(matches) > 1):
            return None
        unit = matches[0].line.unit
        return round(Fraction(sum(match.line.amount for match in matches), len(matches) * unit)) * unit


def changed_most(answer: LinesByEdition) -> tuple[Match, Match] | None:
    """The line that rose or fell most of several, as first and as last printed; least where that is asked.

    Args:
        answer: the lines in their editions, with the direction that is asked of.

    Returns:
        None where none of them went that way.
    """
    frame = answer.heard.question.frame
    printed: dict[str, list[Match]] = {}
    for match in answer.page.matches:
        printed.setdefault(match.path, []).append(match)
    sign = -1 if frame.direction is Direction.CUTS else 1
    moved = [
        (sign * (of_line[-1].line.amount - of_line[0].line.amount), of_line) for of_line in printed.values()
    ]
    went = [(by, of_line) for by, of_line in moved if by > 0]
    if not went:
        return None
    _, of_line = (min if frame.smallest else max)(went, key=lambda each: each[0])
    return of_line[0], of_line[-1]
