"""What a decision changed, line by line, and whether the printed totals agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Section
from storage.models import Budget, Decision, Edition, table
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.catalogue import Catalogue, StoredEdition, load_catalogue
from storage.reading.flows import find_flow
from storage.reading.lines import EditionLine, Names, complete_names, read_editions, read_elsewhere
from storage.reading.moves import find_moves
from storage.reading.printed_tree import TreePair, build_tree
from storage.reading.records import ChangedLine, Changes, Gap

_TOTALS = (Section.REVENUE, Section.EXPENDITURE, Section.DEFICIT)
_SECTIONS = list(Section)

_Lines = Mapping[str, EditionLine]
_Sums = Mapping[str, int]


async def find_amended(session: AsyncSession, number: str | None = None) -> EditionAddress | None:
    """The edition that the decision adopted last has set: of all, or of those with this number as printed.

    Of a decision that set several years it is the first one; of one that set tables of several
    places, that of the first place in order.
    """
    budget, decision, edition = table(Budget).c, table(Decision).c, table(Edition).c
    query = (
        select(
            budget.place, budget.first_year, budget.last_year, edition.year, decision.number, decision.date
        )
        .join(table(Decision), decision.id == edition.decision_id)
        .join(table(Budget), budget.id == edition.budget_id)
        .order_by(decision.date.desc(), budget.place, budget.first_year, decision.number.desc(), edition.year)
        .limit(1)
    )
    if number is not None:
        query = query.where(decision.number == number)
    connection = await session.connection()
    row = (await connection.execute(query)).first()
    if row is None:
        return None
    of_budget = BudgetAddress(row.place, row.first_year, row.last_year)
    return EditionAddress(of_budget, row.year, DecisionAddress(row.number, row.date))


async def load_changes(session: AsyncSession, address: EditionAddress) -> Changes | None:
    """What the decision that set an edition changed in it, against the edition adopted before it.

    Args:
        session: what it reads is one state of the database.
        address: the edition.

    Returns:
        None when the edition is not stored.
    """
    connection = await session.connection()
    catalogue = await load_catalogue(connection, address.budget)
    edition = catalogue.find(address.year, address.decision) if catalogue else None
    return await compare_editions(connection, catalogue, edition) if catalogue and edition else None


async def compare_editions(
    connection: AsyncConnection, catalogue: Catalogue, edition: StoredEdition
) -> Changes:
    """Compares an edition with the one adopted before it; `load_changes` where both are at hand."""
    earlier = catalogue.find_previous(edition)
    lines = await read_editions(connection, [edition, earlier] if earlier else [edition])
    new = lines[edition.key]
    if earlier is None:
        return Changes(
            edition=catalogue.describe(edition),
            previous=None,
            skipped=(),
            totals=_totals({}, new),
            lines=(),
            reconciled=None,
            gap=(),
        )
    old = lines[earlier.key]
    different = [path for path in _in_order({**old, **new}) if _status(old.get(path), new.get(path))]
    shown = [new.get(path) or old[path] for path in different]
    others = [other for other in catalogue.editions if other is not edition]
    elsewhere = (await read_elsewhere(connection, others, different)).names(catalogue, edition, different)
    stated = {line.path: {**elsewhere.get(line.path, {}), **line.names} for line in shown}
    completed = await complete_names(connection, list(stated.items()))
    names = dict(zip(stated, completed, strict=True))
    removed, added = ([path for path in different if path not in side] for side in (new, old))
    moves = find_moves(removed, added, stated)
    pair = TreePair(build_tree(old), build_tree(new))
    old_leaves, new_leaves = pair.sum_leaves()
    origins = {target: origin for origin, target in moves.items()}
    gap = tuple(_find_gaps((old, old_leaves), (new, new_leaves)))
    telling = pair.list_telling(different, {found.path for found in gap})
    return Changes(
        edition=catalogue.describe(edition),
        previous=earlier.decision,
        skipped=catalogue.list_skipped(earlier, edition),
        totals=_totals(old, new),
        lines=tuple(
            replace(
                _changed(path, old.get(path), new.get(path), names[path]),
                moved_from=origins.get(path),
                moved_to=moves.get(path),
                telling=path in telling,
            )
            for path in different
        ),
        reconciled=not gap,
        gap=gap,
        flow=find_flow(old, new, pair, names, moves),
    )


def _totals(old: _Lines, new: _Lines) -> dict[str, tuple[int | None, int | None]]:
    return {section.value: (_amount(old.get(section)), _amount(new.get(section))) for section in _TOTALS}


def _amount(line: EditionLine | None) -> int | None:
    return None if line is None else line.amount


def _in_order(lines: _Lines) -> list[str]:
    """Paths by section, then by code: removed lines stand among the others, where they were."""
    return sorted(lines, key=lambda path: (_SECTIONS.index(lines[path].section), path))


def _changed(path: str, old: EditionLine | None, new: EditionLine | None, names: Names) -> ChangedLine:
    before, after = _amount(old), _amount(new)
    status = _status(old, new)
    return ChangedLine(path, names, before, after, (after or 0) - (before or 0), status)


def _status(old: EditionLine | None, new: EditionLine | None) -> str:
    """How a line changed; empty when it did not."""
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if old.amount != new.amount:
        return "changed"
    common = old.names.keys() & new.names.keys()
    renamed = any(_fold(old.names[language]) != _fold(new.names[language]) for language in common)
    return "renamed" if renamed else ""


def _fold(name: str) -> str:
    """A name without what printing changes: spaces, line breaks and capitals."""
    return "".join(name.split()).casefold()


def _find_gaps(old: tuple[_Lines, _Sums], new: tuple[_Lines, _Sums]) -> Iterator[Gap]:
    """Totals and parents whose printed change is not the sum of the changes of the leaves below."""
    for path in _in_order({**old[0], **new[0]}):
        printed = (_amount(new[0].get(path)) or 0) - (_amount(old[0].get(path)) or 0)
        summed = new[1].get(path, 0) - old[1].get(path, 0)
        if printed != summed:
            yield Gap(path, printed, summed)
