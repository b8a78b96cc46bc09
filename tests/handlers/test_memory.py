"""A chat goes on from its last answer; another chat knows nothing of it."""

from __future__ import annotations

from handlers.memory import Memory
from parser.question.question import read_question
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
    one, other = world.person("ru", id=7), world.person("ru", id=8)
    await one.send("464 009")
    assert "464" not in text_of(await other.send("а в 2014 году?"))


async def test_the_same_words_after_another_question_mean_another_line(person: TestUser) -> None:
    await person.send("464 009")
    first = text_of(await person.send("ал 2014 жылы?"))
    await person.send("07 458 015")
    assert "242" in text_of(await person.send("ал 2014 жылы?"))
    assert "242" not in first


def test_an_earlier_message_is_recalled_as_it_was_meant() -> None:
    memory = Memory()
    memory.remember(1, read_question("школы"), 2013, "Көктем")
    meant = memory.understand(1, "а в 2014?")
    memory.remember(1, read_question("дороги"), 2013, "Көктем")
    assert memory.recall(1, "а в 2014?") == meant
    assert memory.recall(1, "и спорт?") == read_question("и спорт?")
    assert memory.recall(2, "а в 2014?") == read_question("а в 2014?")


def test_memory_is_bounded() -> None:
    memory = Memory()
    for chat in range(10_050):
        memory.remember(chat, SCHOOLS, 2013, "Көктем")
    assert memory.understand(3, "ал 2014 жылы?") == read_question("ал 2014 жылы?")
    assert memory.understand(10_049, "ал 2014 жылы?").named == "школы"
    for year in range(2000, 2050):
        memory.understand(10_049, f"ал {year} жылы?")
    assert memory.recall(10_049, "ал 2049 жылы?").named == "школы"
    assert memory.recall(10_049, "ал 2000 жылы?") == read_question("ал 2000 жылы?")
