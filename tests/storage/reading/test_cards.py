"""Many cards are read together: each as it is alone, and as many queries for all as for one."""

from __future__ import annotations

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionRef, Language
from storage.kept.reader import StoredReader
from storage.reading.address import DecisionAddress
from storage.reading.cards import list_budgets, list_editions, load_card, load_cards
from storage.reading.shelf import load_shelf
from tests.harness.statements import MOST, count_statements
from tests.storage.builders import APRIL, LEAVES, ORIGINAL, changed, discrepancy, document, edition, without
from tests.storage.cards import line_of
from tests.storage.conftest import Load

NEXT = DecisionRef("21-5", dt.date(2013, 12, 20))
GONE = "expenditure/01/112/001"
PATHS = [*LEAVES, "expenditure", "expenditure/04", "expenditure/04/464", "revenue", "nothing"]


async def load_two_budgets(load: Load) -> None:
    """A budget in two languages whose April lost a line and disagrees, and the next one."""
    plan = edition(year=2014)
    await load(
        document(editions=[edition(), plan]),
        document(editions=[edition(language=Language.RU)], language=Language.RU),
        document(
            APRIL,
            [edition(APRIL, leaves=without(GONE))],
            amends=ORIGINAL,
            discrepancies=[discrepancy("expenditure/04")],
        ),
        document(NEXT, [changed(NEXT, {"revenue/1/01/2": 900}, year=2014)], budget_years=(2014, 2016)),
    )


async def test_a_card_is_the_same_alone_and_among_others(load: Load, session: AsyncSession) -> None:
    await load_two_budgets(load)
    budgets = await list_budgets(session)
    assert len(budgets) == 2
    original = DecisionAddress(ORIGINAL.number, ORIGINAL.date or dt.date.min)
    addresses = [line_of(budgets[0], path, decision=original) for path in PATHS]
    addresses += [line_of(budgets[0], path) for path in PATHS]
    addresses += [line_of(budgets[0], path, 2014) for path in PATHS]
    addresses += [line_of(budgets[1], path, 2014) for path in PATHS]
    addresses += [line_of(budgets[1], "revenue", 1999)]
    connection = StoredReader(session)
    together = await load_cards(connection, await load_shelf(connection, budgets), addresses)
    assert together == [await load_card(session, address) for address in addresses]
    assert sum(card is not None and card.plan_drift is not None for card in together) > 20
    assert sum(card is not None and bool(card.discrepancies) for card in together) == 1
    assert together[len(PATHS) - 1] is None  # no line has that path
    assert together[-1] is None


async def test_fifty_cards_take_as_many_statements_as_one(
    load: Load, session: AsyncSession, engine: AsyncEngine
) -> None:
    await load_two_budgets(load)
    budgets = await list_budgets(session)
    connection = StoredReader(session)
    original = (await list_editions(session, budgets[0]))[0].decision.address
    line = line_of(budgets[0], GONE, decision=original)
    with count_statements(engine) as alone:
        assert await load_card(session, line)
    with count_statements(engine) as together:
        shelf = await load_shelf(connection, budgets)
        await load_cards(connection, shelf, [line.beside(path) for path in PATHS])
    # With the names that other budgets have, and following a program that goes: all that can be asked.
    assert len(together) == len(alone) <= MOST - 2  # the person's language, the button's address


async def test_editions_of_many_budgets_are_listed_by_one_statement(
    load: Load, session: AsyncSession, engine: AsyncEngine
) -> None:
    await load_two_budgets(load)
    budgets = await list_budgets(session)
    with count_statements(engine) as statements:
        listed = await list_editions(session, *budgets)
    assert len(statements) == 1
    assert listed == [found for budget in budgets for found in await list_editions(session, budget)]
    assert [(found.budget.first_year, found.year) for found in listed] == [
        (2013, 2013), (2013, 2014), (2013, 2013), (2014, 2014),
    ]  # fmt: skip
