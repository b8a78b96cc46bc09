"""What would become of documents if they were stored: they are, and all of it is rolled back."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.dataclass import dataclass
from parser.records import ParsedDecision
from storage import models
from storage.engine import begin_write, create_engine, create_sessions
from storage.follow_news import News, find_due
from storage.loading.replaced_tables import ReplacedKind, ReplacedTable, StoredTables
from storage.loading.uploads import LoadedDocument, load_documents, read_state
from storage.models import table
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.changes import load_changes
from storage.reading.differences import Changes
from storage.reading.records import Names

_SOURCES = table(models.Source)
_EDITIONS = table(models.Edition)
_DECISIONS = table(models.Decision)
_BUDGETS = table(models.Budget)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What would be if documents were stored.

    Attributes:
        documents: what would become of each.
        changes: what the decisions that they bring change, a budget year each.
        followers: how many people would be told that a line which they follow is another one.
        seen: the state of the database that this holds for.
        replaced: the tables of these decisions that are stored, with the lines that would be others.
        kinds: the decisions that would be told to do something else.
    """

    documents: tuple[LoadedDocument, ...]
    changes: tuple[Changes, ...]
    followers: int
    seen: str
    replaced: tuple[ReplacedTable, ...] = ()
    kinds: tuple[ReplacedKind, ...] = ()


async def rehearse(url: str, documents: Sequence[ParsedDecision], names: Mapping[str, Names]) -> Rehearsal:
    """Finds out what would be if documents were stored, in a thread of its own.

    Args:
        url: the database's address.
        documents: as they were read.
        names: of paths in all budgets, for a language that an edition does not print.
    """
    return await asyncio.to_thread(lambda: asyncio.run(_rehearse(url, documents, names)))


async def _rehearse(url: str, documents: Sequence[ParsedDecision], names: Mapping[str, Names]) -> Rehearsal:
    engine = create_engine(url)  # its connections go with it, and with them all that they took for stored
    try:
        async with create_sessions(engine)() as session:
            connection = await begin_write(session)
            seen = await connection.run_sync(read_state)
            due = _told(await find_due(session, names))
            before = await connection.run_sync(StoredTables.read, documents)
            loaded = await connection.run_sync(load_documents, documents)
            after = await connection.run_sync(StoredTables.read, documents)
            sources = [each.parsed.source.sha256 for each in loaded.documents if each.changes]
            changes = [
                await load_changes(session, edition) for edition in await _list_editions(session, sources)
            ]
            told = _told(await find_due(session, names)) if sources else set()
            await session.rollback()
    finally:
        await engine.dispose()
    followers = len({person for person, _, _ in told - due})
    return Rehearsal(
        loaded.documents,
        tuple(filter(None, changes)),
        followers,
        seen,
        before.compare(after) if sources else (),
        before.compare_kinds(after),
    )


def _told(due: Sequence[News]) -> set[tuple[int, tuple[int, int], DecisionAddress]]:
    """Who is told of which decision; a place may get another name, its years stay."""
    return {
        (each.person, (each.budget.first_year, each.budget.last_year), each.address)
        for each in due
        if each.changes
    }


async def _list_editions(session: AsyncSession, sources: Sequence[str]) -> list[EditionAddress]:
    """The editions that files brought, by budget, year and adoption."""
    query = (
        select(_BUDGETS, _EDITIONS.c.year, _DECISIONS.c.number, _DECISIONS.c.date)
        .join(_EDITIONS, _EDITIONS.c.budget_id == _BUDGETS.c.id)
        .join(_DECISIONS, _DECISIONS.c.id == _EDITIONS.c.decision_id)
        .join(_SOURCES, _SOURCES.c.id == _EDITIONS.c.source_id)
        .where(_SOURCES.c.sha256.in_(sources))
        .order_by(_BUDGETS.c.place, _EDITIONS.c.year, _DECISIONS.c.date, _DECISIONS.c.number)
        .distinct()
    )
    return [
        EditionAddress(
            BudgetAddress(row.place, row.first_year, row.last_year),
            row.year,
            DecisionAddress(row.number, row.date),
        )
        for row in await (await session.connection()).execute(query)
    ]
