"""At which place a line stands among its like, against the sample decisions."""

from __future__ import annotations

import pytest

from parser.budget_code import section_of
from storage.answering.answer import Choice, NotHeld, SureLine
from storage.answering.answer_traits import is_confident
from storage.answering.listings import Listing
from storage.answering.several_figures import SumOfLines
from tests.storage.answering.conftest import Ask


@pytest.mark.parametrize(
    ("text", "path", "number", "out_of", "amount"),
    [
        ("на каком месте образование по расходам", "expenditure/04", 1, 13, 12_523_223_000),
        ("образование на первом месте?", "expenditure/04", 1, 13, 12_523_223_000),
        ("білім беру бірінші орында ма", "expenditure/04", 1, 13, 12_523_223_000),
        ("какое место занимает спорт в бюджете", "expenditure/08", 5, 13, 492_332_000),
        ("мәдениет шығын бойынша нешінші орында", "expenditure/08", 5, 13, 492_332_000),
        ("освещение входит в тройку?", "expenditure/07/458/015", 14, 96, 250_000_000),
        ("464 009 на каком месте", "expenditure/04/464/009", 3, 96, 1_889_410_000),
        ("на каком месте по доходам земельный налог", "revenue/1/04/3", 8, 22, 243_890_000),
        ("жер салығы кірістер бойынша нешінші орында", "revenue/1/04/3", 8, 22, 243_890_000),
        ("какое место у трансфертов", "revenue/4", 1, 4, 17_184_376_000),
        ("мәдениет бестікке кіреді ме", "expenditure/08", 5, 13, 492_332_000),
        ("ЖКХ не входит в тройку", "expenditure/07", 2, 13, 7_074_113_000),
        ("входит в тройку ЖКХ", "expenditure/07", 2, 13, 7_074_113_000),
        ("ТКШ үштікке кірмейді", "expenditure/07", 2, 13, 7_074_113_000),
        ("образование не входит в тройку", "expenditure/04", 1, 13, 12_523_223_000),
        ("білім беру үштікке кірген жоқ", "expenditure/04", 1, 13, 12_523_223_000),
        ("образование не на первом месте", "expenditure/04", 1, 13, 12_523_223_000),
        ("в Таразе образование на каком месте", "expenditure/04", 1, 13, 12_523_223_000),
    ],
)
async def test_a_line_is_ranked_among_the_lines_of_its_level(
    ask: Ask, text: str, path: str, number: int, out_of: int, amount: int
) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    [ranked] = found.ranked
    assert (ranked.match.path, ranked.number, found.out_of) == (path, number, out_of)
    assert ranked.match.line.amount == amount
    assert found.whole.path == section_of(path)
    assert is_confident(found)
    shown = found.page.offset + [match.path for match in found.page.matches].index(path) + 1
    assert shown == number


async def test_an_office_is_ranked_among_offices_with_all_that_it_has(ask: Ask) -> None:
    found = await ask("на каком месте отдел строительства")
    assert isinstance(found, Listing)
    [ranked] = found.ranked
    assert (ranked.match.path, ranked.match.groups) == ("expenditure/07/467", 5)
    assert (ranked.number, found.out_of, ranked.match.line.amount) == (2, 17, 5_239_697_000)


async def test_one_of_the_lines_that_a_word_stands_for_has_no_place_of_its_own(ask: Ask) -> None:
    assert isinstance(await ask("дороги входят в тройку?"), Choice)
    assert isinstance(await ask("жолдар нешінші орында"), Choice)


async def test_all_of_the_list_is_to_be_paged_through(ask: Ask) -> None:
    found = await ask("освещение входит в тройку?")
    assert isinstance(found, Listing)
    assert (found.page.offset, found.page.total) == (10, 96)
    first = await ask("освещение входит в тройку?", every=True)
    assert isinstance(first, Listing)
    assert first.page.offset == 0
    assert first.page.matches[0].path == "expenditure/04/464/003"
    assert first.ranked == found.ranked


@pytest.mark.parametrize(
    ("text", "inside", "first"),
    [
        ("что на первом месте в культуре", "expenditure/08", "expenditure/08/467/011"),
        ("первое место в культуре", "expenditure/08", "expenditure/08/467/011"),
        ("мәдениетте бірінші орында не", "expenditure/08", "expenditure/08/467/011"),
        ("что на первом месте по расходам", "expenditure", "expenditure/04"),
        ("кто на последнем месте", "expenditure", "expenditure/10/462"),
    ],
)
async def test_which_line_stands_at_a_place_is_asked_inside(
    ask: Ask, text: str, inside: str, first: str
) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    assert all(ranked.match.path == first and ranked.number == 1 for ranked in found.ranked)
    assert (found.whole.path, found.page.matches[0].path) == (inside, first)


@pytest.mark.parametrize(
    ("text", "path", "number", "out_of"),
    [
        ("что на 5 месте по расходам", "expenditure/08", 5, 13),
        ("5-орында не тұр", "expenditure/08", 5, 13),
        ("5 орында кайсы сала тур", "expenditure/08", 5, 13),
        ("тортинши орында кандай сала", "expenditure/06", 4, 13),
        ("кто на четвёртом месте по расходам из отраслей", "expenditure/06", 4, 13),
        ("на 2-м месте в культуре что", "expenditure/08/455/003", 2, 15),
        ("какая программа на восьмом месте", "expenditure/04/464/067", 8, 96),
        ("кто на 5 месте", "expenditure/01/122", 5, 17),
        ("что на 11 месте", "expenditure/15", 11, 13),
    ],
)
async def test_the_line_at_a_place_is_told(ask: Ask, text: str, path: str, number: int, out_of: int) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    [ranked] = found.ranked
    assert (ranked.match.path, ranked.number, found.out_of) == (path, number, out_of)
    assert path in [match.path for match in found.page.matches]  # on the page where it stands


@pytest.mark.parametrize(
    ("text", "path", "number"),
    [
        ("топ 3 расходов что на 5 месте", "expenditure/08", 5),
        ("топ 3 шығын, 5-орында не тұр", "expenditure/08", 5),
        ("какие не вошли в тройку и что на 2 месте", "expenditure/07", 2),
        ("қай салалар үштікке кірмеді, 2-орында не тұр", "expenditure/07", 2),
    ],
)
async def test_the_line_at_a_place_is_told_beside_a_list_that_lacks_it(
    ask: Ask, text: str, path: str, number: int
) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    [ranked] = found.ranked
    assert (ranked.match.path, ranked.number, found.page.total) == (path, number, 13)
    shown = found.page.offset + [match.path for match in found.page.matches].index(path) + 1
    assert shown == number


@pytest.mark.parametrize(
    ("text", "number", "total"),
    [
        ("самые большие капитальные расходы, что на 2 месте", 2, 17),
        ("топ 1 аппаратов что на 2 месте", 2, 2),
        ("екінші орында қай аппарат", 2, 2),
    ],
)
async def test_the_line_at_a_place_is_told_among_lines_of_the_same_words(
    ask: Ask, text: str, number: int, total: int
) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    [ranked] = found.ranked
    assert found.kind
    assert (ranked.number, found.out_of, found.page.total) == (number, total, total)
    assert found.page.matches[number - 1] == ranked.match


async def test_no_line_of_the_same_words_stands_behind_the_last(ask: Ask) -> None:
    found = await ask("самые большие капитальные расходы, что на 40 месте")
    assert isinstance(found, Listing)
    assert found.kind
    assert (found.ranked, found.out_of) == ((), 17)


async def test_a_place_that_no_line_has_is_none(ask: Ask) -> None:
    found = await ask("что на 20 месте по расходам")
    assert isinstance(found, Listing)
    assert (found.ranked, found.out_of, found.heard.question.frame.at_rank) == ((), 13, 20)
    seats = await ask("балабақшада 5 орын бар ма")
    assert seats.heard.question.frame.at_rank is None


@pytest.mark.parametrize(
    ("text", "first", "total"),
    [
        ("какие не вошли в тройку", "expenditure/06", 10),
        ("үштікке кірмеген салалар", "expenditure/06", 10),
        ("кто не попал в пятёрку", "expenditure/08/455", 12),
        ("бестікке кірмей қалған бөлімдер", "expenditure/08/455", 12),
        ("какие программы образования не вошли в пятёрку", "expenditure/04/467/037", 6),
    ],
)
async def test_the_lines_after_the_first_are_told(ask: Ask, text: str, first: str, total: int) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    assert found.heard.question.frame.outside
    assert (found.page.matches[0].path, found.page.total, len(found.page.matches)) == (
        first,
        total,
        min(total, 10),
    )


async def test_those_that_are_among_the_first_are_told(ask: Ask) -> None:
    found = await ask("какие вошли в тройку")
    assert isinstance(found, Listing)
    assert [match.path for match in found.page.matches] == [
        f"expenditure/{code}" for code in ("04", "07", "12")
    ]


@pytest.mark.parametrize(
    "text", ["на каком месте образование и культура", "білім беру мен мәдениет нешінші орында"]
)
async def test_several_lines_of_one_level_are_ranked_together(ask: Ask, text: str) -> None:
    found = await ask(text)
    assert isinstance(found, Listing)
    places = [(ranked.match.path, ranked.number) for ranked in found.ranked]
    assert places == [("expenditure/04", 1), ("expenditure/08", 5)]
    assert isinstance(await ask("на каком месте образование и отдел культуры"), SumOfLines)


async def test_what_is_not_surely_named_gets_no_place(ask: Ask) -> None:
    found = await ask("на каком месте ремонт школ")
    assert not isinstance(found, Listing | SureLine)
    assert not is_confident(found)
    assert isinstance(await ask("на каком месте построят школу"), NotHeld)
    for text in ("какое место в садике", "балабақшада қандай орын бар"):  # of places in a kindergarten
        assert not (await ask(text)).heard.question.frame.ranked


async def test_what_is_in_the_first_three_is_asked_of_a_line(ask: Ask) -> None:
    found = await ask("мәдениеттен үштікке не кіреді")  # «не» asks, and denies nothing
    assert not isinstance(found, Listing) or not found.ranked
