"""Lines that people follow, and the decisions that they have to be told of.

A follower is told of each decision once; one that was loaded before they began to follow is known to them.
Before a message is sent its decision is noted as told (`claim`): a bot that is killed in between loses that
one message and sends none twice, and two bots over one database never both send it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.kinds import Doubt
from parser.records import Language
from storage import models
from storage.engine import begin_write
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.records import DecisionInfo, LineSummary, Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import ShortAddress, budget_key, decision_key, shorten
from storage.reading.summaries import read_summaries

_FOLLOWS = table(models.Follow)
_TOLD = table(models.ToldDecision)
_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)

MOST_FOLLOWED = 20  # lines of one person: as many as one message names


@dataclass(frozen=True, slots=True)
class Followed:
    """A line that a person follows, in the newest edition of its year, and the language to write in."""

    person: int
    line: LineAddress
    language: Language


@dataclass(frozen=True, slots=True)
class FollowedChange:
    """What a decision did to a followed line. An amount is None where the edition does not have the line.

    `since` set the edition of the year that it is compared with, `doubt` is the gravest of both amounts.
    """

    line: LineAddress
    summary: LineSummary
    since: DecisionInfo
    old: int | None
    new: int | None
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class Due:
    """What one person has to be told of one decision.

    Attributes:
        person: whom to tell.
        language: to write in.
        budget: that the decision is on.
        decision: that was loaded.
        changes: of the lines that they follow, those that it changed; perhaps none: then nothing is sent.
    """

    person: int
    language: Language
    budget: BudgetAddress
    decision: DecisionInfo
    changes: tuple[FollowedChange, ...]


async def follow_line(
    session: AsyncSession, person: int, line: LineAddress, known: Iterable[str], language: Language
) -> bool:
    """Follows a line, and commits.

    Args:
        session: a database session.
        person: who follows.
        line: of whatever edition of its year.
        known: the hashes of the decisions that the person need not be told of: what `list_known` gives.
        language: to write in.

    Returns:
        False for a person who follows as many lines as anybody may.
    """
    connection = await _begin(session)
    short = shorten(line)
    others = select(_FOLLOWS.c.path).where(_FOLLOWS.c.telegram_id == person, ~_is(short))
    if len((await connection.execute(others)).all()) >= MOST_FOLLOWED:
        await session.commit()
        return False
    await connection.execute(delete(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person, _is(short)))
    followed = {"telegram_id": person, "budget": short.budget, "year": short.year, "path": short.path}
    await connection.execute(insert(_FOLLOWS).values(followed | {"language": language}))
    told = select(_TOLD.c.decision).where(_TOLD.c.telegram_id == person, _TOLD.c.budget == short.budget)
    news = set(known) - set((await connection.execute(told)).scalars())
    rows = [{"telegram_id": person, "budget": short.budget, "decision": key} for key in sorted(news)]
    if rows:
        await connection.execute(insert(_TOLD), rows)
    await session.commit()
    return True


async def list_known(session: AsyncSession, line: LineAddress) -> list[str]:
    """The hashes of the decisions whose tables for a line's year are loaded: who follows it now knows them.

    A decision that others only name, or whose table is of another year, is news when that is loaded.
    """
    budget = line.edition.budget
    catalogue = (await load_shelf(StoredReader(session), [budget])).find(budget)
    editions = catalogue.editions if catalogue else ()
    return [decision_key(each.decision.address) for each in editions if each.year == line.edition.year]


async def unfollow_line(session: AsyncSession, person: int, line: ShortAddress) -> None:
    """Stops following a line, and commits. With the last one of its budget goes what was told of that."""
    connection = await _begin(session)
    await connection.execute(delete(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person, _is(line)))
    others = select(_FOLLOWS.c.path).where(_FOLLOWS.c.telegram_id == person)
    if (
        await connection.execute(others.where(_is_on(_FOLLOWS.c.budget, line.budget)).limit(1))
    ).first() is None:
        told = delete(_TOLD).where(_TOLD.c.telegram_id == person)
        await connection.execute(told.where(_is_on(_TOLD.c.budget, line.budget)))
    await session.commit()


async def unfollow_all(session: AsyncSession, person: int) -> None:
    """Stops following anything, and commits."""
    connection = await _begin(session)
    for kept in (_FOLLOWS, _TOLD):
        await connection.execute(delete(kept).where(kept.c.telegram_id == person))
    await session.commit()


async def list_followed(session: AsyncSession, person: int | None = None) -> list[Followed]:
    """The lines that people follow, of budgets that are loaded, by person, budget, year and path.

    Args:
        session: a database session.
        person: whose; of all where None.
    """
    query = (
        select(_FOLLOWS, _BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .join(_KEYS, _KEYS.c.key == _FOLLOWS.c.budget)
        .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
        .order_by(*_FOLLOWS.primary_key.columns)
    )
    if person is not None:
        query = query.where(_FOLLOWS.c.telegram_id == person)
    found = []
    for row in await (await session.connection()).execute(query):
        budget = BudgetAddress(row.place, row.first_year, row.last_year)
        line = LineAddress(EditionAddress(budget, row.year), row.path)
        found.append(Followed(row.telegram_id, line, row.language))
    return found


async def count_followed(session: AsyncSession, person: int) -> int:
    """How many lines are stored as followed by a person, also those of budgets that are not loaded now."""
    query = select(func.count()).select_from(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person)
    return (await (await session.connection()).execute(query)).scalar_one()


async def find_due(
    session: AsyncSession,
    names: Mapping[str, Names],
    held: Collection[tuple[BudgetAddress, str]] = frozenset(),
) -> list[Due]:
    """What followers have not been told yet, of each person in the order of adoption.

    Args:
        session: a database session.
        names: of paths in all budgets, for a language that an edition does not print.
        held: budgets with the hashes of decisions of which nobody is told yet.
    """
    followed = await list_followed(session)
    if not followed:
        return []
    reader = StoredReader(session)
    shelf = await load_shelf(reader, [each.line.edition.budget for each in followed])
    told = await _load_told(reader)
    due = []
    for (person, budget), lines in _by_person(followed).items():
        catalogue, language = shelf.find(budget), lines[-1].language
        for decision in catalogue.decisions if catalogue else ():
            key = decision_key(decision.address)
            if (person, budget, key) in told or (budget, key) in held:
                continue
            pairs = list(_list_editions(catalogue, decision, lines)) if catalogue else []
            if pairs:
                changes = [await _compare(reader, *pair, lines, names) for pair in pairs]
                due.append(Due(person, language, budget, decision, tuple(chain(*changes))))
    return due


async def _load_told(reader: StoredReader) -> set[tuple[int, BudgetAddress, str]]:
    """Who was told of which decision on which budget, whatever that was called then."""
    query = (
        select(_TOLD.c.telegram_id, _TOLD.c.decision, _BUDGETS.c.place, _BUDGETS.c.first_year)
        .add_columns(_BUDGETS.c.last_year)
        .join(_KEYS, _KEYS.c.key == _TOLD.c.budget)
        .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
    )
    return {
        (row.telegram_id, BudgetAddress(row.place, row.first_year, row.last_year), row.decision)
        for row in await reader.execute(query)
    }


def _by_person(followed: Iterable[Followed]) -> dict[tuple[int, BudgetAddress], list[Followed]]:
    grouped: dict[tuple[int, BudgetAddress], list[Followed]] = {}
    for each in followed:
        grouped.setdefault((each.person, each.line.edition.budget), []).append(each)
    return grouped


def _list_editions(
    catalogue: Catalogue, decision: DecisionInfo, lines: Iterable[Followed]
) -> Iterator[tuple[StoredEdition, StoredEdition]]:
    """The followed years that a decision set, each with the edition before it: the first changed nothing."""
    for year in dict.fromkeys(each.line.edition.year for each in lines):
        edition = catalogue.find(year, decision.address)
        previous = catalogue.find_previous(edition) if edition else None
        if edition and previous:
            yield edition, previous


async def _compare(
    reader: StoredReader,
    edition: StoredEdition,
    previous: StoredEdition,
    lines: Sequence[Followed],
    names: Mapping[str, Names],
) -> list[FollowedChange]:
    followed = [each.line for each in lines if each.line.edition.year == edition.year]
    wanted = [(stored, line.path) for stored in (edition, previous) for line in followed]
    found = await read_summaries(reader, wanted, names)
    changes = []
    for line in followed:
        new, _ = found.get((edition.key, line.path), (None, None))
        old, _ = found.get((previous.key, line.path), (None, None))
        summary = new or old
        before, after = old.amount if old else None, new.amount if new else None
        if summary is not None and before != after:
            doubt = Doubt.gravest(printed.doubt for printed in (old, new) if printed)
            changes.append(FollowedChange(line, summary, previous.decision, before, after, doubt))
    return changes


async def claim(session: AsyncSession, due: Due) -> bool:
    """Notes that a person is told of a decision, and commits; False where another process has."""
    connection = await _begin(session)
    row = {
        "telegram_id": due.person,
        "budget": budget_key(due.budget),
        "decision": decision_key(due.decision.address),
    }
    try:
        await connection.execute(insert(_TOLD).values(row))
    except IntegrityError:
        await session.rollback()
        return False
    await session.commit()
    return True


async def _begin(session: AsyncSession) -> AsyncConnection:
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    return await begin_write(session)


def _is(line: ShortAddress) -> ColumnElement[bool]:
    same_line = and_(_FOLLOWS.c.year == line.year, _FOLLOWS.c.path == line.path)
    return and_(_is_on(_FOLLOWS.c.budget, line.budget), same_line)


def _is_on(column: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """Whether a budget is that of a key, under whatever name: its place may get another one meanwhile."""
    budget = select(_KEYS.c.budget_id).where(_KEYS.c.key == key).scalar_subquery()
    return or_(column == key, column.in_(select(_KEYS.c.key).where(_KEYS.c.budget_id == budget)))
