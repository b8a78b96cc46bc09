"""/budget: the whole budget down to the line, and the way to ask in a group."""

from __future__ import annotations

from pathlib import Path

from aiogram.types import Chat

from handlers.views.texts import Texts
from parser.records import Language
from tests.handlers.test_places import load
from tests.harness.person import TestUser, text_of
from tests.harness.world import World, open_world

NAMES = {Language.KK: "Білім беру", Language.RU: "Образование"}


async def test_the_budget_shows_both_sides_and_goes_down_to_the_line(person: TestUser, texts: Texts) -> None:
    text = text_of(await person.send("/budget"))
    revenue, expenditure = (texts.get(f"section-{side}") for side in ("revenue", "expenditure"))
    assert text.index(revenue) < text.index(expenditure)
    assert "%" in text
    assert "№ 15-3" in text
    source = text[text.index(texts.get("card-source")) :]
    assert texts.get("source-row", row=1) not in source  # its figures stand in several rows
    listed = text_of(await person.press(f"▾ {expenditure}"))
    assert listed.startswith(texts.get("listing-all", name=expenditure))
    await person.press("1")
    assert texts.get("card-source") in text_of(await person.press(texts.get("button-parent", name="")[:1]))


async def test_a_question_for_the_budget_itself_opens_it(person: TestUser, texts: Texts) -> None:
    whole = text_of(await person.send("/budget"))
    assert text_of(await person.send("какой бюджет у города?")) == whole
    assert text_of(await person.send("қала бюджетінің мөлшері қанша")) == whole
    plan = texts.get("card-plan-year", place="Тараз", year="2014")
    assert text_of(await person.send("а в 2014?")).startswith(plan)
    missing = text_of(await person.send("бюджет 2031"))
    assert missing == f"{texts.get('missing-year', value='2031', month=0)}\n\n{whole}"


async def test_with_words_it_is_the_question_also_in_a_group(world: World, language: Language) -> None:
    for chat in (None, Chat(id=-5, type="group")):
        person = world.person(language.value, chat=chat)
        assert text_of(await person.send(f"/budget {NAMES[language]}")).startswith(NAMES[language])


async def test_of_several_places_the_own_one_is_shown_else_it_is_asked(
    tmp_path: Path, language: Language, texts: Texts
) -> None:
    await load(tmp_path / "home.db", "Тараз", "Семей")
    async with open_world(tmp_path / "home.db") as world:
        person = world.person(language.value)
        assert text_of(await person.send("/budget")).startswith(texts.get("place-which"))
        await person.send("/home Семей")
        assert text_of(await person.send("/budget")).startswith("Семей")


WITHOUT = {Language.KK: "мәдениетсіз", Language.RU: "без культуры"}


async def test_what_is_asked_behind_it_is_asked_of_the_budget(
    asker: TestUser, language: Language, texts: Texts
) -> None:
    await asker.send("464 003")
    await asker.send("/budget")
    text = text_of(await asker.send(WITHOUT[language]))
    assert texts.get("section-expenditure") in text.split("\n")[0]
    assert "23 786 034 − 492 332" in text.replace("\u00a0", " ")
