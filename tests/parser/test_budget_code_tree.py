"""What stands under what in a printed table, so that every tenge is counted once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from parser.budget_code import Tree, branches, is_below, parents


@dataclass(frozen=True)
class Printed:
    path: str
    amount: int


def printed(*rows: tuple[str, int], others: Iterable[tuple[str, int]] = ()) -> Tree[Printed]:
    return Tree([Printed(*row) for row in rows], [Printed(*row) for row in others])


def sums(table: Tree[Printed]) -> dict[str, int]:
    """What the leaves of a table add up to, for every path."""
    found: dict[str, int] = {}
    for leaf in table.leaves():
        for path, amount in table.counted(leaf):
            found[path] = found.get(path, 0) + amount
    return found


class TestPaths:
    @pytest.mark.parametrize(
        ("path", "above"),
        [
            ("revenue", []),
            ("revenue/1/01", ["revenue/1", "revenue"]),
            ("net_lending/10/459", ["net_lending/10", "net_lending/loans", "net_lending"]),
            ("net_lending/loans", ["net_lending"]),
            ("financing_payments", ["financing"]),
            ("financing_payments/16", ["financing_payments/loans", "financing_payments", "financing"]),
            ("deficit/somewhere", ["deficit"]),  # a link that someone wrote by hand
            ("no-section/1", ["no-section"]),
        ],
    )
    def test_the_lines_that_a_line_may_stand_under(self, path: str, above: list[str]) -> None:
        assert list(parents(path)) == above
        assert all(is_below(path, line) for line in above)
        assert not is_below(path, path)

    @pytest.mark.parametrize(
        ("path", "around"),
        [
            ("revenue/1/01", []),
            ("expenditure/04", []),
            ("expenditure/04/2", ["expenditure/04"]),
            ("expenditure/04/464", ["expenditure/04"]),
            ("expenditure/04/464/009", ["expenditure/04"]),
            ("net_lending", []),
            ("net_lending/5/01", []),
            ("net_lending/repayments", ["net_lending"]),
            ("financing", ["financing_receipts", "financing_payments"]),
            ("financing_payments/loans", ["financing_payments"]),
            ("financing_receipts/8", []),
        ],
    )
    def test_where_the_neighbours_of_a_line_may_be_printed(self, path: str, around: list[str]) -> None:
        assert list(branches(path)) == [path, *around]


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
        assert [table.expected(index) for index in range(len(rows)) if table.children(index)] == [
            amount for index, (_, amount) in enumerate(rows) if table.children(index)
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
            table.expected(index) == row.amount
            for index, row in enumerate(table.rows)
            if table.children(index)
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

    def test_a_total_below_its_rows_is_above_them_all_the_same(self) -> None:
        table = printed(("revenue/1", 5), ("revenue/2", 7), ("revenue", 12), ("revenue/3", 1))
        assert [table.parent(index) for index in range(4)] == [2, 2, None, 2]

    def test_a_repayment_below_a_part_that_prints_nothing_keeps_its_sign(self) -> None:
        table = printed(("net_lending", -30), ("net_lending/repayments", 0), ("net_lending/5", 30))
        assert table.counted(2) == [
            ("net_lending/5", 30),
            ("net_lending/repayments", 30),
            ("net_lending", -30),
        ]
        assert table.expected(1) == 30

    def test_a_row_without_parts_is_a_leaf_though_the_line_has_parts_elsewhere(self) -> None:
        whole = [row for row in self.SUBGROUPS if row[0] != "expenditure/04/464/003"]
        assert [printed(*whole).rows[leaf].amount for leaf in printed(*whole).leaves()] == [10, 20, 30]

    def test_all_that_is_below_a_line(self) -> None:
        table = printed(*self.SUBGROUPS, ("expenditure/05", 5), ("expenditure/05/253", 5))
        assert table.paths_below("expenditure/04/1") == [
            "expenditure/04/464", "expenditure/04/464/009", "expenditure/04/467", "expenditure/04/467/037",
        ]  # fmt: skip
        assert table.paths_below("expenditure/04") == list(
            dict.fromkeys(path for path, _ in self.SUBGROUPS if path.startswith("expenditure/04/"))
        )
        assert table.paths_below("expenditure/05/253") == table.paths_below("revenue") == []


class TestTwoPrints:
    """Rows that only the text of the other language has."""

    def test_they_stand_where_their_paths_say_whatever_subgroup_is_open(self) -> None:
        table = printed(
            *TestTree.SUBGROUPS, others=[("expenditure/04/253", 5), ("expenditure/04/464/015", 3)]
        )
        assert table.parent_path("expenditure/04/253") == "expenditure/04"
        assert table.parent_path("expenditure/04/464/015") == "expenditure/04/464"
        assert table.children(1) == [2, 7, 10]

    def test_a_whole_is_no_leaf_where_the_other_print_has_its_parts(self) -> None:
        own = (
            ("expenditure/04", 30),
            ("expenditure/04/1", 10), ("expenditure/04/464", 10),
            ("expenditure/04/2", 20), ("expenditure/04/464", 20), ("expenditure/04/467", 0),
        )  # fmt: skip
        assert list(printed(*own).leaves()) == [2, 4, 5]
        parts = [("expenditure/04/464/009", 30), ("expenditure/04/464/009/011", 30)]
        assert list(printed(*own, others=parts).leaves()) == [5, 7]
