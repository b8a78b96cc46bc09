"""What speaks against reading a code on a level, whatever stands around its row."""

from __future__ import annotations

import pytest

from parser.budget_code import Side
from parser.records import Level, Section
from parser.tables.costs import Coded, price_levels

REVENUE, EXPENDITURE, LENDING = Section.REVENUE, Section.EXPENDITURE, Section.NET_LENDING


def cost(level: Level, code: str, section: Section = EXPENDITURE, side: Side | None = None) -> float | None:
    """What the level costs; None where a code of so many digits is none of that level."""
    return dict(price_levels(Coded(code, (0,), side=side), section)).get(level)


@pytest.mark.parametrize(
    ("code", "administrator", "program"),
    [("003", 0.5, 0), ("100", 0.5, 0), ("101", 0, 0.5), ("464", 0, 0.5), ("64", None, None)],
)
def test_administrators_are_numbered_from_101_and_programs_below(
    code: str, administrator: float | None, program: float | None
) -> None:
    assert (cost(Level.ADMINISTRATOR, code), cost(Level.PROGRAM, code)) == (administrator, program)


@pytest.mark.parametrize(
    ("code", "section", "expected"),
    [
        ("1", REVENUE, 0), ("4", REVENUE, 0), ("5", REVENUE, 0.8), ("8", REVENUE, 0.8), ("9", REVENUE, 2),
        ("5", LENDING, 0), ("4", LENDING, 0.8),
    ],
)  # fmt: skip
def test_the_categories_of_a_section(code: str, section: Section, expected: float) -> None:
    assert cost(Level.CATEGORY, code, section) == expected


@pytest.mark.parametrize(
    ("code", "section", "expected"),
    [
        ("01", EXPENDITURE, 0), ("15", EXPENDITURE, 0), ("16", EXPENDITURE, 0.8), ("17", EXPENDITURE, 2),
        ("05", LENDING, 0),
        # A single digit is a group seldom; where the section has a category of that number, hardly ever.
        ("6", LENDING, 0.3), ("5", LENDING, 1.3), ("1", REVENUE, 1.3),
    ],
)  # fmt: skip
def test_the_groups_of_a_section(code: str, section: Section, expected: float) -> None:
    assert cost(Level.GROUP, code, section) == pytest.approx(expected)


@pytest.mark.parametrize(("side", "category"), [(None, 0), (Side.RECEIPTS, 0), (Side.SPENDING, 0.3)])
def test_the_header_says_which_side_follows(side: Side | None, category: float) -> None:
    assert cost(Level.CATEGORY, "1", REVENUE, side) == category
    assert cost(Level.CLASS, "01", REVENUE, side) == 0


def test_another_level_than_the_column_s_label_says_costs_more() -> None:
    labelled = dict(price_levels(Coded("7", (0,), Level.SUBCLASS, column=2), REVENUE))
    assert labelled == pytest.approx(
        {Level.SUBCLASS: 0, Level.SUBGROUP: 0.4, Level.CLASS: 0.5, Level.GROUP: 1.5, Level.CATEGORY: 1.2}
    )


def test_a_certain_level_is_the_only_one() -> None:
    assert price_levels(Coded("464", (0,), Level.PROGRAM), EXPENDITURE) == ((Level.PROGRAM, 0),)


def test_the_likeliest_level_comes_first() -> None:
    costs = [each for _, each in price_levels(Coded("16", (0,)), EXPENDITURE)]
    assert costs == sorted(costs)
    assert len(costs) > 3
    assert price_levels(Coded("04", (0,)), EXPENDITURE)[:3] == (
        (Level.CLASS, 0), (Level.GROUP, 0), (Level.SUBGROUP, 0.5),
    )  # fmt: skip
