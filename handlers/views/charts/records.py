"""Charts before they are drawn: texts ready to be printed, and amounts for the lengths.

A chart holds all that stands in its picture and nothing else. Equal charts are therefore equal pictures: a
picture is kept by the hash of its chart. And as it goes to another process, it is made of texts, integers and
fractions.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from parser.dataclass import dataclass

Axis = tuple[int, int]
"""The amounts at the two ends of a scale, the lower first."""


class Tone(StrEnum):
    """What an amount is in a chart, told by colour; the sign of its label tells the same without."""

    WHOLE = "whole"
    PART = "part"
    RISE = "rise"
    CUT = "cut"
    REST = "rest"  # several amounts summed
    GAP = "gap"  # what the document does not account for, or nobody knows


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """What stands above and below every picture.

    Attributes:
        title: what the picture is of.
        about: the lines below it: the line or the decision, the place with its year, the unit.
        notes: what must be known to read the picture: doubts, gaps, a scale that does not begin at zero.
        source: the decision that the amounts are printed in.
    """

    title: str
    about: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A decision in the history of a line.

    Attributes:
        decision: its number; empty for decisions that are left out.
        date: its date.
        amount: what it left of the line; None where that is not known or there is no such line.
        label: the amount as it is printed, or why there is none.
        remark: the change, or what is said instead of one.
        tone: of the remark.
        known: False where the decision is not loaded, or is left out.
        shown: whether this is the edition that the history was opened from.
        stroke: of the stair's step, from the last amount above that is shown to this one.
    """

    decision: str
    date: str
    amount: int | None
    label: str
    remark: str = ""
    tone: Tone = Tone.WHOLE
    known: bool = True
    shown: bool = False
    stroke: Tone = Tone.WHOLE


@dataclass(frozen=True, slots=True)
class HistoryChart:
    """A line through its decisions, oldest first. `total` is what all of them came to."""

    frame: ChartFrame
    rows: tuple[HistoryRow, ...]
    axis: Axis
    total: str = ""


@dataclass(frozen=True, slots=True)
class WaterfallRow:
    """A bar from `start` to `end`; for a total from zero."""

    name: str
    label: str
    start: int
    end: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class WaterfallChart:
    """From an old total through rises and cuts to the new one."""

    frame: ChartFrame
    rows: tuple[WaterfallRow, ...]
    axis: Axis


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A line within another one. `share` is its share in words, empty where there is none."""

    name: str
    amount: int
    label: str
    share: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class StructureChart:
    """What a line consists of, largest first."""

    frame: ChartFrame
    total: str
    bars: tuple[ShareBar, ...]
    axis: Axis


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of a printed table: the name, its code, and amounts; `delta` stands out."""

    name: str
    code: str
    old: str
    new: str
    delta: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table of the printed page, with what is said below it."""

    title: str
    rows: tuple[SheetRow, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangesSheet:
    """A decision's changes on one page to print. `columns` are the headings of the three amounts."""

    frame: ChartFrame
    columns: tuple[str, str, str]
    headline: tuple[SheetRow, ...]
    verdict: str
    tables: tuple[SheetTable, ...]


Chart = HistoryChart | WaterfallChart | StructureChart | ChangesSheet


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and the colours to draw it in."""

    chart: Chart
    dark: bool = False


def span_of(axis: Axis) -> int:
    """The length of a scale, never zero."""
    return max(axis[1] - axis[0], 1)


def position(amount: int, axis: Axis) -> Fraction:
    """Where an amount stands on a scale: 0 at its lower end, 1 at its upper one.

    Args:
        amount: in tenge.
        axis: the scale.

    Returns:
        The position; what lies outside stands at the end.
    """
    return min(max(Fraction(amount - axis[0], span_of(axis)), Fraction(0)), Fraction(1))


def zero_axis(amounts: tuple[int, ...]) -> Axis:
    """A scale from zero that holds all amounts."""
    return min(0, *amounts), max(0, *amounts)


def close_axis(amounts: tuple[int, ...]) -> Axis:
    """A scale on which the differences of amounts can be seen.

    Args:
        amounts: at least one.

    Returns:
        From zero where the differences are large enough for it, else a little beyond the amounts.
    """
    low, high = min(amounts), max(amounts)
    spread = high - low
    if spread == 0 or low < 0 < high or spread * 3 >= max(abs(low), abs(high)):
        return zero_axis(amounts)
    room = spread // 4 + 1
    return low - room, high + room
