"""Every identity a budget must satisfy, each only where all its figures are printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parser.budget_code import (
    BALANCES,
    BY_BALANCE,
    IDENTITIES,
    Tree,
    expected_amount,
    part_of,
    same_amount,
)
from parser.kinds import DiscrepancyKind
from parser.records import Line, Section


@dataclass(frozen=True, slots=True)
class Identity:
    """What a line must be by the lines that it consists of."""

    kind: DiscrepancyKind  # what it is when it does not hold
    line: Line
    expected: int
    parts: tuple[Line, ...]

    @property
    def holds(self) -> bool:
        """Whether the line is what it must be; what is subtracted may be printed with a minus or without."""
        if self.kind in (DiscrepancyKind.SUM, DiscrepancyKind.TOTAL):
            return same_amount(self.line.path, self.line.amount, self.expected)
        return self.line.amount == self.expected


def identities(lines: Sequence[Line]) -> Iterator[Identity]:
    """The identities of one table: sums first, then the balances, the deficit and its financing."""
    tree = Tree(lines)
    for index, line in enumerate(lines):
        parts = tuple(lines[child] for child in tree.children(index))
        if parts and line.path not in BALANCES:
            kind = DiscrepancyKind.SUM if line.level else DiscrepancyKind.TOTAL
            yield Identity(kind, line, tree.expected(index), parts)
    for section in (Section.NET_LENDING, Section.FINANCIAL_ASSETS):
        yield from _balance(section, len(BY_BALANCE[section]), tree)
    by_path = {line.path: line for line in reversed(lines)}
    for path in (Section.DEFICIT, Section.FINANCING):
        terms = [term.path for term in IDENTITIES[path]]
        if path in by_path and all(term in by_path for term in terms):
            expected = expected_amount(path, {term: by_path[term].amount for term in terms})
            if expected is not None:
                parts = tuple(by_path[term] for term in terms)
                yield Identity(DiscrepancyKind(path), by_path[path], expected, parts)
    # A budget may borrow without repaying, or the reverse: what is not printed is no part of it.
    yield from _balance(Section.FINANCING, 1, tree)


def _balance(section: Section, least: int, tree: Tree[Line]) -> Iterator[Identity]:
    """A balance and the rows below it, where so many of its parts are printed at least."""
    index = next((index for index, line in enumerate(tree.rows) if line.path == section), None)
    if index is None:
        return
    below = tuple(tree.rows[child] for child in tree.children(index))
    if len({part_of(line.path) for line in below}) >= least:
        yield Identity(DiscrepancyKind(section), tree.rows[index], tree.expected(index), below)
