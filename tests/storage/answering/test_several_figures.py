"""Questions for a line in several years, decisions, shares and sums, against the sample decisions."""

from __future__ import annotations

import pytest

from parser.budget_code import section_of
from storage.answering.answer import Choice, DecisionChanges, Nothing
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.missing import Missing, MissingKind
from storage.answering.several_figures import (
    Comparison,
    LinesByEdition,
    SumOfLines,
    YearComparison,
)
from storage.answering.together import find_inner
from tests.storage.answering.conftest import Ask


@pytest.mark.parametrize("text", ["трансферты как изменились", "трансферттер қалай өзгерді"])
async def test_what_comes_in_and_what_goes_out_by_one_name_are_both_offered(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert not is_confident(found)
    assert {"revenue/4", "expenditure/15"} <= {match.path for match in list_matches(found)}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("образование 2013 и 2014", [2013, 2014]),
        ("білім беру 2013-2015", [2013, 2014, 2015]),
        ("сравни образование в 2014 и 2013", [2013, 2014]),
    ],
)
async def test_one_line_in_several_years(ask: Ask, text: str, years: list[int]) -> None:
    found = await ask(text)
    assert {match.path for match in list_matches(found)} == {"expenditure/04"}
    assert [match.edition.year for match in list_matches(found)] == years
    assert isinstance(found, YearComparison)


async def test_to_compare_with_one_year_is_to_ask_of_it(ask: Ask) -> None:
    found = await ask("сравни образование с 2014")
    assert not isinstance(found, YearComparison)
    assert [(match.path, match.edition.year) for match in list_matches(found)] == [("expenditure/04", 2014)]


async def test_a_year_that_is_not_loaded_is_said(ask: Ask) -> None:
    found = await ask("образование 2013 и 2019")
    assert isinstance(found, YearComparison)
    assert found.lacking == (Missing(MissingKind.YEAR, "2019"),)
    assert found.heard.missing is None
    assert (list_matches(found)[0].path, list_matches(found)[0].edition.year) == ("expenditure/04", 2013)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("что изменилось", "21-3"),
        ("бюджет қалай өзгерді", "21-3"),
        ("поправки в бюджет № 15-3", "15-3"),
        ("не өзгерді", "21-3"),
        ("что изменилось 8 апреля", "12-3"),
        ("июльское уточнение бюджета", "15-3"),
        ("қараша шешімі не өзгертті", "20-3"),
    ],
)
async def test_what_changed_is_asked_of_a_decision(ask: Ask, text: str, number: str) -> None:
    found = await ask(text)
    assert isinstance(found, DecisionChanges)
    assert is_confident(found)
    assert found.changes.edition.decision.number == number
    assert {match.edition.decision.number for match in found.page.matches} == {number}


@pytest.mark.parametrize(
    "text", ["iphone 13 бағасы", "культура майя доклад 6 класс", "перешли 10 друзьям", "смартфон до 50 тысяч"]
)
async def test_a_number_among_other_words_is_no_code(ask: Ask, text: str) -> None:
    assert not is_confident(await ask(text))


@pytest.mark.parametrize(
    "text", ["чей это 464 009", "464 009 мынау не", "37 303 какая-то сумма непонятно чья"]
)
async def test_a_long_code_or_amount_is_one_whatever_stands_beside_it(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert is_confident(found)
    assert len(list_matches(found)) == 1


@pytest.mark.parametrize("last", ["оборона", "қорғаныс"])
async def test_more_names_than_twelve_are_a_story_with_commas(ask: Ask, last: str) -> None:
    named = ["образование", "спорт", "дороги", "жилищная помощь", "сельское хозяйство", "транспорт"]
    compared = await ask(f"{', '.join(named)} и {last}")
    assert isinstance(compared, SumOfLines | Comparison)
    assert len(compared.page.matches) >= 7
    named += ["культура", "туризм", "библиотеки", "архитектура", "озеленение", "освещение"]
    assert not isinstance(await ask(f"{', '.join(named)} и {last}"), SumOfLines | Comparison)


@pytest.mark.parametrize("last", ["оборона", "қорғаныс"])
async def test_more_long_parts_than_five_are_a_story_with_commas(ask: Ask, last: str) -> None:
    named = ["образование", "спорт", "ремонт районных дорог и улиц", "жилищная помощь", "культура"]
    assert not isinstance(await ask(f"{', '.join(named)} и {last}"), SumOfLines | Comparison)


async def test_what_is_compared_is_never_parted(ask: Ask) -> None:
    found = await ask("білім беру 2013-2015", limit=1)
    assert isinstance(found, YearComparison)
    assert len(found.page.matches) == found.page.total == 3


async def test_what_a_rival_may_mean_instead_is_offered(ask: Ask) -> None:
    found = await ask("дороги или школы")
    assert isinstance(found, Comparison)
    shown = [match.path for match in found.page.matches]
    assert shown[1] == "expenditure/04/464/003"
    assert {"expenditure/12/458/023", "expenditure/12/458/045"} <= {*shown, *(m.path for m in found.others)}


@pytest.mark.parametrize("text", ["12-3", "№ 12-3", "08.04.2013"])
async def test_a_decision_that_stands_alone_is_asked_what_it_changed(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, DecisionChanges), found
    assert found.changes.edition.decision.number == "12-3"


async def test_a_decision_that_is_not_loaded_shows_no_other_one_s_changes(ask: Ask) -> None:
    assert not isinstance(await ask("№ 99-9"), DecisionChanges)


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("трансферты сколько процентов дохода", "revenue"),
        ("трансферттер кірістің неше пайызы", "revenue"),
        ("трансферты сколько процентов расходов", "expenditure"),
    ],
)
async def test_a_share_is_of_the_side_that_is_named(ask: Ask, text: str, section: str) -> None:
    found = await ask(text)
    assert {section_of(match.path).value for match in list_matches(found)} == {section}


async def test_of_a_year_that_lacks_a_line_there_is_no_sum(ask: Ask) -> None:
    whole = await ask("школы, садики и спорт вместе в 2013 и 2014")
    lacking = await ask("школы, садики и ремонт дорог вместе в 2013 и 2014")
    assert isinstance(whole, LinesByEdition)
    assert isinstance(lacking, LinesByEdition)
    assert len(whole.sums) == 2
    assert {match.edition.year for match in lacking.page.matches} == {2013, 2014}
    assert (lacking.sums, lacking.page.total) == ((), 7)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "отдел строительства или отдел ЖКХ",
            [("expenditure/07/467", 5_239_697_000, 5), ("expenditure/07/458", 4_126_962_000, 4)],
        ),
        ("отдел образования и отдел культуры вместе", [("expenditure/04/464", 12_392_781_000, 2)]),
        ("білім бөлімі мен мектептер", [("expenditure/04/464", 12_392_781_000, 2)]),
        # Of both the one holds a slice of the other.
        ("сравни образование и отдел образования", [("expenditure/04", 12_523_223_000, 1)]),
        (
            "отдел строительства и отдел ЖКХ в 12-3 и 21-3",
            [("expenditure/07/467", 4_945_542_000, 3), ("expenditure/07/458", 3_565_955_000, 4)],
        ),
        ("отдел образования 2013 и 2014", [("expenditure/04/464", 12_392_781_000, 2)]),
    ],
)
async def test_an_office_is_compared_with_all_that_it_has(
    ask: Ask, text: str, told: list[tuple[str, int, int]]
) -> None:
    found = list_matches(await ask(text))[: len(told)]
    assert [(match.path, match.line.amount, match.groups) for match in found] == told


@pytest.mark.parametrize(
    "text", ["сравни отдел образования и отдел спорта", "білім бөлімі мен спорт бөлімін салыстыр"]
)
async def test_a_side_is_sure_whose_words_are_an_offices_name(ask: Ask, text: str) -> None:
    compared = await ask(text)
    assert isinstance(compared, Comparison)
    assert (compared.unsure, compared.others) == ((), ())


async def test_what_an_office_has_in_one_group_is_a_part_of_all_that_it_has(ask: Ask) -> None:
    office, schools = list_matches(await ask("отдел образования и школы"))
    assert find_inner((office, schools)) == [(schools, office)]
    group, office = list_matches(await ask("сравни образование и отдел образования"))
    assert find_inner((group, office)) == [(office, group)]


async def test_an_office_is_offered_once_with_all_that_it_has(ask: Ask) -> None:
    offered = list_matches(await ask("строительство"))
    assert (offered[0].path, offered[0].line.amount, offered[0].groups) == (
        "expenditure/07/467",
        5_239_697_000,
        5,
    )
    assert [match.path for match in offered if match.path.endswith("467")] == ["expenditure/07/467"]
    offered = list_matches(await ask("сколько денег на дороги?"))
    assert [match.groups for match in offered] == [1, 1, 1, 1, 4]


@pytest.mark.parametrize("text", ["250 тысяч", "250 мың", "двести тысяч", "1 900 000 000", "1900000 тыс"])
async def test_an_amount_that_no_line_has_is_no_thousandfold(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, Nothing)
    assert found.heard.missing is not None
    assert found.heard.missing.kind is MissingKind.AMOUNT
    assert found.nearest


@pytest.mark.parametrize("text", ["250 000 тысяч", "250000", "250 000 000 тенге"])
async def test_an_amount_is_counted_as_it_is_said(ask: Ask, text: str) -> None:
    assert [match.path for match in list_matches(await ask(text))] == ["expenditure/07/458/015"]


@pytest.mark.parametrize("text", ["2560940", "2 560 940 тыс. тенге", "2 560 940 000"])
async def test_an_amount_of_one_printed_row_is_not_that_of_the_office(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, Choice)
    assert found.heard.missing is not None
    assert found.heard.missing.kind is MissingKind.AMOUNT_SUMMAND
    assert [match.path for match in list_matches(found)] == ["expenditure/04/464"]


@pytest.mark.parametrize("text", ["8 392 311,0", "на что 8392311,0", "8 392,3 млн"])
async def test_an_amount_with_decimals_is_read_whole(ask: Ask, text: str) -> None:
    assert [match.path for match in list_matches(await ask(text))] == ["expenditure/04/464/003"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("доходы 23,8 млрд", "revenue"),
        ("шығындар 23,5 млрд", "expenditure"),
        ("садики 8 392 311", "expenditure/04/464/009"),
    ],
)
async def test_an_amount_of_another_line_is_said_to_be_elsewhere(ask: Ask, text: str, first: str) -> None:
    found = await ask(text)
    assert isinstance(found, Choice)
    assert found.heard.missing is not None
    assert found.heard.missing.kind is MissingKind.AMOUNT_ELSEWHERE
    assert list_matches(found)[0].path == first
