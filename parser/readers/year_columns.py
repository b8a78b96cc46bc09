"""A table with a column of amounts for each year → one table per year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parser.document import Row
from parser.kinds import Doubt


def rows_of_year(rows: Sequence[Row]) -> list[tuple[int | None, list[Row]]]:
    """A table with a column of amounts for each year as one table per year.

    Args:
        rows: header and body rows of one table.

    Returns:
        The years in the order of the columns, each with its rows; one pair without a year for a
        table with one column of amounts. Rows that print nothing for a year are left out of it.
    """
    years: dict[int, int] = {}
    for row in rows:
        for index, year in enumerate(row.years):
            if year is not None:
                years.setdefault(year, index)
    if len(years) < 2:
        return [(next(iter(years), None), list(rows))]
    return [(year, list(_of_column(rows, index))) for year, index in years.items()]


def _of_column(rows: Sequence[Row], index: int) -> Iterator[Row]:
    for row in rows:
        if row.header or not (row.amounts or row.cells[2]):
            yield row
        elif not row.amounts:
            # It prints an amount, but not in the columns of the years: nothing tells of which year it is. The
            # first year gets it, as unsure, and the others have none.
            cells = row.cells if not index else (row.cells[0], row.cells[1], "")
            yield replace(row, cells=cells, doubt=Doubt.UNSURE)
        elif row.amounts and row.amounts[index]:
            cells = (row.cells[0], row.cells[1], row.amounts[index])
            rivals = row.rivals and tuple(
                replace(rival, cells=(*rival.cells[:2], "".join(rival.amounts[index : index + 1])))
                for rival in row.rivals
            )
            yield replace(row, cells=cells, amounts=(), years=(), rivals=rivals)
