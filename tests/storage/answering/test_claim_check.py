"""Claims beside the sample budget: exactly, rounded, cut off, or by how much they differ; never a neighbour."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.intents import Direction
from storage.answering.answer import CheckedStatement, ClaimCheck
from storage.answering.answer_traits import count_lines, is_confident, list_matches
from storage.answering.compared_figure import Agreement
from storage.answering.figures_compared import compare_figure
from storage.answering.missing import MissingKind
from tests.storage.answering.conftest import Ask

EDUCATION, SCHOOLS = "expenditure/04", "expenditure/04/464/003"
EXACT, ROUNDED, CUT_OFF = Agreement.EXACT, Agreement.ROUNDED, Agreement.CUT_OFF


async def check(ask: Ask, text: str) -> ClaimCheck:
    found = await ask(text)
    assert isinstance(found, ClaimCheck)
    return found


async def check_one(ask: Ask, text: str) -> CheckedStatement:
    (checked,) = (await check(ask, text)).statements
    return checked


def agreements(checked: CheckedStatement) -> dict[str, Agreement | None]:
    """How each edition's amount is the claimed one, by the decision's number."""
    return {each.decision.number: each.agreement for each in checked.lines[0].compared}


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("проверь: на образование дали 12 523 223 тыс. тенге", {"21-3": EXACT}),
        ("тексер: білім беруге 12 523 223 мың теңге бөлінді", {"21-3": EXACT}),
        ("проверь: образование 12 523 223", {"21-3": EXACT}),  # in the table's unit
        ("проверь: образование 12 523 223 000", {"21-3": EXACT}),  # in tenge
        (
            "тексер: білім беруге 12,5 млрд бөлінді",
            {"15-3": ROUNDED, "18-3": CUT_OFF, "20-3": ROUNDED, "21-3": ROUNDED},
        ),
        ("рас па: білім беруге 12,4 млрд бөлінді", {"15-3": CUT_OFF}),
        ("правда ли, что на образование дали 12 523 523 тысячи", {"20-3": EXACT}),
        ("проверь: на образование дали 2 млрд", {}),
    ],
)
async def test_an_amount_stands_beside_all_editions(
    ask: Ask, text: str, agreed: dict[str, Agreement]
) -> None:
    found = await check(ask, text)
    assert is_confident(found)
    assert count_lines(found) == 1
    (checked,) = found.statements
    assert checked.lines[0].match.path == EDUCATION
    assert list(agreements(checked)) == ["10-3", "12-3", "15-3", "18-3", "20-3", "21-3"]
    assert {number: told for number, told in agreements(checked).items() if told} == agreed


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("проверь: в 2014 на школы дали 9 млрд", None),  # of 9 607 570 it is no nearer than 10
        ("тексер: 2014 жылы мектепке 9 млрд бөлінді", None),
        ("проверь: в 2014 на школы дали 10 млрд", ROUNDED),
        ("тексер: 2014 жылы мектепке 9,6 млрд бөлінді", ROUNDED),
    ],
)
async def test_what_is_cut_off_has_more_than_one_digit(ask: Ask, text: str, agreed: Agreement | None) -> None:
    assert agreements(await check_one(ask, text)) == {"10-3": agreed}


async def test_by_how_much_it_differs(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: на образование дали 12 млрд")
    newest = checked.lines[0].compared[-1]
    assert (int(newest.actual), int(newest.difference)) == (12_523_223_000, 523_223_000)
    assert newest.agreement is CUT_OFF


async def test_a_change_is_since_the_original_or_of_one_decision(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: расходы на образование выросли на 237 млн")
    told = [
        (each.since.number, each.decision.number, int(each.actual), each.over_gap)
        for each in checked.lines[0].compared
        if each.agreement and each.since
    ]
    assert told == [("10-3", "21-3", 236_875_000, True)]
    growth = await check_one(ask, "тексер: білім беру 2 % өсті")
    assert [each.agreement for each in growth.lines[0].compared if each.agreement] == [ROUNDED]


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("проверь: на школы и садики добавили 154 млн", {("10-3", "21-3"): (153_703_000, ROUNDED)}),
        ("тексер: мектептер мен балабақшаларға 154 млн қосылды", {("10-3", "21-3"): (153_703_000, ROUNDED)}),
        ("проверь: на школы и садики добавили 101 727 000", {("15-3", "18-3"): (101_727_000, EXACT)}),
        ("проверь: у школ и садиков убрали 51 млн", {("10-3", "12-3"): (-51_000_000, EXACT)}),
    ],
)
async def test_a_change_of_lines_that_are_named_together_is_of_their_sum(
    ask: Ask, text: str, agreed: dict[tuple[str, str], tuple[int, Agreement]]
) -> None:
    (line,) = (await check_one(ask, text)).lines
    preschools = [f"expenditure/04/464/{program}" for program in ("009", "040")]
    assert [match.path for match in line.matches] == [SCHOOLS, *preschools]
    told = {
        (each.since.number, each.decision.number): (int(each.actual), each.agreement)
        for each in line.compared
        if each.agreement and each.since
    }
    assert told == agreed


@pytest.mark.parametrize(
    ("text", "agrees", "contrary"),
    [
        ("проверь: дефицит вырос на 218 млн", True, False),
        ("тексер: тапшылық 218 миллионға өсті", True, False),
        ("проверь: дефицит вырос в 4,5 раза", True, False),
        ("проверь: дефицит сократился на 218 млн", False, False),
        ("тексер: тапшылық 218 миллионға азайды", False, False),
        ("проверь: дефицит 281 млн", True, False),
        ("проверь: бюджет профицитный, 281 млн", False, True),
        ("тексер: профицит 281 млн", False, True),
        ("проверь: доходы выросли, а расходы сократились на 1,8 млрд", False, False),
        ("тексер: кірістер өсті, ал шығыстар 1,8 миллиардқа азайды", False, False),
        ("проверь: доходы сократились, а расходы выросли на 1,8 млрд", True, False),
    ],
)
async def test_a_deficit_grows_downwards_and_a_change_goes_as_its_own_verb_says(
    ask: Ask, text: str, agrees: bool, contrary: bool
) -> None:
    checked = await check_one(ask, text)
    assert checked.sure
    compared = checked.lines[0].compared
    assert any(each.agreement for each in compared) is agrees
    assert all(each.contrary for each in compared) is contrary


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("проверь: налоги 5,3 млрд в 2013 году и 4,9 млрд в 2014", [(2013, True), (2014, True)]),
        ("проверь: в 2013 школам 8,4 млрд, в 2014 — 8,4 млрд", [(2013, True), (2014, False)]),
        ("тексер: 2013 жылы мектептерге 8,4 млрд, 2014 жылы 9,6 млрд", [(2013, True), (2014, True)]),
        ("проверь: в 2014 школам 9,6 млрд, детсадам 8,4 млрд", [(2014, True), (2014, False)]),
    ],
)
async def test_each_figure_is_of_the_year_beside_it(ask: Ask, text: str, at: list[tuple[int, bool]]) -> None:
    lines = [checked.lines[0] for checked in (await check(ask, text)).statements]
    agreed = [any(each.agreement for each in line.compared) for line in lines]
    assert list(zip((line.match.edition.year for line in lines), agreed, strict=True)) == at


async def test_each_figure_is_of_the_month_beside_it(ask: Ask) -> None:
    found = await check(ask, "проверь: в апреле школам 8,3 млрд, в декабре 8,4 млрд")
    named = [checked.lines[0].named_decision for checked in found.statements]
    assert [decision.number for decision in named if decision] == ["12-3", "21-3"]


@pytest.mark.parametrize("text", ["проверь: на школы дали 9,6 млрд", "тексер: мектептерге 9,6 млрд бөлінді"])
async def test_what_another_year_has_is_told(ask: Ask, text: str) -> None:
    (line,) = (await check_one(ask, text)).lines
    assert [(each.year, int(each.actual)) for each in line.compared if each.agreement] == [
        (2014, 9_607_570_000)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "проверь: на уставный капитал 35 млн в ноябре",
        "тексер: қарашада жарғылық капиталға 35 млн бөлінді",
        "проверь: по решению № 20-3 на уставный капитал 35 млн",
    ],
)
async def test_a_line_that_the_named_decision_lacks_is_compared_with_no_other(ask: Ask, text: str) -> None:
    checked = await check_one(ask, text)
    assert checked.missing is not None
    assert checked.missing.kind is MissingKind.EDITION_LINE
    assert not checked.lines


async def test_a_rise_is_no_cut(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: образование урезали на 237 млн")
    assert not any(each.agreement for each in checked.lines[0].compared)


async def test_a_change_may_be_since_the_year_before(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: в 2014 году расходы на образование выросли на 5 %")
    (compared,) = checked.lines[0].compared
    assert compared.since_year == 2013
    assert checked.lines[0].match.edition.year == 2014


async def test_a_share_is_of_each_line_above(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: на образование идёт 52 % расходов")
    (compared,) = checked.lines[0].compared
    assert compared.whole is not None
    assert (compared.whole.path, compared.agreement) == ("expenditure", CUT_OFF)


async def test_lines_of_which_none_is_meant_are_offered(ask: Ask) -> None:
    found = await check(ask, "проверь: на озеленение дали 2 млрд")
    (checked,) = found.statements
    assert not checked.sure
    assert not is_confident(found)
    assert len(checked.lines) == len(list_matches(found)) == 2
    assert all(not any(each.agreement for each in line.compared) for line in checked.lines)


async def test_words_around_the_line_are_passed_over(ask: Ask) -> None:
    text = "проверь: Акимат снова выделил на образование города целых 12 млрд тенге из наших налогов!!!"
    checked = await check_one(ask, text)
    assert checked.sure
    assert checked.lines[0].match.path == EDUCATION


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("проверь: в Алматы на образование дали 2 млрд", ("place", "Алматы")),
        ("проверь: Алматы. На образование дали 2 млрд", ("place", "Алматы")),
        ("тексер: 2019 жылы білім беруге 5 млрд бөлінді", ("year", "2019")),
        ("проверь: Бюджет на 2019 год. На образование 5 млрд", ("year", "2019")),
    ],
)
async def test_what_is_not_loaded_is_not_compared(ask: Ask, text: str, missing: tuple[str, str]) -> None:
    checked = await check_one(ask, text)
    assert checked.missing is not None
    assert (checked.missing.kind, checked.missing.value) == missing
    assert checked.lines == ()


@pytest.mark.parametrize("text", ["проверь: на единорогов дали 3 млрд", "тексер: 3 млрд берілді"])
async def test_no_line_is_taken_where_none_fits(ask: Ask, text: str) -> None:
    checked = await check_one(ask, text)
    assert checked.lines == ()
    assert not checked.sure


async def test_several_figures_each_with_its_line(ask: Ask) -> None:
    text = "проверь: В 2014 году на школы дали 9,6 млрд, а доходы бюджета — 21 млрд. Построили 5 школ."
    found = await check(ask, text)
    assert [line.match.edition.year for each in found.statements for line in each.lines] == [2014, 2014]
    assert [each.statement.figure.said for each in found.statements] == ["9,6 млрд", "21 млрд"]
    assert [each.lines[0].match.path for each in found.statements] == [SCHOOLS, "revenue"]
    assert found.unread == ("5 школ",)


async def test_a_balance_below_zero_is_as_large_as_it_is_said(ask: Ask) -> None:
    checked = await check_one(ask, "проверь: дефицит бюджета 281 421 тыс. тенге")
    (line,) = checked.lines
    assert line.compared[-1].actual == -281_421_000
    assert line.compared[-1].agreement is EXACT


async def test_what_grew_from_nothing_has_no_growth(ask: Ask) -> None:
    found = await ask("образование", cards=True)
    card = list_matches(found)[0].card
    assert card is not None
    assert card.overall is not None
    card = replace(card, ledger=card.ledger[-1:], overall=replace(card.overall, old=0))
    figure = ClaimedFigure(
        "5 %", 0, 3, FigureKind.GROWTH, Fraction(5, 100), Fraction(1, 100), Direction.RISES
    )
    assert compare_figure(figure, card) == (1, ())
