"""Of which years a budget's table is: by its columns, its title, or the number of its appendix."""

from __future__ import annotations

from collections.abc import Sequence

from parser.document import Row
from parser.findings import Findings
from parser.kinds import FindingKind
from parser.readers.year_columns import rows_of_year
from parser.tables.appendices import Appendix
from parser.tables.appendix_titles import AppendixTitle

Years = tuple[int, int]  # the first and the last


def is_of_untold_year(appendix: Appendix, title: AppendixTitle, years: Years | None) -> bool:
    """Whether no year is printed, and the appendix has a number beyond those of the budget's years.

    Args:
        appendix: with its rows.
        title: of it.
        years: of the budget, where they are known.
    """
    number = title.number
    if title.year is not None or years is None or number is None or not number.isdigit():
        return False
    is_printed = any(year is not None for year, _ in rows_of_year(appendix.rows))
    return not is_printed and int(number) > years[1] - years[0] + 1


def years_told(
    appendix: Appendix, title: AppendixTitle, years: Years | None, findings: Findings, *, is_first: bool
) -> Sequence[tuple[int, list[Row]]]:
    """The budget year and its rows; several where the table has a column for each year.

    Args:
        appendix: with its rows.
        title: of it.
        years: of the budget, where they are known.
        findings: takes what is not printed, or printed in two ways.
        is_first: whether no budget of the decision was read before.

    Returns:
        Nothing where no year can be told.
    """
    columns = rows_of_year(appendix.rows)
    if len(columns) > 1:
        return [(year, rows) for year, rows in columns if year is not None]
    year, labelled = title.year or columns[0][0], columns[0][0]
    if labelled not in {None, year}:
        findings.add(FindingKind.YEARS_DIFFER, appendix.at, year=year, other=labelled)
    if year is None and years is not None:
        number = title.number
        nth = max(int(number) - 1, 0) if number and number.isdigit() else 0
        year = years[0] + nth
        if nth or not is_first or number != "1":
            findings.add(FindingKind.YEAR_FROM_APPENDIX, appendix.at, year=year)
    return [] if year is None else [(year, list(appendix.rows))]
