"""What followers have to be told: a decision that was loaded, and what it did to lines that they follow.

A follower is told of each decision once for a year; one that was loaded before they began to follow is known
to them. Another year's table of the same decision may be loaded later: that is news again; and so is one that
has other amounts than they were told (`follow_corrections`). Before a message is sent it is noted as told
(`claim`), and the note is taken back where it surely did not arrive: a bot that is killed while it is on its
way loses that one message and sends none twice, and two bots over one database never both send it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import Language
from storage import people_models
from storage.follow_corrections import (
    Correction,
    claim_correction,
    is_settled,
    list_corrections,
    unclaim_correction,
)
from storage.followed_amounts import FollowedAmounts, read_followed
from storage.followed_changes import FollowedChange, FollowedStep, compare_followed
from storage.follows import Followed, begin_anew, list_followed
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.records import DecisionInfo, Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import budget_key, decision_key
from storage.told_notes import ToldNotes, note_amounts

_TOLD = table(people_models.ToldDecision)


@dataclass(frozen=True, slots=True)
class Due:
    """What one person has to be told of one decision.

    Attributes:
        person: whom to tell.
        language: to write in.
        budget: that the decision is on.
        decision: that was loaded.
        years: whose tables it set, of those that they follow and were not told of.
        notes: what is noted of each of these years: what the lines that they follow have then.
        changes: of the lines that they follow, those that it changed; perhaps none: then nothing is sent.
    """

    person: int
    language: Language
    budget: BudgetAddress
    decision: DecisionInfo
    years: tuple[int, ...]
    notes: tuple[str, ...]
    changes: tuple[FollowedChange, ...]

    @property
    def address(self) -> DecisionAddress:
        """The decision."""
        return self.decision.address


News = Due | Correction
"""What one person is told of one decision."""

_ByYear = Mapping[int, Mapping[str, FollowedAmounts]]
"""What the editions of each year have of lines."""


async def find_due(
    session: AsyncSession,
    names: Mapping[str, Names],
    held: Collection[tuple[BudgetAddress, str]] = frozenset(),
) -> list[News]:
    """What followers have not been told yet, of each person and budget in the order of adoption.

    What they were told and does not hold any more stands before what is new.

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
    notes = await ToldNotes.read(reader)
    news: dict[tuple[int, BudgetAddress], list[News]] = {
        (each.person, each.line.edition.budget): [] for each in followed
    }
    for budget, of_budget in _by_budget(followed).items():
        catalogue = shelf.find(budget)
        if catalogue is None:
            continue
        lines = [each.line for several in of_budget.values() for each in several]
        amounts = {
            year: await read_followed(
                reader, catalogue, year, (line.path for line in lines if line.edition.year == year), names
            )
            for year in dict.fromkeys(line.edition.year for line in lines)
        }
        for person, own in of_budget.items():
            news[person, budget] = [
                *list_corrections(catalogue, own, amounts, notes, held),
                *_list_due(catalogue, own, amounts, notes, held),
            ]
    return [each for several in news.values() for each in several]


def _by_budget(followed: Iterable[Followed]) -> dict[BudgetAddress, dict[int, list[Followed]]]:
    """The lines that people follow, of each budget by person."""
    grouped: dict[BudgetAddress, dict[int, list[Followed]]] = {}
    for each in followed:
        grouped.setdefault(each.line.edition.budget, {}).setdefault(each.person, []).append(each)
    return grouped


def _list_due(
    catalogue: Catalogue,
    lines: Sequence[Followed],
    amounts: _ByYear,
    notes: ToldNotes,
    held: Collection[tuple[BudgetAddress, str]],
) -> Iterator[Due]:
    """What a person has not been told of a budget."""
    person, language, budget = lines[0].person, lines[-1].language, catalogue.budget
    years = dict.fromkeys(each.line.edition.year for each in lines)
    for decision in catalogue.decisions:
        key = decision_key(decision.address)
        if (budget, key) in held:
            break
        news = [year for year in years if not notes.knows(person, budget, key, year)]
        steps = list(_list_steps(catalogue, decision, news, held))
        if not steps:
            continue
        of_years = tuple(step.edition.year for step in steps)
        changes = [
            change
            for step in steps
            for change in compare_followed(catalogue, step, lines, amounts[step.edition.year])
        ]
        noted = tuple(_note(step.edition, lines, amounts) for step in steps)
        yield Due(person, language, budget, decision, of_years, noted, tuple(changes))


def _note(edition: StoredEdition, lines: Iterable[Followed], amounts: _ByYear) -> str:
    """What is noted of an edition that a person is told of."""
    of_year = [each.line for each in lines if each.line.edition.year == edition.year]
    return note_amounts(edition, of_year, amounts[edition.year]).dump()


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


async def claim(session: AsyncSession, news: News) -> bool:
    """Notes that a person is told of a decision, and commits; False where another process has."""
    if isinstance(news, Correction):
        return await claim_correction(session, news)
    connection = await begin_anew(session)
    told = {
        "telegram_id": news.person,
        "budget": budget_key(news.budget),
        "decision": decision_key(news.address),
    }
    rows = [
        told | {"year": year, "amounts": amounts, "is_complete": True}
        for year, amounts in zip(news.years, news.notes, strict=True)
    ]
    try:
        await connection.execute(insert(_TOLD), rows)
    except IntegrityError:
        await session.rollback()
        return False
    await session.commit()
    return True


async def is_noted_as_told(session: AsyncSession, news: News) -> bool:
    """Whether somebody, perhaps another process, has noted meanwhile that a person is told of a decision."""
    if isinstance(news, Correction):
        return await is_settled(session, news)
    if session.in_transaction():
        await session.rollback()  # what was read before does not see it
    query = select(_TOLD.c.year).where(_is_of(news)).limit(1)
    return (await (await session.connection()).execute(query)).first() is not None


async def unclaim(session: AsyncSession, news: News) -> None:
    """Takes back the note of `claim`, and commits: the message did not arrive."""
    if isinstance(news, Correction):
        await unclaim_correction(session, news)
        return
    connection = await begin_anew(session)
    await connection.execute(delete(_TOLD).where(_is_of(news)))
    await session.commit()


def _is_of(due: Due) -> ColumnElement[bool]:
    return and_(
        _TOLD.c.telegram_id == due.person,
        _TOLD.c.budget == budget_key(due.budget),
        _TOLD.c.decision == decision_key(due.address),
        _TOLD.c.year.in_(due.years),
    )
