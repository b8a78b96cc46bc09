"""A chat goes on from its last answer; another chat knows nothing of it."""

from __future__ import annotations

from handlers.memory import Answered, Conversation, Memory
from handlers.views.links import NEWEST
from handlers.views.texts import Texts
from parser.question.question import read_question
from parser.records import Language
from tests.harness.person import TestUser, text_of
from tests.harness.world import World

SCHOOLS = read_question("школы")


async def test_a_year_alone_asks_about_the_last_line(person: TestUser) -> None:
    first = text_of(await person.send("464 009"))
    then = text_of(await person.send("ал 2014 жылы?"))
    assert "464" in then
    assert first != then
    assert "2014" in then


async def test_another_chat_is_not_gone_on_from(world: World) -> None:
    asker, stranger = world.person("ru", id=7), world.person("ru", id=8)
    await asker.send("464 009")
    assert "464" not in text_of(await stranger.send("а в 2014 году?"))


async def test_the_same_words_after_another_question_mean_another_line(person: TestUser) -> None:
    await person.send("464 009")
    first = text_of(await person.send("ал 2014 жылы?"))
    await person.send("07 458 015")
    assert "242" in text_of(await person.send("ал 2014 жылы?"))
    assert "242" not in first


async def test_an_earlier_message_is_recalled_as_it_was_meant(person: TestUser, texts: Texts) -> None:
    """Its buttons lead back to what it asked then, though the chat has gone on since."""
    others = {Language.KK: "өзгелер", Language.RU: "прочие"}[texts.language]
    await person.send(others)
    offered = text_of(await person.send("ал 2014 жылы?"))
    asked = person.message
    await person.send("464 009")
    again = await person.press_data(f"q2:0:{NEWEST}", message=asked)
    assert text_of(again) == offered


def test_what_went_on_is_kept_by_its_chat_alone() -> None:
    memory = Memory()
    here, there = Conversation(memory, 1), Conversation(memory, 2)
    here.note("и спорт?", SCHOOLS)  # nothing was answered yet: it went on from nothing
    assert here.recall("и спорт?") is None
    here.remember(Answered(SCHOOLS, 2013, "Көктем"))
    here.note("и спорт?", SCHOOLS)
    assert here.recall("и спорт?") == SCHOOLS
    assert there.recall("и спорт?") is None
    assert there.last is None


def test_memory_is_bounded() -> None:
    memory = Memory()
    for chat in range(10_050):
        Conversation(memory, chat).remember(Answered(SCHOOLS, 2013, "Көктем"))
    assert Conversation(memory, 3).last is None
    newest = Conversation(memory, 10_049)
    assert newest.last == Answered(SCHOOLS, 2013, "Көктем")
    for year in range(2000, 2050):
        newest.note(f"ал {year} жылы?", SCHOOLS)
    assert newest.recall("ал 2049 жылы?") == SCHOOLS
    assert newest.recall("ал 2000 жылы?") is None
