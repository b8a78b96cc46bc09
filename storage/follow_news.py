"""What followers have to be told: a decision that was loaded, and what it did to lines that they follow.

A follower is told of each decision once for a year; one that was loaded before they began to follow is known
to them. Another year's table of the same decision may be loaded later: that is news again. Before a message
is sent it is noted as told (`claim`), and the note is taken back where it surely did not arrive: a bot that
is killed while it is on its way loses that one message and sends none twice, and two bots over one database
never both send it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import models, people_models
from storage.followed_changes import FollowedChange, FollowedStep, compare_followed
from storage.follows import Followed, begin_anew, list_followed
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue
from storage.reading.records import DecisionInfo, Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import budget_key, decision_key

_TOLD = table(people_models.ToldDecision)
_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)


@dataclass(frozen=True, slots=True)
class Due:
    """What one person has to be told of one decision.

    Attributes:
        person: whom to tell.
        language: to write in.
        budget: that the decision is on.
        decision: that was loaded.
        years: whose tables it set, of those that they follow and were not told of.
        changes: of the lines that they follow, those that it changed; perhaps none: then nothing is sent.
    """

    person: int
    language: Language
    budget: BudgetAddress
    decision: DecisionInfo
    years: tuple[int, ...]
    changes: tuple[FollowedChange, ...]


async def find_due(
    session: AsyncSession,
    names: Mapping[str, Names],
    held: Collection[tuple[BudgetAddress, str]] = frozenset(),
) -> list[Due]:
    """What followers have not been told yet, of each person in the order of adoption.

    Args:
        session: a database session.
        names: of paths in all budgets, for a language that an edition does not print.
        held: budgets with the hashes of decisions of which nobody is told yet, nor of those adopted after
            them: what these changed may be told otherwise when the held one is undone.
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
            if catalogue is None or (budget, key) in held:
                break
            years = dict.fromkeys(each.line.edition.year for each in lines)
            news = [year for year in years if (person, budget, key, year) not in told]
            steps = list(_list_steps(catalogue, decision, news, held))
            if steps:
                changes = [await compare_followed(reader, catalogue, step, lines, names) for step in steps]
                of_years = tuple(step.edition.year for step in steps)
                due.append(Due(person, language, budget, decision, of_years, tuple(chain(*changes))))
    return due


async def _load_told(reader: StoredReader) -> set[tuple[int, BudgetAddress, str, int]]:
    """Who was told of which decision on which year of a budget, whatever that was called then."""
    query = (
        select(_TOLD.c.telegram_id, _TOLD.c.decision, _TOLD.c.year, _BUDGETS.c.place)
        .add_columns(_BUDGETS.c.first_year, _BUDGETS.c.last_year)
        .join(_KEYS, _KEYS.c.key == _TOLD.c.budget)
        .join(_BUDGETS, _BUDGETS.c.id == _KEYS.c.budget_id)
    )
    return {
        (row.telegram_id, BudgetAddress(row.place, row.first_year, row.last_year), row.decision, row.year)
        for row in await reader.execute(query)
    }


def _by_person(followed: Iterable[Followed]) -> dict[tuple[int, BudgetAddress], list[Followed]]:
    grouped: dict[tuple[int, BudgetAddress], list[Followed]] = {}
    for each in followed:
        grouped.setdefault((each.person, each.line.edition.budget), []).append(each)
    return grouped


def _list_steps(
    catalogue: Catalogue,
    decision: DecisionInfo,
    years: Iterable[int],
    held: Collection[tuple[BudgetAddress, str]],
) -> Iterator[FollowedStep]:
    """The tables of some years that a decision set: the first one of a year changed nothing."""
    for year in years:
        edition = catalogue.find(year, decision.address)
        previous = catalogue.find_previous(edition) if edition else None
        if edition and previous:
            told = [
                stored
                for stored in catalogue.editions
                if stored.year == year
                and (catalogue.budget, decision_key(stored.decision.address)) not in held
            ]
            yield FollowedStep(edition, previous, told[-1] if told and told[-1] != edition else None)


async def claim(session: AsyncSession, due: Due) -> bool:
    """Notes that a person is told of a decision, and commits; False where another process has."""
    connection = await begin_anew(session)
    told = {
        "telegram_id": due.person,
        "budget": budget_key(due.budget),
        "decision": decision_key(due.decision.address),
    }
    try:
        await connection.execute(insert(_TOLD), [told | {"year": year} for year in due.years])
    except IntegrityError:
        await session.rollback()
        return False
    await session.commit()
    return True


async def is_noted_as_told(session: AsyncSession, due: Due) -> bool:
    """Whether somebody, perhaps another process, has noted meanwhile that a person is told of a decision."""
    if session.in_transaction():
        await session.rollback()  # what was read before does not see it
    query = select(_TOLD.c.year).where(_is_of(due)).limit(1)
    return (await (await session.connection()).execute(query)).first() is not None


async def unclaim(session: AsyncSession, due: Due) -> None:
    """Takes back the note of `claim`, and commits: the message did not arrive."""
    connection = await begin_anew(session)
    await connection.execute(delete(_TOLD).where(_is_of(due)))
    await session.commit()


def _is_of(due: Due) -> ColumnElement[bool]:
    return and_(
        _TOLD.c.telegram_id == due.person,
        _TOLD.c.budget == budget_key(due.budget),
        _TOLD.c.decision == decision_key(due.decision.address),
        _TOLD.c.year.in_(due.years),
    )
