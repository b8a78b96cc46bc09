"""What `/changes` is short for, behind each form of a decision's number, a month and a year."""

from __future__ import annotations

import pytest

from handlers.commands import as_question
from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

OFFICE = {Language.KK: "(Білім бөлімі)", Language.RU: "(Отдел образования)"}


@pytest.mark.parametrize(
    "number",
    [
        "12-3",
        "2–3",
        "126",
        "14/81-VIII",
        "51/420-6с",
        "С-30/134-VI",
        "с-30/134-vi",
        "Қ-15/2",
        "1 (XIV)",
        "21-3-бис",
    ],
)
def test_a_number_as_any_council_prints_it_asks_of_that_decision(texts: Texts, number: str) -> None:
    assert as_question(f"/changes {number}", texts) == texts.get("changes-question-decision", named=number)


@pytest.mark.parametrize("named", ["2013", "12-3 и 21-3", "12 3", "школы"])
def test_what_is_no_number_is_asked_as_it_stands(texts: Texts, named: str) -> None:
    assert as_question(f"/changes {named}", texts) == texts.get("changes-question", named=named)


def test_a_month_goes_before_a_number(texts: Texts) -> None:
    assert as_question("/changes 4", texts) == texts.get("changes-question-month-number", month=4)
    assert as_question("/changes -3", texts) == texts.get("changes-question-decision", named="3")


async def test_the_office_that_tells_two_lines_apart_is_called_in_the_answer_s_language(
    asker: TestUser, texts: Texts
) -> None:
    """№ 12-3 is printed in Kazakh alone; what its offices are called in Russian another decision says."""
    text = text_of(await asker.send("/changes 12-3"))
    assert [office in text for office in OFFICE.values()] == [
        language is texts.language for language in OFFICE
    ]
