"""The sign of a deficit that is named as one and printed without a minus: `Дефицит бюджета | 281` is −281."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import IDENTITIES, expected_amount, is_deficit_alone
from parser.kinds import Doubt
from parser.records import Line, Section


def with_deficit_sign(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table, a deficit among them with the sign that its name gives it.

    Deficit and surplus stand in one row, `Дефицит (профицит)`, and the minus says that it is a deficit. Where
    the row is named as a deficit alone, the name says it. One that the other totals make a surplus is unsure.

    Args:
        lines: of one table, as printed.
    """
    return [_signed(line, lines) if _lacks_minus(line) else line for line in lines]


def _lacks_minus(line: Line) -> bool:
    return line.path == Section.DEFICIT and line.amount > 0 and is_deficit_alone(line.name)


def _signed(deficit: Line, lines: Sequence[Line]) -> Line:
    terms = {term.path for term in IDENTITIES[Section.DEFICIT]}
    totals = {line.path: line.amount for line in reversed(lines) if line.path in terms}
    if expected_amount(Section.DEFICIT, totals) == deficit.amount:
        return replace(deficit, doubt=Doubt.UNSURE)
    return replace(deficit, amount=-deficit.amount)
