"""What followers have to be told: a decision that was loaded, and what it did to lines that they follow.

A follower is told of each decision once for a year; one that was loaded before they began to follow is known
to them. Another year's table of the same decision may be loaded later: that is news again. Before a message
is sent it is noted as told (`claim`), and the note is taken back where it surely did not arrive: a bot that
is killed while it is on its way loses that one message and sends none twice, and two bots over one database
never both send it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.exc import IntegrityError
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.kinds import Doubt
from parser.records import Language
from storage import models, people_models
from storage.follows import Followed, begin_anew, list_followed
from storage.kept.reader import StoredReader
from storage.models import table
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.catalogue import Catalogue, StoredEdition
from storage.reading.moves import track_programs
from storage.reading.office_ledger import is_office_path, office_of_path, read_office_lines
from storage.reading.records import DecisionInfo, LineSummary, Names
from storage.reading.shelf import load_shelf
from storage.reading.short_address import budget_key, decision_key
from storage.reading.summaries import read_summaries

_TOLD = table(people_models.ToldDecision)
_KEYS = table(models.BudgetKey)
_BUDGETS = table(models.Budget)


@dataclass(frozen=True, slots=True)
class FollowedChange:
    """What a decision did to a followed line. An amount is None where the edition does not have the line.

    `since` set the edition of the year that it is compared with, `doubt` is the gravest of both amounts. Of
    all that an office has, `summary` names the largest line. Where the decision put a program under another
    administrator or group, `taken_by` is what it stands in now.
    """

    line: LineAddress
    summary: LineSummary
    since: DecisionInfo
    old: int | None
    new: int | None
    doubt: Doubt | None
    taken_by: LineSummary | None = None

    @property
    def now(self) -> LineAddress:
        """The line as it is called after the decision."""
        return self.line if self.is_office else self.line.beside(self.summary.path)

    @property
    def is_office(self) -> bool:
        """Whether it is all that an office has."""
        return is_office_path(self.line.path)


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
            if catalogue is None or (budget, key) in held:
                continue
            years = dict.fromkeys(each.line.edition.year for each in lines)
            news = [year for year in years if (person, budget, key, year) not in told]
            pairs = list(_list_editions(catalogue, decision, news))
            if pairs:
                changes = [await _compare(reader, catalogue, pair, lines, names) for pair in pairs]
                of_years = tuple(edition.year for edition, _ in pairs)
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


_Pair = tuple[StoredEdition, StoredEdition]
"""An edition and the one of its year before it."""


def _list_editions(catalogue: Catalogue, decision: DecisionInfo, years: Iterable[int]) -> Iterator[_Pair]:
    """The tables of some years that a decision set: the first one of a year changed nothing."""
    for year in years:
        edition = catalogue.find(year, decision.address)
        previous = catalogue.find_previous(edition) if edition else None
        if edition and previous:
            yield edition, previous


async def _compare(
    reader: StoredReader,
    catalogue: Catalogue,
    pair: _Pair,
    lines: Sequence[Followed],
    names: Mapping[str, Names],
) -> list[FollowedChange]:
    edition, previous = pair
    followed = [each.line for each in lines if each.line.edition.year == edition.year]
    wanted = [(stored, line.path) for stored in pair for line in followed]
    found = await read_summaries(reader, wanted, names)
    lacking = [path for stored, path in wanted if (stored.key, path) not in found]
    # Where it is not under the path that it was followed by, it may be under another one.
    tracked = await track_programs(reader, catalogue, edition.year, lacking)
    moved = [(stored, each.path_in(stored)) for stored in pair for each in tracked.values()]
    found |= await read_summaries(reader, moved, names) if moved else {}
    changes = []
    for line in followed:
        taken_by = None
        if is_office_path(line.path):
            old, new = await _sum_office(reader, pair, line, names)
        else:
            program = tracked.get(line.path)
            paths = [program.path_in(stored) if program else line.path for stored in pair]
            new, above = found.get((edition.key, paths[0]), (None, None))
            old, _ = found.get((previous.key, paths[1]), (None, None))
            taken_by = above if new and old and new.path != old.path else None
        summary = new or old
        before, after = old.amount if old else None, new.amount if new else None
        if summary is not None and (before != after or taken_by):
            doubt = Doubt.gravest(printed.doubt for printed in (old, new) if printed)
            changes.append(FollowedChange(line, summary, previous.decision, before, after, doubt, taken_by))
    return changes


async def _sum_office(
    reader: StoredReader, pair: _Pair, line: LineAddress, names: Mapping[str, Names]
) -> tuple[LineSummary | None, LineSummary | None]:
    """All that an office had before and has now, each under the name of its largest line."""
    key = office_of_path(line.path)
    if key is None:
        return None, None
    office = await read_office_lines(reader, pair, key)
    largest = [(stored, path) for stored in pair if (path := office.find_largest(stored)) is not None]
    named = await read_summaries(reader, largest, names)
    sums = {
        stored.key: replace(named[stored.key, path][0], amount=figure.amount, doubt=figure.doubt)
        for stored, path in largest
        if (figure := office.find_figure(stored)) is not None
    }
    edition, previous = pair
    return sums.get(previous.key), sums.get(edition.key)


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
