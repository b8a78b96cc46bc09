"""A year that two budgets have: planned in one, adopted in the next."""

from __future__ import annotations

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, ParsedDecision
from storage.reading.cards import list_budgets, load_card
from storage.reading.records import Card
from tests.storage.builders import JULY, LEAVES, ORIGINAL, PROGRAM, changed, document, edition
from tests.storage.cards import line_of
from tests.storage.conftest import Load

NEXT = DecisionRef("24-3", dt.date(2013, 12, 20))


class TestPlanDrift:
    def next_budget(self, amount: int, *, place: str = "Тараз") -> ParsedDecision:
        return document(
            NEXT,
            [edition(NEXT, year=2014, leaves={**LEAVES, PROGRAM: amount})],
            kind=DecisionKind.ORIGINAL,
            amends=None,
            budget_years=(2014, 2016),
            place=place,
        )

    async def show(self, session: AsyncSession, first_year: int, path: str = PROGRAM) -> Card:
        [budget] = [stored for stored in await list_budgets(session) if stored.first_year == first_year]
        found = await load_card(session, line_of(budget, path, 2014))
        assert found is not None
        return found

    async def test_a_plan_is_compared_with_the_next_budget(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[edition(), edition(year=2014)]), self.next_budget(540))
        plan = (await self.show(session, 2013)).plan_drift
        assert plan is not None
        assert (plan.is_plan, plan.amount, plan.delta) == (True, 540_000, 40_000)
        assert (plan.edition.decision.number, plan.edition.budget.first_year) == ("24-3", 2014)
        main = (await self.show(session, 2014)).plan_drift
        assert main is not None
        assert (main.is_plan, main.amount, main.delta) == (False, 500_000, 40_000)
        assert main.edition.decision.number == "10-3"

    async def test_the_plan_as_last_amended_counts(self, load: Load, session: AsyncSession) -> None:
        july = document(JULY, [edition(JULY), changed(JULY, {PROGRAM: 530}, year=2014)])
        await load(document(editions=[edition(), edition(year=2014)]), july, self.next_budget(540))
        main = (await self.show(session, 2014)).plan_drift
        assert main is not None
        assert (main.edition.decision.number, main.amount, main.delta) == ("15-3", 530_000, 10_000)

    async def test_a_line_the_other_budget_lacks_has_no_difference(
        self, load: Load, session: AsyncSession
    ) -> None:
        plan = edition(ORIGINAL, year=2014, leaves={**LEAVES, "expenditure/07/463/001": 5})
        await load(document(editions=[edition(), plan]), self.next_budget(540))
        drift = (await self.show(session, 2013, "expenditure/07/463/001")).plan_drift
        assert drift is not None
        assert (drift.amount, drift.delta) == (None, None)

    async def test_another_place_or_year_is_not_compared(self, load: Load, session: AsyncSession) -> None:
        await load(document(editions=[edition(), edition(year=2014)]), self.next_budget(540, place="Шымкент"))
        assert (await self.show(session, 2013)).plan_drift is None
        [budget] = [stored for stored in await list_budgets(session) if stored.first_year == 2013]
        main = await load_card(session, line_of(budget))
        assert main is not None
        assert main.plan_drift is None
