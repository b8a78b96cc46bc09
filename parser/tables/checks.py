"""Every identity a budget must satisfy; what fails is a discrepancy, shown and never repaired.

A discrepancy is `certain` when everything it compares was read without doubt: then the document
says so. Where the reader warned of a row or a figure it compares, the misreading may be ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from parser.budget_code import Tree, parents, same_amount
from parser.decision.rural_places import is_summary
from parser.kinds import DiscrepancyKind, Doubt, FindingKind, Value
from parser.records import (
    ClauseFigure,
    Discrepancy,
    Edition,
    FigureChange,
    Finding,
    Line,
    SourcePlace,
)
from parser.tables.identities import identities


def check_edition(
    edition: Edition, findings: Iterable[Finding] = (), tree: Tree[Line] | None = None
) -> list[Discrepancy]:
    """All identities of one edition's table, each only where all its figures are printed.

    Args:
        edition: the table.
        findings: what the reader was not sure of in it.
        tree: of its lines, where it was made before.
    """
    uncertain = _Uncertain(findings)
    found = []
    for identity in identities(edition.lines, tree):
        if not identity.holds:
            line, certain = identity.line, not uncertain.about([identity.line, *identity.parts])
            found.append(
                _found(
                    identity.kind,
                    line.path,
                    line.amount,
                    identity.expected,
                    line.at,
                    edition,
                    certain=certain,
                )
            )
    return found


def check_text(
    changes: Iterable[FigureChange], edition: Edition, findings: Iterable[Finding] = ()
) -> list[Discrepancy]:
    """The figures of the text against the table's. `printed` is the text's, `expected` the table's.

    Args:
        changes: of the text.
        edition: the table.
        findings: what the reader was not sure of in the text, where it was read off a picture.
    """
    unsure = {finding.at for finding in findings if finding.kind is FindingKind.TEXT_UNSURE}
    lines = _lines(edition)
    found = []
    for change in changes:
        line = lines.get(change.path or "")
        if line is not None and not same_amount(line.path, line.amount, change.new):
            certain = line.doubt is not Doubt.SCANNED and change.at not in unsure
            found.append(
                _found(
                    DiscrepancyKind.TEXT,
                    line.path,
                    change.new,
                    line.amount,
                    change.at,
                    edition,
                    certain=certain,
                )
            )
    return found


def check_clauses(
    figures: Iterable[tuple[ClauseFigure, Edition | None]], findings: Iterable[Finding] = ()
) -> list[Discrepancy]:
    """The figures of the clause that adopts a budget, each against its table.

    Args:
        figures: each with the table of its place and year; None where there is none.
        findings: what the reader was not sure of.
    """
    uncertain = _Uncertain(findings)
    found: dict[tuple[str, int, int | None, str | None], Discrepancy] = {}
    for figure, edition in figures:
        if edition is None or figure.path is None:
            continue
        lines = _lines(edition)
        line = lines.get(figure.path)
        if line is None or same_amount(figure.path, line.amount, figure.amount):
            continue
        certain = figure.certain and not uncertain.about([line])
        found.setdefault(
            (figure.path, figure.amount, edition.year, edition.place),
            _found(
                DiscrepancyKind.TEXT,
                figure.path,
                figure.amount,
                line.amount,
                figure.at,
                edition,
                certain=certain,
            ),
        )
    return list(found.values())


class _Uncertain:
    """Which lines the reader was not sure of: single rows, what lacks a part, and all rows of a section."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._unsure_at: set[SourcePlace | None] = set()
        self._sections: set[Value] = set()
        self._lacking: set[str] = set()  # paths below which a row prints no amount
        for finding in findings:
            if finding.kind is FindingKind.LEVELS_UNSURE:
                self._sections.add(finding.values["section"])
            else:
                self._unsure_at.add(finding.at)
            if finding.kind is FindingKind.AMOUNT_MISSING:
                self._lacking.update(parents(str(finding.values["path"])))

    def about(self, lines: Iterable[Line]) -> bool:
        return any(
            line.doubt
            or line.at in self._unsure_at
            or line.section in self._sections
            or line.path in self._lacking
            for line in lines
        )


def check_summary(editions: Collection[Edition], findings: Iterable[Finding] = ()) -> Iterator[Discrepancy]:
    """The summary of a rayon's rural districts, line by line, against the sum of their budgets.

    Args:
        editions: of a decision that prints all of them, not of an amendment, which prints some.
        findings: what the reader was not sure of in them.
    """
    uncertain = _Uncertain(findings)
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
            expected = sum(part_line.amount for part_line in same)
            if line.amount != expected:
                certain = not uncertain.about([line, *same])
                yield _found(
                    DiscrepancyKind.SUMMARY,
                    line.path,
                    line.amount,
                    expected,
                    line.at,
                    summary,
                    certain=certain,
                )


def _found(  # noqa: PLR0913, PLR0917 - both numbers and both places
    kind: DiscrepancyKind,
    path: str,
    printed: int,
    expected: int,
    at: SourcePlace,
    edition: Edition,
    *,
    certain: bool = True,
) -> Discrepancy:
    return Discrepancy(
        kind, path, printed, expected, str(at), edition.year, certain, edition.place, edition.set_by
    )


def _lines(edition: Edition) -> Mapping[str, Line]:
    return {line.path: line for line in reversed(edition.lines)}
