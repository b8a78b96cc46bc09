"""Questions for several figures at once, against the sample decisions."""

from __future__ import annotations

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.question.intents import Intent
from parser.question.question import read_question
from storage.answering.answer import answer
from storage.answering.edition import Missing
from storage.search.index import Index

EDUCATION, HOUSING = ("expenditure/04", 12_523_223_000), ("expenditure/07", 7_074_113_000)


@pytest.mark.parametrize(
    "text", ["на что больше всего тратят", "ең көп ақша неге бөлінді", "самые большие расходы"]
)
async def test_the_largest_of_all_spending_are_groups(taraz: AsyncSession, index: Index, text: str) -> None:
    found = await answer(taraz, index, read_question(text))
    assert found.confident
    assert found.intent is Intent.LARGEST
    assert found.inside is not None
    assert found.inside.path == "expenditure"
    assert [(match.path, match.amount) for match in found.matches[:2]] == [EDUCATION, HOUSING]
    assert found.total == 13


@pytest.mark.parametrize(
    ("text", "inside", "first", "total"),
    [
        ("самая дорогая программа", "expenditure", "expenditure/04/464/003", 96),
        ("топ 3 программы образования", "expenditure/04", "expenditure/04/464/003", 3),
        ("білімнің ең ірі бағдарламалары", "expenditure/04", "expenditure/04/464/003", 11),
        ("крупнейшие доходы", "revenue", "revenue/4/02/2", 22),
        ("самый большой налог", "revenue/1", "revenue/1/01/2", 11),
        ("топ 3", "expenditure", "expenditure/04", 3),
        ("какие программы в культуре", "expenditure/08", "expenditure/08/467/011", 15),
        ("қай бөлім ең көп ақша алады", "expenditure", "expenditure/04/464", 29),
    ],
)
async def test_a_list_is_inside_a_line(
    taraz: AsyncSession, index: Index, text: str, inside: str, first: str, total: int
) -> None:
    found = await answer(taraz, index, read_question(text))
    assert found.inside is not None
    assert (found.inside.path, found.matches[0].path, found.total) == (inside, first, total)


async def test_the_smallest_come_first_when_they_are_asked_for(taraz: AsyncSession, index: Index) -> None:
    found = await answer(taraz, index, read_question("самые маленькие расходы"), limit=20)
    amounts = [match.amount for match in found.matches]
    assert found.smallest
    assert amounts == sorted(amounts)
    assert amounts[0] > 0


async def test_a_list_has_pages(taraz: AsyncSession, index: Index) -> None:
    pages = [
        await answer(taraz, index, read_question("самые большие расходы"), limit=5, offset=offset)
        for offset in (0, 5, 10)
    ]
    paths = [match.path for page in pages for match in page.matches]
    assert len(set(paths)) == len(paths) == 13


async def test_a_line_with_nothing_inside_is_shown_itself(taraz: AsyncSession, index: Index) -> None:
    found = await answer(taraz, index, read_question("самые большие расходы на библиотеки"))
    assert found.inside is None
    assert found.confident
    assert [match.path for match in found.matches] == ["expenditure/08/455/006"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("образование 2013 и 2014", [2013, 2014]),
        ("білім беру 2013-2015", [2013, 2014, 2015]),
        ("сравни образование в 2014 и 2013", [2013, 2014]),
    ],
)
async def test_one_line_in_several_years(
    taraz: AsyncSession, index: Index, text: str, years: list[int]
) -> None:
    found = await answer(taraz, index, read_question(text))
    assert {match.path for match in found.matches} == {"expenditure/04"}
    assert [match.edition.year for match in found.matches] == years
    assert found.together


async def test_to_compare_with_one_year_is_to_ask_of_it(taraz: AsyncSession, index: Index) -> None:
    found = await answer(taraz, index, read_question("сравни образование с 2014"))
    assert not found.together
    assert [(match.path, match.edition.year) for match in found.matches] == [("expenditure/04", 2014)]


async def test_a_year_that_is_not_loaded_is_said(taraz: AsyncSession, index: Index) -> None:
    found = await answer(taraz, index, read_question("образование 2013 и 2019"))
    assert found.missing == Missing("year", "2019")
    assert not found.together
    assert (found.matches[0].path, found.matches[0].edition.year) == ("expenditure/04", 2013)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("что изменилось", "21-3"),
        ("бюджет қалай өзгерді", "21-3"),
        ("поправки в бюджет № 15-3", "15-3"),
        ("не өзгерді", "21-3"),
        ("что изменилось 8 апреля", "12-3"),
    ],
)
async def test_what_changed_is_asked_of_a_decision(
    taraz: AsyncSession, index: Index, text: str, number: str
) -> None:
    found = await answer(taraz, index, read_question(text))
    assert found.changes_of is not None
    assert not found.confident
    decision = next(match.edition.decision for match in found.matches)
    assert (decision.number, decision.address) == (number, found.changes_of.decision)


@pytest.mark.parametrize(
    "text", ["iphone 13 бағасы", "культура майя доклад 6 класс", "перешли 10 друзьям", "смартфон до 50 тысяч"]
)
async def test_a_number_among_other_words_is_no_code(taraz: AsyncSession, index: Index, text: str) -> None:
    assert not (await answer(taraz, index, read_question(text))).confident


@pytest.mark.parametrize("text", ["чей это 464 009", "37 303 какая-то сумма непонятно чья"])
async def test_a_long_code_or_amount_is_one_whatever_stands_beside_it(
    taraz: AsyncSession, index: Index, text: str
) -> None:
    assert (await answer(taraz, index, read_question(text))).matches
