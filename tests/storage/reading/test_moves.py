"""A program that moves to another administrator, and money that moves between programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, Edition, Language, ParsedDecision
from storage.reading.cards import list_budgets, list_editions, load_card
from storage.reading.changes import load_changes
from storage.reading.records import Card, Changes
from tests.storage.builders import (
    APRIL,
    JULY,
    LEAVES,
    MAY,
    ORIGINAL,
    OTHER,
    PROGRAM,
    both,
    changed,
    document,
    edition,
    name_of,
)
from tests.storage.cards import card, line_of
from tests.storage.conftest import Load

MOVED = "expenditure/06/451/009"
NEXT = DecisionRef("24-3", dt.date(2013, 12, 20))


def moved(
    ref: DecisionRef, amount: int, language: Language, *, to: str = MOVED, name: str | None = None
) -> Edition:
    """A table in which the program stands under another administrator."""
    leaves = {
        to if path == PROGRAM else path: amount if path == PROGRAM else old for path, old in LEAVES.items()
    }
    names = {to: name_of(PROGRAM, language) if name is None else name}
    return edition(ref, language, leaves=leaves, names=names)


async def changes_of(session: AsyncSession, number: str) -> Changes:
    [budget] = await list_budgets(session)
    [address] = [e.address for e in await list_editions(session, budget) if e.decision.number == number]
    changes = await load_changes(session, address)
    assert changes is not None
    return changes


class TestMoves:
    @both
    async def test_the_ledger_goes_on_under_the_new_path(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=language, amended_by=(MAY,)),
            document(APRIL, [moved(APRIL, 600, language)], language),
            document(JULY, [moved(JULY, 650, language)], language),
        )
        shown = await card(session, MOVED)
        assert [(step.amount, step.delta, step.path) for step in shown.ledger] == [
            (500_000, None, PROGRAM),
            (600_000, 100_000, None),
            (None, None, None),
            (650_000, 50_000, None),
        ]
        assert shown.continued_from is not None
        assert (shown.continued_from.path, shown.continued_from.decision.number) == (PROGRAM, "12-3")
        assert shown.continued_as is None
        assert shown.since_original is not None
        assert (shown.since_original.old, shown.since_original.delta) == (500_000, 150_000)

    @both
    async def test_the_old_card_says_where_it_went_on(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=language),
            document(APRIL, [moved(APRIL, 600, language)], language),
            document(JULY, [moved(JULY, 650, language, to="expenditure/07/463/009")], language),
        )
        [budget] = await list_budgets(session)
        [original, *_] = await list_editions(session, budget)
        shown = await card(session, decision=original.decision.address)
        assert shown.continued_as is not None
        assert (shown.continued_as.path, shown.continued_as.decision.number) == (MOVED, "12-3")
        assert [step.path for step in shown.ledger] == [None, MOVED, "expenditure/07/463/009"]

    @both
    async def test_texts_in_different_languages_agree_by_what_the_budget_names(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        other = OTHER[language]
        await load(
            document(language=language),
            document(APRIL, [moved(APRIL, 600, other)], other),
            document(JULY, [moved(JULY, 600, language)], language),
        )
        shown = await card(session, MOVED)
        assert shown.continued_from is not None

    async def test_two_lines_that_end_may_not_both_move_to_one(
        self, load: Load, session: AsyncSession
    ) -> None:
        """Either may be the one that went on, or both were merged: nothing is told."""
        twin = "expenditure/05/253/009"
        names = dict.fromkeys((PROGRAM, twin, MOVED), "Күрделі шығыстар")
        before = edition(leaves={**LEAVES, twin: 70}, names=names)
        leaves = {path: amount for path, amount in LEAVES.items() if path != PROGRAM}
        after = edition(APRIL, leaves={**leaves, MOVED: 570}, names=names)
        await load(document(editions=[before]), document(APRIL, [after]))
        changes = await changes_of(session, "12-3")
        assert [(c.path, c.status, c.moved_from, c.moved_to) for c in changes.lines if c.path in names] == [
            (PROGRAM, "removed", None, None),
            (twin, "removed", None, None),
            (MOVED, "added", None, None),
        ]
        assert (await card(session, MOVED)).continued_from is None

    @pytest.mark.parametrize(
        ("to", "name"),
        [(MOVED, "Басқа"), ("expenditure/06/451/010", None), ("financing_payments/16/452/009", None)],
    )
    @both
    async def test_another_name_program_or_section_is_no_move(
        self, load: Load, session: AsyncSession, language: Language, to: str, name: str | None
    ) -> None:
        table = moved(APRIL, 600, language, to=to, name=name)
        await load(document(language=language), document(APRIL, [table], language))
        shown = await card(session, to)
        assert (shown.continued_from, [step.amount for step in shown.ledger]) == (None, [None, 600_000])

    @both
    async def test_of_several_alike_nothing_is_told(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        twin = "expenditure/07/463/009"
        leaves = {
            **{path: amount for path, amount in LEAVES.items() if path != PROGRAM},
            MOVED: 300,
            twin: 200,
        }
        names = dict.fromkeys((MOVED, twin), name_of(PROGRAM, language))
        table = edition(APRIL, language, leaves=leaves, names=names)
        await load(document(language=language), document(APRIL, [table], language))
        assert (await card(session, MOVED)).continued_from is None

    @both
    async def test_changes_name_both_paths(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=language), document(APRIL, [moved(APRIL, 600, language)], language))
        lines = {line.path: line for line in (await changes_of(session, "12-3")).lines}
        assert (lines[MOVED].status, lines[MOVED].moved_from) == ("added", PROGRAM)
        assert (lines[PROGRAM].status, lines[PROGRAM].moved_to) == ("removed", MOVED)
        assert all(
            (line.moved_from, line.moved_to) == (None, None)
            for path, line in lines.items()
            if path not in {MOVED, PROGRAM}
        )


class TestFlow:
    async def flow(self, load: Load, session: AsyncSession, leaves: Mapping[str, int]) -> Changes:
        await load(document(), document(APRIL, [changed(APRIL, leaves)]))
        return await changes_of(session, "12-3")

    async def test_cuts_rises_and_new_money_balance(self, load: Load, session: AsyncSession) -> None:
        changes = await self.flow(
            load,
            session,
            {
                PROGRAM: 400,
                "expenditure/04/464#2/003": 550,
                "expenditure/01/122/001": 590,
                "revenue/1/01/2": 730,
                "net_lending/loans": 70,
                "deficit": -160,
                "financing": 160,
            },
        )
        flow = changes.flow
        assert flow is not None
        assert [(one.path, one.delta) for one in flow.cuts] == [
            (PROGRAM, -100_000),
            ("expenditure/01/122/001", -10_000),
        ]
        assert [(one.path, one.delta) for one in flow.rises] == [
            ("expenditure/04/464/003", 150_000),
            ("net_lending/loans", 20_000),
        ]
        assert (flow.cut, flow.risen, flow.revenue, flow.financing) == (-110_000, 170_000, 30_000, 30_000)
        assert flow.balanced
        assert flow.cuts[0].names

    async def test_repayments_that_fall_are_spending_that_rises(
        self, load: Load, session: AsyncSession
    ) -> None:
        flow = (await self.flow(load, session, {"net_lending/repayments": 15})).flow
        assert flow is not None
        assert [(one.path, one.delta) for one in flow.rises] == [("net_lending/repayments", 5_000)]
        assert not flow.balanced  # the invented deficit did not follow

    async def test_a_program_that_moved_is_one_shift(self, load: Load, session: AsyncSession) -> None:
        language = Language.KK
        await load(document(), document(APRIL, [moved(APRIL, 600, language)]))
        flow = (await changes_of(session, "12-3")).flow
        assert flow is not None
        assert [(one.path, one.delta, one.moved_from) for one in flow.rises] == [(MOVED, 100_000, PROGRAM)]
        assert flow.cuts == ()

    async def test_without_an_earlier_edition_there_is_none(self, load: Load, session: AsyncSession) -> None:
        await load(document(APRIL))
        assert (await changes_of(session, "12-3")).flow is None


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
        [budget] = [one for one in await list_budgets(session) if one.first_year == first_year]
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
        [budget] = [one for one in await list_budgets(session) if one.first_year == 2013]
        main = await load_card(session, line_of(budget))
        assert main is not None
        assert main.plan_drift is None
