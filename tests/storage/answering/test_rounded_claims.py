"""Whatever an amount is, and however far it is rounded: what anybody would say of it is told to be so, and nothing else."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parser.question.figure_kinds import ClaimedFigure
from parser.question.reading import read_question
from parser.records import Language
from storage.answering.compared_figure import Agreement, set_beside_figure
from storage.answering.thousandfold import Compared, find_thousandfold
from tests.conftest import examples
from tests.handlers.views.cards import DECEMBER

THOUSAND = 1000
UNITS = {
    Language.KK: {3: "мың теңге", 6: "млн теңге", 9: "млрд теңге"},
    Language.RU: {3: "тыс. тенге", 6: "млн тенге", 9: "млрд тенге"},
}
SAID = {Language.KK: "тексер: мектептерге {} бөлінді", Language.RU: "проверь: на школы дали {}"}
amounts = st.integers(1, 10**4) | st.integers(1, 10**9)  # in thousands of tenge


def read_figure(number: Decimal, power: int, language: Language) -> ClaimedFigure:
    """What is claimed of so many thousands, millions or milliards."""
    said = f"{number:f}".replace(".", ",")
    claim = read_question(SAID[language].format(f"{said} {UNITS[language][power]}")).claim
    assert claim is not None
    [statement] = claim.statements
    return statement.figure


def compare(figure: ClaimedFigure, amount: int) -> Compared:
    """The figure beside the only amount that there is."""
    return 1, (set_beside_figure(figure, Fraction(amount * THOUSAND), DECEMBER, doubt=None),)


def judge(number: Decimal, actual: Decimal, last: Decimal) -> Agreement | None:
    """How a person who rounds, or cuts off digits, came from an amount to a number; None where they did not."""
    if number == actual:
        return Agreement.EXACT
    if number in {actual.quantize(last, ROUND_HALF_UP), actual.quantize(last, ROUND_HALF_DOWN)}:
        return Agreement.ROUNDED
    has_further_digits = number / last >= 10
    return Agreement.CUT_OFF if has_further_digits and number == actual.quantize(last, ROUND_DOWN) else None


@pytest.mark.parametrize("language", Language)
@settings(max_examples=examples(60), deadline=None)
@given(amounts, st.sampled_from([3, 6, 9]), st.integers(0, 3), st.integers(-2, 2))
def test_a_figure_agrees_as_it_is_rounded_or_cut_off(
    language: Language, amount: int, power: int, decimals: int, aside: int
) -> None:
    last = Decimal(1).scaleb(-decimals)
    actual = Decimal(amount).scaleb(3 - power)
    number = actual.quantize(last, ROUND_DOWN) + aside * last
    if number <= 0:
        return
    figure = read_figure(number, power, language)
    [compared] = compare(figure, amount)[1]
    assert compared.agreement is judge(number, actual, last)
    assert compared.difference == Fraction(actual - number) * 10**power


@pytest.mark.parametrize("language", Language)
@settings(max_examples=examples(40), deadline=None)
@given(amounts, st.sampled_from([(9, 6), (6, 3), (6, 9), (3, 6)]), st.integers(0, 3))
def test_a_slip_of_a_thousand_is_seen_wherever_two_digits_are_said(
    language: Language, amount: int, powers: tuple[int, int], decimals: int
) -> None:
    meant, slipped = powers
    last = Decimal(1).scaleb(-decimals)
    number = Decimal(amount).scaleb(3 - meant).quantize(last, ROUND_HALF_UP)
    if number <= 0:
        return
    figure = read_figure(number, slipped, language)
    found = find_thousandfold(
        figure, compare(figure, amount)[1], THOUSAND, lambda scaled: compare(scaled, amount)
    )
    assert (found is not None) is (number / last >= 10)
    assert found is None or found.is_more is (meant > slipped)
