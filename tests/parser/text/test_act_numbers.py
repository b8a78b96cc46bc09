"""A decision has one number, however its dashes, spaces and letters are printed; nothing of it is lost."""

from __future__ import annotations

import pytest

from parser.decision.references import find_named_decisions
from parser.text.act_numbers import usual_number
from tests.parser.decision.test_wordings import passage

ONE = {
    "2-3": ("2–3", "2 - 3", "2\u20113", "2—3", "2−3"),
    "IV-38": ("\u0406V-38", "ІV–38", "IV - 38"),
    "45-414-VI": ("45–414–VІ", "45-414-VI"),
    "XIX-5": ("ХІХ-5", "XIХ–5"),
    "С-70/2": ("C-70/2", "С–70/2"),
    "8С-5/3": ("8C-5/3", "8С – 5/3", "8с-5/3", "8c-5/3"),
    "12-3-бис": ("12-3-БИС", "12–3-бис"),
    "25-1р": ("25-1Р", "25 – 1P"),
    "1 (XIV)": ("1(XIV)", "1 (ХІV)"),
}
PRINTED = ("25-1р", "51/420-6с", "1 (XIV)", "2-3/456-VII-бис", "Қ-15/2", "8с-2/11", "10-3", "2–3", "IV-38")
AFTER = ("", " «О бюджете»", ".", ",", " (зарегистрировано)")


@pytest.mark.parametrize(("usual", "printed"), [(usual, each) for usual in ONE for each in ONE[usual]])
def test_one_number_printed_in_several_ways(usual: str, printed: str) -> None:
    assert usual_number(printed) == usual
    assert usual_number(usual) == usual


@pytest.mark.parametrize("other", ["2/3", "23", "2-3-1", "V-38", "6-С"])
def test_other_numbers_stay_others(other: str) -> None:
    assert usual_number(other) == other
    assert other not in ONE


@pytest.mark.parametrize("number", PRINTED)
@pytest.mark.parametrize("after", AFTER)
def test_no_end_of_a_number_is_lost(number: str, after: str) -> None:
    text = f"решение Таразского городского маслихата от 14 декабря 2012 года № {number}{after}"
    (named,) = find_named_decisions([passage(text)])
    assert named.number == number


@pytest.mark.parametrize("number", PRINTED)
def test_nor_in_kazakh(number: str) -> None:
    text = f"Тараз қалалық мәслихатының 2012 жылғы 14 желтоқсандағы № {number} шешіміне"
    (named,) = find_named_decisions([passage(text)])
    assert named.number == number


@pytest.mark.parametrize(
    "text", ["от 14.12.2012 № 10-3г.", "от 14.12.2012 № 10-3н", "от 14.12.2012 № 10-3 – о бюджете"]
)
def test_what_is_glued_to_a_number_is_no_part_of_it(text: str) -> None:
    (named,) = find_named_decisions([passage(f"решение маслихата {text}")])
    assert named.number == "10-3"
