"""Every identity a budget must satisfy; what fails is a discrepancy, shown and never repaired.

Kinds: `sum` (a parent is not the sum of its children), `total` (a section's total is not
the sum of its top lines), `net_lending`, `financial_assets`, `deficit`, `financing` (an
identity of the Budget Code's structure), `text` (the text's figure is not the table's), `summary`
(the summary of rural districts is not the sum of their budgets).

A discrepancy is `certain` when everything it compares was read without doubt: then the document
says so. Where the reader warned of a row or a figure it compares, the misreading may be ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from parser.decision.councils import is_summary
from parser.kinds import FindingKind, Value
from parser.records import (
    ClauseFigure,
    Discrepancy,
    Edition,
    FigureChange,
    Finding,
    Line,
    Section,
    SourcePlace,
)

# Amounts that some prints give with a minus and others without: they are subtracted either way.
_SUBTRACTED = frozenset(
    {"net_lending/repayments", "net_lending/5", "financial_assets/sale", "financial_assets/6"}
)


def check_edition(edition: Edition, findings: Iterable[Finding] = ()) -> list[Discrepancy]:
    """All identities of one edition's table, each only where all its figures are printed.

    Args:
        edition: the table.
        findings: what the reader was not sure of in it.
    """
    doubt = _Doubt(findings)
    return [*_check_sums(edition, doubt), *_check_identities(edition, doubt)]


def check_text(changes: Iterable[FigureChange], edition: Edition) -> list[Discrepancy]:
    """The figures of the text against the table's. `printed` is the text's, `expected` the table's."""
    lines = _lines(edition)
    found = []
    for change in changes:
        line = lines.get(change.path or "")
        if line is not None and not _same(line.path, line.amount, change.new):
            found.append(_found("text", line.path, change.new, line.amount, change.at, edition))
    return found


def check_clauses(
    figures: Iterable[tuple[ClauseFigure, Edition | None]], findings: Iterable[Finding] = ()
) -> list[Discrepancy]:
    """The figures of the clause that adopts a budget, each against its table.

    Args:
        figures: each with the table of its place and year; None where there is none.
        findings: what the reader was not sure of.
    """
    doubt = _Doubt(findings)
    found: dict[tuple[str, int, int | None, str | None], Discrepancy] = {}
    for figure, edition in figures:
        if edition is None or figure.path is None:
            continue
        lines = _lines(edition)
        line = lines.get(figure.path)
        if line is None or _same(figure.path, line.amount, figure.amount):
            continue
        certain = figure.certain and not doubt.about([line])
        found.setdefault(
            (figure.path, figure.amount, edition.year, edition.place),
            _found("text", figure.path, figure.amount, line.amount, figure.at, edition, certain=certain),
        )
    return list(found.values())


class _Doubt:
    """Which lines the reader was not sure of: single rows, and all rows of a section."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._places: set[SourcePlace | None] = set()
        self._sections: set[Value] = set()
        for finding in findings:
            if finding.kind is FindingKind.LEVELS_UNSURE:
                self._sections.add(finding.values["section"])
            else:
                self._places.add(finding.at)

    def about(self, lines: Iterable[Line]) -> bool:
        return any(line.at in self._places or line.section in self._sections for line in lines)


def check_summary(editions: Collection[Edition], findings: Iterable[Finding] = ()) -> Iterator[Discrepancy]:
    """The summary of a rayon's rural districts, line by line, against the sum of their budgets.

    Args:
        editions: of a decision that prints all of them, not of an amendment, which prints some.
        findings: what the reader was not sure of in them.
    """
    doubt = _Doubt(findings)
    for summary in filter(lambda edition: is_summary(edition.place), editions):
        parts = [e for e in editions if e.year == summary.year and not is_summary(e.place)]
        if len(parts) < 2:
            continue
        below: dict[str, list[Line]] = {}
        for part in parts:
            for path, line in _lines(part).items():
                below.setdefault(path, []).append(line)
        for line in summary.lines:
            same = below.get(line.path, [])
            expected = sum(one.amount for one in same)
            if line.amount != expected:
                certain = not doubt.about([line, *same])
                yield _found("summary", line.path, line.amount, expected, line.at, summary, certain=certain)


def _found(  # noqa: PLR0913, PLR0917 - both numbers and both places
    kind: str,
    path: str,
    printed: int,
    expected: int,
    at: SourcePlace,
    edition: Edition,
    *,
    certain: bool = True,
) -> Discrepancy:
    return Discrepancy(kind, path, printed, expected, str(at), edition.year, certain, edition.place)


def _same(path: str, table: int, text: int) -> bool:
    return table == text or (path in _SUBTRACTED and table == -text)


def _lines(edition: Edition) -> Mapping[str, Line]:
    return {line.path: line for line in reversed(edition.lines)}


def _check_sums(edition: Edition, doubt: _Doubt) -> Iterator[Discrepancy]:
    for parent, children in _families(edition.lines):
        expected = sum(child.amount for child in children)
        if children and expected != parent.amount:
            kind = "sum" if parent.level else "total"
            certain = not doubt.about([parent, *children])
            yield _found(kind, parent.path, parent.amount, expected, parent.at, edition, certain=certain)


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
        if line.path not in (Section.NET_LENDING, Section.FINANCIAL_ASSETS):
            open_lines.append((line, []))
    yield from reversed(open_lines)


def _check_identities(edition: Edition, doubt: _Doubt) -> Iterator[Discrepancy]:
    lines = dict(_lines(edition))
    yield from _check_balance_parts(edition, lines, doubt)
    for plain, coded in (
        ("net_lending/repayments", "net_lending/5"),
        ("financial_assets/sale", "financial_assets/6"),
    ):
        if coded in lines:  # what a print gives with its code only
            lines.setdefault(plain, lines[coded])
    for path, terms in (
        ("net_lending", (("net_lending/loans", 1), ("net_lending/repayments", -1))),
        ("financial_assets", (("financial_assets/purchase", 1), ("financial_assets/sale", -1))),
        ("deficit", (("revenue", 1), ("expenditure", -1), ("net_lending", -1), ("financial_assets", -1))),
        ("financing", (("deficit", -1),)),
    ):
        if path in lines and all(term in lines for term, _ in terms):
            involved = [lines[path], *(lines[term] for term, _ in terms)]
            expected = sum(_term(lines[term], sign) for term, sign in terms)
            yield from _differs(path, lines[path], expected, edition, certain=not doubt.about(involved))
    tops = [line for line in edition.lines if line.level == 1]
    receipts = [line for line in tops if line.section is Section.FINANCING_RECEIPTS]
    payments = [line for line in tops if line.section is Section.FINANCING_PAYMENTS]
    if "financing" in lines and receipts:
        expected = sum(line.amount for line in receipts) - sum(abs(line.amount) for line in payments)
        certain = not doubt.about([lines["financing"], *receipts, *payments])
        yield from _differs("financing", lines["financing"], expected, edition, certain=certain)


def _check_balance_parts(edition: Edition, lines: Mapping[str, Line], doubt: _Doubt) -> Iterator[Discrepancy]:
    """Loans given and repaid, assets bought and sold: each against the coded lines printed under it."""
    for path, receipts in (
        ("net_lending/loans", False), ("net_lending/repayments", True),
        ("financial_assets/purchase", False), ("financial_assets/sale", True),
    ):  # fmt: skip
        parts = [
            line for line in edition.lines
            if line.level == 1 and line.codes and line.section == path.split("/")[0]
            and (len(line.path.split("/")[1]) == 1) == receipts
        ]  # fmt: skip
        if path in lines and parts:
            line, expected = lines[path], sum(part.amount for part in parts)
            if not _same(path, line.amount, expected):
                certain = not doubt.about([line, *parts])
                yield _found("sum", path, line.amount, expected, line.at, edition, certain=certain)


def _term(line: Line, sign: int) -> int:
    return -abs(line.amount) if line.path in _SUBTRACTED and sign < 0 else sign * line.amount


def _differs(
    kind: str, line: Line, expected: int, edition: Edition, *, certain: bool
) -> Iterator[Discrepancy]:
    if line.amount != expected:
        yield _found(kind, line.path, line.amount, expected, line.at, edition, certain=certain)
