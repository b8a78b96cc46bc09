"""Two editions side by side, without a database: what differs, and which line tells it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.budget_code import depth
from parser.records import DecisionRef, Edition, Language, Section
from storage.reading.comparison import compare_totals, list_different
from storage.reading.differences import ChangedLine, Flow, Gap, TotalChange
from storage.reading.records import Names
from tests.storage.builders import (
    APRIL,
    KK,
    LEAVES,
    ORIGINAL,
    PROGRAM,
    RU,
    THOUSAND,
    both,
    changed,
    edition,
    name_of,
    with_amount,
)
from tests.storage.reading.stored import compare, lines


def shifts(flow: Flow) -> list[tuple[str, int]]:
    return [(shift.path, shift.delta) for shift in (*flow.rises, *flow.cuts)]


class TestLines:
    @both
    def test_every_changed_line_is_told(self, language: Language) -> None:
        new = changed(
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
        comparison = compare(edition(language=language), new)
        assert [(c.path, c.old, c.new, c.delta, c.status) for c in comparison.lines] == [
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
        assert all(c.names == {language: name_of(c.path, language)} for c in comparison.lines)
        assert comparison.gap == ()

    def test_equal_tables_differ_in_nothing(self) -> None:
        comparison = compare(edition(), edition(APRIL))
        assert (comparison.lines, comparison.gap, shifts(comparison.flow)) == ((), (), [])

    def test_a_line_is_called_as_all_budgets_call_it(self) -> None:
        both_names = {PROGRAM: {KK: "Жалпы білім беру", RU: "Общее образование"}}
        comparison = compare(edition(), changed(APRIL, {PROGRAM: 700}), both_names)
        told = {line.path: line.names for line in comparison.lines}
        assert told[PROGRAM] == both_names[PROGRAM]
        assert comparison.flow.rises[0].names == both_names[PROGRAM]

    def test_totals_stand_by_themselves(self) -> None:
        """Also where they did not change; a total that is not printed is not zero."""
        old, new = lines(edition()), lines(changed(APRIL, {PROGRAM: 700, "deficit": None}))
        assert compare_totals(old, new) == {
            "revenue": TotalChange(2_000_000, 2_000_000),
            "expenditure": TotalChange(2_100_000, 2_300_000),
            "deficit": TotalChange(-130_000, None),
        }
        assert compare_totals({}, new)["expenditure"] == TotalChange(None, 2_300_000)


class TestNames:
    @both
    def test_another_name_for_the_same_amount(self, language: Language) -> None:
        renamed = edition(APRIL, language, names={PROGRAM: "Жаңа атау"})
        assert compare(edition(language=language), renamed).lines == (
            ChangedLine(PROGRAM, {language: "Жаңа атау"}, 500_000, 500_000, 0, "renamed"),
        )

    @both
    def test_spaces_and_capitals_are_no_other_name(self, language: Language) -> None:
        """A narrow column breaks words as well."""
        old = edition(ORIGINAL, language, names={PROGRAM: "Жалпы  білім беру"})
        new = edition(APRIL, language, names={PROGRAM: "жалпы БІЛІМ\u00a0бе ру "})
        assert compare(old, new).lines == ()

    def test_names_in_different_languages_are_not_compared(self) -> None:
        assert compare(edition(language=KK), edition(APRIL, RU)).lines == ()

    def test_one_language_of_two_with_another_name_is_enough(self) -> None:
        old, new = lines(edition()), lines(edition(APRIL))
        old[PROGRAM] = replace(old[PROGRAM], names={KK: "Мектеп", RU: "Школа"})
        new[PROGRAM] = replace(new[PROGRAM], names={KK: "Мектеп", RU: "Лицей"})
        assert list_different(old, new) == (PROGRAM,)


class TestMoves:
    MOVED = "expenditure/06/451/009"

    def test_a_program_that_moved_names_both_paths(self) -> None:
        leaves = {**LEAVES, self.MOVED: 600}
        del leaves[PROGRAM]
        names = {PROGRAM: "Жалпы білім беру", self.MOVED: "Жалпы білім беру"}
        comparison = compare(edition(names=names), edition(APRIL, leaves=leaves, names=names))
        told = {
            line.path: (line.status, line.moved_from, line.moved_to)
            for line in comparison.lines
            if line.path.startswith("expenditure") and depth(line.path) == 3
        }
        assert told == {
            PROGRAM: ("removed", None, self.MOVED),
            self.MOVED: ("added", PROGRAM, None),
        }
        assert [(rise.path, rise.delta, rise.moved_from) for rise in comparison.flow.rises] == [
            (self.MOVED, 100_000, PROGRAM)
        ]
        assert comparison.flow.cuts == ()

    def test_names_of_other_budgets_tell_no_move(self) -> None:
        """The budget itself calls the two programs differently."""
        leaves = {**LEAVES, self.MOVED: 600}
        del leaves[PROGRAM]
        alike: dict[str, Names] = {path: {KK: "Жалпы білім беру"} for path in (PROGRAM, self.MOVED)}
        comparison = compare(edition(), edition(APRIL, leaves=leaves), alike)
        assert all((line.moved_from, line.moved_to) == (None, None) for line in comparison.lines)


class TestReconciliation:
    def test_a_total_that_does_not_follow_its_leaves(self) -> None:
        table = with_amount(changed(APRIL, {PROGRAM: 700}), "expenditure", 2_250_000)
        assert compare(edition(), table).gap == (Gap("expenditure", 150_000, 200_000),)

    def test_a_leaf_that_its_parents_do_not_follow(self) -> None:
        assert compare(edition(), with_amount(edition(APRIL), PROGRAM, 600_000)).gap == (
            Gap("expenditure", 0, 100_000),
            Gap("expenditure/04", 0, 100_000),
            Gap("expenditure/04/464", 0, 100_000),
        )

    def test_a_fault_that_both_editions_have_is_no_gap_of_the_change(self) -> None:
        old = with_amount(edition(), "expenditure", 2_111_000)
        new = with_amount(changed(APRIL, {PROGRAM: 700}), "expenditure", 2_311_000)
        assert compare(old, new).gap == ()

    def test_what_comes_back_is_subtracted_from_a_balance(self) -> None:
        leaves = {"net_lending/loans": 90, "net_lending/repayments": 25, "financial_assets/sale": 7}
        comparison = compare(edition(), changed(APRIL, leaves))
        deltas = {line.path: line.delta for line in comparison.lines}
        assert (deltas["net_lending"], deltas["financial_assets"]) == (35_000, -7_000)
        assert comparison.gap == ()

    def test_subgroups_stand_above_administrators_and_not_in_their_paths(self) -> None:
        comparison = compare(with_subgroups(ORIGINAL, 300), with_subgroups(APRIL, 450))
        different = (
            "expenditure",
            "expenditure/04",
            "expenditure/04/2",
            "expenditure/04/464",
            "expenditure/04/464/003",
        )
        assert {line.path: line.delta for line in comparison.lines} == dict.fromkeys(different, 150_000)
        assert comparison.gap == ()

    @pytest.mark.parametrize("minus", [1, -1])
    def test_lending_with_its_coded_rows_is_counted_once(self, minus: int) -> None:
        """Loans 120 → 150 with their program below them, repayments 20 → 30, of either sign."""
        comparison = compare(with_lending(ORIGINAL, 120, 20), with_lending(APRIL, 150, 30 * minus))
        assert comparison.gap == ()
        assert {line.path: line.delta for line in comparison.lines if line.telling} == {
            "net_lending/10/459/018": 30_000,
            "net_lending/5/01/1": 30_000 * minus - 20_000,
        }
        assert shifts(comparison.flow) == [
            ("net_lending/10/459/018", 30_000),
            ("net_lending/5/01/1", -10_000),
        ]


class TestTelling:
    def test_a_leaf_that_gets_children(self) -> None:
        """Its change is the line's own: what the parts were before, nobody knows."""
        old = {**LEAVES, "financing_receipts/8": 10, "financing": 140}
        new = {**LEAVES, "financing_receipts/8/01/1": 15, "financing_receipts/8/01/2": 5, "financing": 150}
        comparison = compare(edition(leaves=old), edition(APRIL, leaves=new))
        assert [(c.path, c.status, c.delta, c.telling) for c in comparison.lines] == [
            ("financing", "changed", 10_000, False),
            ("financing_receipts/8", "changed", 10_000, True),
            ("financing_receipts/8/01", "added", 20_000, False),
            ("financing_receipts/8/01/1", "added", 15_000, False),
            ("financing_receipts/8/01/2", "added", 5_000, False),
        ]
        assert comparison.gap == ()

    def test_a_part_that_gets_its_coded_rows_tells_the_change_itself(self) -> None:
        """The rows below it are new in print, and no new money."""
        plain = with_lending(ORIGINAL, 120, 20)
        plain = replace(plain, lines=tuple(line for line in plain.lines if line.path in PLAIN_LENDING))
        comparison = compare(plain, with_lending(APRIL, 150, 30))
        assert comparison.gap == ()
        assert {line.path: line.delta for line in comparison.lines if line.telling} == {
            "net_lending/loans": 30_000,
            "net_lending/repayments": 10_000,
        }
        assert shifts(comparison.flow) == [("net_lending/loans", 30_000), ("net_lending/repayments", -10_000)]

    def test_a_total_that_changes_alone_tells_it_itself(self) -> None:
        comparison = compare(edition(), with_amount(edition(APRIL), "expenditure", 2_111_000))
        assert [(line.path, line.telling) for line in comparison.lines] == [("expenditure", True)]

    def test_what_is_printed_between_says_nothing_new(self) -> None:
        """Subgroups that come with an edition hold what was there before."""
        table = with_subgroups(ORIGINAL, 300)
        without = replace(
            table,
            lines=tuple(line for line in table.lines if depth(line.path) != 2 or "464" in line.path),
        )
        comparison = compare(without, with_subgroups(APRIL, 300))
        assert [(line.path, line.status, line.telling) for line in comparison.lines] == [
            ("expenditure/04/1", "added", False),
            ("expenditure/04/2", "added", False),
        ]
        assert comparison.gap == ()


PLAIN_LENDING = {"net_lending", "net_lending/loans", "net_lending/repayments"}


def with_lending(ref: DecisionRef, loans: int, repaid: int) -> Edition:
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
    return table_of(ref, Section.NET_LENDING, rows)


def with_subgroups(ref: DecisionRef, amount: int) -> Edition:
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
    return table_of(ref, Section.EXPENDITURE, rows)


def table_of(ref: DecisionRef, section: Section, rows: list[tuple[str, int, int]]) -> Edition:
    like = edition(ref).lines[0]
    printed = tuple(
        replace(like, path=path, level=level, section=section, amount=amount * THOUSAND, row=row, name=path)
        for row, (path, level, amount) in enumerate(rows, start=1)
    )
    return replace(edition(ref), lines=printed)
