"""A decision that is loaded and has no table of the year asked for: that is said, and not that it is not loaded."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from tests.harness.person import TestUser, text_of


def speaks(message: str) -> Language:
    """The language of a message of this file, which is answered in it."""
    return Language.KK if "кітапхана" in message or "шешім" in message else Language.RU


@pytest.mark.parametrize(
    ("message", "number", "year"),
    [
        ("решение 21-3 библиотеки 2014", "21-3", "2014"),
        ("школы в 2015 году по решению 12-3", "12-3", "2015"),
        ("какая доля библиотек по решению № 20-3 в 2014", "20-3", "2014"),
        ("21-3 шешімі бойынша кітапханалар 2014 жылы", "21-3", "2014"),
        ("№ 18-3 шешімдегі мектептер 2015 жылы", "18-3", "2015"),
    ],
)
async def test_it_is_said_before_another_edition_is_shown(
    asker: TestUser, message: str, number: str, year: str
) -> None:
    texts, told = load_texts(speaks(message)), text_of(await asker.send(message))
    assert told.startswith(texts.get("missing-decision-year", value=number, year=year))
    assert texts.get("missing-decision", value=number) not in told
    assert "№ 10-3" in told  # whose table of the year it is


@pytest.mark.parametrize("message", ["решение 19-6 библиотеки 2014", "19-6 шешімі кітапханалар 2014 жылы"])
async def test_one_that_is_not_loaded_is_told_to_be_so(asker: TestUser, message: str) -> None:
    texts, told = load_texts(speaks(message)), text_of(await asker.send(message))
    assert told.startswith(texts.get("missing-decision", value="19-6"))


@pytest.mark.parametrize("message", ["решение 21-3 2014", "21-3 шешімі 2014 жыл"])
async def test_the_list_of_decisions_says_one_thing_of_it(asker: TestUser, message: str) -> None:
    texts, told = load_texts(speaks(message)), text_of(await asker.send(message))
    assert told.startswith(texts.get("decisions-without-year", number="21-3", year="2014"))
    assert texts.get("decisions-untouched", year="2014") in told


@pytest.mark.parametrize(
    "message", ["сравни библиотеки 10-3 и 21-3 2014", "10-3 пен 21-3 кітапханаларды салыстыр 2014"]
)
async def test_it_is_said_where_two_decisions_are_compared(asker: TestUser, message: str) -> None:
    texts, told = load_texts(speaks(message)), text_of(await asker.send(message))
    assert texts.get("lacking-decision-year", value="21-3", year="2014") in told
    assert "87\u00a0536" in told


async def test_it_is_said_of_a_claim(asker: TestUser, language: Language) -> None:
    said = {
        Language.RU: "проверь: библиотеки по решению 21-3 в 2014 году 87 млн",
        Language.KK: "тексер: кітапханаларға 21-3 шешімі бойынша 2014 жылы 87 млн",
    }[language]
    texts, told = load_texts(language), text_of(await asker.send(said))
    assert texts.get("claim-missing-decision-year", said="87 млн", value="21-3", year="2014") in told
