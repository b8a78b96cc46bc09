"""A short address opens what it names, or says what there is instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.reading import lookup
from storage.reading.address import BudgetAddress, DecisionAddress, LineAddress
from storage.reading.lookup import Lacking, Remains, find_budget, find_remains
from storage.reading.short_address import shorten
from tests.storage.builders import APRIL, JULY, KK, PROGRAM, RU, document, edition, without
from tests.storage.cards import line_of
from tests.storage.conftest import Load, Sessions

TARAZ = BudgetAddress("Тараз", 2013, 2015)
FIRST = DecisionAddress("10-3", dt.date(2012, 12, 14))
SECOND = DecisionAddress("12-3", dt.date(2013, 4, 8))
THIRD = DecisionAddress("15-3", dt.date(2013, 7, 12))
UNKNOWN = DecisionAddress("77-7", dt.date(2013, 7, 7))


@pytest.fixture
async def stored(load: Load, sessions: Sessions) -> AsyncIterator[AsyncSession]:
    """2013 by three decisions, the newest without the program; 2014 as it was adopted."""
    await load(
        document(editions=[edition(), edition(year=2014)]),
        document(APRIL),
        document(APRIL, [edition(APRIL, RU)], RU),
        document(JULY, [edition(JULY, leaves=without(PROGRAM))]),
    )
    async with sessions() as session:
        yield session


@pytest.mark.parametrize("decision", [None, FIRST, SECOND, THIRD])
async def test_an_address_comes_back(stored: AsyncSession, decision: DecisionAddress | None) -> None:
    line = line_of(TARAZ, decision=decision)
    short = shorten(line)
    found = await find_budget(stored, short.budget)
    assert found is not None
    assert found.find_line(short) == line


async def test_a_decision_that_is_not_known_is_none_of_the_known(stored: AsyncSession) -> None:
    short = shorten(line_of(TARAZ, decision=UNKNOWN))
    found = await find_budget(stored, short.budget)
    assert found is not None
    assert found.find_line(short) is None


async def test_decisions_of_one_hash_are_not_told_apart(
    stored: AsyncSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = shorten(line_of(TARAZ, decision=FIRST))
    monkeypatch.setattr(lookup, "decision_key", lambda _: short.decision)
    found = await find_budget(stored, short.budget)
    assert found is not None
    assert found.find_line(short) is None


REMAINS = [
    # The line went in July: the last edition that has it, and what stands above it in the newest.
    (line_of(TARAZ), True, Lacking.LINE, line_of(TARAZ, decision=SECOND), line_of(TARAZ, PROGRAM[:-4])),
    (
        line_of(TARAZ, decision=UNKNOWN).as_of(None),
        False,
        Lacking.DECISION,
        line_of(TARAZ, decision=SECOND),
        line_of(TARAZ, PROGRAM[:-4]),
    ),
    # Known to be there, without a table for the year.
    (
        line_of(TARAZ, year=2014, decision=SECOND),
        True,
        Lacking.EDITION,
        line_of(TARAZ, year=2014),
        line_of(TARAZ, PROGRAM[:-4], 2014),
    ),
    (
        line_of(TARAZ, year=2019),
        True,
        Lacking.YEAR,
        line_of(TARAZ, decision=SECOND),
        line_of(TARAZ, PROGRAM[:-4]),
    ),
    # In the edition asked for, though it is not the newest.
    (
        line_of(TARAZ, "financing_payments/99", decision=FIRST),
        True,
        Lacking.LINE,
        None,
        line_of(TARAZ, "financing", decision=FIRST),
    ),
    (
        line_of(TARAZ, "revenue", 2019),
        True,
        Lacking.YEAR,
        line_of(TARAZ, "revenue"),
        line_of(TARAZ, "expenditure"),
    ),
]


@pytest.mark.parametrize(("asked", "known", "lacking", "same", "above"), REMAINS)
async def test_what_there_is_instead(
    stored: AsyncSession,
    asked: LineAddress,
    known: bool,
    lacking: Lacking,
    same: LineAddress | None,
    above: LineAddress,
) -> None:
    remains = await find_remains(stored, asked, decision_known=known)
    assert (remains.asked, remains.lacking) == (asked, lacking)
    assert (remains.same.line if remains.same else None) == same
    assert remains.above is not None
    assert remains.above.line == above


async def test_an_offer_names_its_decision_and_what_it_prints(stored: AsyncSession) -> None:
    remains = await find_remains(stored, line_of(TARAZ), decision_known=True)
    assert remains.same is not None
    assert remains.same.decision == SECOND
    assert set(remains.same.names) == {KK, RU}
    assert remains.above is not None
    assert remains.above.decision == THIRD
    assert set(remains.above.names) == {KK}


@pytest.mark.parametrize("path", ["deficit/x", "revenue/999/a", "net_lending/10/459/018/1/2", "financing/0"])
async def test_a_path_that_nothing_prints_is_offered_a_total_at_least(
    stored: AsyncSession, path: str
) -> None:
    remains = await find_remains(stored, line_of(TARAZ, path), decision_known=True)
    assert (remains.lacking, remains.same) == (Lacking.LINE, None)
    assert remains.above is not None


async def test_below_a_balance_its_part_is_offered(stored: AsyncSession) -> None:
    remains = await find_remains(stored, line_of(TARAZ, "net_lending/10/459/018"), decision_known=True)
    assert remains.above is not None
    assert remains.above.line.path == "net_lending/loans"


async def test_of_a_budget_without_a_table_there_is_nothing(load: Load, session: AsyncSession) -> None:
    await load(document(editions=[]))
    asked = line_of(TARAZ)
    assert await find_remains(session, asked, decision_known=True) == Remains(asked, Lacking.YEAR, None, None)


async def test_to_find_a_line_takes_one_query_and_the_remains_of_a_program_three(
    stored: AsyncSession, engine: AsyncEngine
) -> None:
    statements: list[str] = []

    def listen(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(engine.sync_engine, "before_cursor_execute", listen)
    assert await find_budget(stored, shorten(line_of(TARAZ)).budget) is not None
    assert len(statements) == 1
    await find_remains(stored, line_of(TARAZ), decision_known=True)
    assert len(statements) == 4
