"""What stands under what in a printed table, so that every tenge is counted once.

Most of it is in the paths: `expenditure/04/464` stands under `expenditure/04`. Three rules are not:

- The part of a balance that is printed without a code stands between the balance and its coded
  rows: `net_lending/10` is under `net_lending/loans` where that is printed, else under `net_lending`.
- Financing is made of the rows of two sections: `financing_receipts/7` is under `financing`.
- A functional subgroup has below it the administrators that are printed after it, up to the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from parser.budget_code.balances import BALANCES, FINANCED, is_returned, part_of
from parser.budget_code.levels import Side
from parser.budget_code.paths import (
    PATHS_KEPT,
    coded_side,
    codes_of,
    depth,
    level_of,
    path_below,
    prefixes,
    steps,
)
from parser.records import Level, Section

_UPKEEP = "001"
# By the budget classification of the Ministry of Finance: category 4 and functional group 15.
_TRANSFERS = frozenset({path_below(Section.REVENUE, "4"), path_below(Section.EXPENDITURE, "15")})


class TreeRow(Protocol):
    """A row of a table, as far as its place in the tree goes."""

    @property
    def path(self) -> str:
        """Which line it is."""

    @property
    def amount(self) -> int:
        """In tenge."""


_Row = TypeVar("_Row", bound=TreeRow)


@lru_cache(maxsize=PATHS_KEPT)
def parents(path: str) -> tuple[str, ...]:
    """The lines that a line may stand under, nearest first; a table prints some or all of them.

    >>> parents("net_lending/5/01")
    ('net_lending/5', 'net_lending/repayments', 'net_lending')
    >>> parents("financing_receipts/7")
    ('financing_receipts/loans', 'financing_receipts', 'financing')
    """
    above = prefixes(path)
    part = part_of(path)
    if part is not None and part.path != path:
        *codes, section = above
        above = (*codes, part.path, section)
    # Paths may come from anyone, in a link or a button: a section that there is not has nothing above.
    return (*above, Section.FINANCING.value) if steps(path)[0] in FINANCED else above


def is_below(path: str, above: str) -> bool:
    """Whether a line stands below another one.

    >>> is_below("net_lending/10/459/018", "net_lending/loans"), is_below("revenue/1", "revenue/1")
    (True, False)
    """
    return above in parents(path)


def is_transfer(path: str) -> bool:
    """Whether money of a line comes from another budget or goes to one.

    >>> is_transfer("revenue/4"), is_transfer("expenditure/15/459/007"), is_transfer("expenditure/04")
    (True, True, False)
    """
    return not _TRANSFERS.isdisjoint((path, *parents(path)))


def is_upkeep(path: str) -> bool:
    """Whether a line is the program that an administrator itself is paid from: every one's first, 001.

    >>> is_upkeep("expenditure/10/473/001"), is_upkeep("expenditure/10/473")
    (True, False)
    """
    return level_of(path) is Level.PROGRAM and codes_of(path)[-1] == _UPKEEP


def branches(path: str) -> tuple[str, ...]:
    """The paths whose children may stand beside a line or below it; a query for them finds its neighbours.

    Below a group these are its subgroups and administrators: which of them a subgroup has below it
    only their order tells.

    >>> branches("expenditure/04/464/009"), branches("net_lending/loans")
    (('expenditure/04/464/009', 'expenditure/04'), ('net_lending/loans', 'net_lending'))
    """
    if path == Section.FINANCING:
        return (path, *FINANCED)
    part = part_of(path)
    if part is not None and part.path == path:
        return (path, part.section.value)
    if coded_side(path) is Side.SPENDING and depth(path) > 1:
        return (path, prefixes(path)[-2])
    return (path,)


class Tree(Generic[_Row]):
    """The rows of one table with what stands under what; a path may have several rows.

    Rows are named by their index in `rows`. A row above which nothing is printed is a root.
    """

    def __init__(self, rows: Sequence[_Row], others: Sequence[_Row] = ()) -> None:
        """Takes the rows of a table.

        Args:
            rows: in print order.
            others: rows of whose order nothing is known: another print of the table has them.
        """
        self._ordered = len(rows)
        rows = [*rows, *others]
        self.rows: Sequence[_Row] = rows
        self._indices: dict[str, list[int]] = {}
        for index, row in enumerate(rows):
            self._indices.setdefault(row.path, []).append(index)
        self._above = list(self._find_parents())
        self._below: list[list[int]] = [[] for _ in rows]
        for index, above in enumerate(self._above):
            if above is not None:
                self._below[above].append(index)

    def parent(self, index: int) -> int | None:
        """The row right above a row; None for a root."""
        return self._above[index]

    def children(self, index: int) -> Sequence[int]:
        """The rows right below a row, in print order."""
        return self._below[index]

    def rows_below(self, path: str) -> list[int]:
        """The rows right below any row of a path, in print order."""
        return sorted(child for index in self._indices.get(path, ()) for child in self._below[index])

    def leaves(self) -> Iterator[int]:
        """The rows below which nothing is printed: each tenge once.

        Where a row of the other print stands somewhere below a path, no row of the path is a leaf.
        """
        others = range(self._ordered, len(self.rows))
        filled = {path for index in others for path in self._paths_above(index)}
        return (
            index
            for index, below in enumerate(self._below)
            if not below and self.rows[index].path not in filled
        )

    def paths_below(self, path: str) -> list[str]:
        """The paths of all rows below any row of a path, each once, in print order."""
        below: set[int] = set()
        open_rows = self.rows_below(path)
        while open_rows:
            index = open_rows.pop()
            below.add(index)
            open_rows.extend(self._below[index])
        return list(dict.fromkeys(self.rows[index].path for index in sorted(below)))

    def parent_path(self, path: str) -> str | None:
        """The path right above a path; the first that all its rows have above them.

        An administrator that is printed in two subgroups stands under their group.
        """
        chains = [self._paths_above(index) for index in self._indices.get(path, ())]
        first, *others = chains or [[]]
        return next((above for above in first if all(above in chain for chain in others)), None)

    def parent_paths(self, path: str) -> list[str]:
        """The paths above a path, nearest first."""
        found: list[str] = []
        above = self.parent_path(path)
        while above is not None:
            found.append(above)
            above = self.parent_path(above)
        return found

    def counted(self, leaf: int) -> list[tuple[str, int]]:
        """What a leaf adds to itself and to everything above it, nearest first.

        A repayment of 30 is 30 in `net_lending/repayments` and -30 in `net_lending`.
        """
        sign, index = 1, leaf
        counted = [(self.rows[leaf].path, self.rows[leaf].amount)]
        while (above := self._above[index]) is not None:
            sign *= self._sign(index, above)
            index = above
            counted.append((self.rows[index].path, sign * self.rows[leaf].amount))
        return counted

    def expected(self, index: int) -> int:
        """What the rows right below a row add up to."""
        return sum(self._sign(child, index) * self.rows[child].amount for child in self._below[index])

    def _sign(self, index: int, above: int) -> int:
        """1 where a row counts for the row above it as printed, -1 where with the other sign."""
        row, parent = self.rows[index], self.rows[above]
        if not is_returned(row.path):
            return 1
        if parent.path in BALANCES:
            return 1 if row.amount < 0 else -1
        # The row without a code and the coded one may be printed with different signs.
        return -1 if row.amount * parent.amount < 0 else 1

    def _paths_above(self, index: int) -> list[str]:
        paths: list[str] = []
        while (above := self._above[index]) is not None:
            paths.append(self.rows[above].path)
            index = above
        return paths

    def _find_parents(self) -> Iterator[int | None]:
        last: dict[str, int] = {}  # where each path was printed last
        subgroups: dict[str, int] = {}  # the subgroup that is open in each group
        for index, row in enumerate(self.rows):
            path, level = row.path, level_of(row.path)
            yield self._find_parent(path, level, last, subgroups if index < self._ordered else {})
            last[path] = index
            if level is Level.SUBGROUP:
                subgroups[prefixes(path)[0]] = index
            elif level is Level.GROUP:
                subgroups.pop(path, None)

    def _find_parent(
        self, path: str, level: Level | None, last: dict[str, int], subgroups: dict[str, int]
    ) -> int | None:
        for above in parents(path):
            if above not in self._indices:
                continue
            if above in subgroups and level is not Level.SUBGROUP:
                return subgroups[above]
            # A total that is printed below its parts is above them all the same.
            return last.get(above, self._indices[above][0])
        return None
