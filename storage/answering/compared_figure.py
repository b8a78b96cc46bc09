"""A figure of the budget beside the claimed one: by how much it differs, and whether it is that one."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.question.figure_kinds import ClaimedFigure
from storage.reading.records import DecisionInfo, LineInfo

_ONE_DIGIT = 10  # times its last digit: a figure below that has no other


class Agreement(StrEnum):
    """How a claimed figure is the one that it is compared with."""

    EXACT = "exact"
    ROUNDED = "rounded"  # to the last digit that was said
    CUT_OFF = "cut_off"  # behind that digit
    WITHIN = "within"  # between the two ends of a range


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A figure of the budget beside the claimed one.

    Attributes:
        actual: tenge; of a share or a growth a fraction of one; of times how many times as much it became,
            which is below one of a fall, whatever is claimed. A deficit's change is that of its size.
        difference: by how much it is more than the claimed one, whatever their signs.
        agreement: how it is the claimed one; None where it is another.
        decision: that set the amount, or changed it.
        since: the decision that a change is counted from.
        since_year: the year that it is counted from, where that is another one.
        over_gap: whether decisions between the two are not loaded.
        whole: the line that a share is of.
        doubt: of the amounts that it is computed of.
        year: of another year's budget that has it, where it is no amount of the line's own year.
        contrary: whether a balance is said to be a surplus that is a deficit, or the other way round.
        balance: of a change of the budget's balance, what it was and became, in tenge.
        came: whether the line was not in the edition that a change is counted from.
        gone: whether it is not in the one that made the change.
    """

    actual: Fraction
    difference: Fraction
    agreement: Agreement | None
    decision: DecisionInfo
    since: DecisionInfo | None = None
    since_year: int | None = None
    over_gap: bool = False
    whole: LineInfo | None = None
    doubt: Doubt | None = None
    year: int | None = None
    contrary: bool = False
    balance: tuple[int, int] | None = None
    came: bool = False
    gone: bool = False


def scale_figure(figure: ClaimedFigure, scale: Fraction | int) -> ClaimedFigure:
    """A claimed figure so many times as much, as exactly said."""
    upper = None if figure.upper is None else figure.upper * scale
    return replace(figure, value=figure.value * scale, precision=figure.precision * scale, upper=upper)


def set_beside_figure(
    figure: ClaimedFigure,
    actual: Fraction,
    decision: DecisionInfo,
    *,
    doubt: Doubt | None,
    size: Fraction | None = None,
) -> ComparedFigure:
    """A figure of the budget beside the claimed one.

    Args:
        figure: what is claimed.
        actual: what the budget has.
        decision: that set it.
        doubt: of the amounts that it is computed of.
        size: what the claimed one is set against, where that is not its size: of a fall in times how many
            times less it became.
    """
    size = abs(actual) if size is None else size
    difference = size - figure.value
    if figure.upper is not None:
        within = figure.value <= size <= figure.upper
        difference = Fraction(0) if within else min(difference, size - figure.upper, key=abs)
    return ComparedFigure(actual, difference, _agree(figure, difference), decision, doubt=doubt)


def _agree(figure: ClaimedFigure, difference: Fraction) -> Agreement | None:
    """How figures agree that differ so: people round, and they cut off behind any digit but the first.

    9,6 billions cut off behind the first are 9, which is no nearer than 10 that anybody would round them to.
    """
    if figure.is_bounded:  # it says no amount that could stand somewhere
        return None
    if figure.bound is not None and difference != 0:  # `меньше 80 %` is none that is nearly so much
        return None
    if difference == 0:
        return Agreement.EXACT if figure.upper is None else Agreement.WITHIN
    if abs(difference) * 2 <= figure.precision:
        return Agreement.ROUNDED
    is_near = figure.value >= _ONE_DIGIT * figure.precision
    is_cut_off = figure.upper is None and is_near and 0 < difference < figure.precision
    return Agreement.CUT_OFF if is_cut_off else None
