"""The levels of a run of rows, where only one reason speaks for each."""

from __future__ import annotations

import pytest

from parser.budget_code import Side
from parser.records import Level, Section
from parser.tables.costs import Coded
from parser.tables.levels import Assigned, Solution, Unplaced, solve

C, CL, S = Level.CATEGORY, Level.CLASS, Level.SUBCLASS
G, SG, A, P = Level.GROUP, Level.SUBGROUP, Level.ADMINISTRATOR, Level.PROGRAM


def levels(
    *rows: tuple[str, int], section: Section = Section.EXPENDITURE, total: int | None = None
) -> list[Level]:
    return [
        row.level for row in solution([Coded(code, (amount,)) for code, amount in rows], section, total).rows
    ]


def solution(rows: list[Coded], section: Section = Section.EXPENDITURE, total: int | None = None) -> Solution:
    solved = solve(rows, section, total)
    assert isinstance(solved, Solution)
    return solved


def test_sums_tell_an_administrator_from_a_program() -> None:
    assert levels(("04", 30), ("464", 30), ("109", 20), ("110", 10)) == [G, A, P, P]
    assert levels(("04", 30), ("464", 20), ("009", 20), ("109", 10), ("003", 10)) == [G, A, P, A, P]


def test_only_the_order_tells_where_all_amounts_are_zero() -> None:
    head = [("1", 0), ("01", 0)]
    assert levels(*head, ("1", 0), ("2", 0), ("3", 0), section=Section.REVENUE) == [C, CL, S, S, S]
    assert levels(*head, ("2", 0), ("05", 0), ("1", 0), section=Section.REVENUE) == [C, CL, S, CL, S]
    # Another subclass 1 would be out of order after 2, and cheaper than a category 1 after a category 1.
    assert solution([Coded(code, (0,)) for code in ("1", "01", "2", "1")], Section.REVENUE).cost > 0


def test_an_administrator_may_come_again_and_a_program_not() -> None:
    again = solution([Coded(code, (amount,)) for code, amount in [
        ("04", 30), ("464", 20), ("009", 20), ("464", 10), ("003", 10),
    ]])  # fmt: skip
    assert [row.level for row in again.rows] == [G, A, P, A, P]
    assert again.cost == 0
    twice = solution(
        [Coded(code, (amount,)) for code, amount in [("04", 30), ("464", 30), ("009", 20), ("009", 10)]]
    )
    assert (twice.cost, [row.level for row in twice.rows]) == (0.6, [G, A, P, P])


@pytest.mark.parametrize(("column", "cost"), [(1, 0.0), (2, 0.5)])
def test_siblings_stand_in_one_column(column: int, cost: float) -> None:
    rows = [
        Coded("1", (30,), column=0), Coded("01", (10,), column=1), Coded("2", (10,), column=2),
        Coded("05", (20,), column=column), Coded("1", (20,), column=3),
    ]  # fmt: skip
    found = solution(rows, Section.REVENUE, 30)
    assert [row.level for row in found.rows] == [C, CL, S, CL, S]
    assert found.cost == cost


def test_columns_are_not_compared_between_tables() -> None:
    rows = [
        Coded("1", (30,), column=0, table=1), Coded("01", (10,), column=1, table=1),
        Coded("2", (10,), column=2, table=1),
        Coded("05", (20,), column=2, table=2), Coded("1", (20,), column=3, table=2),
    ]  # fmt: skip
    assert solution(rows, Section.REVENUE, 30).cost == 0


def test_a_child_stands_to_the_right_of_its_parent() -> None:
    beside = [Coded("1", (10,), column=1), Coded("01", (10,), column=1), Coded("2", (10,), column=2)]
    assert solution(beside, Section.REVENUE, 10).cost == 1.2


def test_rows_beside_each_other_are_of_one_level() -> None:
    mixed = solution(
        [Coded(code, (amount,)) for code, amount in [("04", 30), ("1", 10), ("464", 10), ("009", 10)]]
    )
    assert [row.level for row in mixed.rows][:2] == [G, SG]
    rows = [
        Coded("04", (30,), Level.GROUP), Coded("464", (10,), Level.ADMINISTRATOR), Coded("009", (10,), Level.PROGRAM),
        Coded("1", (20,), Level.SUBGROUP), Coded("467", (20,), Level.ADMINISTRATOR), Coded("037", (20,), Level.PROGRAM),
    ]  # fmt: skip
    assert solution(rows).cost == 0.6


def test_what_a_row_costs_by_itself() -> None:
    head = [Coded("04", (0,), Level.GROUP), Coded("464", (0,), Level.ADMINISTRATOR)]
    assert solution([*head, Coded("464", (0,), Level.PROGRAM)]).cost == 0  # the layout is certain
    labelled = Coded("464", (0,), Level.PROGRAM, column=2)
    assert solution([Coded("04", (0,)), Coded("464", (0,)), labelled]).cost == pytest.approx(0.5)
    assert solution([Coded("1", (0,), side=Side.SPENDING)], Section.REVENUE).cost == pytest.approx(0.55)


def test_the_section_has_its_own_categories_and_groups() -> None:
    rows = [("10", 5), ("459", 5), ("018", 5), ("5", 3), ("01", 3), ("1", 3)]
    assert levels(*rows, section=Section.NET_LENDING) == [G, A, P, C, CL, S]


def test_a_row_without_its_parent_fits_nowhere() -> None:
    assert solve(
        [Coded("04", (1,)), Coded("009", (1,)), Coded("1234", (1,))], Section.EXPENDITURE, None
    ) == Unplaced(2)
    assert solve([Coded("464", (1,))], Section.EXPENDITURE, None) == Unplaced(0)


def test_the_sum_tells_which_amount_is_meant() -> None:
    rows = [Coded("1", (18_453, 453)), Coded("01", (453,)), Coded("2", (453,))]
    assert solution(rows, Section.REVENUE, 453).rows == (Assigned(C, 1), Assigned(CL, 0), Assigned(S, 0))


def test_two_readings_that_both_add_up_are_not_sure() -> None:
    # «… 2 453» and «… 2 348»: either name may end in the 2, and the sum is 3,698 both ways.
    head = [Coded("7", (3698,)), Coded("06", (3698,)), Coded("6", (897,))]
    assert not solution([*head, Coded("7", (2453, 453)), Coded("8", (2348, 348))], Section.FINANCING).sure
    assert solution([*head, Coded("7", (2453, 453)), Coded("8", (2348,))], Section.FINANCING).sure
