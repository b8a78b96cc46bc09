"""Editions that a question asks to see side by side, also of the place's other budgets."""

from __future__ import annotations

from dataclasses import replace

from parser.question.reading import read_question
from storage.answering.edition import AskedEdition
from storage.answering.missing import Missing, MissingKind
from storage.answering.several_editions import SideBySide, list_side_by_side
from storage.reading.address import BudgetAddress
from storage.reading.catalogue import Catalogue
from tests.storage.answering.findings import BUDGET, MAIN, PLAN
from tests.storage.builders import ORIGINAL
from tests.storage.reading.stored import known, text

NEXT = Catalogue(BudgetAddress("Тараз", 2014, 2016), (known(ORIGINAL, {2014: [text(3)], 2016: [text(4)]}),))
SAID = replace(MAIN, used_words=frozenset({"2013", "2014", "2016", "2019"}))


def asked(question: str, edition: AskedEdition = SAID) -> SideBySide:
    found = list_side_by_side(edition, read_question(question))
    assert found is not None
    return found


def test_a_year_is_shown_of_the_budget_whose_main_year_it_is() -> None:
    found = asked("білім беру 2013, 2014, 2016", replace(SAID, neighbours=(NEXT,)))
    assert [(each.budget.first_year, each.edition.year) for each in found.editions] == [
        (2013, 2013),
        (2014, 2014),
        (2014, 2016),
    ]
    assert found.lacking == ()


def test_without_another_budget_it_is_the_plan_and_what_is_not_there_is_named() -> None:
    found = asked("білім беру 2013, 2014, 2016")
    assert [each.edition for each in found.editions] == [MAIN.edition, PLAN.edition]
    assert (found.lacking, found.of_years) == ((Missing(MissingKind.YEAR, "2016"),), True)


def test_all_years_are_those_of_all_budgets() -> None:
    found = asked("білім беру барлық жылдар бойынша", replace(SAID, neighbours=(NEXT,)))
    assert [each.edition.year for each in found.editions] == [2013, 2014, 2016]


def test_a_decision_and_a_month_that_are_not_loaded_are_named() -> None:
    found = asked("білім беру № 10-3 және № 77-7")
    assert [each.edition for each in found.editions] == [BUDGET.editions[0]]
    assert (found.lacking, found.of_years) == ((Missing(MissingKind.DECISION, "77-7"),), False)
    months = asked("білім беру желтоқсан және сәуір")
    assert months.lacking == (Missing(MissingKind.MONTH, "4"),)


def test_one_edition_is_no_comparison() -> None:
    assert list_side_by_side(SAID, read_question("білім беру 2014")) is None
    assert list_side_by_side(SAID, read_question("білім беру № 10-3")) is None
