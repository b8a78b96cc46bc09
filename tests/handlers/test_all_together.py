"""What is asked of several lines together that were named one after another: only plain amounts of one edition."""

from __future__ import annotations

import pytest

from handlers.views.texts import load_texts
from parser.records import Language
from parser.text.language import detect_language
from tests.harness.person import TestUser, text_of

TOTAL = "10\u00a0953\u00a0251"  # of schools, kindergartens and the state order in these in 2013


async def ask_all(person: TestUser, questions: str) -> str:
    """The answer to the last of several messages."""
    return [text_of(await person.send(each)) for each in questions.split(" ⏎ ")][-1]


def say(key: str, named: str, language: Language | None = None) -> str:
    """What is said of questions, in their language."""
    return load_texts(language or detect_language(named) or Language.RU).get(key, value=named)


@pytest.mark.parametrize(
    "questions",
    [
        "школы ⏎ садики ⏎ всё вместе",
        "школы ⏎ а садики? ⏎ вместе сколько",
        "школы 2013 ⏎ садики в 2013 году ⏎ всё вместе",
        "мектептер ⏎ балабақшалар ⏎ бәрі бірге",
        "мектептер ⏎ ал балабақшалар ше? ⏎ бірге қанша",
    ],
)
async def test_plain_amounts_of_one_edition_are_added(asker: TestUser, questions: str) -> None:
    assert TOTAL in await ask_all(asker, questions)


@pytest.mark.parametrize(
    ("questions", "named"),
    [
        ("расходы без школ ⏎ спорт ⏎ всё вместе", "«расходы без школ»"),
        ("спорт ⏎ расходы без школ ⏎ сложи", "«расходы без школ»"),
        ("налоги ⏎ доходы без них ⏎ трансферты ⏎ всё вместе", "«доходы»"),
        ("расходы больше 1 млрд ⏎ спорт ⏎ всё вместе", "«расходы больше 1 млрд»"),
        ("самые большие расходы ⏎ спорт ⏎ всё вместе", "«самые большие расходы»"),
        ("какие налоги упали ⏎ спорт ⏎ всё вместе", "«какие налоги упали»"),
        ("расходы без школ ⏎ сравни с садиками", "«расходы без школ»"),
        ("расходы без школ ⏎ а садики? ⏎ что больше?", "«расходы без школ»"),
        ("мектепсіз шығындар ⏎ спорт ⏎ бәрі бірге", "«мектепсіз шығындар»"),
        ("қандай салықтар азайды ⏎ спорт ⏎ бәрі бірге", "«қандай салықтар азайды»"),
        ("мектепсіз шығындар ⏎ балабақшалармен салыстыр", "«мектепсіз шығындар»"),
    ],
)
async def test_what_is_no_plain_amount_is_said_to_be_left_alone(
    asker: TestUser, questions: str, named: str
) -> None:
    assert await ask_all(asker, questions) == say("missing-not-plain", named)


@pytest.mark.parametrize(
    ("questions", "named"),
    [
        ("школы 2014 ⏎ садики 2013 ⏎ всё вместе", "«школы 2014», «садики 2013»"),
        ("школы 2014 ⏎ а садики в 2013? ⏎ вместе сколько", "«школы 2014», «садики в 2013»"),
        ("школы 2014 ⏎ садики 2013 ⏎ что больше?", "«школы 2014», «садики 2013»"),
        ("школы ⏎ садики по решению 12-3 ⏎ всё вместе", "«школы», «садики по решению 12-3»"),
        ("мектептер 2014 ⏎ балабақшалар 2013 ⏎ бәрі бірге", "«мектептер 2014», «балабақшалар 2013»"),
    ],
)
async def test_amounts_of_several_editions_are_said_to_be_left_alone(
    asker: TestUser, questions: str, named: str
) -> None:
    assert await ask_all(asker, questions) == say("missing-other-editions", named)


async def test_amounts_of_several_places_are_said_to_be_left_alone(
    resident: TestUser, language: Language
) -> None:
    lines = {
        Language.RU: "школы ⏎ садики в Астане ⏎ всё вместе",
        Language.KK: "мектептер ⏎ Астанада балабақшалар ⏎ бәрі бірге",
    }[language]
    first, second, _ = lines.split(" ⏎ ")
    assert await ask_all(resident, lines) == say("missing-other-editions", f"«{first}», «{second}»", language)


async def test_what_was_told_together_already_is_not_added_once_more(asker: TestUser) -> None:
    text = await ask_all(asker, "доходы и трансферты вместе ⏎ школы ⏎ садики ⏎ всё вместе")
    assert TOTAL in text
