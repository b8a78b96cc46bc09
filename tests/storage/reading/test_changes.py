from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionRef, Language
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.cards import list_budgets
from storage.reading.changes import list_editions_set_by, load_changes
from storage.reading.differences import Changes, Gap, TotalChange
from tests.storage.builders import (
    APRIL,
    JULY,
    KK,
    LEAVES,
    MAY,
    ORIGINAL,
    OTHER,
    PROGRAM,
    RU,
    both,
    changed,
    document,
    edition,
    name_of,
    with_amount,
)
from tests.storage.conftest import Load


async def find_changes(session: AsyncSession, ref: DecisionRef, year: int = 2013) -> Changes | None:
    [budget] = await list_budgets(session)
    assert ref.date is not None
    decision = DecisionAddress(ref.number, ref.date)
    return await load_changes(session, EditionAddress(budget, year, decision))


async def changes_of(session: AsyncSession, ref: DecisionRef, year: int = 2013) -> Changes:
    changes = await find_changes(session, ref, year)
    assert changes is not None
    return changes


@both
async def test_an_edition_is_compared_with_the_one_before(
    load: Load, session: AsyncSession, language: Language
) -> None:
    july = with_amount(changed(JULY, {PROGRAM: 700}, language), "expenditure", 2_400_000)
    await load(
        document(language=language),
        document(APRIL, [changed(APRIL, {PROGRAM: 600}, language)], language),
        document(JULY, [july], language),
    )

    changes = await changes_of(session, JULY)

    assert (changes.edition.year, changes.edition.decision.number) == (2013, "15-3")
    assert changes.previous is not None
    assert (changes.previous.number, changes.skipped) == ("12-3", ())
    assert [(line.path, line.old, line.new, line.telling) for line in changes.lines] == [
        ("expenditure", 2_200_000, 2_400_000, False),
        ("expenditure/04", 1_400_000, 1_500_000, False),
        ("expenditure/04/464", 1_300_000, 1_400_000, False),
        (PROGRAM, 600_000, 700_000, True),
    ]
    assert changes.totals["expenditure"] == TotalChange(2_200_000, 2_400_000)
    assert (changes.reconciled, changes.gap) == (False, (Gap("expenditure", 200_000, 100_000),))
    assert changes.flow is not None
    assert [(rise.path, rise.delta) for rise in changes.flow.rises] == [(PROGRAM, 100_000)]


async def test_nothing_changed(load: Load, session: AsyncSession) -> None:
    await load(document(), document(APRIL))
    changes = await changes_of(session, APRIL)
    assert (changes.lines, changes.reconciled) == ((), True)
    assert changes.totals["revenue"] == TotalChange(2_000_000, 2_000_000)


async def test_without_an_earlier_edition_there_are_no_lines(load: Load, session: AsyncSession) -> None:
    await load(document(APRIL))
    changes = await changes_of(session, APRIL)
    assert (changes.previous, changes.skipped, changes.lines) == (None, (), ())
    assert (changes.reconciled, changes.gap, changes.flow) == (None, (), None)
    assert changes.totals["expenditure"] == TotalChange(None, 2_100_000)


async def test_decisions_in_between_that_are_not_loaded_are_told(load: Load, session: AsyncSession) -> None:
    await load(document(amended_by=(APRIL, MAY, JULY)), document(JULY, [changed(JULY, {PROGRAM: 600})]))
    changes = await changes_of(session, JULY)
    assert changes.previous is not None
    assert (changes.previous.number, [d.number for d in changes.skipped]) == ("10-3", ["12-3", "13-3"])


async def test_every_year_a_decision_set_is_compared_with_its_own(load: Load, session: AsyncSession) -> None:
    plan = {**LEAVES, PROGRAM: 900}
    await load(
        document(editions=[edition(), edition(year=2014), edition(year=2015)]),
        document(APRIL, [edition(APRIL)]),
        document(JULY, [edition(JULY), edition(JULY, year=2014, leaves=plan)]),
    )
    main, second = await changes_of(session, JULY), await changes_of(session, JULY, 2014)
    assert main.previous is not None
    assert second.previous is not None
    assert (main.edition.year, main.previous.number, main.lines) == (2013, "12-3", ())
    assert (second.edition.year, second.previous.number) == (2014, "10-3")
    assert [c.delta for c in second.lines if c.path == PROGRAM] == [400_000]


async def test_what_is_not_stored_changed_nothing(load: Load, session: AsyncSession) -> None:
    await load(document(amended_by=(APRIL,)))
    assert await find_changes(session, ORIGINAL) is not None
    assert await find_changes(session, APRIL) is None  # only named
    assert await find_changes(session, JULY) is None
    assert await find_changes(session, ORIGINAL, 2014) is None
    elsewhere = BudgetAddress("Семей", 2013, 2015)
    assert await load_changes(session, EditionAddress(elsewhere, 2013)) is None


class TestFindAmended:
    """The decision that a bare "what changed?" asks of."""

    async def find(self, session: AsyncSession, number: str | None = None) -> tuple[object, ...] | None:
        found = await list_editions_set_by(session, number)
        if not found:
            return None
        address = found[0]
        assert address.decision is not None
        return address.budget.place, address.budget.first_year, address.year, address.decision.number

    async def test_it_is_the_one_adopted_last_and_its_first_year(
        self, load: Load, session: AsyncSession
    ) -> None:
        july = [edition(JULY, year=2014), edition(JULY)]
        await load(document(JULY, july), document(), document(APRIL))
        first, *_ = await list_editions_set_by(session)
        assert first == EditionAddress(
            BudgetAddress("Тараз", 2013, 2015), 2013, DecisionAddress("15-3", dt.date(2013, 7, 12))
        )

    async def test_a_number_names_it(self, load: Load, session: AsyncSession) -> None:
        await load(document(amended_by=(MAY,)), document(APRIL), document(JULY))
        assert await self.find(session, "12-3") == ("Тараз", 2013, 2013, "12-3")
        assert await self.find(session, "13-3") is None  # only named: it set nothing that is stored
        assert await self.find(session, "12") is None

    async def test_a_number_of_several_decisions_is_told_by_place_and_date(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(), document(place="Семей"), document(APRIL), document(place="Аягөз"))
        several = await list_editions_set_by(session, "10-3")
        assert [found.budget.place for found in several] == ["Аягөз", "Семей", "Тараз"]
        [own] = await list_editions_set_by(session, "10-3", places=["Семей"])
        assert own.budget.place == "Семей"
        assert await list_editions_set_by(session, "10-3", date=dt.date(2013, 4, 8)) == []
        assert len(await list_editions_set_by(session, date=dt.date(2013, 4, 8))) == 1

    async def test_nothing_is_loaded(self, session: AsyncSession) -> None:
        assert await list_editions_set_by(session) == []

    async def test_of_one_day_numbers_decide_as_people_count(self, load: Load, session: AsyncSession) -> None:
        for number in ("9-3", "12-10", "12-3"):
            await load(document(replace(APRIL, number=number), registration_number=None))
        assert await self.find(session) == ("Тараз", 2013, 2013, "12-10")

    async def test_of_one_day_the_first_place_counts(self, load: Load, session: AsyncSession) -> None:
        await load(
            document(APRIL, [edition(APRIL, year=2012)], budget_years=(2012, 2014)),
            document(APRIL, place="Алматы"),
        )
        assert await self.find(session) == ("Алматы", 2013, 2013, "12-3")

    async def test_of_a_place_the_first_budget_counts(self, load: Load, session: AsyncSession) -> None:
        """Whatever years the decision set in it."""
        await load(
            document(APRIL),
            document(APRIL, [edition(APRIL, year=2014)], budget_years=(2012, 2014)),
        )
        assert await self.find(session) == ("Тараз", 2012, 2014, "12-3")

    async def test_a_later_day_comes_before_the_order_of_places(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(APRIL, place="Алматы"), document(JULY), document(MAY, place="Шымкент"))
        assert await self.find(session) == ("Тараз", 2013, 2013, "15-3")


class TestNames:
    @both
    async def test_names_in_different_languages_are_not_compared(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(document(language=OTHER[language]), document(APRIL, language=language))
        assert (await changes_of(session, APRIL)).lines == ()

    @both
    async def test_changed_lines_are_named_in_both_languages(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        await load(
            document(language=OTHER[language]),
            document(APRIL, [changed(APRIL, {PROGRAM: None}, language)], language),
        )
        changes = {c.path: c for c in (await changes_of(session, APRIL)).lines}
        assert changes[PROGRAM].names == {OTHER[language]: name_of(PROGRAM, OTHER[language])}
        assert changes["expenditure"].names == {
            KK: name_of("expenditure", KK),
            RU: name_of("expenditure", RU),
        }


@both
async def test_a_line_that_only_one_text_has_counts_for_its_parents(
    load: Load, session: AsyncSession, language: Language
) -> None:
    # Both parents include it; its row stands among rows that count otherwise.
    missing = edition(APRIL, language)
    missing = replace(missing, lines=tuple(line for line in missing.lines if line.path != PROGRAM))
    await load(
        document(language=language),
        document(APRIL, [missing], language),
        document(APRIL, language=OTHER[language]),
    )
    changes = await changes_of(session, APRIL)
    assert (changes.lines, changes.gap) == ((), ())
