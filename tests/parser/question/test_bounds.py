"""Amounts that a list is bounded by: in digits and in words, before and after the words that bound."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parser.question.bounds import Bounds, BoundUnit, cut_bounds
from parser.question.intents import Intent, ListedLevel, Relation
from parser.question.numerals import NUMERAL_COLUMNS
from parser.question.reading import read_question
from parser.question.relative_bounds import cut_relative_bounds
from parser.question.said_amounts import SCALE_COLUMNS
from parser.text.word_lists import ListRow, read_list
from tests.harness.rows import of_each

MILLION, BILLION = 10**6, 10**9
SCALES = read_list("said_scales.tsv", SCALE_COLUMNS)
NUMERALS = read_list("numerals.tsv", NUMERAL_COLUMNS)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("больше 1 млрд", Bounds(low=BILLION)),
        ("дороже, чем 500 млн тенге", Bounds(low=500 * MILLION)),
        ("свыше 2.5 млрд", Bounds(low=2_500 * MILLION)),
        ("превышающие 1,5 млрд", Bounds(low=1_500 * MILLION)),
        ("500000-нан астам", Bounds(low=500_000)),
        ("больше 500 тенге", Bounds(low=500)),
        ("> 300 млн", Bounds(low=300 * MILLION)),
        ("1 млрд теңгеден асатын", Bounds(low=BILLION)),
        ("500 млн-нан астам", Bounds(low=500 * MILLION)),
        ("1 млрдтан көп", Bounds(low=BILLION)),
        ("больше миллиарда тенге", Bounds(low=BILLION)),
        ("100 миллионнан коп", Bounds(low=100 * MILLION)),
        ("1 млрд тенгеден коп емес", Bounds(high=BILLION, high_included=True)),
        ("дешевле 5 млн", Bounds(high=5 * MILLION)),
        ("100 миллионнан аз", Bounds(high=100 * MILLION)),
        ("не менее 100 миллионов", Bounds(low=100 * MILLION, low_included=True)),
        ("кем дегенде 1 млрд", Bounds(low=BILLION, low_included=True)),
        ("100 млн теңгеден кем емес", Bounds(low=100 * MILLION, low_included=True)),
        ("≥ 1 млрд", Bounds(low=BILLION, low_included=True)),
        ("не больше, чем 20 млн", Bounds(high=20 * MILLION, high_included=True)),
        ("1 млрд теңгеден аспайтын", Bounds(high=BILLION, high_included=True)),
        ("50 млн теңгеге дейінгі", Bounds(high=50 * MILLION, high_included=True)),
        ("<= 50 млн", Bounds(high=50 * MILLION, high_included=True)),
        ("больше 100 млн, но меньше 1 млрд", Bounds(100 * MILLION, BILLION)),
        ("дороже 100 миллионов, но дешевле 300", Bounds(100 * MILLION, 300 * MILLION)),
        ("дешевле ста тысяч", Bounds(high=100_000)),
        ("больше двух триллионов", Bounds(low=2000 * BILLION)),
        ("миллиардқа жетпейтін", Bounds(high=BILLION)),
        ("не перешагнули 100 миллионов", Bounds(high=100 * MILLION, high_included=True)),
        ("не превышают и 500 тысяч", Bounds(high=500_000, high_included=True)),
        ("не дотянувшие до 100 млн", Bounds(high=100 * MILLION)),
        ("даже больше, чем аж 2 млрд", Bounds(low=2 * BILLION)),
        ("бір миллионға да жетпейтін", Bounds(high=MILLION)),
    ],
)
def test_an_amount_bounds_from_one_side_or_two(text: str, bounds: Bounds) -> None:
    assert cut_bounds(text)[1] == bounds


@pytest.mark.parametrize("text", ["ценой выше 1 млрд", "құны 1 млрд теңгеден жоғары"])
def test_a_noun_of_cost_goes_with_the_amount(text: str) -> None:
    rest, bounds = cut_bounds(text)
    assert (rest.strip(), bounds) == ("", Bounds(low=BILLION))


@pytest.mark.parametrize(
    "text",
    [
        "от 100 до 200 млн",
        "между 100 и 200 млн тенге",
        "100 млн-нан 200 млн-ға дейін",
        "100 мен 200 млн аралығында",
        "от 100 млн до 200 миллионов",
        "100-200 млн",
    ],
)
def test_what_scales_a_range_may_stand_once(text: str) -> None:
    rest, bounds = cut_bounds(text)
    assert bounds == Bounds(100 * MILLION, 200 * MILLION, low_included=True, high_included=True)
    assert not rest.strip()


@pytest.mark.parametrize(
    "text",
    [
        "на что дали 1 146 млн",
        "больше 500",
        "до 2014 года",
        "от 2013 до 2015",
        "больше тысячи школ",
        "образование 464 009",
        "больше всего",
        "решение 12-3",
    ],
)
def test_other_numbers_bound_nothing(text: str) -> None:
    assert cut_bounds(text) == (text, None)


def test_the_ends_hold_as_they_are_said() -> None:
    assert [Bounds(low=5).hold(amount) for amount in (4, 5, 6)] == [False, False, True]
    assert [Bounds(low=5, low_included=True).hold(amount) for amount in (4, 5, 6)] == [False, True, True]
    assert [Bounds(high=5).hold(amount) for amount in (4, 5, 6)] == [True, False, False]
    assert [Bounds(high=5, high_included=True).hold(amount) for amount in (4, 5, 6)] == [True, True, False]
    assert [Bounds(1, 5).hold(amount) for amount in (1, 3, 5)] == [False, True, False]


def test_the_examples_of_slang_are_read() -> None:
    bounds = {row["word"]: cut_bounds(row["example"])[1] for row in SCALES}
    assert bounds == {row["word"]: Bounds(low=2 * row.integer("tenge")) for row in SCALES}


@of_each("row", NUMERALS)
def test_the_example_of_a_numeral_is_read(row: ListRow) -> None:
    _, bounds = cut_bounds(row["example"])
    assert bounds is not None
    assert bounds.low is not None
    scales = (("миллиард", BILLION), ("тысяч", 1000))
    scale = next((scale for word, scale in scales if word in row["example"]), MILLION)
    worth = Decimal(row["value"]) * scale
    # A hundred and a half stand behind another word in their examples.
    assert bounds.low in {worth, 5 * worth, worth + scale}


def test_words_of_a_number_are_added_and_hundreds_counted() -> None:
    assert cut_bounds("больше двухсот пятидесяти миллионов")[1] == Bounds(low=250 * MILLION)
    assert cut_bounds("екі жүз елу миллионнан асатын")[1] == Bounds(low=250 * MILLION)


def test_a_bounded_question_asks_for_a_list_of_its_level() -> None:
    question = read_question("какие отделы получили больше 500 млн")
    assert question.intent is Intent.LARGEST
    assert question.frame.level is ListedLevel.ADMINISTRATOR
    assert question.frame.bounds == Bounds(low=500 * MILLION)
    assert question.names_nothing


def test_a_bounded_question_names_its_line() -> None:
    question = read_question("в образовании больше 100 млн")
    assert [token.folded for token in question.tokens if not token.filler] == ["образовании"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("программы больше 10 % бюджета", Bounds(low=1000, unit=BoundUnit.BUDGET)),
        ("не меньше 2,5 процента", Bounds(low=250, low_included=True, unit=BoundUnit.SHARE)),
        ("меньше одного процента всех расходов", Bounds(high=100, unit=BoundUnit.BUDGET)),
        ("бюджеттің 10 пайызынан асатын салалар", Bounds(low=1000, unit=BoundUnit.BUDGET)),
        ("шығынның жартысынан көбі", Bounds(low=5000, unit=BoundUnit.BUDGET)),
        ("отделы с расходами выше среднего", Bounds(low=10_000, unit=BoundUnit.AVERAGE)),
        ("орташадан төмен бөлімдер", Bounds(high=10_000, unit=BoundUnit.AVERAGE)),
        ("что дороже среднего образования", None),
        ("10 % бюджета", None),
    ],
)
def test_a_share_or_the_average_bounds_as_an_amount_does(text: str, bounds: Bounds | None) -> None:
    assert cut_relative_bounds(text)[1] == bounds


@pytest.mark.parametrize(
    "text",
    [
        "программы не около 100 млн",
        "программы, которые стоят не примерно 100 млн",
        "100 млн-ға жуық емес бағдарламалар",
        "шамамен 100 млн емес бағдарламалар",
        "программы на 100 млн и около 50 млн",
        "бағдарламалар 100 млн және шамамен 50 млн",
    ],
)
def test_about_an_amount_bounds_nothing_where_it_is_negated_or_one_of_two(text: str) -> None:
    assert read_question(text).frame.bounds is None


@pytest.mark.parametrize(
    "text",
    [
        "образование больше половины бюджета?",
        "образование меньше половины бюджета?",
        "ЖКХ больше трети бюджета?",
        "дороги меньше 10 процентов бюджета",
        "на образование идёт больше половины бюджета",
        "білім беру бюджеттің жартысынан көп пе",
        "жолдар бюджеттің 10 пайызынан аз ба",
    ],
)
def test_a_share_of_the_budget_behind_one_line_asks_of_its_own(text: str) -> None:
    question = read_question(text)
    assert (question.intent, question.frame.bounds) == (Intent.SHARE, None)
    assert question.relation is Relation.NAMED
    assert question.names_line
    assert not question.parts


@pytest.mark.parametrize(
    "text",
    [
        "программы образования больше половины бюджета",
        "в образовании больше 1 процента бюджета",
        "что в образовании больше 10 % бюджета",
        "топ 3 образования больше 1 % бюджета",
        "траты больше 20 % бюджета",
        "білім беруде бюджеттің 1 пайызынан көп",
        "білім беру бағдарламалары бюджеттің жартысынан көп",
        "образование больше 10 %",
    ],
)
def test_a_share_still_bounds_the_lines_that_are_asked_for(text: str) -> None:
    question = read_question(text)
    assert question.frame.bounds is not None
    assert question.intent is Intent.LARGEST
