"""A part of a question that means several lines: all of them are compared and added, never one of them."""

from __future__ import annotations

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of

ROADS, WATER, PRESCHOOLS = "1 622 445", "1 164 379", "2 560 940"
WITH_SCHOOLS = "10 953 251"


async def ask(person: TestUser, question: str) -> list[str]:
    return text_of(await person.send(question)).replace("\u00a0", " ").splitlines()


@pytest.mark.parametrize(
    ("question", "told", "sums"),
    [
        ("что дороже: вода или дороги", "«дороги»: больше на 458 066", (WATER, ROADS)),
        ("проверь: на дороги тратят больше чем на воду", "«дороги»: больше на 458 066", (ROADS, WATER)),
        ("на что тратят больше: дороги или садики", "«садики»: больше на 938 495", (ROADS, PRESCHOOLS)),
        ("школы или садики", "обучение: больше на 5 831 371", (PRESCHOOLS,)),
        ("жол мен су қайсысы көп", "«жол»: 458 066 мың теңге артық", (ROADS, WATER)),
        ("мектеп балабақшадан қанша көп", "білім беру: 5 831 371 мың теңге артық", (PRESCHOOLS,)),
    ],
)
async def test_a_side_is_all_lines_that_its_words_mean(
    asker: TestUser, question: str, told: str, sums: tuple[str, ...]
) -> None:
    _, verdict, *lines = await ask(asker, question)
    assert told in verdict
    for amount, line in zip(sums, lines, strict=False):
        assert amount in line
        assert "посчитано" in line or "есептелді" in line
    assert "120 382" not in verdict


@pytest.mark.parametrize(
    "question",
    ["сколько на школы и садики", "садики + школы", "мектептер мен балабақшаларға қанша", "школы, садики"],
)
async def test_lines_that_are_only_named_are_added_and_not_compared(asker: TestUser, question: str) -> None:
    _, total, *lines = await ask(asker, question)
    assert total.startswith(WITH_SCHOOLS)
    assert any(PRESCHOOLS in line for line in lines)
    assert not any("больше" in line or "артық" in line for line in (total, *lines))


@pytest.mark.parametrize(
    ("question", "language", "choices"),
    [
        ("спорт или ветеринария", Language.RU, ("24 717", "492 332", "63 967")),
        ("что больше: трансферты или образование", Language.RU, ("17 329", "17 184 376", "12 523 223")),
        ("дороги или ремонт дорог", Language.RU, ("120 382", "1 146 724", "355 339")),
        ("спортқа көп пе әлде ветеринарияға ма", Language.KK, ("24 717", "492 332", "63 967")),
    ],
)
async def test_where_the_lines_are_not_of_one_thing_nothing_is_told_of_them(
    asker: TestUser, question: str, language: Language, choices: tuple[str, ...]
) -> None:
    lines = await ask(asker, question)
    assert load_texts(language).get("obstacle-unsure") in lines
    assert not any("больше на" in line or "%" in line or " есе)" in line for line in lines)
    for amount in choices:
        assert any(line.startswith(amount) for line in lines)


async def test_inline_each_choice_is_compared_under_its_name(asker: TestUser) -> None:
    answer = await asker.ask_inline("спорт или ветеринария")
    told = [
        content.message_text
        for result in answer.results[:3]
        if isinstance(result, InlineQueryResultArticle)
        and isinstance(content := result.input_message_content, InputTextMessageContent)
    ]
    assert ["больше" in text for text in told] == [False, True, True]
    assert "Взята строка «Отдел спорта»" in told[1]
    assert "Взята строка «Культура" in told[2]


@pytest.mark.parametrize(
    ("question", "sums"),
    [
        ("дороги в 2013 и 2014", ("1 622 445", "1 685 514", "+3,9 %")),
        ("дороги 10-3 и 21-3", ("1 445 004", "1 622 445", "+12,3 %")),
        ("жолдар 2013 және 2014", ("1 622 445", "1 685 514", "+3,9 %")),
        ("садики за 2013 и 2014", ("2 560 940", "2 797 026", "+9,2 %")),
    ],
)
async def test_in_several_editions_the_lines_of_each_are_added(
    asker: TestUser, question: str, sums: tuple[str, str, str]
) -> None:
    lines = await ask(asker, question)
    first, second = lines[3:5]
    assert sums[0] in first
    assert sums[1] in second
    assert sums[2] in second


async def test_a_line_of_one_edition_alone_is_told(asker: TestUser) -> None:
    lines = await ask(asker, "дороги 10-3 и 21-3")
    repaired = next(n for n, line in enumerate(lines) if line.startswith("3. Ремонт"))
    assert load_texts(Language.RU).get("lacking-edition-line", value="10-3", year="0") in lines[repaired + 1]


async def test_of_years_together_all_lines_are_added(asker: TestUser) -> None:
    assert any("5 357 966" in line for line in await ask(asker, "садики за 2013 и 2014 вместе"))
