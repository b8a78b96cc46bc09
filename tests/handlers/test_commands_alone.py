"""What stands behind a command goes on from no message: `/budget 2014` is no line of the message before."""

from __future__ import annotations

import pytest
from aiogram.types import Chat

from handlers.views.texts import Texts
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World

LINES = {Language.KK: "мектептер", Language.RU: "школы"}
CHANGED = {Language.KK: "қай шығындар ең көп өсті", Language.RU: "какие расходы выросли больше всего"}
PLACES = {Language.KK: "әкім аппараты қанша тұрады", Language.RU: "сколько стоит аким"}
NAMED = {Language.KK: ("2014", "2014 жылға"), Language.RU: ("2014", "на 2014 год")}


@pytest.mark.parametrize("before", [LINES, PLACES, CHANGED])
async def test_a_year_behind_budget_is_the_budget_of_that_year(
    asker: TestUser, texts: Texts, before: dict[Language, str]
) -> None:
    for named in NAMED[texts.language]:
        await asker.send(before[texts.language])
        told = text_of(await asker.send(f"/budget {named}"))
        assert told.startswith(texts.get("card-plan-year", place="Тараз", year="2014"))
        assert "25\u00a0304\u00a0547" in told
        assert "25\u00a0592\u00a0547" in told


@pytest.mark.parametrize(
    "command", ["/ask 2014", "/ask 21-3", "/budget 2015", "/changes 2013", "/changes 12-3", "/decisions 2014"]
)
async def test_every_command_says_the_same_after_any_message(
    asker: TestUser, language: Language, command: str
) -> None:
    alone = text_of(await asker.send(command))
    for before in (LINES, CHANGED):
        await asker.send(before[language])
        assert text_of(await asker.send(command)) == alone


async def test_so_does_a_command_behind_the_bots_name_in_a_group(world: World, language: Language) -> None:
    person = world.person(language.value, chat=Chat(id=-100500, type="supergroup", title="Тараз"))
    alone = text_of(await person.send(f"@{USERNAME} /budget 2014"))
    await person.send(f"@{USERNAME} {LINES[language]}")
    assert text_of(await person.send(f"@{USERNAME} /budget 2014")) == alone
    assert text_of(await person.send(f"/budget@{USERNAME} 2014")) == alone


async def test_what_goes_on_is_told_to_lack_what_it_goes_on_from(asker: TestUser, texts: Texts) -> None:
    await asker.send(LINES[texts.language])
    said = {Language.KK: "ал 2014 жылы ше?", Language.RU: "а в 2014 году?"}[texts.language]
    assert text_of(await asker.send(f"/ask {said}")).startswith(texts.get("missing-context"))
