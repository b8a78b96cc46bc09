"""What a person looks at → the table of it, whole: what a button names, or the answer to a question."""

from __future__ import annotations

from typing import assert_never

from handlers.answering import AskedMessage, find_whole_answer
from handlers.desk import Desk
from handlers.views.bounded import bounded_title
from handlers.views.clean import one_line
from handlers.views.listing import listing_title
from handlers.views.matches import QUERY_SHOWN
from handlers.views.office_pages import office_title
from handlers.views.remainder import remainder_title
from handlers.views.table_actions import TableKind
from handlers.views.tables.changes_table import changes_table
from handlers.views.tables.history_table import history_table, office_history_table
from handlers.views.tables.line_table import budget_table, parts_table, subtree_table
from handlers.views.tables.matches_table import Listed, matches_table, remainder_table
from handlers.views.tables.records import DataTable
from handlers.views.texts import Texts
from parser.dataclass import dataclass
from storage.answering.answer import DecisionChanges
from storage.answering.listings import BoundedList, Listing
from storage.answering.office import load_office
from storage.answering.several_figures import AcrossGroups, Remainder
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress
from storage.reading.changes import load_changes
from storage.reading.differences import Changes
from storage.reading.line_history import load_line_history
from storage.reading.records import DecisionInfo
from storage.reading.whole_table import load_whole_table

ALL = 10_000  # lines below one: more than any table has rows


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table; the decision that all of it is from, where it is one; the changes that it is of, if so."""

    table: DataTable
    decision: DecisionInfo | None = None
    changes: Changes | None = None


async def find_table(
    desk: Desk, line: LineAddress, kind: TableKind, since: DecisionAddress | None = None
) -> FoundTable | None:
    """The table of a line.

    Args:
        desk: for whom, from what.
        line: the line; of a decision's changes, one of the edition that it set.
        kind: what of it.
        since: the decision after which changes begin; None for those of one decision.

    Returns:
        None where the line, or its edition, is not stored.
    """
    texts = desk.texts
    match kind:
        case TableKind.LINE | TableKind.PARTS | TableKind.PARTS_BY_CODE | TableKind.BUDGET:
            return await _find_printed(desk, line, kind)
        case TableKind.HISTORY:
            history = await load_line_history(desk.session, line, desk.index.names)
            return FoundTable(history_table(history, texts)) if history else None
        case TableKind.OFFICE | TableKind.OFFICE_HISTORY:
            return await _find_office(desk, line, through_time=kind is TableKind.OFFICE_HISTORY)
        case TableKind.CHANGES:
            changes = await load_changes(desk.session, line.edition, since)
            if changes is None:
                return None
            table = changes_table(changes, texts, together=since is not None)
            return FoundTable(table, changes.edition.decision, changes)
        case _:
            assert_never(kind)


async def _find_printed(desk: Desk, line: LineAddress, kind: TableKind) -> FoundTable | None:
    found = await load_whole_table(desk.session, line.edition, desk.index.names)
    if found is None:
        return None
    if kind is TableKind.BUDGET:
        table: DataTable | None = budget_table(found, desk.texts)
    elif kind is TableKind.LINE:
        table = subtree_table(found, line.path, desk.texts)
    else:
        by_code = kind is TableKind.PARTS_BY_CODE
        table = parts_table(found, line.path, desk.texts, by_code=by_code)
    return FoundTable(table, found.edition.decision) if table else None


async def _find_office(desk: Desk, line: LineAddress, *, through_time: bool) -> FoundTable | None:
    office = await load_office(desk.session, desk.index, line)
    if office is None:
        return None
    if through_time:
        return FoundTable(office_history_table(office, office_title(office, desk.texts), desk.texts))
    table = matches_table(office, office_title(office, desk.texts), desk.texts)
    return FoundTable(table, office.page.matches[0].edition.decision) if table else None


async def find_answer_table(
    desk: Desk, asked: AskedMessage, budget: BudgetAddress | None
) -> FoundTable | None:
    """The table of the answer to a message, with all lines of it.

    Args:
        desk: for whom, from what.
        asked: the message.
        budget: that it was answered from.

    Returns:
        None where it went on from another message and that is forgotten, and of an answer that has no table.
    """
    found = await find_whole_answer(desk, asked, budget, ALL)
    if isinstance(found, DecisionChanges):
        inside = found.inside.path if found.inside else None
        table = changes_table(found.changes, desk.texts, together=found.together, inside=inside)
        return FoundTable(table, found.changes.edition.decision)
    if isinstance(found, Remainder):
        table = remainder_table(found, remainder_title(found, desk.texts), desk.texts)
        return FoundTable(table, found.whole.edition.decision)
    if not isinstance(found, Listed):
        return None
    listed = matches_table(found, _title(found, desk.texts), desk.texts)
    editions = {match.edition.address: match.edition.decision for match in found.page.matches}
    decision = next(iter(editions.values())) if len(editions) == 1 else None
    return FoundTable(listed, decision) if listed else None


def _title(found: Listed, texts: Texts) -> str:
    match found:
        case Listing():
            return listing_title(found, texts)
        case BoundedList():
            return bounded_title(found, texts)
        case AcrossGroups():
            return office_title(found, texts)
        case _:
            return one_line(found.heard.question.text, QUERY_SHOWN)
