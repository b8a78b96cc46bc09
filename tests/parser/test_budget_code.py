"""The structure of a budget: its rules, the names of its parts, and what stands under what."""

from __future__ import annotations

import doctest
from dataclasses import dataclass
from typing import ClassVar

import pytest

from parser import budget_code
from parser.budget_code import PART_NAMES, PartName, Tree, balances, levels, names, paths, sections, tree
from parser.records import Language, Level, Section

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize("module", [budget_code, balances, levels, names, paths, sections, tree])
def test_the_examples_in_the_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


class TestRules:
    def test_every_level_and_every_section_has_one(self) -> None:
        assert set(budget_code.LEVELS) == set(Level)
        assert set(budget_code.SECTIONS) == set(Section)
        assert budget_code.TOPS == (Level.CATEGORY, Level.GROUP)

    def test_a_level_stands_under_higher_ones_of_its_own_side(self) -> None:
        for level, rule in budget_code.LEVELS.items():
            assert all(above < level and budget_code.side_of(above) is rule.side for above in rule.under)

    @pytest.mark.parametrize(
        ("top", "code", "printed_under", "section"),
        [
            (Level.CATEGORY, "1", Section.REVENUE, Section.REVENUE),
            (Level.CATEGORY, "1", Section.EXPENDITURE, Section.REVENUE),
            (Level.CATEGORY, "5", Section.REVENUE, Section.NET_LENDING),
            (Level.CATEGORY, "6", Section.NET_LENDING, Section.FINANCIAL_ASSETS),
            (Level.CATEGORY, "7", Section.DEFICIT, Section.FINANCING_RECEIPTS),
            (Level.CATEGORY, "8", Section.FINANCING_PAYMENTS, Section.FINANCING_RECEIPTS),
            (Level.CATEGORY, "9", Section.FINANCING, Section.FINANCING_RECEIPTS),
            (Level.GROUP, "10", Section.NET_LENDING, Section.NET_LENDING),
            (Level.GROUP, "04", Section.REVENUE, Section.EXPENDITURE),
            (Level.GROUP, "16", Section.EXPENDITURE, Section.FINANCING_PAYMENTS),
            (Level.GROUP, "16", Section.FINANCING, Section.FINANCING_PAYMENTS),
        ],
    )
    def test_categories_and_groups_have_sections_of_their_own(
        self, top: Level, code: str, printed_under: Section, section: Section
    ) -> None:
        assert budget_code.section_of_block(top, code, printed_under) is section

    def test_the_subclauses_of_the_adopting_clause(self) -> None:
        named = [budget_code.in_subclause(number) for number in range(1, 8)]
        assert [sections[0] for sections in named[:6]] == [
            rule.section for rule in budget_code.SECTIONS.values() if rule.number
        ]
        assert named[5] == (Section.FINANCING, Section.FINANCING_RECEIPTS, Section.FINANCING_PAYMENTS)
        assert named[6] == ()

    def test_the_financing_s_total_counts_only_what_comes_in(self) -> None:
        assert budget_code.totalled(Section.REVENUE) == {Section.REVENUE}
        assert budget_code.totalled(Section.FINANCING) == {Section.FINANCING, Section.FINANCING_RECEIPTS}


class TestIdentities:
    WHOLE: ClassVar = {"revenue": 1000, "expenditure": 900, "net_lending": 120, "financial_assets": 30}

    def test_the_deficit_is_what_is_left_of_revenue(self) -> None:
        assert budget_code.expected_amount("deficit", self.WHOLE) == -50

    @pytest.mark.parametrize("missing", list(WHOLE))
    def test_a_term_that_is_not_known_leaves_it_open(self, missing: str) -> None:
        known = {path: amount for path, amount in self.WHOLE.items() if path != missing}
        assert budget_code.expected_amount("deficit", known) is None

    def test_financing_is_the_deficit_with_the_other_sign(self) -> None:
        assert budget_code.expected_amount("financing", {"deficit": -50}) == 50

    @pytest.mark.parametrize("repaid", [30, -30])
    @pytest.mark.parametrize("path", ["net_lending/repayments", "net_lending/5"])
    def test_what_is_repaid_is_subtracted_however_it_is_printed(self, path: str, repaid: int) -> None:
        assert budget_code.expected_amount("net_lending", {"net_lending/loans": 150, path: repaid}) == 120

    def test_a_line_without_an_identity_has_no_expected_amount(self) -> None:
        assert budget_code.expected_amount("revenue", self.WHOLE) is None

    def test_only_what_is_subtracted_may_be_printed_with_either_sign(self) -> None:
        assert budget_code.same_amount("financial_assets/6", 5, -5)
        assert budget_code.same_amount("financing_payments/16", 5, -5)
        assert not budget_code.same_amount("financial_assets", 5, -5)
        assert not budget_code.same_amount("financial_assets/6", 5, -4)

    @pytest.mark.parametrize(
        ("path", "part"),
        [
            ("net_lending", None),
            ("net_lending/loans", "net_lending/loans"),
            ("net_lending/07/467/001", "net_lending/loans"),
            ("net_lending/5/01/1", "net_lending/repayments"),
            ("financial_assets/13/452/065", "financial_assets/purchase"),
            ("financial_assets/6", "financial_assets/sale"),
            ("financing_receipts/7/01", "financing_receipts/loans"),
            ("financing_receipts/8", "financing_receipts/balances"),
            ("financing_receipts/9", None),
            ("financing_payments/16/452", "financing_payments/loans"),
            ("expenditure/04/464", None),
        ],
    )
    def test_the_part_that_a_line_belongs_to(self, path: str, part: str | None) -> None:
        found = budget_code.part_of(path)
        assert (found.path if found else None) == part


class TestNames:
    @pytest.mark.parametrize("name", PART_NAMES, ids=lambda name: name.russian)
    def test_the_official_names_are_understood(self, name: PartName) -> None:
        for text in (name.kazakh, name.russian):
            assert budget_code.path_in_text(text) == name.path
            assert budget_code.path_in_text(text.replace(" ", "")) == name.path
            if name.row:
                assert budget_code.path_of_row(text.upper()) == name.path

    @pytest.mark.parametrize(
        ("printed", "section"),
        [
            ("1. ДОХОДЫ", Section.REVENUE),
            ("ІІ. ШЫҒЫНДАР", Section.EXPENDITURE),  # Cyrillic letters
            ("Ш. Чистое бюджетное кредитование", Section.NET_LENDING),
            ("IV) Сальдо", Section.FINANCIAL_ASSETS),
            ("У. Дефицит бюджета", Section.DEFICIT),
            ("УІ. Финансирование дефицита бюджета", Section.FINANCING),
            ("VI. Ненефтяной дефицит бюджета", None),
            ("VI. Бюджеттің мұнайға қатысты емес тапшылығы", None),
            ("VII. Финансирование дефицита бюджета", None),
            ("7. Трансферты", None),
            ("Доходы", None),
        ],
    )
    def test_the_numbers_of_the_sections(self, printed: str, section: Section | None) -> None:
        assert budget_code.section_by_number(printed) is section

    @pytest.mark.parametrize(
        "name", ["Прочие услуги", "Басқа да қызметтер", "Доходы от аренды имущества района"]
    )
    def test_other_names_are_no_parts(self, name: str) -> None:
        assert budget_code.path_of_row(name) is None
        assert not budget_code.is_outside(name)

    def test_the_deficit_without_oil_revenue_is_beside_the_structure(self) -> None:
        assert budget_code.is_outside("Ненефтяной дефицит")
        assert budget_code.is_outside("Мұнайға қатысты емес тапшылық")


class TestPaths:
    def test_a_subgroup_is_no_part_of_what_stands_below_it(self) -> None:
        above = [(Level.GROUP, "4"), (Level.SUBGROUP, "02")]
        assert budget_code.join(Section.EXPENDITURE, above) == "expenditure/04/2"
        below = [*above, (Level.ADMINISTRATOR, "464"), (Level.PROGRAM, "9")]
        assert budget_code.join(Section.EXPENDITURE, below) == "expenditure/04/464/009"
        assert budget_code.join(Section.DEFICIT, []) == "deficit"

    @pytest.mark.parametrize(
        ("path", "level"),
        [
            ("revenue/1", Level.CATEGORY), ("revenue/1/01/2", Level.SUBCLASS), ("revenue/1/01/2/05", Level.SPECIFIC),
            ("net_lending/10", Level.GROUP), ("net_lending/10/9", Level.SUBGROUP),
            ("net_lending/10/459/018", Level.PROGRAM), ("expenditure/04/464/009/011", Level.SUBPROGRAM),
            ("net_lending/loans", None), ("financing", None),
        ],
    )  # fmt: skip
    def test_the_level_is_told_from_the_path(self, path: str, level: Level | None) -> None:
        assert budget_code.level_of(path) is level


@dataclass(frozen=True)
class Printed:
    path: str
    amount: int


def printed(*rows: tuple[str, int]) -> Tree[Printed]:
    return Tree([Printed(path, amount) for path, amount in rows])


def sums(table: Tree[Printed]) -> dict[str, int]:
    """What the leaves of a table add up to, for every path."""
    found: dict[str, int] = {}
    for leaf in table.leaves():
        for path, amount in table.counted(leaf):
            found[path] = found.get(path, 0) + amount
    return found


class TestTree:
    LENDING = (
        ("net_lending", 120), ("net_lending/loans", 150), ("net_lending/10", 150), ("net_lending/10/459", 150),
        ("net_lending/10/459/018", 150), ("net_lending/repayments", 30), ("net_lending/5", 30),
        ("net_lending/5/01", 30), ("net_lending/5/01/1", 30),
    )  # fmt: skip

    def test_coded_rows_stand_under_the_part_printed_without_a_code(self) -> None:
        table = printed(*self.LENDING)
        assert [table.rows[child].path for child in table.children(0)] == [
            "net_lending/loans", "net_lending/repayments",
        ]  # fmt: skip
        assert table.parent_paths("net_lending/5/01") == [
            "net_lending/5",
            "net_lending/repayments",
            "net_lending",
        ]
        assert [table.rows[leaf].path for leaf in table.leaves()] == [
            "net_lending/10/459/018",
            "net_lending/5/01/1",
        ]
        assert sums(table) == dict(self.LENDING)

    def test_the_order_of_print_does_not_matter_to_the_parts(self) -> None:
        parts = [row for row in self.LENDING if row[0].split("/")[-1] in ("loans", "repayments")]
        rest = [row for row in self.LENDING if row not in parts]
        for rows in ([*parts, *rest], [*rest, *parts]):
            assert sums(printed(*rows)) == dict(self.LENDING)

    def test_without_it_they_stand_under_the_balance(self) -> None:
        rows = [row for row in self.LENDING if row[0] not in ("net_lending/loans", "net_lending/repayments")]
        table = printed(*rows)
        assert table.parent_paths("net_lending/10") == table.parent_paths("net_lending/5") == ["net_lending"]
        assert sums(table) == dict(rows)

    @pytest.mark.parametrize(("part", "coded"), [(-30, -30), (30, -30), (-30, 30)])
    def test_repayments_are_subtracted_whichever_row_has_a_minus(self, part: int, coded: int) -> None:
        rows = [
            (path, coded if "/5" in path else part if path.endswith("repayments") else amount)
            for path, amount in self.LENDING
        ]
        table = printed(*rows)
        assert sums(table) == dict(rows)
        assert [table.expected(place) for place in range(len(rows)) if table.children(place)] == [
            amount for place, (_, amount) in enumerate(rows) if table.children(place)
        ]

    def test_financing_is_made_of_two_sections(self) -> None:
        rows = (
            ("deficit", -350), ("financing", 350),
            ("financing_receipts/loans", 100), ("financing_receipts/7", 100), ("financing_receipts/7/01", 100),
            ("financing_payments/loans", 30), ("financing_payments/16", 30), ("financing_payments/16/452", 30),
            ("financing_receipts/balances", 280), ("financing_receipts/8", 280),
        )  # fmt: skip
        table = printed(*rows)
        assert sums(table) == dict(rows)
        assert [table.rows[child].path for child in table.rows_below("financing")] == [
            "financing_receipts/loans", "financing_payments/loans", "financing_receipts/balances",
        ]  # fmt: skip
        assert table.parent_paths("deficit") == []

    SUBGROUPS = (
        ("expenditure", 60), ("expenditure/04", 60),
        ("expenditure/04/1", 30), ("expenditure/04/464", 10), ("expenditure/04/464/009", 10),
        ("expenditure/04/467", 20), ("expenditure/04/467/037", 20),
        ("expenditure/04/2", 30), ("expenditure/04/464", 30), ("expenditure/04/464/003", 30),
    )  # fmt: skip

    def test_a_subgroup_has_the_administrators_printed_after_it(self) -> None:
        table = printed(*self.SUBGROUPS)
        assert [table.rows[child].path for child in table.rows_below("expenditure/04")] == [
            "expenditure/04/1", "expenditure/04/2",
        ]  # fmt: skip
        assert [table.rows[child].amount for child in table.rows_below("expenditure/04/2")] == [30]
        assert table.parent_paths("expenditure/04/467/037") == [
            "expenditure/04/467", "expenditure/04/1", "expenditure/04", "expenditure",
        ]  # fmt: skip
        assert all(
            table.expected(place) == row.amount
            for place, row in enumerate(table.rows)
            if table.children(place)
        )

    def test_an_administrator_of_two_subgroups_stands_under_the_group(self) -> None:
        table = printed(*self.SUBGROUPS)
        assert table.parent_paths("expenditure/04/464/003") == [
            "expenditure/04/464",
            "expenditure/04",
            "expenditure",
        ]

    def test_the_next_group_has_subgroups_of_its_own_or_none(self) -> None:
        table = printed(*self.SUBGROUPS, ("expenditure/05", 5), ("expenditure/05/253", 5))
        assert table.parent_path("expenditure/05/253") == "expenditure/05"
        assert table.parent_path("expenditure/05") == "expenditure"

    def test_a_group_printed_again_closes_its_subgroup(self) -> None:
        table = printed(*self.SUBGROUPS, ("expenditure/04", 7), ("expenditure/04/464", 7))
        assert table.parent(len(table.rows) - 1) == len(table.rows) - 2

    def test_nothing_is_above_a_path_that_is_not_printed(self) -> None:
        assert printed(*self.LENDING).parent_paths("revenue/1") == []
        assert printed(("revenue/1/01", 1)).parent_path("revenue/1/01") is None
