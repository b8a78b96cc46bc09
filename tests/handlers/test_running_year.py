"""`this year` is the calendar's: another year's budget is never taken for it without a word."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from aiogram.types import InlineQueryResultArticle, InputTextMessageContent

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser
from tests.harness.world import open_world

Living = Callable[[int], AbstractAsyncContextManager[TestUser]]

LIBRARIES = {Language.RU: "библиотеки в этом году", Language.KK: "биыл кітапханаларға қанша"}
LIBRARIES_BEFORE = {Language.RU: "библиотеки в прошлом году", Language.KK: "былтыр кітапханаларға қанша"}
CLAIMED = {
    Language.RU: "проверь: в этом году на библиотеки дали 73 млн тенге",
    Language.KK: "тексер: биыл кітапханаларға 73 млн теңге бөлінді",
}
BUDGETS = {
    Language.RU: ("бюджет на этот год", "бюджет в этом году"),
    Language.KK: ("биылғы бюджет", "биыл бюджет қанша"),
}
CHANGED = {Language.RU: "что изменилось в этом году", Language.KK: "биыл не өзгерді"}
# Of the decisions in data/taraz, rows 08 455 006: as the newest one left 2013, and as it planned 2014.
IN_2013, IN_2014 = "73\N{NO-BREAK SPACE}312", "87\N{NO-BREAK SPACE}536"


@pytest.fixture
def living(samples: Path, tmp_path: Path, language: Language) -> Living:
    """Somebody who asks of Taraz's decisions of 2013 in some year."""

    @asynccontextmanager
    async def live(year: int) -> AsyncIterator[TestUser]:
        file = Path(shutil.copy(samples, tmp_path / "qazyna.db"))
        async with open_world(file, limits={}, today=dt.date(year, 6, 1)) as world:
            yield world.person(language.value)

    return live


async def ask(person: TestUser, question: str) -> str:
    """What the person is answered."""
    await person.send(question)
    assert person.message is not None
    return person.message.text or ""


async def test_a_year_that_is_not_loaded_is_said_before_another_one_is_shown(
    living: Living, language: Language, texts: Texts
) -> None:
    async with living(2026) as person:
        told = await ask(person, LIBRARIES[language])
        assert told.startswith(texts.get("missing-year", value="2026"))
        assert IN_2013 in told
        assert (await ask(person, CHANGED[language])).startswith(texts.get("missing-year", value="2026"))
        for budget in BUDGETS[language]:
            assert (await ask(person, budget)).startswith(texts.get("missing-year", value="2026")), budget


async def test_nothing_is_said_of_the_year_that_is_shown(living: Living, language: Language) -> None:
    async with living(2013) as person:
        told = await ask(person, LIBRARIES[language])
    assert IN_2013 in told
    assert "2014" not in told.splitlines()[0]


async def test_a_later_year_of_the_budget_is_the_one_that_runs(living: Living, language: Language) -> None:
    async with living(2014) as person:
        told = await ask(person, LIBRARIES[language])
    assert IN_2014 in told
    assert IN_2013 not in told


async def test_the_year_before_is_that_of_the_calendar(
    living: Living, language: Language, texts: Texts
) -> None:
    async with living(2014) as person:
        assert IN_2013 in await ask(person, LIBRARIES_BEFORE[language])
    async with living(2026) as person:
        told = await ask(person, LIBRARIES_BEFORE[language])
    assert told.startswith(texts.get("missing-year", value="2025"))


async def test_a_claim_of_this_year_is_set_beside_no_other_year(
    living: Living, language: Language, texts: Texts
) -> None:
    said = {Language.RU: "73 млн тенге", Language.KK: "73 млн теңге"}[language]
    async with living(2026) as person:
        told = await ask(person, CLAIMED[language])
    assert texts.get("claim-missing-year", said=said, value="2026") in told


async def test_inline_says_it_too(living: Living, language: Language, texts: Texts) -> None:
    async with living(2026) as person:
        first = (await person.ask_inline(LIBRARIES[language])).results[0]
    assert isinstance(first, InlineQueryResultArticle)
    content = first.input_message_content
    assert isinstance(content, InputTextMessageContent)
    assert content.message_text.startswith(texts.get("missing-year", value="2026"))


LIBRARIES_NEXT = {Language.RU: "библиотеки в следующем году", Language.KK: "кітапханалар келесі жылы"}
NAMED = {Language.RU: "библиотеки", Language.KK: "кітапханалар"}
NUMBERED = {Language.RU: "библиотеки 2014", Language.KK: "кітапханалар 2014"}
ONLY_BEFORE = {Language.RU: "а в прошлом году?", Language.KK: "ал былтыр ше?"}


async def test_what_is_named_anew_is_of_the_calendar_whatever_was_shown_before(
    living: Living, language: Language, texts: Texts
) -> None:
    """One year is counted from in `this`, `last` and `next` year; only what names no line goes on from a card."""
    async with living(2026) as person:
        await ask(person, NAMED[language])
        for asked, year in ((LIBRARIES_NEXT, "2027"), (LIBRARIES_BEFORE, "2025"), (LIBRARIES, "2026")):
            assert (await ask(person, asked[language])).startswith(texts.get("missing-year", value=year))


async def test_after_a_year_by_its_number_years_are_counted_from_it(
    living: Living, language: Language
) -> None:
    async with living(2026) as person:
        assert IN_2014 in await ask(person, NUMBERED[language])
        assert IN_2013 in await ask(person, ONLY_BEFORE[language])
        await ask(person, NUMBERED[language])
        assert IN_2013 in await ask(person, LIBRARIES_BEFORE[language])
