"""How well a table was read, and which of two readings of one table is the worse.

Two files may print the same table: a page and its PDF, a whole file and half of it. What decides is what
one reading lost that the other has, the gravest kind of loss first. Sums are compared only where both
readings can check them: half a table has fewer sums that do not hold, and is no better for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from parser.budget_code import IDENTITIES, steps
from parser.dataclass import dataclass
from parser.kinds import OF_SKELETON, DiscrepancyKind

# Whether a row is above the one it is part of is a matter of sums.
_LACKS = OF_SKELETON - {DiscrepancyKind.ABOVE_PARENT}
_SUMS = frozenset(
    {
        DiscrepancyKind.SUM,
        DiscrepancyKind.TOTAL,
        DiscrepancyKind.NET_LENDING,
        DiscrepancyKind.FINANCIAL_ASSETS,
        DiscrepancyKind.DEFICIT,
        DiscrepancyKind.FINANCING,
    }
)

Disagreement = tuple[str, str]  # the kind of a discrepancy and its path


class Loss(StrEnum):
    """What a reading lost that another one has, the gravest first."""

    SECTIONS = "sections"  # only the other has lines of them
    SKELETON = "skeleton"  # a total or balance is missing, or rows stand where their codes do not belong
    SUMS = "sums"  # rows add up to the line above them in the other, and not in this one
    LINES = "lines"  # the other has more
    DOUBTS = "doubts"  # more of its rows were read with doubt


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one of two readings lost against the other.

    `grave` says that rows were lost in the reading: two prints of a table that are both read well may
    differ in a figure, or in a line, but hardly in a section.
    """

    loss: Loss
    count: int
    grave: bool


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a table was read.

    Attributes:
        paths: of its lines.
        lines: how many there are; a path may have several.
        disagreements: that were found in it.
        doubted: how many of its lines have an amount that was read with doubt.
        doubts: how many rows of its file were read with doubt or left out; None where the file has other
            tables too.
    """

    paths: frozenset[str]
    lines: int
    disagreements: frozenset[Disagreement]
    doubted: int = 0
    doubts: int | None = None

    @property
    def sure(self) -> int:
        """How many of its lines were read without doubt."""
        return self.lines - self.doubted

    @property
    def sections(self) -> frozenset[str]:
        """The sections that it has lines of."""
        return frozenset(steps(path)[0] for path in self.paths)

    def lacks(self) -> frozenset[Disagreement]:
        """What it lacks of a whole budget."""
        return frozenset(each for each in self.disagreements if each[0] in _LACKS)

    def broken(self, other: Quality) -> frozenset[Disagreement]:
        """The sums that do not hold in it, of those that another reading can check as well."""
        return frozenset(
            (kind, path)
            for kind, path in self.disagreements
            if kind in _SUMS and path in other.paths and (path in IDENTITIES or other.has_below(path))
        )

    def has_below(self, path: str) -> bool:
        """Whether it has a line below a path."""
        return any(each.startswith(f"{path}/") for each in self.paths)


def find_loss(reading: Quality, other: Quality) -> Verdict | None:
    """What a reading lost against another one of the same table.

    Returns:
        The gravest loss; None where it lost nothing, or the other lost something graver.
    """
    fewer_lines = reading.lines < other.lines
    for loss, lost, gained in _weigh(reading, other):
        if lost > gained:
            grave = loss in {Loss.SECTIONS, Loss.SKELETON} or (loss is Loss.SUMS and fewer_lines)
            return Verdict(loss, lost - gained, grave)
        if gained > lost:
            return None
    return None


def _weigh(reading: Quality, other: Quality) -> Iterator[tuple[Loss, int, int]]:
    """For each kind of loss how much a reading lost, and how much the other did."""
    yield Loss.SECTIONS, len(other.sections - reading.sections), len(reading.sections - other.sections)
    lacks, lacked = reading.lacks(), other.lacks()
    yield Loss.SKELETON, len(lacks - lacked), len(lacked - lacks)
    broken, closed = reading.broken(other), other.broken(reading)
    yield Loss.SUMS, len(broken - closed), len(closed - broken)
    lines = Loss.LINES, *_excess(other.lines, reading.lines)
    doubted = Loss.DOUBTS, *_excess(reading.doubted, other.doubted)
    # Two readings may both have lines that the other lacks or doubts: the one with more sure lines is better.
    doubts_decide = (reading.lines - other.lines) * (reading.sure - other.sure) < 0
    yield from (doubted, lines) if doubts_decide else (lines, doubted)
    if reading.doubts is not None and other.doubts is not None:
        yield Loss.DOUBTS, *_excess(reading.doubts, other.doubts)


def _excess(own: int, others: int) -> tuple[int, int]:
    """How many more there are of something in one reading, and how many more in the other."""
    return max(own - others, 0), max(others - own, 0)
