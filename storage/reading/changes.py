"""What a decision changed, line by line, and whether the printed totals agree with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from parser.budget_code import parents
from parser.text.act_numbers import usual_number
from storage.kept.reader import StoredReader, of_one_state
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress, adoption_order
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.catalogue_query import load_catalogue
from storage.reading.comparison import compare_lines, compare_totals, find_unread_lines, list_different
from storage.reading.differences import Changes
from storage.reading.lines import complete_names, read_edition_lines, read_elsewhere
from storage.reading.records import LineInfo
from storage.reading.twin_codes import under_one_code
from storage.statements import (
    RowShape,
    TextConnection,
    Where,
    fetch_rows,
    is_in,
    match_all,
    read_date,
    write_date,
)

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


class _SetRow(NamedTuple):
    """An edition with the decision that set it."""

    place: str
    first_year: int
    last_year: int
    year: int
    number: str
    date: dt.date


_ROWS = RowShape(_SetRow, date=read_date)
_QUERY = """
SELECT budget.place, budget.first_year, budget.last_year, edition.year, decision.number, decision.date
FROM budget JOIN edition ON edition.budget_id = budget.id JOIN decision ON decision.id = edition.decision_id
{where}
ORDER BY edition.year
"""


async def list_editions_set_by(
    session: AsyncSession,
    number: str | None = None,
    *,
    date: dt.date | None = None,
    places: Collection[str] | None = None,
) -> list[EditionAddress]:
    """The editions set by decisions, one of each: its first year. The one adopted last comes first.

    Of what was adopted in several places on one day, that of the first place in order comes first.

    Args:
        session: a database session.
        number: the decisions'; any where None.
        date: of their adoption; any where None.
        places: the names of their budgets; all where None.
    """

    def fetch(connection: TextConnection) -> list[_SetRow]:
        conditions: list[Where] = []
        if number is not None:
            conditions.append(Where("decision.number = ?", (usual_number(number),)))
        if date is not None:
            conditions.append(Where("decision.date = ?", (write_date(connection, date),)))
        if places is not None:
            conditions.append(is_in("budget.place", places))
        where = match_all(*conditions) if conditions else None
        query = _QUERY.format(where=f"WHERE {where.sql}" if where else "")
        return _ROWS.read(fetch_rows(connection, query, where.values if where else ()))

    connection = await session.connection()
    first: dict[tuple[BudgetAddress, DecisionAddress], EditionAddress] = {}
    for row in await connection.run_sync(fetch):
        address = BudgetAddress(row.place, row.first_year, row.last_year)
        adopted = DecisionAddress(row.number, row.date)
        first.setdefault((address, adopted), EditionAddress(address, row.year, adopted))
    # Numbers of one day stand in the order in which people count, which the database does not know.
    by_number = sorted(first, key=lambda key: adoption_order(key[1]), reverse=True)
    ordered = sorted(by_number, key=lambda key: (-key[1].date.toordinal(), key[0].place, key[0].first_year))
    return [first[key] for key in ordered]


@of_one_state
async def load_changes(
    reader: StoredReader, address: EditionAddress, since: DecisionAddress | None = None
) -> Changes | None:
    """What the decision that set an edition changed in it, or all that changed since another decision.

    Args:
        reader: of one state of the database; callers give a session.
        address: the edition.
        since: the decision that set the earlier edition; that adopted just before where None.

    Returns:
        None when one of the editions is not stored.
    """
    catalogue = await load_catalogue(reader, address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    earlier = catalogue.find(address.year, since) if catalogue and since else None
    if catalogue is None or edition is None or (since is not None and earlier is None):
        return None
    return await compare_editions(reader, catalogue, edition, earlier)


async def compare_editions(
    reader: StoredReader,
    catalogue: Catalogue,
    edition: StoredEdition,
    earlier: StoredEdition | None = None,
) -> Changes:
    """Compares an edition with an earlier one of its year; as `load_changes`, where both are at hand.

    Args:
        reader: of one state of the database.
        catalogue: of the edition's budget.
        edition: the later one.
        earlier: None for the one that was adopted just before it.
    """
    earlier = earlier or catalogue.find_previous(edition)
    lines = await read_edition_lines(reader, [edition, earlier] if earlier else [edition])
    new: Mapping[str, LineInfo] = lines[edition.key]
    if earlier is None:
        return Changes(
            edition=catalogue.edition_info(edition),
            previous=None,
            skipped=(),
            totals=compare_totals({}, new),
            lines=(),
            gap=(),
            printed=new,
        )
    old: Mapping[str, LineInfo] = lines[earlier.key]
    old, new = (
        under_one_code(old, len(earlier.texts), new),
        under_one_code(new, len(edition.texts), old),
    )
    different = list_different(old, new)
    printed = await read_elsewhere(reader, catalogue.editions, different)
    elsewhere = printed.names(catalogue, edition, different)
    stated = {path: {**elsewhere.get(path, {}), **(new.get(path) or old[path]).names} for path in different}
    named = dict(zip(stated, await complete_names(reader, list(stated.items())), strict=True))
    unread = find_unread_lines(
        (earlier, old), (edition, new), {path: stated[path] for path in different}, named
    )
    unknown = {line.path for line in unread}
    old, new = ({path: line for path, line in side.items() if path not in unknown} for side in (old, new))
    different = tuple(path for path in different if path not in unknown)
    comparison = compare_lines(old, new, different, stated, named)
    above = {each for path in unknown for each in parents(path)}  # whether their sums agree is not known
    rows = (*earlier.list_unread_rows(old, unread), *edition.list_unread_rows(new, unread))
    rows_unread = tuple(dict.fromkeys(row.name for row in rows))
    flow = comparison.flow
    if unread or rows_unread:
        flow = replace(flow, balanced=None)
    return Changes(
        edition=catalogue.edition_info(edition),
        previous=earlier.decision,
        skipped=catalogue.list_skipped(earlier, edition),
        totals=compare_totals(old, new),
        lines=comparison.lines,
        gap=tuple(gap for gap in comparison.gap if gap.path not in above),
        flow=flow,
        printed=new,
        printed_before=old,
        unread=unread,
        rows_unread=rows_unread,
    )
