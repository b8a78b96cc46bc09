"""Every identity a budget must satisfy, each only where all its figures are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parser.budget_code import (
    BALANCES,
    IDENTITIES,
    PAIRED,
    Tree,
    expected_amount,
    level_of,
    same_amount,
)
from parser.dataclass import dataclass
from parser.kinds import DiscrepancyKind
from parser.records import Level, Line, Section

# What a budget spends is printed down to the programs: below a row of these something stands, where it
# does below others of them. Of what it receives, some prints leave out the lowest level here and there.
_PARTED = (Level.GROUP, Level.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a line must be by the lines that it consists of: revenue by its categories.

    Attributes:
        line: as printed.
        expected: what it must be, in tenge.
        parts: the lines that this follows from.
    """

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


def identities(lines: Sequence[Line], tree: Tree[Line] | None = None) -> Iterator[Identity]:
    """The identities of one table: sums first, then the balances, the deficit and its financing.

    Args:
        lines: of the table.
        tree: of these lines, where it was made before.
    """
    tree = tree or Tree(lines)
    parted = {_place(line) for index, line in enumerate(lines) if tree.children(index)}
    for index, line in enumerate(lines):
        parts = tuple(lines[child] for child in tree.children(index))
        emptied = not parts and (place := _place(line))[1] in _PARTED and place in parted
        if (parts or emptied) and line.path not in BALANCES:
            kind = DiscrepancyKind.SUM if line.level else DiscrepancyKind.TOTAL
            yield Identity(kind, line, tree.expected(index), parts)
    by_path = {line.path: line for line in reversed(lines)}
    for section in map(Section, IDENTITIES):
        if section not in PAIRED:  # the terms of those are the rows below them
            yield from _total(section, by_path)
        if section in BALANCES:
            yield from _balance(section, tree)


def _place(line: Line) -> tuple[Section, Level | None]:
    return line.section, level_of(line.path)


def _total(section: Section, by_path: Mapping[str, Line]) -> Iterator[Identity]:
    """A total and the totals that it is made of, where all are printed."""
    terms = [term.path for term in IDENTITIES[section]]
    if section not in by_path or any(term not in by_path for term in terms):
        return
    expected = expected_amount(section, {term: by_path[term].amount for term in terms})
    if expected is not None:
        parts = tuple(by_path[term] for term in terms)
        yield Identity(DiscrepancyKind(section), by_path[section], expected, parts)


def _balance(section: Section, tree: Tree[Line]) -> Iterator[Identity]:
    """A balance and the rows below it, where any are printed; a part of nothing need not be."""
    index = next((index for index, line in enumerate(tree.rows) if line.path == section), None)
    if index is None:
        return
    below = tuple(tree.rows[child] for child in tree.children(index))
    if below:
        yield Identity(DiscrepancyKind(section), tree.rows[index], tree.expected(index), below)
