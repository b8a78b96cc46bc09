"""Lines that people follow, and the decisions on them that were loaded before: those are known to them.

What each of these leaves of a line is noted, as what the person was shown when they began to follow it.

What they have to be told of is in `follow_news.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import models, people_models
from storage.engine import begin_write
from storage.followed_amounts import read_followed
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.records import Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import ShortAddress, decision_key, shorten
from storage.told_notes import ToldAmounts, join_told, note_amounts

_FOLLOWS = table(people_models.Follow)
_PEOPLE = table(people_models.Person)
_TOLD = table(people_models.ToldDecision)
_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)

MOST_FOLLOWED = 20  # lines of one person: as many as one message names


@dataclass(frozen=True, slots=True)
class Followed:
    """A line that a person follows, in the newest edition of its year, and the language to write in.

    That is the one which the person chose, else the one in which they spoke when they began to follow.
    """

    person: int
    line: LineAddress
    language: Language


async def follow_line(
    session: AsyncSession,
    person: int,
    line: LineAddress,
    known: Mapping[str, ToldAmounts],
    language: Language,
) -> bool:
    """Follows a line, and commits.

    Of a year of which the person follows another line already, a decision that they are not told of yet stays
    news: it may have changed that one.

    Args:
        session: a database session.
        person: who follows.
        line: of whatever edition of its year.
        known: the decisions that the person need not be told of, by their hashes, with what each left of the
            line: what `list_known` gives.
        language: to write in.

    Returns:
        False for a person who follows as many lines as anybody may.
    """
    connection = await begin_anew(session)
    short = shorten(line)
    others = select(_FOLLOWS.c.path).where(_FOLLOWS.c.telegram_id == person, ~_is(short))
    if len((await connection.execute(others)).all()) >= MOST_FOLLOWED:
        await session.commit()
        return False
    follows_more = (await connection.execute(others.where(_is_of_year(short)).limit(1))).first() is not None
    await connection.execute(delete(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person, _is(short)))
    followed = {"telegram_id": person, "budget": short.budget, "year": short.year, "path": short.path}
    await connection.execute(insert(_FOLLOWS).values(followed | {"language": language}))
    spoken = update(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person).values(language=language)
    await connection.execute(spoken)  # of all their lines: one message tells of several
    await _note_known(connection, person, short, known, is_first=not follows_more)
    await session.commit()
    return True


async def _note_known(
    connection: AsyncConnection,
    person: int,
    line: ShortAddress,
    known: Mapping[str, ToldAmounts],
    *,
    is_first: bool,
) -> None:
    """Notes what a person was shown of a line; with the first of a year, which decisions they know."""
    of_person = _TOLD.c.telegram_id == person, _TOLD.c.year == line.year, _is_on(_TOLD.c.budget, line.budget)
    noted = (await connection.execute(select(_TOLD).where(*of_person))).all()
    for row in noted:
        if row.amounts is not None and row.decision in known:
            is_row = _TOLD.c.budget == row.budget, _TOLD.c.decision == row.decision
            joined = join_told(row.amounts, known[row.decision]).dump()
            await connection.execute(update(_TOLD).where(*of_person, *is_row).values(amounts=joined))
    news = sorted(known.keys() - {row.decision for row in noted}) if is_first else []
    of_year = {"telegram_id": person, "budget": line.budget, "year": line.year}
    rows = [of_year | {"decision": key, "amounts": known[key].dump()} for key in news]
    if rows:
        await connection.execute(insert(_TOLD), rows)


async def list_known(
    session: AsyncSession, line: LineAddress, names: Mapping[str, Names]
) -> dict[str, ToldAmounts]:
    """The decisions whose tables for a line's year are loaded: who follows it now knows them.

    A decision that others only name, or whose table is of another year, is news when that is loaded.

    Args:
        session: a database session.
        line: of whatever edition of its year.
        names: of paths in all budgets, for a language that an edition does not print.

    Returns:
        By the hash of each decision, what it left of the line.
    """
    reader, budget, year = StoredReader(session), line.edition.budget, line.edition.year
    catalogue = (await load_shelf(reader, [budget])).find(budget)
    if catalogue is None:
        return {}
    amounts = await read_followed(reader, catalogue, year, [line.path], names)
    return {
        decision_key(each.decision.address): note_amounts(each, [line], amounts)
        for each in catalogue.editions
        if each.year == year
    }


async def unfollow_line(session: AsyncSession, person: int, line: ShortAddress) -> None:
    """Stops following a line, and commits. With the last one of a year goes what was told of that."""
    connection = await begin_anew(session)
    await connection.execute(delete(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person, _is(line)))
    others = select(_FOLLOWS.c.path).where(_FOLLOWS.c.telegram_id == person, _is_of_year(line))
    if (await connection.execute(others.limit(1))).first() is None:
        told = delete(_TOLD).where(_TOLD.c.telegram_id == person, _TOLD.c.year == line.year)
        await connection.execute(told.where(_is_on(_TOLD.c.budget, line.budget)))
    await session.commit()


async def unfollow_all(session: AsyncSession, person: int) -> None:
    """Stops following anything, and commits."""
    connection = await begin_anew(session)
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
        select(_FOLLOWS, _PEOPLE.c.language.label("chosen"))
        .add_columns(_BUDGETS.c.place, _BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .join(_KEYS, _KEYS.c.key == _FOLLOWS.c.budget)
        .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
        .outerjoin(_PEOPLE, _PEOPLE.c.telegram_id == _FOLLOWS.c.telegram_id)
        .order_by(*_FOLLOWS.primary_key.columns)
    )
    if person is not None:
        query = query.where(_FOLLOWS.c.telegram_id == person)
    found = []
    for row in await (await session.connection()).execute(query):
        budget = BudgetAddress(row.place, row.first_year, row.last_year)
        line = LineAddress(EditionAddress(budget, row.year), row.path)
        found.append(Followed(row.telegram_id, line, row.chosen or row.language))
    return found


async def count_followed(session: AsyncSession, person: int) -> int:
    """How many lines are stored as followed by a person, also those of budgets that are not loaded now."""
    query = select(func.count()).select_from(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person)
    return (await (await session.connection()).execute(query)).scalar_one()


async def begin_anew(session: AsyncSession) -> AsyncConnection:
    """Begins to write; what was read before is let go."""
    if session.in_transaction():
        await session.commit()  # what was read so far must not stop this session from writing
    return await begin_write(session)


def _is(line: ShortAddress) -> ColumnElement[bool]:
    return and_(_is_of_year(line), _FOLLOWS.c.path == line.path)


def _is_of_year(line: ShortAddress) -> ColumnElement[bool]:
    return and_(_is_on(_FOLLOWS.c.budget, line.budget), _FOLLOWS.c.year == line.year)


def _is_on(column: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """Whether a budget is that of a key, under whatever name: its place may get another one meanwhile."""
    budget = select(_KEYS.c.budget_id).where(_KEYS.c.key == key).scalar_subquery()
    return or_(column == key, column.in_(select(_KEYS.c.key).where(_KEYS.c.budget_id == budget)))
