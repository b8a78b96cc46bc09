"""A claimed amount that the budget has a thousandfold, or a thousandth of it: `21 694 тенге`."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from parser.dataclass import dataclass
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from storage.answering.compared_figure import Agreement, ComparedFigure, scale_figure

_THOUSAND = 1000
_LEAST_DIGITS = 10  # steps of its last digit that a figure is long: `2 млн` is like too many others
_IN_TENGE = frozenset({FigureKind.AMOUNT, FigureKind.CHANGE})
Compared = tuple[int, tuple[ComparedFigure, ...]]
Compare = Callable[[ClaimedFigure], Compared]


@dataclass(frozen=True, slots=True)
class Thousandfold:
    """A figure of the budget that the claimed one would be if it were a thousand times as much, or as little.

    Attributes:
        compared: that figure.
        is_more: whether it is the thousandfold of the claimed one, else a thousandth of it.
        in_table_unit: whether the claimed one was said in tenge, and the table counts in thousands of these.
    """

    compared: ComparedFigure
    is_more: bool
    in_table_unit: bool = False


def find_thousandfold(
    figure: ClaimedFigure, compared: tuple[ComparedFigure, ...], unit: int, compare: Compare
) -> Thousandfold | None:
    """The figure of a line that is a thousand times the claimed one, or a thousandth of it.

    Args:
        figure: what is claimed.
        compared: the line's figures beside it.
        unit: in how many tenge the table counts.
        compare: sets another figure beside those of the line.

    Returns:
        None where one of the line's figures is the claimed one, where it is only bounded or so short that
        many are like it, and where no figure is so much.
    """
    is_long = figure.value >= figure.precision * _LEAST_DIGITS
    if (
        figure.kind not in _IN_TENGE
        or figure.is_bounded
        or figure.is_open
        or not is_long
        or _agreeing(compared)
    ):
        return None
    for factor in (Fraction(_THOUSAND), Fraction(1, _THOUSAND)):
        scaled = scale_figure(figure, factor)
        found = _agreeing(compare(scaled)[1])
        if found:
            exact = [each for each in found if each.agreement is Agreement.EXACT]
            in_unit = factor == unit and figure.unit_is_said and figure.precision < unit
            return Thousandfold((exact or found)[-1], factor > 1, in_unit)
    return None


def _agreeing(compared: tuple[ComparedFigure, ...]) -> list[ComparedFigure]:
    return [each for each in compared if each.agreement]
