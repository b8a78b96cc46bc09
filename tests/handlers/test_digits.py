"""Digits of any script are read as the numbers that they are, in questions, claims and commands."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from aiogram.types import InlineQueryResultArticle

from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.sweeping import crossed

SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９", "०१२३४५६७८९", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
TYPED = {
    Language.KK: [
        "464 009",
        "жарық 2014",
        "жарық 12-3",
        "тексер: жарыққа 700 млн бөлінді",
        "2 млрд теңгеден көп",
        "/changes 12-3",
        "/changes 4",
    ],
    Language.RU: [
        "464 009",
        "освещение 2014",
        "освещение 12-3",
        "проверь: на освещение дали 700 млн",
        "больше 2 млрд",
        "/changes 12-3",
        "/changes 4",
    ],
}


@pytest.mark.parametrize(("digits", "number"), crossed(SCRIPTS, range(7)))
async def test_digits_of_any_script_are_numbers(
    person: TestUser, language: Language, digits: str, number: int
) -> None:
    asked = TYPED[language][number]
    other = asked.translate({ord(str(value)): digit for value, digit in enumerate(digits)})
    assert text_of(await person.send(other)) == text_of(await person.send(asked))
    if not asked.startswith("/"):
        typed, meant = [(await person.ask_inline(query)).results for query in (other, asked)]
        assert _titles(typed) == _titles(meant)


@pytest.mark.parametrize("digits", SCRIPTS)
async def test_a_message_goes_on_with_a_year_in_them(
    person: TestUser, language: Language, digits: str
) -> None:
    year = "2014".translate({ord(str(value)): digit for value, digit in enumerate(digits)})
    asked = {Language.KK: "ал {} жылы?", Language.RU: "а в {}?"}[language]
    shown = []
    for each in ("2014", year):
        await person.send("464 009")
        shown.append(text_of(await person.send(asked.format(each))))
    assert shown[0] == shown[1]
    assert "1\u00a0200\u00a0000" in shown[1]


def _titles(results: Sequence[object]) -> list[str]:
    return [each.title for each in results if isinstance(each, InlineQueryResultArticle)]
