"""What a decision changed in a budget year, as frozen records: lines, totals, and where money went."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from typing import assert_never

from parser.budget_code import BALANCES, codes_of, is_below, is_returned, level_of, parents, section_of
from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.question.intents import Direction
from parser.records import Level, Section
from storage.reading.records import DecisionInfo, EditionInfo, LineInfo, Names

# What is no lowest line: a total; and what stands beside the offices that tell the same tenge.
_NOT_LOWEST = frozenset({None, Level.SUBGROUP})


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """One line of the difference between two editions, in tenge.

    `old` is None of a line that came, and `delta` its amount; `new` is None of one that went, and `delta` its
    amount with a minus.
    """

    path: str
    names: Names
    old: int | None
    new: int | None
    delta: int
    status: str  # "changed", "added", "removed" or "renamed"
    moved_from: str | None = None  # of an added line: the path under which the program stood before
    moved_to: str | None = None  # of a removed line: the path under which it goes on
    telling: bool = True  # False where lines below it, or one above it, tell the same tenge
    doubt: Doubt | None = None  # the gravest of both amounts

    @property
    def comes_back(self) -> bool:
        """Whether it is of money that is repaid, which lowers its section."""
        return section_of(self.path) in BALANCES and is_returned(self.path)

    @property
    def moves(self) -> int:
        """What it moves its section by: net lending falls by what is repaid more.

        A repayment may be printed with a minus or without; both mean the same.
        """
        return abs(self.old or 0) - abs(self.new or 0) if self.comes_back else self.delta

    def goes(self, way: Direction) -> bool:
        """Whether it changed in a direction."""
        match way:
            case Direction.RISES:
                return self.moves > 0
            case Direction.CUTS:
                return self.moves < 0
            case Direction.ADDED | Direction.REMOVED:
                return self.status == way.value
            case _:
                assert_never(way)


@dataclass(frozen=True, slots=True)
class Gap:
    """A printed total whose change is not the sum of the changes of its leaves, in tenge.

    `doubt` is the gravest of all amounts that were compared: the mistake may be the reading's.
    """

    path: str
    printed_delta: int
    sum_of_leaf_deltas: int
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A leaf of the spending that rose or was cut, by so many tenge.

    A program that moved is one leaf, under its new path; `moved_from` is the old one.
    """

    path: str
    names: Names
    delta: int
    moved_from: str | None = None
    doubt: Doubt | None = None  # the gravest of both amounts


@dataclass(frozen=True, slots=True)
class Flow:
    """From where to where the money went: what was cut, what rose, and what paid for the rest.

    Where the document agrees with itself, `risen + cut == revenue + financing`. All amounts are in tenge.

    Attributes:
        cuts: leaves of expenditure, net lending and financial assets that have less; the largest first. A
            loan of which more is repaid is among them: it comes back.
        rises: leaves that have more, new ones too.
        cut: the sum of the cuts, zero or below.
        risen: the sum of the rises.
        revenue: by how much the printed total changed; None where one of the editions prints none.
        financing: the same of the financing.
        balanced: whether the sums agree; false where a total is not known.
        doubt: the gravest of all amounts that were summed.
    """

    cuts: tuple[Shift, ...]
    rises: tuple[Shift, ...]
    cut: int
    risen: int
    revenue: int | None
    financing: int | None
    balanced: bool | None
    doubt: Doubt | None = None

    @property
    def outside(self) -> tuple[Shift, ...]:
        """The leaves that are spent and are no expenditure: net lending and financial assets."""
        every = (*self.cuts, *self.rises)
        return tuple(shift for shift in every if section_of(shift.path) is not Section.EXPENDITURE)


@dataclass(frozen=True, slots=True)
class TotalChange:
    """A printed total before and after; None where it is not printed. `doubt` is the gravest of both."""

    old: int | None
    new: int | None
    doubt: Doubt | None = None

    @property
    def both(self) -> tuple[int, int] | None:
        """The total before and after; None where one of them is not printed, and nothing can be told."""
        return None if self.old is None or self.new is None else (self.old, self.new)


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line that both editions print and one of them with an amount that could not be read.

    Attributes:
        names: by language.
        old: what the earlier edition has; None where it is the one that was not read.
        new: what the later edition has; None where it is the one that was not read.
        doubt: of the amount that was read.
    """

    path: str
    names: Names
    old: int | None
    new: int | None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What a decision changed in one budget year, against the previous loaded edition.

    Attributes:
        previous: the decision that set that edition. None where none is loaded: then there are no lines and
            no flow, and nothing was compared.
        skipped: known decisions between the two that are not loaded.
        totals: of revenue, expenditure and deficit, by these paths.
        lines: that differ.
        gap: totals that changed otherwise than their leaves.
        flow: from where to where the money went.
        printed, printed_before: all lines of both editions as they are printed, by path.
        unread: lines that one of them prints and that could not be read there. What became of them is not
            known: they count neither as gone nor as new, and are in no sum.
        rows_unread: what both editions print in other rows that could not be read, of whatever lines.
    """

    edition: EditionInfo
    previous: DecisionInfo | None
    skipped: tuple[DecisionInfo, ...]
    totals: Mapping[str, TotalChange]
    lines: tuple[ChangedLine, ...]
    gap: tuple[Gap, ...]
    flow: Flow | None = None
    printed: Mapping[str, LineInfo] = field(default_factory=dict, compare=False, repr=False)
    printed_before: Mapping[str, LineInfo] = field(default_factory=dict, compare=False, repr=False)
    unread: tuple[UnreadLine, ...] = ()
    rows_unread: tuple[str, ...] = ()

    @property
    def is_partly_read(self) -> bool:
        """Whether one of the editions prints rows that could not be read: nothing is sure of the whole."""
        return bool(self.unread or self.rows_unread)

    @property
    def reconciled(self) -> bool | None:
        """Whether every printed change is the sum of its leaves' changes; None if not known."""
        if self.previous is None or (self.is_partly_read and not self.gap):
            return None
        return not self.gap

    def list_unread(self, paths: Collection[str]) -> list[UnreadLine]:
        """The lines inside lines, or these themselves, that could not be read in one of the editions."""
        return [
            line
            for line in self.unread
            if any(line.path == path or is_below(line.path, path) for path in paths)
        ]

    def list_blocks(self, path: str) -> tuple[str, ...]:
        """Where an office stands in its section, in either edition: once in each of its groups.

        Args:
            path: of any of these lines; of any other line it is that line alone.
        """
        if level_of(path) is not Level.ADMINISTRATOR:
            return (path,)
        section, code = section_of(path), codes_of(path)[-1]
        printed = dict.fromkeys((*self.printed_before, *self.printed))
        offices = (each for each in printed if level_of(each) is Level.ADMINISTRATOR)
        own = tuple(each for each in offices if section_of(each) is section and codes_of(each)[-1] == code)
        return own or (path,)

    def list_below(self, paths: Collection[str], level: Level | None = None) -> list[ChangedLine]:
        """The changed lines inside lines, largest first: of a level, else those that tell the change."""
        below = (line for line in self.lines if any(is_below(line.path, path) for path in paths))
        wanted = [line for line in below if (level_of(line.path) is level if level else line.telling)]
        return sorted(wanted, key=lambda line: -abs(line.moves))

    def has_any_line(self, way: Direction | None) -> bool:
        """Whether it has new lines, or such that are no more; what only rises or falls is told as it is."""
        told = way not in {Direction.ADDED, Direction.REMOVED}
        return told or way is None or any(line.goes(way) for line in self.lines)

    def has_any_below(self, paths: Collection[str], way: Direction | None) -> bool:
        """Whether a line inside lines changed, in a direction."""
        return any(way is None or line.goes(way) for line in self.list_below(paths))

    def list_zeroed(self, paths: Collection[str] = ()) -> list[ChangedLine]:
        """The lines that are printed still, with nothing in them, though they had an amount before.

        Args:
            paths: of the lines that alone are looked into; none for all.
        """
        zeroed = [line for line in self.lines if line.telling and line.new == 0 and line.old]
        return [line for line in zeroed if not paths or any(is_below(line.path, path) for path in paths)]

    def list_same(self, paths: Collection[str] = ()) -> list[LineInfo]:
        """The lowest lines that are printed in both editions with one amount, the largest first.

        Args:
            paths: of the lines that alone are looked into; none for all.
        """
        changed = {line.path for line in self.lines if line.status != "renamed"}
        both = [line for path, line in self.printed.items() if path in self.printed_before]
        above = {path for line in both for path in parents(line.path)}
        same = [line for line in both if line.path not in changed and line.path not in above]
        same = [line for line in same if line.amount and level_of(line.path) not in _NOT_LOWEST]
        inside = [line for line in same if not paths or any(is_below(line.path, path) for path in paths)]
        return sorted(inside, key=lambda line: -line.amount)
