"""What a decision changed, line by line, and whether the printed totals agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Section
from storage.models import Decision, Edition, table
from storage.reading.catalogue import Catalogue, StoredEdition, load_catalogue
from storage.reading.flows import SUBTRACTED, find_flow, list_leaves
from storage.reading.lines import Names, PrintedLine, find_names, read_edition, read_elsewhere
from storage.reading.moves import find_moves
from storage.reading.records import ChangedLine, Changes, Gap

_TOTALS = (Section.REVENUE, Section.EXPENDITURE, Section.DEFICIT)
_SECTIONS = list(Section)

_Lines = Mapping[str, PrintedLine]
_Sums = Mapping[str, int]


async def find_decision(session: AsyncSession, number: str | None = None) -> int | None:
    """The decision adopted last that set a stored edition: of all, or with this number as printed."""
    decision, edition = table(Decision).c, table(Edition).c
    query = select(decision.id).where(exists().where(edition.decision_id == decision.id))
    if number is not None:
        query = query.where(decision.number == number)
    connection = await session.connection()
    newest = query.order_by(decision.date.desc(), decision.id.desc()).limit(1)
    found: int | None = await connection.scalar(newest)
    return found


async def load_changes(session: AsyncSession, decision_id: int, year: int | None = None) -> list[Changes]:
    """What a decision changed against the edition adopted before it.

    Args:
        session: what it reads is one state of the database.
        decision_id: the decision that set the editions.
        year: of the edition, None for all years the decision set.

    Returns:
        One entry a year, by year; none when no edition set by the decision is stored.
    """
    connection = await session.connection()
    catalogue = await load_catalogue(connection, decision_id=decision_id)
    if catalogue is None:
        return []
    return [
        await _compare(connection, catalogue, edition)
        for edition in catalogue.editions
        if edition.decision.id == decision_id and year in {None, edition.year}
    ]


async def _compare(connection: AsyncConnection, catalogue: Catalogue, edition: StoredEdition) -> Changes:
    new = await read_edition(connection, edition)
    earlier = catalogue.find_previous(edition)
    if earlier is None:
        return Changes(
            edition=catalogue.describe(edition),
            previous=None,
            skipped=(),
            totals=_totals({}, new),
            lines=(),
            reconciled=True,
            gap=(),
        )
    old = await read_edition(connection, earlier)
    different = [path for path in _in_order({**old, **new}) if _status(old.get(path), new.get(path))]
    shown = [new.get(path) or old[path] for path in different]
    elsewhere = await read_elsewhere(connection, catalogue, edition, different)
    names = await find_names(connection, shown, elsewhere)
    stated = {line.path: {**elsewhere.names.get(line.path, {}), **line.names} for line in shown}
    removed, added = ([path for path in different if path not in lines] for lines in (new, old))
    moves = find_moves(removed, added, stated)
    old_leaves, new_leaves = _sum_leaves(earlier, old), _sum_leaves(edition, new)
    flow = find_flow(
        (old, list(list_leaves(earlier, old))), (new, list(list_leaves(edition, new))), names, moves
    )
    origins = {target: origin for origin, target in moves.items()}
    gap = tuple(_find_gaps((old, old_leaves), (new, new_leaves)))
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
            )
            for path in different
        ),
        reconciled=not gap,
        gap=gap,
        flow=flow,
    )


def _totals(old: _Lines, new: _Lines) -> dict[str, tuple[int | None, int | None]]:
    return {section.value: (_amount(old.get(section)), _amount(new.get(section))) for section in _TOTALS}


def _amount(line: PrintedLine | None) -> int | None:
    return None if line is None else line.amount


def _in_order(lines: _Lines) -> list[str]:
    """Paths by section, then by code: removed lines stand among the others, where they were."""
    return sorted(lines, key=lambda path: (_SECTIONS.index(lines[path].section), path))


def _changed(path: str, old: PrintedLine | None, new: PrintedLine | None, names: Names) -> ChangedLine:
    before, after = _amount(old), _amount(new)
    status = _status(old, new)
    return ChangedLine(path, names, before, after, (after or 0) - (before or 0), status)


def _status(old: PrintedLine | None, new: PrintedLine | None) -> str:
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


def _sum_leaves(edition: StoredEdition, lines: _Lines) -> _Sums:
    """For every path, the sum of the leaves below it; for a leaf, its own amount."""
    sums: dict[str, int] = {}
    for above, amount in list_leaves(edition, lines):
        sign = 1
        for path in above:
            sums[path] = sums.get(path, 0) + sign * amount
            if path in SUBTRACTED:
                sign = -sign
    return sums
