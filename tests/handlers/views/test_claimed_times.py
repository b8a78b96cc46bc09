"""A change claimed in times or percent: the verdict is that of arithmetic, the sign shown that of new − old."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.views.claimed_figure import goes_otherwise, tell_figure
from handlers.views.texts import load_texts
from parser.question.claimed_figures import find_claimed_figures
from parser.question.claimed_kind import tell_kind
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction
from parser.records import Language
from storage.answering.answer import CheckedLine
from storage.answering.compared_figure import ComparedFigure
from storage.answering.figures_compared import compare_sum
from tests.conftest import examples
from tests.handlers.views import cards
from tests.handlers.views.cards import DECEMBER, ORIGINAL, step

SAID = {
    "в полтора раза": (Fraction(3, 2), Fraction(1, 20)),
    "в 1,5 раза": (Fraction(3, 2), Fraction(1, 20)),
    "вдвое": (Fraction(2), Fraction(1, 4)),
    "в два раза": (Fraction(2), Fraction(1, 4)),
    "в два с половиной раза": (Fraction(5, 2), Fraction(1, 20)),
    "втрое": (Fraction(3), Fraction(1, 4)),
    "в десять раз": (Fraction(10), Fraction(1, 2)),
    "в 12 раз": (Fraction(12), Fraction(1, 2)),
}  # and how far off is rounded
UP, DOWN = Direction.RISES, Direction.CUTS
VERBS = {UP: "выросли", DOWN: "упали"}
AMOUNTS = st.integers(1, 10**6)


def compare(text: str, old: int, new: int) -> tuple[ClaimedFigure, ComparedFigure]:
    """What is claimed, beside how a line changed from the first decision to the last."""
    (figure,) = (tell_kind(figure, text, 0) for figure in find_claimed_figures(text))
    card = cards.card(overall=None, ledger=(step(ORIGINAL, old), step(DECEMBER, new)))
    (compared,) = compare_sum(figure, [card])[1]
    return figure, compared


def tell(figure: ClaimedFigure, compared: ComparedFigure, language: Language) -> str:
    told = tell_figure(figure, compared, CheckedLine(cards.match(), (compared,)), load_texts(language))
    return told.actual.replace("\u00a0", " ")


@given(st.sampled_from(sorted(SAID)), st.sampled_from([UP, DOWN]), AMOUNTS, AMOUNTS)
@settings(max_examples=examples(60), deadline=None)
def test_a_verdict_on_times_is_that_of_arithmetic(said: str, way: Direction, old: int, new: int) -> None:
    value, off = SAID[said]
    figure, compared = compare(f"расходы {VERBS[way]} {said}", old, new)
    assert (figure.kind, figure.value, figure.direction) == (FigureKind.TIMES, value, way)
    ratio = Fraction(new, old) if way is UP else Fraction(old, new)
    assert (compared.agreement is not None) is (-off <= ratio - value < 2 * off or ratio - value == off)
    assert goes_otherwise(figure, compared) is (ratio < 1)


@given(
    st.sampled_from(sorted(SAID)), st.sampled_from([UP, DOWN]), st.integers(400, 4_000), st.integers(-9, 9)
)
@settings(max_examples=examples(40), deadline=None)
def test_what_is_nearly_so_is_so_in_either_way(said: str, way: Direction, base: int, off: int) -> None:
    value, _ = SAID[said]
    many = round(base * value) + off
    old, new = (base, many) if way is UP else (many, base)
    _, compared = compare(f"расходы {VERBS[way]} {said}", old, new)
    assert compared.agreement is not None
    _, compared = compare(f"расходы {VERBS[way]} {said}", new, old)
    assert compared.agreement is None


@given(st.sampled_from(list(Language)), st.sampled_from([UP, DOWN]), AMOUNTS, AMOUNTS)
@settings(max_examples=examples(60), deadline=None)
def test_what_is_told_has_the_sign_of_the_change(
    language: Language, way: Direction, old: int, new: int
) -> None:
    for said in ("в полтора раза", "на 8 %", "на треть"):
        told = tell(*compare(f"расходы {VERBS[way]} {said}", old, new), language)
        falls = "−" in told or {Language.RU: "меньше", Language.KK: " аз"}[language] in told
        assert falls is (new < old), told


@pytest.mark.parametrize(
    ("text", "old", "new", "told"),
    [
        ("расходы выросли в полтора раза", 1000, 1084, "+8,4 %"),
        ("расходы упали в полтора раза", 1000, 1084, "+8,4 %"),
        ("расходы выросли вдвое", 1000, 1533, "в 1,5 раза"),
        ("расходы упали вдвое", 1000, 500, "в 2 раза меньше"),
        ("расходы выросли вдвое", 3000, 1000, "в 3 раза меньше"),
        ("расходы изменились вдвое", 3000, 1000, "в 3 раза меньше"),
        ("расходы упали вдвое", 1000, 1000, "не менялось"),
    ],
)
def test_times_are_told_as_they_are(text: str, old: int, new: int, told: str) -> None:
    assert tell(*compare(text, old, new), Language.RU) == told


def test_a_line_that_lost_all_fell_by_all() -> None:
    figure, compared = compare("расходы упали на 100 %", 1000, 0)
    assert (tell(figure, compared, Language.RU), compared.agreement) == ("−100,0 %", "exact")


@pytest.mark.parametrize(
    ("text", "is_bounded"),
    [
        ("расходы выросли более чем вдвое", True),
        ("расходы выросли более чем в 2 раза", True),
        ("расходы стали вдвое больше", False),
    ],
)
def test_more_than_twofold_is_a_bound(text: str, is_bounded: bool) -> None:
    figure, _ = compare(text, 1000, 1500)
    assert (figure.is_bounded, figure.direction) == (is_bounded, UP)


@pytest.mark.parametrize(
    ("new", "apart"),
    [
        (11_100, "1 процентный пункт"),
        (11_200, "2 процентных пункта"),
        (11_500, "5 процентных пунктов"),
        (13_100, "21 процентный пункт"),
        (11_350, "3,5 процентного пункта"),
        (11_705, "7,1 процентного пункта"),  # 7,05, which is told as 7,1
    ],
)
def test_points_agree_with_their_number(new: int, apart: str) -> None:
    figure, compared = compare("расходы выросли на 10 %", 10_000, new)
    told = tell_figure(figure, compared, CheckedLine(cards.match(), (compared,)), load_texts(Language.RU))
    assert told.difference == f"на {apart} больше сказанного"
