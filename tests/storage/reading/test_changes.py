from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import DecisionRef, Edition, Language, Line, Section
from storage.reading.address import BudgetAddress, DecisionAddress, EditionAddress
from storage.reading.cards import list_budgets
from storage.reading.changes import load_changes
from storage.reading.records import ChangedLine, Changes, Gap
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
    document,
    edition,
    name_of,
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


def amended(ref: DecisionRef, leaves: Mapping[str, int | None], language: Language = KK) -> Edition:
    """A table with other leaves; None takes one away."""
    amounts = {**LEAVES, **leaves}
    return edition(
        ref, language, leaves={path: amount for path, amount in amounts.items() if amount is not None}
    )


def with_amount(table: Edition, path: str, amount: int) -> Edition:
    """A table in which one row is printed with another amount, and nothing else agrees."""
    return replace(
        table,
        lines=tuple(replace(line, amount=amount) if line.path == path else line for line in table.lines),
    )


@both
async def test_every_changed_line_is_told(load: Load, session: AsyncSession, language: Language) -> None:
    table = amended(
        APRIL,
        {
            PROGRAM: 700,
            "expenditure/01/122/001": None,
            "revenue/1/03/2": 100,
            "deficit": -130,
            "financing": 130,
        },
        language,
    )
    await load(document(language=language), document(APRIL, [table], language))

    changes = await changes_of(session, APRIL)

    assert changes.previous is not None
    assert changes.previous.number == "10-3"
    assert [(c.path, c.old, c.new, c.delta, c.status) for c in changes.lines] == [
        ("revenue", 2_000_000, 2_100_000, 100_000, "changed"),
        ("revenue/1", 1_000_000, 1_100_000, 100_000, "changed"),
        ("revenue/1/03", 300_000, 400_000, 100_000, "changed"),
        ("revenue/1/03/2", None, 100_000, 100_000, "added"),
        ("expenditure", 2_100_000, 1_700_000, -400_000, "changed"),
        ("expenditure/01", 800_000, 200_000, -600_000, "changed"),
        ("expenditure/01/122", 600_000, None, -600_000, "removed"),
        ("expenditure/01/122/001", 600_000, None, -600_000, "removed"),
        ("expenditure/04", 1_300_000, 1_500_000, 200_000, "changed"),
        ("expenditure/04/464", 1_200_000, 1_400_000, 200_000, "changed"),
        (PROGRAM, 500_000, 700_000, 200_000, "changed"),
    ]
    assert {c.path: c.names for c in changes.lines} == {
        c.path: {language: name_of(c.path, language)} for c in changes.lines
    }
    assert changes.totals == {
        "revenue": (2_000_000, 2_100_000),
        "expenditure": (2_100_000, 1_700_000),
        "deficit": (-130_000, -130_000),
    }
    assert (changes.reconciled, changes.gap) == (True, ())


async def test_nothing_changed(load: Load, session: AsyncSession) -> None:
    await load(document(), document(APRIL))
    changes = await changes_of(session, APRIL)
    assert (changes.lines, changes.reconciled) == ((), True)
    assert changes.totals["revenue"] == (2_000_000, 2_000_000)


async def test_without_an_earlier_edition_there_are_no_lines(load: Load, session: AsyncSession) -> None:
    await load(document(APRIL))
    changes = await changes_of(session, APRIL)
    assert (changes.previous, changes.skipped, changes.lines) == (None, (), ())
    assert changes.totals["expenditure"] == (None, 2_100_000)


async def test_decisions_in_between_that_are_not_loaded_are_told(load: Load, session: AsyncSession) -> None:
    await load(document(amended_by=(APRIL, MAY, JULY)), document(JULY, [amended(JULY, {PROGRAM: 600})]))
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


class TestNames:
    @both
    async def test_another_name_for_the_same_amount(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        renamed = edition(APRIL, language, names={PROGRAM: "Жаңа атау"})
        await load(document(language=language), document(APRIL, [renamed], language))
        assert (await changes_of(session, APRIL)).lines == (
            ChangedLine(PROGRAM, {language: "Жаңа атау"}, 500_000, 500_000, 0, "renamed"),
        )

    @both
    async def test_spaces_and_capitals_are_no_other_name(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        old = edition(ORIGINAL, language, names={PROGRAM: "Жалпы  білім беру"})
        new = edition(APRIL, language, names={PROGRAM: "жалпы БІЛІМ\u00a0беру "})
        await load(document(editions=[old], language=language), document(APRIL, [new], language))
        assert (await changes_of(session, APRIL)).lines == ()

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
            document(APRIL, [amended(APRIL, {PROGRAM: None}, language)], language),
        )
        changes = {c.path: c for c in (await changes_of(session, APRIL)).lines}
        assert changes[PROGRAM].names == {OTHER[language]: name_of(PROGRAM, OTHER[language])}
        assert changes["expenditure"].names == {
            KK: name_of("expenditure", KK),
            RU: name_of("expenditure", RU),
        }


class TestReconciliation:
    @both
    async def test_a_total_that_does_not_follow_its_leaves(
        self, load: Load, session: AsyncSession, language: Language
    ) -> None:
        table = with_amount(amended(APRIL, {PROGRAM: 700}, language), "expenditure", 2_250_000)
        await load(document(language=language), document(APRIL, [table], language))
        changes = await changes_of(session, APRIL)
        assert (changes.reconciled, changes.gap) == (False, (Gap("expenditure", 150_000, 200_000),))

    async def test_a_leaf_that_its_parents_do_not_follow(self, load: Load, session: AsyncSession) -> None:
        await load(document(), document(APRIL, [with_amount(edition(APRIL), PROGRAM, 600_000)]))
        assert {
            gap.path: (gap.printed_delta, gap.sum_of_leaf_deltas)
            for gap in (await changes_of(session, APRIL)).gap
        } == {
            "expenditure": (0, 100_000),
            "expenditure/04": (0, 100_000),
            "expenditure/04/464": (0, 100_000),
        }

    async def test_a_fault_that_both_editions_have_is_no_gap_of_the_change(
        self, load: Load, session: AsyncSession
    ) -> None:
        old = with_amount(edition(), "expenditure", 2_111_000)
        new = with_amount(amended(APRIL, {PROGRAM: 700}), "expenditure", 2_311_000)
        await load(document(editions=[old]), document(APRIL, [new]))
        assert (await changes_of(session, APRIL)).reconciled

    async def test_what_comes_back_is_subtracted_from_a_balance(
        self, load: Load, session: AsyncSession
    ) -> None:
        leaves = {"net_lending/loans": 90, "net_lending/repayments": 25, "financial_assets/sale": 7}
        await load(document(), document(APRIL, [amended(APRIL, leaves)]))
        changes = await changes_of(session, APRIL)
        deltas = {c.path: c.delta for c in changes.lines}
        assert (deltas["net_lending"], deltas["financial_assets"]) == (35_000, -7_000)
        assert changes.reconciled

    async def test_a_leaf_that_gets_children(self, load: Load, session: AsyncSession) -> None:
        """Its change is the line's own: what the parts were before, nobody knows."""
        old = {**LEAVES, "financing_receipts/8": 10, "financing": 140}
        new = {**LEAVES, "financing_receipts/8/01/1": 15, "financing_receipts/8/01/2": 5, "financing": 150}
        await load(document(editions=[edition(leaves=old)]), document(APRIL, [edition(APRIL, leaves=new)]))
        changes = await changes_of(session, APRIL)
        assert [(c.path, c.status, c.delta, c.telling) for c in changes.lines] == [
            ("financing", "changed", 10_000, False),
            ("financing_receipts/8", "changed", 10_000, True),
            ("financing_receipts/8/01", "added", 20_000, False),
            ("financing_receipts/8/01/1", "added", 15_000, False),
            ("financing_receipts/8/01/2", "added", 5_000, False),
        ]
        assert changes.reconciled

    async def test_subgroups_stand_above_administrators_and_not_in_their_paths(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(
            document(editions=[_with_subgroups(ORIGINAL, 300)]),
            document(APRIL, [_with_subgroups(APRIL, 450)]),
        )
        changes = await changes_of(session, APRIL)
        assert {c.path: c.delta for c in changes.lines} == dict.fromkeys(
            (
                "expenditure",
                "expenditure/04",
                "expenditure/04/2",
                "expenditure/04/464",
                "expenditure/04/464/003",
            ),
            150_000,
        )
        assert changes.reconciled

    @both
    async def test_a_line_that_only_one_text_has_counts_for_its_parents(
        self, load: Load, session: AsyncSession, language: Language
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

    @pytest.mark.parametrize("minus", [1, -1])
    async def test_lending_with_its_coded_rows_is_counted_once(
        self, load: Load, session: AsyncSession, minus: int
    ) -> None:
        """Loans 120 → 150 with their program below them, repayments 20 → 30, of either sign."""
        await load(
            document(editions=[_with_lending(ORIGINAL, 120, 20)]),
            document(APRIL, [_with_lending(APRIL, 150, 30 * minus)]),
        )
        changes = await changes_of(session, APRIL)
        assert (changes.reconciled, changes.gap) == (True, ())
        told = {line.path: line.delta for line in changes.lines if line.telling}
        assert told["net_lending/10/459/018"] == 30_000
        assert told["net_lending/5/01/1"] == 30_000 * minus - 20_000
        assert sorted(told) == ["net_lending/10/459/018", "net_lending/5/01/1"]
        assert changes.flow is not None
        assert [(shift.path, shift.delta) for shift in (*changes.flow.rises, *changes.flow.cuts)] == [
            ("net_lending/10/459/018", 30_000),
            ("net_lending/5/01/1", -10_000),
        ]

    async def test_a_part_that_gets_its_coded_rows_tells_the_change_itself(
        self, load: Load, session: AsyncSession
    ) -> None:
        """The rows below it are new in print, and no new money."""
        plain = _with_lending(ORIGINAL, 120, 20)
        plain = replace(plain, lines=tuple(line for line in plain.lines if line.path in PLAIN_LENDING))
        await load(document(editions=[plain]), document(APRIL, [_with_lending(APRIL, 150, 30)]))
        changes = await changes_of(session, APRIL)
        assert changes.reconciled
        assert {line.path: line.delta for line in changes.lines if line.telling} == {
            "net_lending/loans": 30_000,
            "net_lending/repayments": 10_000,
        }
        assert changes.flow is not None
        assert [(shift.path, shift.delta) for shift in (*changes.flow.rises, *changes.flow.cuts)] == [
            ("net_lending/loans", 30_000),
            ("net_lending/repayments", -10_000),
        ]

    async def test_a_total_that_changes_alone_tells_it_itself(
        self, load: Load, session: AsyncSession
    ) -> None:
        await load(document(), document(APRIL, [with_amount(edition(APRIL), "expenditure", 2_111_000)]))
        changes = await changes_of(session, APRIL)
        assert [(line.path, line.telling) for line in changes.lines] == [("expenditure", True)]

    async def test_what_is_printed_between_says_nothing_new(self, load: Load, session: AsyncSession) -> None:
        """Subgroups that come with an edition hold what was there before."""
        table = _with_subgroups(ORIGINAL, 300)
        without = replace(
            table,
            lines=tuple(line for line in table.lines if line.path.count("/") != 2 or "464" in line.path),
        )
        await load(document(editions=[without]), document(APRIL, [_with_subgroups(APRIL, 300)]))
        changes = await changes_of(session, APRIL)
        assert [(line.path, line.status, line.telling) for line in changes.lines] == [
            ("expenditure/04/1", "added", False),
            ("expenditure/04/2", "added", False),
        ]
        assert changes.reconciled


PLAIN_LENDING = {"net_lending", "net_lending/loans", "net_lending/repayments"}


def _with_lending(ref: DecisionRef, loans: int, repaid: int) -> Edition:
    """Net lending alone: each part above its coded rows, as the budget of Aitekebi prints them."""
    rows = [
        ("net_lending", 0, loans - abs(repaid)),
        ("net_lending/loans", 1, loans),
        ("net_lending/10", 1, loans),
        ("net_lending/10/459", 2, loans),
        ("net_lending/10/459/018", 3, loans),
        ("net_lending/repayments", 1, repaid),
        ("net_lending/5", 1, repaid),
        ("net_lending/5/01", 2, repaid),
        ("net_lending/5/01/1", 3, repaid),
    ]
    return _table(ref, Section.NET_LENDING, rows)


def _with_subgroups(ref: DecisionRef, amount: int) -> Edition:
    """Group 04 with two functional subgroups, each with a block of administrator 464."""
    rows = [
        ("expenditure", 0, 500 + amount),
        ("expenditure/04", 1, 500 + amount),
        ("expenditure/04/1", 2, 500),
        ("expenditure/04/464", 3, 500),
        ("expenditure/04/464/009", 4, 500),
        ("expenditure/04/2", 2, amount),
        ("expenditure/04/464", 3, amount),
        ("expenditure/04/464/003", 4, amount),
    ]
    return _table(ref, Section.EXPENDITURE, rows)


def _table(ref: DecisionRef, section: Section, rows: list[tuple[str, int, int]]) -> Edition:
    like = edition(ref).lines[0]
    lines: list[Line] = [
        replace(
            like,
            path=path,
            level=level,
            section=section,
            amount=printed * 1000,
            row=row,
            name=path,
        )
        for row, (path, level, printed) in enumerate(rows, start=1)
    ]
    return replace(edition(ref), lines=tuple(lines))
