"""What the labels over a table's amounts and the lines above it say of them: whose they are, in what unit."""

from __future__ import annotations

from collections.abc import Sequence

from parser.document import Row
from parser.readers.labels import is_known_label
from parser.tables.appendices import Appendix
from parser.tables.appendix_titles import AppendixTitle, is_of_part
from parser.tables.row_amounts import unit_of_amounts, units_of_headers
from parser.text.units import is_line_of_other_currency


def find_no_budget_label(appendix: Appendix, title: AppendixTitle) -> str | None:
    """The label over the amounts of a table, where they are no budget's or nobody knows whose.

    What stands above the table may say the same: another currency, a part of the year.

    Args:
        appendix: the table with what stands above it.
        title: of the appendix.

    Returns:
        Of several columns without labels, of which the first is any, the empty label; None of a budget.
    """
    rows = appendix.rows
    if is_of_part(title.text):
        return title.text
    if line := next((each.text for each in appendix.lines if is_line_of_other_currency(each.text)), None):
        return line
    if any(row.no_budget_label is not None for row in rows):
        return next(row.no_budget_label for row in rows if row.no_budget_label is not None)
    several = [row for row in rows if len(row.amounts) > 1]
    is_labelled = any(row.header and len(row.years) > 1 for row in rows)
    is_first = all(row.cells[2] == row.amounts[0] for row in several)
    return "" if several and is_first and not is_labelled else None


def find_unknown_label(appendix: Appendix) -> str | None:
    """What stands over the amounts, where it is no label that is known to head a budget; None where it is.

    Args:
        appendix: the table.
    """
    labels = filter(None, (row.amount_label for row in appendix.rows))
    return next((label for label in labels if not is_known_label(label)), None)


def units_named(appendix: Appendix) -> frozenset[int]:
    """The units that an appendix's headers name, and lines between its parts; several where they differ.

    Args:
        appendix: the table with what stands above it.

    Returns:
        Each in tenge.
    """
    return (units_of_headers(appendix.rows) or appendix.units) | appendix.later_units


def printed_unit(rows: Sequence[Row], appendix: Appendix) -> int | None:
    """Tenge in one printed unit of a year's rows, as their header, their amounts or a line says it.

    Args:
        rows: of one year.
        appendix: that they stand in.

    Returns:
        None where nothing says it.
    """
    lines = appendix.units | appendix.later_units
    return min(units_of_headers(rows), default=None) or unit_of_amounts(rows) or min(lines, default=None)
