"""In what a table's amounts are counted where it does not say so: told by the figures of the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from parser.budget_code import depth
from parser.decision.clause_figures import PrintedFigure
from parser.records import Line

USUAL = 1000  # what the form of the budget prescribes
_UNITS = (USUAL, 1, 1_000_000)


def unit_told(
    lines: Iterable[Line],
    figures: Sequence[PrintedFigure],
    place: str,
    year: int,
    *,
    read_in: int = USUAL,
) -> int | None:
    """Tenge in one printed unit of a table, as the text's figures of the same totals tell.

    A text that says `доходы 34 715 тысяч тенге` beside a table with 34 715 000 tells that this is in tenge.

    Args:
        lines: of the table.
        figures: of the text.
        place: of the table's budget.
        year: of the table.
        read_in: tenge in one printed unit, as the table was read.

    Returns:
        None where the text has no such figures, or they fit no unit.
    """
    totals = {
        line.path: Fraction(line.amount, read_in) for line in lines if not depth(line.path) and line.amount
    }
    # `тенге` after a figure may stand for thousands whose word was left out: it tells nothing.
    told = [
        (totals[figure.path], {Fraction(abs(reading)) * figure.scale for reading in figure.readings})
        for figure in figures
        if figure.path in totals and figure.scale not in {None, 1}
        and figure.place in {None, place} and figure.year in {None, year}
    ]  # fmt: skip
    fitting = {unit: sum(abs(total) * unit in said for total, said in told) for unit in _UNITS}
    best = max(_UNITS, key=lambda unit: fitting[unit])
    return best if fitting[best] > len(told) // 2 else None
