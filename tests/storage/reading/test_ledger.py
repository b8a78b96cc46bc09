from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionKind, DecisionRef, Language
from storage.reading.address import BudgetAddress
from storage.reading.cards import list_budgets, list_editions
from tests.storage.builders import (
    APRIL,
    JULY,
    MAY,
    PROGRAM,
    both,
    changed,
    document,
    edition,
    figure_change,
    without,
)
from tests.storage.cards import card
from tests.storage.conftest import Load


class TestEditions:
    async def test_they_stand_in_the_order_of_adoption(self, load: Load, session: AsyncSession) -> None:
        # Loaded the other way round, and all in force from the same day.
        await load(document(JULY), document(APRIL), document(editions=[edition(), edition(year=2014)]))
        [budget] = await list_budgets(session)
        listed = [(e.decision.number, e.year) for e in await list_editions(session, budget)]
        assert listed == [("10-3", 2013), ("10-3", 2014), ("12-3", 2013), ("15-3", 2013)]

    async def test_on_one_day_numbers_decide_as_people_count(self, load: Load, session: AsyncSession) -> None:
        numbers = ["12-10", "9-3", "12-3"]
        refs = [replace(APRIL, number=number) for number in numbers]
        await load(*(document(ref, registration_number=None) for ref in refs))
        [budget] = await list_budgets(session)
        listed = [e.decision.number for e in await list_editions(session, budget)]
        assert listed == ["9-3", "12-3", "12-10"]

    @both
    async def test_they_say_what_is_stored(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(APRIL, language=language))
        [budget] = await list_budgets(session)
        [listed] = await list_editions(session, budget)
        assert (listed.budget, listed.year, listed.appendix) == (budget, 2013, "1")
        assert (listed.languages, listed.line_count) == ((language,), len(edition().lines))
        assert (listed.decision.kind, listed.decision.loaded) == (DecisionKind.AMENDMENT, True)

    async def test_an_unknown_budget_has_none(self, session: AsyncSession) -> None:
        assert await list_editions(session, BudgetAddress("Тараз", 2013, 2015)) == []


class TestLedger:
    @both
    async def test_every_decision_is_a_step(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=language, amended_by=(APRIL, MAY, JULY)),
            document(APRIL, [changed(APRIL, {PROGRAM: 700}, language)], language),
            document(JULY, [changed(JULY, {PROGRAM: 650}, language)], language),
        )

        shown = await card(session)

        steps = [(step.decision.number, step.loaded, step.amount, step.delta) for step in shown.ledger]
        assert steps == [
            ("10-3", True, 500_000, None),
            ("12-3", True, 700_000, 200_000),
            ("13-3", False, None, None),
            ("15-3", True, 650_000, -50_000),
        ]
        assert shown.since_previous is not None
        assert shown.since_original is not None
        previous, original = shown.since_previous, shown.since_original
        assert (previous.since.number, previous.old, previous.new, previous.delta) == (
            "12-3", 700_000, 650_000, -50_000,
        )  # fmt: skip
        assert [decision.number for decision in previous.skipped] == ["13-3"]
        assert not previous.skipped[0].loaded
        assert (original.since.number, original.old, original.delta) == ("10-3", 500_000, 150_000)
        assert [decision.number for decision in original.skipped] == ["13-3"]

    async def test_the_original_has_nothing_before_it(self, load: Load, session: AsyncSession) -> None:
        await load(document(amended_by=(APRIL,)))
        shown = await card(session)
        assert (shown.since_previous, shown.since_original) == (None, None)
        assert [(step.decision.number, step.loaded) for step in shown.ledger] == [
            ("10-3", True),
            ("12-3", False),
        ]

    async def test_an_original_that_is_not_loaded_is_a_gap(self, load: Load, session: AsyncSession) -> None:
        await load(document(APRIL))
        shown = await card(session)
        assert (shown.since_previous, shown.since_original) == (None, None)
        assert [(step.decision.number, step.loaded, step.delta) for step in shown.ledger] == [
            ("10-3", False, None),
            ("12-3", True, None),
        ]

    async def test_an_unchanged_line_says_zero_only_where_both_are_loaded(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(), document(APRIL))
        shown = await card(session)
        assert shown.since_previous is not None
        assert (shown.since_previous.old, shown.since_previous.delta) == (500_000, 0)

    async def test_a_line_that_comes_and_goes(self, load: Load, session: AsyncSession) -> None:
        gone = without(PROGRAM)
        august = DecisionRef("16-1", JULY.date.replace(month=8))  # type: ignore[union-attr]
        await load(
            document(editions=[edition(leaves=gone)]),
            document(APRIL, [edition(APRIL, leaves=gone)]),
            document(JULY),
            document(august, [edition(august, leaves=gone)]),
        )
        [budget] = await list_budgets(session)
        july = next(
            e.decision.address for e in await list_editions(session, budget) if e.decision.number == "15-3"
        )

        shown = await card(session, decision=july)

        assert [(step.loaded, step.amount, step.delta) for step in shown.ledger] == [
            (True, None, None),
            (True, None, None),
            (True, 500_000, 500_000),
            (True, None, -500_000),
        ]
        assert shown.since_previous is not None
        assert (shown.since_previous.old, shown.since_previous.delta) == (None, 500_000)

    async def test_an_older_edition_is_compared_with_what_was_before_it(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(
            document(),
            document(APRIL, [changed(APRIL, {PROGRAM: 700})]),
            document(JULY, [changed(JULY, {PROGRAM: 900})]),
        )
        [budget] = await list_budgets(session)
        [_, april, _] = await list_editions(session, budget)
        shown = await card(session, decision=april.decision.address)
        assert shown.since_previous is not None
        assert (shown.since_previous.since.number, shown.since_previous.delta) == ("10-3", 200_000)
        assert len(shown.ledger) == 3


async def test_an_administrators_blocks_are_one_amount_in_every_step(
    load: Load, session: AsyncSession
) -> None:
    await load(document(), document(APRIL, [changed(APRIL, {PROGRAM: 700})]))
    shown = await card(session, "expenditure/04/464")
    assert [(step.amount, step.delta) for step in shown.ledger] == [(1_200_000, None), (1_400_000, 200_000)]


class TestPlanYears:
    """Which decisions concern a plan year: not those that left it alone."""

    async def test_an_amendment_of_another_year_is_no_step(self, load: Load, session: AsyncSession) -> None:
        plans = [edition(year=year) for year in (2013, 2014, 2015)]
        july_plan = changed(JULY, {PROGRAM: 900}, year=2014)
        await load(
            document(editions=plans, amended_by=(MAY,)),
            document(APRIL),
            document(JULY, [edition(JULY), july_plan]),
        )
        shown = await card(session, year=2014)
        assert [step.decision.number for step in shown.ledger] == ["10-3", "15-3"]
        assert shown.since_previous is not None
        assert (shown.since_previous.since.number, shown.since_previous.skipped) == ("10-3", ())

    async def test_an_original_without_the_plan_year_is_a_gap(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(), document(JULY, [edition(JULY, year=2014)]))
        shown = await card(session, year=2014)
        assert [(step.decision.number, step.loaded) for step in shown.ledger] == [
            ("10-3", False),
            ("15-3", True),
        ]

    @pytest.mark.parametrize(("changes", "steps"), [([figure_change()], ["12-3", "15-3"]), ([], ["15-3"])])
    async def test_a_text_without_tables_is_a_gap_if_it_changes_figures(
        self, load: Load, session: AsyncSession, changes: list[Any], steps: list[str]
    ) -> None:
        july = [edition(JULY), edition(JULY, year=2014)]
        await load(document(), document(APRIL, [], figure_changes=changes), document(JULY, july))
        assert [step.decision.number for step in (await card(session)).ledger] == ["10-3", *steps]
        assert [step.decision.number for step in (await card(session, year=2014)).ledger] == ["10-3", "15-3"]

    async def test_a_redaction_does_not_show_what_else_an_amendment_set(
        self, load: Load, session: AsyncSession
    ) -> None:
        # Its table for 2013 is July's; May's, which July replaced, is nowhere in it.
        tables = [edition(JULY), edition(MAY, year=2014)]
        await load(document(), document(editions=tables, kind=DecisionKind.REDACTION, file="redaction.html"))
        assert [(step.decision.number, step.loaded) for step in (await card(session)).ledger] == [
            ("10-3", True),
            ("13-3", False),
            ("15-3", True),
        ]
        assert [step.decision.number for step in (await card(session, year=2014)).ledger] == ["10-3", "13-3"]

    async def test_an_amendment_of_a_plan_year_is_no_step_of_the_main_year(
        self, load: Load, session: AsyncSession
    ) -> None:
        plan = [edition(APRIL, year=2014)]
        await load(document(), document(APRIL, plan, figure_changes=[figure_change()]), document(JULY))
        assert [step.decision.number for step in (await card(session)).ledger] == ["10-3", "15-3"]
