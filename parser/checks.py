"""Every identity a budget must satisfy; what fails is a discrepancy, shown and never repaired.

Kinds: `sum` (a parent is not the sum of its children), `total` (a section's total is not
the sum of its top lines), `net_lending`, `financial_assets`, `deficit`, `financing` (an
identity of the Budget Code's structure), `text` (the text's figure is not the table's).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from parser.records import Discrepancy, Edition, FigureChange, Line, Section


def check_edition(edition: Edition) -> list[Discrepancy]:
    """All identities of one edition's table, each only where all its figures are printed."""
    return [*_check_sums(edition), *_check_identities(edition)]


def check_text(changes: Iterable[FigureChange], edition: Edition) -> list[Discrepancy]:
    """The figures of the text against the table's. `printed` is the text's, `expected` the table's."""
    amounts = {line.path: line.amount for line in reversed(edition.lines)}
    return [
        Discrepancy("text", change.path, change.new, amounts[change.path], str(change.at), edition.year)
        for change in changes
        if change.path in amounts and amounts[change.path] != change.new
    ]


def _check_sums(edition: Edition) -> Iterator[Discrepancy]:
    for parent, children in _families(edition.lines):
        expected = sum(child.amount for child in children)
        if children and expected != parent.amount:
            kind = "sum" if parent.level else "total"
            yield Discrepancy(kind, parent.path, parent.amount, expected, str(parent.at), edition.year)


def _families(lines: Sequence[Line]) -> Iterator[tuple[Line, list[Line]]]:
    """Every line that can have children, with its direct children by print order."""
    open_lines: list[tuple[Line, list[Line]]] = []
    for line in lines:
        while open_lines and (
            open_lines[-1][0].section != line.section or open_lines[-1][0].level >= line.level
        ):
            yield open_lines.pop()
        if open_lines:
            open_lines[-1][1].append(line)
        # Balances are differences, not sums: `_check_identities` has them.
        if line.section not in (Section.NET_LENDING, Section.FINANCIAL_ASSETS):
            open_lines.append((line, []))
    yield from reversed(open_lines)


def _check_identities(edition: Edition) -> Iterator[Discrepancy]:
    lines = {line.path: line for line in reversed(edition.lines)}
    for path, terms in (
        ("net_lending", (("net_lending/loans", 1), ("net_lending/repayments", -1))),
        ("financial_assets", (("financial_assets/purchase", 1), ("financial_assets/sale", -1))),
        ("deficit", (("revenue", 1), ("expenditure", -1), ("net_lending", -1), ("financial_assets", -1))),
        ("financing", (("deficit", -1),)),
    ):
        if path in lines and all(term in lines for term, _ in terms):
            expected = sum(sign * lines[term].amount for term, sign in terms)
            yield from _differs(path, lines[path], expected, edition)
    tops = [line for line in edition.lines if line.level == 1]
    receipts = [line.amount for line in tops if line.section is Section.FINANCING_RECEIPTS]
    payments = [line.amount for line in tops if line.section is Section.FINANCING_PAYMENTS]
    if "financing" in lines and receipts:
        yield from _differs("financing", lines["financing"], sum(receipts) - sum(payments), edition)


def _differs(kind: str, line: Line, expected: int, edition: Edition) -> Iterator[Discrepancy]:
    if line.amount != expected:
        yield Discrepancy(kind, line.path, line.amount, expected, str(line.at), edition.year)
