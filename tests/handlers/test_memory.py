"""A chat goes on from its last answer; another chat knows nothing of it."""

from __future__ import annotations

from handlers.memory import Memory
from tests.harness.person import TestUser, text_of
from tests.harness.world import World


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


def test_memory_is_bounded() -> None:
    memory = Memory()
    for chat in range(10_050):
        memory.remember(chat, "школы", 2013, "Көктем")
    assert memory.understand(3, "ал 2014 жылы?") == "ал 2014 жылы?"
    assert memory.understand(10_049, "ал 2014 жылы?").startswith("школы")
    for year in range(2000, 2050):
        memory.understand(10_049, f"ал {year} жылы?")
    assert memory.understand(10_049, "ал 2014 жылы?").startswith("школы")
