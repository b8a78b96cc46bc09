"""Replaced figures of a decision's text → the lines of its table that they are about."""

from __future__ import annotations

from collections.abc import Sequence

from parser.budget_code import in_subclause
from parser.decision.replaced_figures import PrintedChange
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import Edition, FigureChange
from parser.text.amounts import parse_amount


def tie_changes(
    changes: Sequence[PrintedChange],
    edition: Edition | None,
    unit: int,
    findings: Findings,
) -> tuple[FigureChange, ...]:
    """Ties every replaced figure to the line it is about: «21 882 988» → «22 275 886» in 1.1 is of `revenue`.

    The first of these that there is:

    1. the line that the words beside the figures name;
    2. of the lines that print the new figure, in the subclause's section, the highest;
    3. the section's total. Then the text disagrees with the table, and that can be shown.

    No line has two figures. Where none is left, the path is None.

    Args:
        changes: as printed.
        edition: the table, None where the decision prints none.
        unit: tenge in one printed unit, where the figures name none.
        findings: takes figures that are no amounts; these are left out.

    Returns:
        The changes in their order, with amounts in tenge.
    """
    tied = []
    taken: set[str] = set()
    for change in changes:
        try:
            old, new = (
                parse_amount(text, change.unit if change.unit not in (None, 1) else unit)
                for text in (change.old, change.new)
            )
        except ValueError:
            findings.add(FindingKind.FIGURE_IS_NO_AMOUNT, change.at, old=change.old, new=change.new)
            continue
        path = change.path if change.path and change.path not in taken else None
        path = path or _line_of(change.clause, new, edition, taken)
        if path is not None:
            taken.add(path)
        tied.append(FigureChange(change.clause, old, new, path, change.at))
    return tuple(tied)


def _line_of(clause: str, new: int, edition: Edition | None, taken: set[str]) -> str | None:
    # Clause 1 of every budget decision lists the figures in the Budget Code's order.
    subclause = clause.rpartition(".")[2] if "." in clause else ""
    sections = in_subclause(int(subclause)) if subclause.isdigit() else ()
    if edition is None:
        return sections[0] if sections and sections[0] not in taken else None
    lines = [line for line in edition.lines if not sections or line.section in sections]
    equal = [line for line in lines if line.amount == new and line.path not in taken]
    if equal:
        return min(equal, key=lambda line: (line.level, line.row)).path
    if sections and sections[0] not in taken:
        return sections[0]
    return None
