"""What is told from a budget's decisions in the order of their adoption, without a database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.records import DecisionKind
from storage.reading.catalogue import Catalogue, KnownDecision
from storage.reading.records import EditionInfo
from tests.storage.builders import APRIL, JULY, KK, MAY, ORIGINAL, RU
from tests.storage.reading.stored import BUDGET, catalogue, decision, known, text

ADOPTED = known(ORIGINAL, {2013: [text(1)], 2014: [text(2)], 2015: [text(3)]})
AMENDED = known(APRIL, {2013: [text(4, KK), text(5, RU)]})
NEWEST = known(JULY, {2013: [text(6)], 2014: [text(7)]})
BUDGET_OF_THREE = catalogue(ADOPTED, AMENDED, NEWEST)


def steps(budget: Catalogue, year: int) -> list[tuple[str, bool]]:
    """The numbers of the decisions that concern a year, each with whether its edition is there."""
    return [(place.decision.number, place.edition is not None) for place in budget.trace(year)]


def test_decisions_and_editions_stand_in_the_order_of_adoption() -> None:
    assert BUDGET_OF_THREE.decisions == (decision(ORIGINAL), decision(APRIL), decision(JULY))
    assert [(edition.decision.number, edition.year) for edition in BUDGET_OF_THREE.editions] == [
        ("10-3", 2013), ("10-3", 2014), ("10-3", 2015), ("12-3", 2013), ("15-3", 2013), ("15-3", 2014),
    ]  # fmt: skip
    assert BUDGET_OF_THREE.original == decision(ORIGINAL)
    assert catalogue(AMENDED).original is None


def test_an_edition_is_found_by_its_year_and_decision_else_the_newest_of_the_year() -> None:
    first, second, *_ = BUDGET_OF_THREE.editions
    assert BUDGET_OF_THREE.find(2013, decision(ORIGINAL).address) is first
    assert BUDGET_OF_THREE.find(2014, decision(ORIGINAL).address) is second
    assert BUDGET_OF_THREE.find(2014) is NEWEST.editions[1]
    assert BUDGET_OF_THREE.find(2015) is ADOPTED.editions[2]
    assert BUDGET_OF_THREE.find(2015, decision(JULY).address) is None
    assert BUDGET_OF_THREE.find(2016) is None


def test_before_an_edition_comes_the_stored_one_of_the_same_year() -> None:
    assert BUDGET_OF_THREE.find_previous(NEWEST.editions[0]) is AMENDED.editions[0]
    assert BUDGET_OF_THREE.find_previous(NEWEST.editions[1]) is ADOPTED.editions[1]
    assert BUDGET_OF_THREE.find_previous(AMENDED.editions[0]) is ADOPTED.editions[0]
    assert BUDGET_OF_THREE.find_previous(ADOPTED.editions[0]) is None


def test_an_edition_is_described_by_the_text_that_amounts_are_read_from() -> None:
    """The Kazakh one, which is text 4; the Russian one has another appendix and another number of lines."""
    [edition] = AMENDED.editions
    assert BUDGET_OF_THREE.edition_info(edition) == EditionInfo(
        BUDGET, 2013, decision(APRIL), "4", (KK, RU), 40
    )


def test_a_fault_of_either_text_is_the_edition_s() -> None:
    faulty = replace(text(5, RU), has_faults=True)
    budget = catalogue(known(ORIGINAL, {2013: [text(4, KK), faulty], 2014: [text(6, KK)]}))
    assert [budget.edition_info(edition).has_faults for edition in budget.editions] == [True, False]


class TestGaps:
    """A decision that must have set a year's table, and whose table is not stored."""

    def test_every_edition_of_a_year_is_a_step_and_decisions_of_other_years_are_none(self) -> None:
        assert steps(BUDGET_OF_THREE, 2013) == [("10-3", True), ("12-3", True), ("15-3", True)]
        assert steps(BUDGET_OF_THREE, 2014) == [("10-3", True), ("15-3", True)]
        assert steps(BUDGET_OF_THREE, 2015) == [("10-3", True)]

    def test_the_original_adopted_all_years(self) -> None:
        budget = catalogue(known(ORIGINAL, {2013: [text(1)]}), known(JULY, {2014: [text(2)]}))
        assert steps(budget, 2014) == [("10-3", False), ("15-3", True)]
        assert steps(budget, 2015) == [("10-3", False)]

    @pytest.mark.parametrize(
        ("amendment", "is_gap"),
        [
            (known(MAY, has_text=False), True),
            (known(MAY, has_text=False, has_figure_changes=True), True),
            (known(MAY, {2014: [text(2)]}, has_text=False), True),  # a redaction prints what it left of 2014
            (known(MAY), False),
            (known(MAY, has_figure_changes=True), True),
            (known(MAY, {2014: [text(2)]}, has_figure_changes=True), False),
        ],
        ids=[
            "only named",
            "only named, with figures",
            "only a table of another year, from another file",
            "a text that changes no figures",
            "a text that changes figures, without tables",
            "a text with a table of another year",
        ],
    )
    def test_an_amendment_is_a_gap_of_the_main_year_where_it_must_have_changed_it(
        self, amendment: KnownDecision, *, is_gap: bool
    ) -> None:
        budget = catalogue(ADOPTED, amendment, NEWEST)
        gaps = [("13-3", False)] if is_gap else []
        assert steps(budget, 2013) == [("10-3", True), *gaps, ("15-3", True)]
        assert ("13-3", False) not in steps(budget, 2014)  # of plan years nothing says so

    def test_what_lies_between_two_editions_is_skipped(self) -> None:
        only_named = known(MAY, has_text=False)
        budget = catalogue(known(ORIGINAL), AMENDED, only_named, NEWEST)
        april, july = AMENDED.editions[0], NEWEST.editions[0]
        assert budget.list_skipped(april, july) == (decision(MAY),)
        assert catalogue(AMENDED, NEWEST).list_skipped(april, july) == ()

    def test_a_gap_before_or_after_both_editions_is_not_between_them(self) -> None:
        budget = catalogue(ADOPTED, AMENDED, known(MAY, has_text=False), NEWEST)
        assert budget.list_skipped(ADOPTED.editions[0], AMENDED.editions[0]) == ()

    def test_a_redaction_adopts_nothing(self) -> None:
        budget = catalogue(known(ORIGINAL, {2013: [text(1)]}, kind=DecisionKind.REDACTION))
        assert (budget.original, steps(budget, 2014)) == (None, [])
