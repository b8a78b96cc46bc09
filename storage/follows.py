"""Lines that people follow, and what the decisions loaded before left of them: that is known to them.

What they have to be told of is in `follow_news.py`.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import models, people_models
from storage.engine import begin_write
from storage.followed_amounts import read_followed
from storage.kept.reader import StoredReader
from storage.kept.remembered import kept_readings, remembered_by
from storage.models import table
from storage.people import commit_chosen
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from storage.reading.records import Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import ShortAddress, decision_key, shorten
from storage.told_notes import ToldAmounts, load_told, note_amounts

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
        known: the decisions that the person need not be told of, by their hashes, with what the line has
            after each: what `list_known` gives.
        language: to write in.

    Returns:
        False for a person who follows as many lines as anybody may.
    """
    connection = await begin_anew(session)
    short = shorten(line)
    own = _FOLLOWS.c.telegram_id == person
    query = select(_is(short).label("same"), _is_of_year(short).label("beside"), _FOLLOWS.c.language)
    rows = (await connection.execute(query.where(own))).all()
    others = [row for row in rows if not row.same]
    if len(others) >= MOST_FOLLOWED:
        await session.commit()
        return False
    if len(others) < len(rows):
        await connection.execute(delete(_FOLLOWS).where(own, _is(short)))
    followed = {"telegram_id": person, "budget": short.budget, "year": short.year, "path": short.path}
    await connection.execute(insert(_FOLLOWS).values(followed | {"language": language}))
    if any(row.language is not language for row in others):  # one message tells of several lines
        await connection.execute(update(_FOLLOWS).where(own).values(language=language))
    is_first = not any(row.beside for row in others)
    await _note_known(connection, person, short, known, is_first=is_first)
    await commit_chosen(session, connection)
    return True


async def _note_known(
    connection: AsyncConnection,
    person: int,
    line: ShortAddress,
    known: Mapping[str, ToldAmounts],
    *,
    is_first: bool,
) -> None:
    """Notes which decisions a person knows with the first line of a year, and what the line has after each.

    Whether that is all of them, and still so, is seen at the next look at what is new (`follow_corrections`):
    a decision may be loaded anew before it.
    """
    of_year = _TOLD.c.telegram_id == person, _TOLD.c.year == line.year, _is_on(_TOLD.c.budget, line.budget)
    notes = list(await connection.execute(select(_TOLD).where(*of_year)))
    if notes and not is_first:
        is_note = and_(_TOLD.c.budget == bindparam("of"), _TOLD.c.decision == bindparam("by"))
        joined = update(_TOLD).where(*of_year, is_note).values(amounts=bindparam("now"), is_complete=False)
        await connection.execute(
            joined,
            [
                {
                    "of": note.budget,
                    "by": note.decision,
                    "now": _join_known(note.amounts, known.get(note.decision)),
                }
                for note in notes
            ],
        )
    if not is_first:
        return
    told = {note.decision for note in notes}
    row = {"telegram_id": person, "budget": line.budget, "year": line.year, "is_complete": False}
    rows = [row | {"decision": key, "amounts": known[key].dump()} for key in sorted(known.keys() - told)]
    if rows:
        await connection.execute(insert(_TOLD), rows)


def _join_known(told: str | None, known: ToldAmounts | None) -> str | None:
    """What is noted of a decision, with what one more line has after it; None where nothing is noted yet."""
    return load_told(told).joined(known).dump() if told is not None and known is not None else told


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
        By their hashes, each with what the line has after it.
    """
    budget, year = line.edition.budget, line.edition.year
    reader = StoredReader(session)
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
    await commit_chosen(session, connection)


async def unfollow_all(session: AsyncSession, person: int) -> None:
    """Stops following anything, and commits."""
    connection = await begin_anew(session)
    for kept in (_FOLLOWS, _TOLD):
        await connection.execute(delete(kept).where(kept.c.telegram_id == person))
    await commit_chosen(session, connection)


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


async def find_followed_lines(session: AsyncSession, person: int) -> frozenset[LineAddress]:
    """The lines that a person follows, each as of its year; from memory where it has them."""
    remembered, readings = remembered_by(session), kept_readings(session)
    kept = remembered.people if remembered and readings else None
    key = _FOLLOWS.name, person, readings.number if readings else None  # a load may give a place another name
    known: frozenset[LineAddress] | None = kept.find(key) if kept else None
    if known is None:
        known = frozenset(each.line for each in await list_followed(session, person))
        if kept is not None:
            kept.keep(key, known)
    return known


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
