"""Tables that contradict their decision: another place, a year that is not the budget's, another unit.

Nobody can then say which of the two is right: the table is set aside, and told.
"""

from __future__ import annotations

from collections.abc import Sequence

from parser.dataclass import dataclass
from parser.decision.clause_figures import PrintedFigure
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.records import AsideReason, Decision, DecisionKind, Edition, SourcePlace
from parser.tables.changed_rows import prints_changed_rows
from parser.tables.units_told import unit_told

_AHEAD = 3  # years that a budget may begin or go on behind its decision's own


@dataclass(frozen=True, slots=True)
class DecisionWords:
    """What a decision's text says that its tables may contradict.

    Attributes:
        decision: whose tables they are.
        figures: of its clauses.
        changes_rows: whether its clauses say that rows of an appendix are replaced.
    """

    decision: Decision
    figures: Sequence[PrintedFigure]
    changes_rows: bool


def find_contradiction(
    edition: Edition, words: DecisionWords, at: SourcePlace, findings: Findings, *, unit_is_printed: bool
) -> AsideReason | None:
    """Why a table is not read for what it says; None where nothing speaks against it.

    Args:
        edition: the table, as it would be read.
        words: what the text says.
        at: where it begins.
        findings: takes what speaks against it.
        unit_is_printed: whether the table itself says in what it counts.
    """
    if _is_of_other_year(edition, words.decision, at, findings):
        return AsideReason.YEAR
    if unit_is_printed:
        told = unit_told(edition.lines, words.figures, edition.place, edition.year, read_in=edition.unit)
        if told not in {None, edition.unit}:
            findings.add(FindingKind.UNIT_CONTRADICTED, at, printed=edition.unit, told=told)
            return AsideReason.UNIT
    amending = words.decision.kind is DecisionKind.AMENDMENT
    if amending and prints_changed_rows(edition.lines, said=words.changes_rows):
        findings.add(FindingKind.CHANGED_ROWS, at, year=edition.year)
        return AsideReason.CHANGED_ROWS
    return None


def _is_of_other_year(edition: Edition, decision: Decision, at: SourcePlace, findings: Findings) -> bool:
    """Whether a table is of a year that its budget has not, or that was over when it was set."""
    year, years = edition.year, decision.budget_years
    if years is not None and not years[0] <= year <= _last_of(years):
        findings.add(FindingKind.YEAR_OUTSIDE, at, year=year, first_year=years[0], last_year=years[1])
        return True
    adopted = edition.set_by.date or decision.date
    if year < adopted.year or (years is None and year > adopted.year + _AHEAD):
        findings.add(FindingKind.YEAR_UNLIKELY, at, year=year, date=adopted)
        return decision.kind is not DecisionKind.REDACTION
    return False


def _last_of(years: tuple[int, int]) -> int:
    """The last year that a budget may have: a title may name the first one alone."""
    first, last = years
    return last if last > first else first + _AHEAD - 1
