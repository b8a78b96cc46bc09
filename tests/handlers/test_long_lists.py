"""Lists that answer a question: ten lines a message, as many as are asked for, and whole offices."""

from __future__ import annotations

import re

import pytest

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.taking import AMOUNT, take
from tests.harness.person import TestUser, text_of

KK, RU = Language.KK, Language.RU
ROWS = 6
LARGEST = {KK: "ең үлкен шығындар", RU: "самые большие расходы"}
COUNTED = [
    ({KK: "100 млн-нан асатын 10 шығын", RU: "10 расходов больше 100 млн"}, 10, 28),
    ({KK: "100 миллионнан көп 7 бағдарлама", RU: "какие 7 программ дороже 100 миллионов"}, 7, 28),
    ({KK: "10 млн-нан арзан бес бағдарлама", RU: "пять статей дешевле 10 млн"}, 5, 32),
    ({KK: "100 млн-нан көп шығындар", RU: "расходы больше 100 млн"}, 10, 28),
]
OF_OFFICE = [
    {KK: "458 ішінде не бар", RU: "что входит в 458"},
    {KK: "458 бағдарламалары 100 млн-нан қымбат", RU: "458 программы дороже 100 млн"},
]


def flat(text: str) -> str:
    return text.replace("\u00a0", " ")


def numbers(text: str) -> list[int]:
    """The numbers of the lines that a text lists."""
    return [int(number) for number in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]


def count_rows(person: TestUser) -> int:
    markup = person.message.reply_markup if person.message else None
    return len(markup.inline_keyboard) if markup else 0


async def test_a_list_has_ten_lines_and_the_rest_on_the_next_page(
    asker: TestUser, texts: Texts, language: Language
) -> None:
    first = flat(text_of(await asker.send(LARGEST[language])))
    assert numbers(first) == [*range(1, 11)]
    assert count_rows(asker) <= ROWS
    rest = flat(text_of(await asker.press(texts.get("button-next"))))
    assert numbers(rest) == [11, 12, 13]
    await asker.press("12. ")
    assert flat(text_of(await asker.press(texts.get("button-back-answer")))) == rest
    assert flat(text_of(await asker.press(texts.get("button-previous")))) == first


@pytest.mark.parametrize(("asked", "shown", "total"), COUNTED)
async def test_within_bounds_as_many_are_shown_as_are_asked_for(
    asker: TestUser, texts: Texts, language: Language, asked: dict[Language, str], shown: int, total: int
) -> None:
    text = flat(text_of(await asker.send(asked[language])))
    page = texts.get("candidates-page", total=total, first=1, last=shown)
    assert page in text
    assert numbers(text) == [*range(1, shown + 1)]
    assert texts.get("bounded-unread", words="10", count=1) not in text
    following = flat(text_of(await asker.press(texts.get("button-next"))))
    assert numbers(following)[0] == shown + 1


@pytest.mark.parametrize("asked", OF_OFFICE)
async def test_what_a_list_of_an_office_is_inside_of_is_all_that_the_office_has(
    asker: TestUser, texts: Texts, language: Language, asked: dict[Language, str]
) -> None:
    listed = flat(text_of(await asker.send(asked[language])))
    office = next(label for label in asker.labels if label.startswith("⬆"))
    assert [label for label in asker.labels if label.startswith("↔")] == []
    card = flat(text_of(await asker.press(office)))
    assert "4 126 962" in card
    assert flat(text_of(await asker.press(texts.get("button-back-answer")))) == listed
    taken = await take(asker, texts)
    amounts = [int(cell) for cell in taken.column(AMOUNT)]
    assert amounts[0] == 4_126_962_000
    if asked == OF_OFFICE[0]:
        assert sum(amounts[1:]) == amounts[0]
