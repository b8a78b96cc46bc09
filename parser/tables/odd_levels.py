"""Rows that the sums put where neither their code nor its column would.

The sums may overrule both, and have to where a print has slips. But where the row above is lost, or its
amount, they do it for a row that then stands one level too high: the program 003 as an administrator, the
subclass 2 as the class 02. The figure is right then, and what it is said to be is not. A lost row of zero
breaks no sum: the subclass 1 of the lost class 03 then stands below the subclass 2 of the class 01, the
administrator 123 of the lost group 05 behind the administrator 464 of the group 04.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from parser.budget_code import FIRST_ADMINISTRATOR, TOPS, Side, side_of
from parser.dataclass import dataclass
from parser.document import Row
from parser.records import Level, Section


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with the level that it was put on.

    Attributes:
        row: with its code, and its column where the table has a column for each level.
        level: that the sums and all else gave it.
        side: of the header above it; None where none says one.
        section: that it was read in.
        amount: None where it cannot be read.
    """

    row: Row
    level: Level
    side: Side | None
    section: Section
    amount: int | None


def odd_rows(placed: Sequence[PlacedRow]) -> Iterator[Row]:
    """The rows of one edition that stand on a level that is not theirs, and all rows below them.

    Args:
        placed: the rows with codes, in print order.
    """
    judge = _Judge(placed)
    above: list[tuple[Level, str, bool]] = []
    seen: set[tuple[str, ...]] = set()
    last: dict[tuple[str, ...], int] = {}  # of each class and category, the code below it that stands last
    for each in placed:
        while above and (above[-1][0] >= each.level or each.level in TOPS):
            above.pop()
        codes = each.section, *(code for _, code, _ in above), each.row.cells[0]
        descends = each.level not in TOPS and int(codes[-1]) < last.get(codes[:-1], 0)
        if side_of(each.level) is Side.RECEIPTS:
            again = codes in seen or descends
        else:  # one that spends something may stand behind a later one; one of nothing never does
            again = descends and not each.amount
        seen.add(codes)
        last[codes[:-1]] = int(codes[-1])
        odd = again or judge.is_odd(each) or any(is_odd for _, _, is_odd in above)
        above.append((each.level, each.row.cells[0], odd))
        if odd:
            yield each.row


class _Judge:
    """Compares rows with the habits of their table."""

    def __init__(self, placed: Sequence[PlacedRow]) -> None:
        self._levels: dict[tuple[int, int, Side], Counter[Level]] = {}  # of the codes in a column
        self._labels: dict[int, Counter[bool]] = {}  # whether a table's rows are as its labels say
        self._parted = any(map(_heads_its_own, placed))
        for each in placed:
            if each.row.column is not None:
                key = each.row.table, each.row.column, side_of(each.level)
                self._levels.setdefault(key, Counter())[each.level] += 1
                if each.row.level is not None:
                    self._labels.setdefault(each.row.table, Counter())[each.row.level is each.level] += 1

    def is_odd(self, each: PlacedRow) -> bool:
        """Whether a row has no name, or is not where its header, its code or its column has it."""
        if not each.row.cells[1]:
            return True
        if self._parted and each.section is Section.REVENUE and each.side is Side.SPENDING:
            return True
        if each.level is Level.ADMINISTRATOR and int(each.row.cells[0]) < FIRST_ADMINISTRATOR:
            return True
        if each.row.column is None:
            return False
        levels = self._levels[each.row.table, each.row.column, side_of(each.level)]
        return self._slipped(each) or levels[each.level] < max(levels.values())

    def _slipped(self, each: PlacedRow) -> bool:
        """Whether a row stands above the level that a label says, where labels are not shifted as a whole."""
        label = each.row.level
        if label is None or side_of(label) is not side_of(each.level) or each.level >= label:
            return False
        labels = self._labels[each.row.table]
        return labels[False] < labels[True]


def _heads_its_own(each: PlacedRow) -> bool:
    """Whether revenue stands under a header of its own."""
    return each.section is Section.REVENUE and each.side is Side.RECEIPTS
