"""A year that two budgets have: what one planned for it, and what the next adopted.

The budget of 2013-2015 has a column for 2014; a year later the budget of 2014-2016
adopts 2014 anew. The plan as it was last amended is compared with the year as it was
first adopted.
"""

from __future__ import annotations

from parser.kinds import Doubt
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.lines import PrintedElsewhere
from storage.reading.records import LineInfo, PlanDrift


def find_plan_drift(
    catalogue: Catalogue,
    edition: StoredEdition,
    line: LineInfo,
    counterpart: tuple[Catalogue, StoredEdition] | None,
    elsewhere: PrintedElsewhere,
) -> PlanDrift | None:
    """Compares a line with the same year of the neighbouring budget of the place.

    Args:
        catalogue: of the line's budget.
        edition: of the line.
        line: the line.
        counterpart: the year in the neighbouring budget, as `Shelf.find_counterpart` finds it.
        elsewhere: what that edition prints, among others.

    Returns:
        None when no such budget is loaded.
    """
    if counterpart is None:
        return None
    neighbour, adopted_edition = counterpart
    is_plan = edition.year > catalogue.budget.first_year
    figure = elsewhere.figure(adopted_edition, line.path)
    amount = None if figure is None else figure.amount
    planned, adopted = (line.amount, amount) if is_plan else (amount, line.amount)
    delta = None if planned is None or adopted is None else adopted - planned
    doubt = Doubt.gravest((line.doubt, figure.doubt)) if figure else None
    unread = figure is None and adopted_edition.prints_unread(line.path, line.names.values())
    return PlanDrift(is_plan, neighbour.edition_info(adopted_edition), amount, delta, doubt, unread)
