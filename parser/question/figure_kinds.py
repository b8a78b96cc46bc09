"""A claimed figure as a value: what it is of, how exactly it is said, and which way it goes."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from parser.dataclass import dataclass
from parser.question.claimed_direction import Balance
from parser.question.fractions import ShareBound
from parser.question.intents import Direction


class FigureKind(StrEnum):
    """What a figure is of."""

    AMOUNT = "amount"  # the line, in tenge
    CHANGE = "change"  # by how many tenge it rose or fell
    SHARE = "share"  # how much of a whole it is
    GROWTH = "growth"  # by what share it rose or fell
    TIMES = "times"  # how many times it rose or fell


# What a figure is where its line is said to have changed by so much.
AS_CHANGE = {FigureKind.AMOUNT: FigureKind.CHANGE, FigureKind.SHARE: FigureKind.GROWTH}


class Incomparable(StrEnum):
    """Why an amount cannot be set beside those of a budget."""

    FOREIGN = "foreign"  # it is in another currency
    NEGATIVE = "negative"  # it is said with a minus


@dataclass(frozen=True, slots=True)
class ClaimedFigure:
    """A figure that somebody claims.

    Attributes:
        said: as it was typed.
        start: where it begins in its text.
        end: where it ends.
        kind: what it is of.
        value: tenge; of a share or a growth a fraction of one.
        precision: of the last digit that was said: `12,3 млрд` is meant to a hundred million; none of a share
            in words.
        direction: whether it is a rise or a cut, where that is said.
        unit_is_said: whether an amount says in what it is counted; else it may be in a table's unit.
        incomparable: why it is compared with nothing, where that is so.
        of_whole: whether a share is said to be of the whole budget, or of all revenue.
        bound: on which side of it a share is said to be: `меньше половины`, `больше 75 %`.
        is_bounded: whether an amount is only bounded by it: `больше 8 млрд`.
        is_denied: whether it is said not to be so: `не подорожали на 46 млн`. It is bounded then.
        balance: what a budget's balance is said to be, where that is said.
        upper: where it is a range, up to what: `от 8 до 9 млрд`; `value` is then where that begins.
        is_end: whether it is what something was or became, and no change: `288-ден 383 млн-ға өсті`.
        is_open: whether nothing tells in what an amount is counted: `было 8,3`.
    """

    said: str
    start: int
    end: int
    kind: FigureKind
    value: Fraction
    precision: Fraction
    direction: Direction | None = None
    unit_is_said: bool = True
    incomparable: Incomparable | None = None
    of_whole: bool = False
    bound: ShareBound | None = None
    balance: Balance | None = None
    is_bounded: bool = False
    is_denied: bool = False
    upper: Fraction | None = None
    is_end: bool = False
    is_open: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether it is an amount of nothing: `ни копейки`."""
        return self.kind is FigureKind.AMOUNT and not self.value

    @property
    def in_words(self) -> bool:
        """Whether it is a share in words, `половина`, or a growth by one: `на треть`."""
        return self.kind in {FigureKind.SHARE, FigureKind.GROWTH} and not self.precision
