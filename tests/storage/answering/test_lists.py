"""Questions for lists of lines: the largest, those within bounds, all but some, against the sample decisions."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.loading import load_files
from parser.budget_code import level_of
from parser.question.intents import Intent
from parser.question.reading import read_question
from parser.records import Level
from storage.answering.answer import Answer, NotHeld, SureLine
from storage.answering.answer_traits import is_confident, list_matches
from storage.answering.listings import BoundedList, Listing
from storage.answering.page import LIST_PAGE
from storage.answering.request import Request
from storage.answering.service import answer
from storage.answering.several_figures import AcrossGroups, Remainder
from storage.engine import create_engine, create_sessions
from storage.schema import migrate
from storage.search.index import build_index
from tests.harness.databases import database_url
from tests.storage.answering.conftest import Ask

AITEKEBI = Path(__file__).parents[2] / "search" / "cities" / "aitekebi.html"


EDUCATION, HOUSING = ("expenditure/04", 12_523_223_000), ("expenditure/07", 7_074_113_000)


@pytest.mark.parametrize(
    "text", ["на что больше всего тратят", "ең көп ақша неге бөлінді", "самые большие расходы"]
)
async def test_the_largest_of_all_spending_are_groups(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert is_confident(found)
    assert found.heard.question.intent is Intent.LARGEST
    assert isinstance(found, Listing)
    assert found.whole.path == "expenditure"
    assert [(match.path, match.line.amount) for match in list_matches(found)[:2]] == [EDUCATION, HOUSING]
    assert found.page.total == 13


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
        ("қай бөлім ең көп ақша алады", "expenditure", "expenditure/04/464", 17),
    ],
)
async def test_a_list_is_inside_a_line(ask: Ask, text: str, inside: str, first: str, total: int) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    assert (found.whole.path, list_matches(found)[0].path, found.page.total) == (inside, first, total)


async def test_an_office_is_one_line_with_what_it_has_in_all_groups(ask: Ask) -> None:
    found = await ask("топ-3 отдела")
    assert isinstance(found, Listing)
    assert [(match.path, match.line.amount, match.groups) for match in found.page.matches] == [
        ("expenditure/04/464", 12_361_176_000 + 31_605_000, 2),
        ("expenditure/07/467", 5_239_697_000, 5),
        ("expenditure/07/458", 4_126_962_000, 4),
    ]
    assert found.out_of == 17
    assert found.amount == found.total == found.whole.line.amount


@pytest.mark.parametrize(
    ("text", "first", "left"),
    [
        ("самые большие расходы кроме образования", "expenditure/07", 11_262_811_000),
        ("топ 3 расходов без школ", "expenditure/07/467/003", 15_393_723_000),  # no group less a part of it
        ("отделы кроме отдела образования", "expenditure/07/467", 11_393_253_000),
    ],
)
async def test_a_list_goes_without_what_is_taken_out(ask: Ask, text: str, first: str, left: int) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    assert list_matches(found)[0].path == first
    assert found.total == left == found.whole.line.amount - sum(part.line.amount for part in found.without)


async def test_bounds_hold_without_what_is_taken_out(ask: Ask) -> None:
    found = await ask("программы дороже 1 млрд кроме школ")
    assert isinstance(found, BoundedList)
    assert {match.path for match in found.without} == {"expenditure/04/464/003"}
    assert found.page.total == 4


@pytest.mark.parametrize("text", ["среднее по отделам", "бөлімдердің орташа шығыны"])
async def test_an_average_is_of_all_lines_of_the_level(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    assert found.average == 1_399_178_000  # 23,786,034 thousand of 17 offices


async def test_of_what_is_not_counted_there_is_no_average(ask: Ask) -> None:
    found = await ask("в среднем на школу")
    assert isinstance(found, NotHeld)
    assert list_matches(found)[0].path == "expenditure/04/464/003"


@pytest.mark.parametrize(("text", "amount"), [("458", 4_126_962_000), ("467", 5_239_697_000)])
async def test_a_code_alone_is_all_that_the_administrator_has(ask: Ask, text: str, amount: int) -> None:
    found = await ask(text)
    assert isinstance(found, AcrossGroups)
    assert found.amount == amount == sum(match.line.amount for match in list_matches(found))


@pytest.mark.parametrize(("count", "shown"), [(3, 3), (7, 7), (10, 10), (20, 10)])
async def test_so_many_are_shown_as_are_asked_for(ask: Ask, count: int, shown: int) -> None:
    found = await ask(f"топ {count} программ")
    assert isinstance(found, Listing)
    assert (len(found.page.matches), found.page.total) == (shown, count)


@pytest.mark.parametrize(
    "text",
    [
        "программы отдела строительства дороже 1 млрд",
        "құрылыс бөлімінің 1 млрд-тан асатын бағдарламалары",
        "467 бөлім 1 млрд-тан асатын бағдарламалар",
        "467 отдел дороже 1 млрд",
    ],
)
async def test_bounds_of_an_administrator_hold_in_all_its_groups(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, BoundedList)
    assert [(match.path, match.line.amount) for match in found.page.matches] == [
        ("expenditure/07/467/003", 1_994_125_000),
        ("expenditure/07/467/004", 1_678_515_000),
    ]
    # Education, housing, culture, construction, other.
    assert found.total == 162_047_000 + 4_754_989_000 + 106_000_000 + 36_964_000 + 179_697_000
    assert found.amount == 1_994_125_000 + 1_678_515_000


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("образование без школ и садиков", "expenditure/04", {"464/003", "464/009", "464/040"}),
        ("ТКШ абаттандырусыз", "expenditure/07", {"458/018", "467/007"}),
        ("трансферттерсіз", "revenue", {"4"}),
        ("доходы, не считая трансферты", "revenue", {"4"}),
        ("расходы без аппарата акима", "expenditure", {"01/122", "02/122"}),
        ("әлеуметтік салықсыз салық түсімі", "revenue/1", {"03"}),
    ],
)
async def test_what_is_taken_out_is_all_of_its_kind(ask: Ask, text: str, whole: str, parts: set[str]) -> None:
    found = await ask(text)
    assert isinstance(found, Remainder)
    assert found.whole.path == whole
    assert {part.path for part in found.parts} == {f"{whole}/{part}" for part in parts}
    assert found.amount == found.whole.line.amount - sum(part.line.amount for part in found.parts)


async def test_a_name_that_says_other_than_is_no_exclusion(ask: Ask) -> None:
    found = await ask("салықтан басқа түсімдер")
    assert isinstance(found, SureLine)
    assert found.match.path == "revenue/2"


async def test_a_phrase_without_its_word_of_exclusion_is_not_that_phrase(ask: Ask) -> None:
    """«салықтан тыс түсім» is all but taxes."""
    found = await ask("салықтан түсім")
    assert list_matches(found)[0].path == "revenue/1"


async def test_the_smallest_come_first_when_they_are_asked_for(ask: Ask) -> None:
    found = await ask("самые маленькие расходы", limit=20)
    amounts = [match.line.amount for match in list_matches(found)]
    assert found.heard.question.frame.smallest
    assert amounts == sorted(amounts)
    assert amounts[0] > 0


async def test_a_list_has_pages(ask: Ask) -> None:
    pages = [await ask("самые большие расходы", offset=offset) for offset in (0, LIST_PAGE)]
    paths = [match.path for page in pages for match in list_matches(page)]
    assert len(set(paths)) == len(paths) == 13


async def test_a_line_with_nothing_inside_is_shown_itself(ask: Ask) -> None:
    found = await ask("самые большие расходы на библиотеки")
    assert isinstance(found, SureLine)
    assert [match.path for match in list_matches(found)] == ["expenditure/08/455/006"]


@pytest.fixture(scope="module")
def aitekebi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a budget that prints subgroups, and lending with its coded rows."""
    file = tmp_path_factory.mktemp("aitekebi") / "qazyna.db"

    async def load() -> None:
        engine = create_engine(database_url(file))
        await migrate(engine)
        [report] = [loaded async for loaded in load_files(create_sessions(engine), [AITEKEBI])]
        assert report.error is None
        await engine.dispose()

    asyncio.run(load())
    return file


async def ask_at(database: Path, *questions: str) -> list[Answer]:
    engine = create_engine(database_url(database))
    async with create_sessions(engine)() as session:
        index = await build_index(session)
        answers = [
            await answer(session, index, Request(read_question(text), limit=200)) for text in questions
        ]
    await engine.dispose()
    return answers


@pytest.mark.parametrize(
    ("text", "inside", "paths"),
    [
        (
            "из чего состоит чистое бюджетное кредитование",
            "net_lending",
            ["net_lending/10/453/006", "net_lending/5/01/1"],
        ),
        (
            "из чего состоит финансирование дефицита бюджета",
            "financing",
            ["financing_receipts/8/01/1", "financing_receipts/7/01/2", "financing_payments/16/452/008"],
        ),
    ],
)
async def test_each_tenge_stands_once_in_a_list(
    aitekebi: Path, text: str, inside: str, paths: list[str]
) -> None:
    [found] = await ask_at(aitekebi, text)
    assert isinstance(found, Listing)
    assert (found.whole.path, [match.path for match in found.page.matches]) == (inside, paths)


async def test_a_subgroup_is_neither_a_department_nor_a_program(aitekebi: Path) -> None:
    questions = {Level.ADMINISTRATOR: "крупнейшие отделы", Level.PROGRAM: "крупнейшие программы"}
    answers = await ask_at(aitekebi, *questions.values())
    for level, found in zip(questions, answers, strict=True):
        assert {level_of(match.path) for match in list_matches(found)} == {level}


@pytest.mark.parametrize(
    ("text", "by", "first", "total"),
    [
        ("на что тратят больше, чем на культуру", "expenditure/08", "expenditure/04", 4),
        ("мәдениеттен көп неге жұмсалады", "expenditure/08", "expenditure/04", 4),
        ("какие программы дороже детских садов", "expenditure/04/464/009", "expenditure/04/464/003", 2),
        ("какие отделы тратят меньше, чем отдел образования", "expenditure/04/464", "expenditure/07/467", 16),
    ],
)
async def test_a_list_is_bounded_by_a_line(ask: Ask, text: str, by: str, first: str, total: int) -> None:
    found = await ask(text)
    assert isinstance(found, BoundedList)
    assert found.by is not None
    assert (found.by.path, list_matches(found)[0].path, found.page.total) == (by, first, total)
