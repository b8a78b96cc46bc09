"""The levels of a run of rows, where only one reason speaks for each."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from parser.budget_code import Side
from parser.records import Level, Section
from parser.tables import levels as search
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
    # The next table has columns of its own.
    assert solution([beside[0], replace(beside[1], table=1), beside[2]], Section.REVENUE, 10).cost == 0


def test_a_sibling_out_of_order_and_in_another_column_costs_both() -> None:
    rows = [
        Coded("1", (30,), C), Coded("05", (10,), CL, column=1), Coded("2", (10,), S),
        Coded("01", (20,), CL, column=2), Coded("1", (20,), S),
    ]  # fmt: skip
    assert solution(rows, Section.REVENUE, 30).cost == pytest.approx(1.1)


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
    solved = solution(rows, Section.REVENUE, 453)
    assert solved.rows == (Assigned(C, 1), Assigned(CL, 0), Assigned(S, 0))
    assert solved.cost == pytest.approx(0.1)  # less than the two sums that 18,453 would break


def test_the_sum_tells_which_of_many_amounts_are_meant() -> None:
    # Each row is «… 1 500» or the like: 1,500, or 500 below a name that ends in 1. Three are 500.
    numbers = (1, 2, 4, 8, 16, 32, 64)
    total = 7 * 500 + 1000 * (1 + 4 + 8 + 32)
    rows = [Coded(str(code), (1000 * number + 500, 500)) for code, number in enumerate(numbers, start=1)]
    head = [Coded(code, (total, total % 1000)) for code in ("1", "01")]
    readings = [row.reading for row in solution([*head, *rows], Section.REVENUE, total).rows]
    assert readings == [0, 0, 0, 1, 0, 0, 1, 0, 1]


def test_an_amount_is_read_as_printed_where_no_sum_speaks_for_another() -> None:
    solved = solution([Coded("04", (30,)), Coded("464", (30,)), Coded("009", (2453, 453))])
    assert (solved.rows[-1], solved.sure) == (Assigned(P, 0), True)


def test_two_readings_that_both_add_up_are_not_sure() -> None:
    # «… 2 453» and «… 2 348»: either name may end in the 2, and the sum is 3,698 both ways.
    head = [Coded("7", (3698,)), Coded("06", (3698,)), Coded("6", (897,))]
    torn = [*head, Coded("7", (2453, 453)), Coded("8", (2348, 348))]
    assert not solution(torn, Section.FINANCING).sure
    assert not solution(
        [*torn, Coded("8", (5,)), Coded("01", (5,)), Coded("1", (5,))], Section.FINANCING
    ).sure
    assert solution([*head, Coded("7", (2453, 453)), Coded("8", (2348,))], Section.FINANCING).sure


def test_a_row_that_may_as_well_stand_elsewhere_is_not_sure() -> None:
    # Without amounts 109 is an administrator that has no programs, or a program with an unlikely number.
    torn = [Coded("04", (0,)), Coded("464", (0,)), Coded("109", (0,))]
    assert not solution(torn).sure
    assert solution([*torn, Coded("001", (0,))]).sure
    # Of two ways that cost the same the likelier code stands first: 464 is an administrator sooner than a program.
    assert levels(("04", 0), ("109", 0), ("464", 0)) == [G, A, A]
    assert not solution([*torn, Coded("05", (0,)), Coded("471", (0,)), Coded("003", (0,))]).sure


def test_each_parent_that_is_not_the_sum_of_its_children_costs() -> None:
    sound = [Coded("04", (30,), G), Coded("464", (30,), A), Coded("009", (30,), P)]
    broken = [Coded("04", (30,), G), Coded("464", (20,), A), Coded("009", (10,), P)]
    after = [Coded("05", (8,), G), Coded("471", (8,), A), Coded("003", (8,), P)]
    assert solution([*sound, *after], total=38).cost == 0
    assert solution([*sound, *after], total=39).cost == 1
    assert solution([*broken, *after], total=38).cost == 2
    assert solution([*broken, *after], total=39).cost == 3
    assert solution([*broken, *after]).cost == 2  # no total is printed


def test_each_parent_without_children_costs() -> None:
    assert solution([Coded("04", (0,), G), Coded("464", (0,), A)]).cost == 0.25
    empty = [Coded("04", (0,), G), Coded("464", (0,), A), Coded("05", (0,), G), Coded("06", (0,), G)]
    assert solution(empty).cost == 0.75


def test_rows_of_another_section_are_no_part_of_the_total() -> None:
    spent = [Coded("04", (30,)), Coded("464", (30,)), Coded("009", (30,))]
    repaid = [Coded("5", (7,), C), Coded("01", (7,), CL), Coded("1", (7,), S)]
    assert solution([*spent, *repaid], total=30).cost == 0
    assert solution([*spent, *repaid], total=37).cost == 1


def test_groups_follow_categories_and_the_reverse() -> None:
    taken, repaid = [("7", 9), ("01", 9), ("2", 9)], [("16", 4), ("452", 4), ("008", 4)]
    assert levels(*taken, *repaid, section=Section.FINANCING, total=9) == [C, CL, S, G, A, P]
    assert levels(*repaid, *taken, section=Section.FINANCING, total=9) == [G, A, P, C, CL, S]


def test_looking_among_few_paths_first_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(5)  # noqa: S311 - no secret
    codes = ("1", "2", "4", "01", "04", "10", "464", "452", "001", "009", "015")
    runs = [
        (
            [Coded(dice.choice(codes), (dice.choice((0, 0, 10, 20)),)) for _ in range(dice.randrange(1, 9))],
            section,
        )
        for section in (Section.REVENUE, Section.EXPENDITURE, Section.FINANCING)
        for _ in range(200)
    ]
    runs += [([Coded(*row) for row in _SOUND], Section.EXPENDITURE)]
    quick = [solve(rows, section, 30) for rows, section in runs]
    monkeypatch.setattr(search, "_SPARE", ())
    assert quick == [solve(rows, section, 30) for rows, section in runs]
    costs = [solved.cost for solved in quick if isinstance(solved, Solution)]
    assert len(costs) > 100
    assert min(costs) == 0
    assert max(costs) > 2


_SOUND = (("04", (30,)), ("464", (30,)), ("009", (10,)), ("015", (20,)))
