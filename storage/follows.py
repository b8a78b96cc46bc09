"""Lines that people follow, and the decisions on them that were loaded before: those are known to them.

What they have to be told of is in `follow_news.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import models, people_models
from storage.engine import begin_write
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.shelf import load_shelf
from storage.reading.short_address import ShortAddress, decision_key, shorten

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
    session: AsyncSession, person: int, line: LineAddress, known: Iterable[str], language: Language
) -> bool:
    """Follows a line, and commits.

    Of a year of which the person follows another line already, a decision that they are not told of yet stays
    news: it may have changed that one.

    Args:
        session: a database session.
        person: who follows.
        line: of whatever edition of its year.
        known: the hashes of the decisions that the person need not be told of: what `list_known` gives.
        language: to write in.

    Returns:
        False for a person who follows as many lines as anybody may.
    """
    connection = await begin_anew(session)
    short = shorten(line)
    query = select(_is_of_year(short)).where(_FOLLOWS.c.telegram_id == person, ~_is(short))
    others = (await connection.execute(query)).scalars().all()
    if len(others) >= MOST_FOLLOWED:
        await session.commit()
        return False
    await connection.execute(delete(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person, _is(short)))
    followed = {"telegram_id": person, "budget": short.budget, "year": short.year, "path": short.path}
    await connection.execute(insert(_FOLLOWS).values(followed | {"language": language}))
    spoken = update(_FOLLOWS).where(_FOLLOWS.c.telegram_id == person).values(language=language)
    await connection.execute(spoken)  # of all their lines: one message tells of several
    await _note_known(connection, person, short, known, is_first=not any(others))
    await session.commit()
    return True


async def _note_known(
    connection: AsyncConnection, person: int, line: ShortAddress, known: Iterable[str], *, is_first: bool
) -> None:
    """Notes which decisions a person knows, with the first line of a year; with others, that they lack it.

    What the lines had after each is noted at the next look at what is new (`follow_corrections`).
    """
    told = _TOLD.c.telegram_id == person, _TOLD.c.year == line.year, _is_on(_TOLD.c.budget, line.budget)
    if not is_first:
        await connection.execute(update(_TOLD).where(*told).values(is_complete=False))
        return
    news = set(known) - set((await connection.execute(select(_TOLD.c.decision).where(*told))).scalars())
    of_year = {"telegram_id": person, "budget": line.budget, "year": line.year, "is_complete": False}
    rows = [of_year | {"decision": key} for key in sorted(news)]
    if rows:
        await connection.execute(insert(_TOLD), rows)


async def list_known(session: AsyncSession, line: LineAddress) -> list[str]:
    """The hashes of the decisions whose tables for a line's year are loaded: who follows it now knows them.

    A decision that others only name, or whose table is of another year, is news when that is loaded.
    """
    budget = line.edition.budget
    catalogue = (await load_shelf(StoredReader(session), [budget])).find(budget)
    editions = catalogue.editions if catalogue else ()
    return [decision_key(each.decision.address) for each in editions if each.year == line.edition.year]


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
