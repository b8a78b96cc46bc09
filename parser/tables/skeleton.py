"""What a whole budget has, whoever prints it; a table that lacks some of it may be read only in part.

Sums alone do not tell: a table that lost a whole section, or the balance below it, may still add up in what
is left. So whatever lacks is a discrepancy of a kind of its own, and every card of the table shows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parser.budget_code import (
    BALANCES,
    BY_SIDE,
    PAIRED,
    SECTIONS,
    SPENT,
    Side,
    Tree,
    coded_side,
    codes_of,
    is_returned,
    same_amount,
)
from parser.kinds import DiscrepancyKind, FindingKind
from parser.records import Discrepancy, Edition, Finding, Line, Section

_TOTALS = tuple(BY_SIDE.values())
# A reading that left out a row, or does not know what one is, may have lost what is missing.
_MAY_BE_LOST = frozenset(
    {
        FindingKind.AMOUNT_MISSING,
        FindingKind.CELLS_UNSURE,
        FindingKind.LEVELS_UNSURE,
        FindingKind.ROW_SET_ASIDE,
        FindingKind.SCANNED,
    }
)


def check_skeleton(
    edition: Edition, findings: Iterable[Finding] = (), tree: Tree[Line] | None = None
) -> list[Discrepancy]:
    """What a table lacks of a whole budget, and rows that cannot stand where they were read.

    Args:
        edition: the table.
        findings: what the reader was not sure of in the document.
        tree: of its lines, where it was made before.
    """
    if not edition.lines:
        return []
    certain = not any(finding.kind in _MAY_BE_LOST for finding in findings)
    found = _Skeleton(edition.lines, tree or Tree(edition.lines))
    return [
        Discrepancy(
            kind, path, printed, expected, str(line.at), edition.year, certain, edition.place, edition.set_by
        )
        for kind, path, printed, expected, line in (*found.missing(), *found.misplaced())
    ]


_Fault = tuple[DiscrepancyKind, str, int | None, int | None, Line]


class _Skeleton:
    """The lines of one table, asked for what they lack."""

    def __init__(self, lines: Sequence[Line], tree: Tree[Line]) -> None:
        self._lines = lines
        self._tree = tree
        self._amounts = {line.path: line.amount for line in reversed(lines)}
        self._first: dict[str, Line] = {line.section: line for line in reversed(lines)}

    def missing(self) -> Iterator[_Fault]:
        """Sections without rows, sections without their total, balances that are not there."""
        for section in _TOTALS:
            if section not in self._first:
                yield self._lacking(DiscrepancyKind.SECTION_MISSING, section, None)
            elif section not in self._amounts:
                yield self._lacking(DiscrepancyKind.TOTAL_MISSING, section, self._sum(section))
        yield from self._balances()

    def misplaced(self) -> Iterator[_Fault]:
        """Rows under codes of zeros, rows of another section, rows above the one that they are part of."""
        seen: set[str] = set()
        for index, line in enumerate(self._lines):
            codes = codes_of(line.path)
            if any(int(code) == 0 for code in codes):
                yield DiscrepancyKind.ZERO_CODE, line.path, line.amount, None, line
            elif len(codes) == 1 and (
                not self._belongs(line, codes[0]) or (line.path in seen and not self._closes(line.section))
            ):
                yield DiscrepancyKind.OTHER_SECTION, line.path, line.amount, None, line
            seen.add(line.path)
            above = self._tree.parent(index)
            if above is not None and self._is_too_large(index, above):
                yield (
                    DiscrepancyKind.ABOVE_PARENT, line.path, line.amount, self._lines[above].amount, line,
                )  # fmt: skip

    def _balances(self) -> Iterator[_Fault]:
        """The balances that a table lacks; one of zero that has no parts need not be printed."""
        rest = self._rest()
        deficit = self._amounts.get(Section.DEFICIT, 0 if rest == 0 else None)
        unprinted = [section for section in PAIRED if section not in self._amounts]
        for section in unprinted:
            if section in self._first:
                yield self._lacking(DiscrepancyKind.BALANCE_MISSING, section, self._sum(section))
            elif rest and deficit is not None:
                expected = rest if len(unprinted) == 1 else None
                yield self._lacking(DiscrepancyKind.BALANCE_MISSING, section, expected)
        if deficit is None:
            yield self._lacking(DiscrepancyKind.BALANCE_MISSING, Section.DEFICIT, rest)
        if Section.FINANCING not in self._amounts and deficit != 0:
            expected = None if deficit is None else -deficit
            yield self._lacking(DiscrepancyKind.BALANCE_MISSING, Section.FINANCING, expected)

    def _rest(self) -> int | None:
        """What is left of revenue when all that is printed beside it is taken off; None without a total."""
        if any(section not in self._amounts for section in _TOTALS):
            return None
        taken = (*SPENT, Section.DEFICIT)
        return self._amounts[Section.REVENUE] - sum(self._amounts.get(section, 0) for section in taken)

    def _sum(self, section: Section) -> int:
        """What the top rows of a section add up to, what comes back with the other sign."""
        tops = (
            line
            for index, line in enumerate(self._lines)
            if line.section is section and self._tree.parent(index) is None
        )
        return sum(-abs(line.amount) if is_returned(line.path) else line.amount for line in tops)

    def _lacking(self, kind: DiscrepancyKind, section: Section, expected: int | None) -> _Fault:
        return kind, section.value, None, expected, self._first.get(section, self._lines[0])

    def _belongs(self, line: Line, top: str) -> bool:
        """Whether the section of a category or a group has it."""
        rule = SECTIONS[line.section]
        return int(top) in (rule.categories if coded_side(line.path) is Side.RECEIPTS else rule.groups)

    def _closes(self, section: Section) -> bool:
        """Whether a section prints its total, and that is the sum of its rows."""
        index = next((index for index, line in enumerate(self._lines) if line.path == section), None)
        return index is not None and self._adds_up(index)

    def _is_too_large(self, index: int, above: int) -> bool:
        """Whether a row is more than the one it is part of, and no other row takes off from it."""
        part, whole = self._lines[index], self._lines[above]
        if whole.path in BALANCES or abs(part.amount) <= abs(whole.amount):
            return False
        return not self._adds_up(above)

    def _adds_up(self, index: int) -> bool:
        line = self._lines[index]
        return same_amount(line.path, line.amount, self._tree.expected(index))
