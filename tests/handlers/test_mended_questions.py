"""Whoever mends a question finds its answer mended: in the same message, whatever the burst of edits."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import Chat

from parser.records import Language
from tests.harness.budget import NAMES
from tests.harness.databases import SERVER
from tests.harness.person import TestUser, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world

GROUP = Chat(id=-100500, type="supergroup", title="Тараз")


@pytest.fixture(params=[None, GROUP], ids=["private", "group"])
def writer(world: World, language: Language, request: pytest.FixtureRequest) -> TestUser:
    """Somebody in the private chat, or in a group."""
    return world.person(language.value, chat=request.param)


def called(path: str, language: Language) -> str:
    return NAMES[path][0 if language is Language.KK else 1]


def asking(path: str, writer: TestUser, language: Language) -> str:
    """The words that ask for a line in the writer's chat."""
    name = called(path, language)
    return name if writer.chat.type == "private" else f"@{USERNAME} {name}"


async def test_the_answer_is_edited(writer: TestUser, language: Language) -> None:
    await writer.send(asking("expenditure/04", writer, language))
    question, answer = writer.sent_last, writer.message
    assert answer is not None
    sent = await writer.edit(question, asking("expenditure/12", writer, language))
    assert [type(method) for method in sent] == [EditMessageText]
    assert isinstance(sent[0], EditMessageText)
    assert (sent[0].chat_id, sent[0].message_id) == (writer.chat.id, answer.message_id)
    assert called("expenditure/12", language) in text_of(sent)
    # The same words again, as when a link's preview comes: nothing.
    # Where several processes answer, another one may have answered other words meanwhile.
    again = await writer.edit(question, asking("expenditure/12", writer, language))
    assert [type(method) for method in again] == ([EditMessageText] if SERVER else [])


@pytest.mark.parametrize("command", ["/ask", "/budget", "/changes"])
async def test_what_stands_behind_a_command_is_mended_too(
    writer: TestUser, language: Language, command: str
) -> None:
    named = None if command == "/changes" else ("expenditure/04", "expenditure/12")
    first, second = [called(path, language) for path in named] if named else ("12-3", "15-3")
    before = text_of(await writer.send(f"{command} {first}"))
    sent = await writer.edit(writer.sent_last, f"{command} {second}")
    assert [type(method) for method in sent] == [EditMessageText]
    assert text_of(sent) != before


async def test_after_a_restart_it_is_edited_too_unless_it_was_forgotten(
    database: Path, language: Language
) -> None:
    async with open_world(database) as before:
        person, member = before.person(language.value), before.person(language.value, id=9, chat=GROUP)
        for writer in (person, member):
            await writer.send(asking("expenditure/04", writer, language))
        forgotten, question, answer = person.sent_last, member.sent_last, member.message
        await person.send("/forget")
    async with open_world(database) as after:
        after.session.messages |= before.session.messages
        member = after.person(language.value, id=9, chat=GROUP)
        [edited] = await member.edit(question, asking("expenditure/12", member, language))
        assert isinstance(edited, EditMessageText)
        assert answer is not None
        assert (edited.chat_id, edited.message_id) == (GROUP.id, answer.message_id)
        assert called("expenditure/12", language) in text_of([edited])
        person = after.person(language.value)
        sent = await person.edit(forgotten, asking("expenditure/12", person, language))
        assert [type(method) for method in sent] == [SendMessage]


async def test_a_name_that_is_added_later_is_heard(world: World, language: Language) -> None:
    writer = world.person(language.value, chat=GROUP)
    name = called("expenditure/04", language)
    assert await writer.send(name) == []
    question = writer.sent_last
    assert await writer.edit(question, f"{name}!") == []
    sent = await writer.edit(question, f"@{USERNAME} {name}")
    assert [type(method) for method in sent] == [SendMessage]
    assert text_of(sent).startswith(name)
    # Without the name again, the answer stays as it is.
    assert await writer.edit(question, name) == []


async def test_an_answer_that_was_deleted_comes_again(
    world: World, writer: TestUser, language: Language
) -> None:
    await writer.send(asking("expenditure/04", writer, language))
    world.session.fail(
        EditMessageText, lambda method: TelegramBadRequest(method, "Bad Request: message to edit not found")
    )
    sent = await writer.edit(writer.sent_last, asking("expenditure/12", writer, language))
    assert [type(method) for method in sent] == [EditMessageText, SendMessage]
    sent = await writer.edit(writer.sent_last, asking("expenditure/07", writer, language))
    assert [type(method) for method in sent] == [EditMessageText]


async def test_of_a_burst_of_edits_the_last_one_is_answered(
    world: World, writer: TestUser, language: Language
) -> None:
    """While the first wording is being answered the others come: one answer, and in the end to the last."""
    world.session.gate = asyncio.Event()
    paths = ["expenditure/07", "expenditure/07/458", "expenditure/04", "expenditure/12"]

    async def edit_often() -> None:
        await world.session.on_its_way.wait()
        question = writer.sent_last
        opening = asyncio.get_running_loop().call_later(0.05, world.session.gate.set)  # type: ignore[union-attr]
        await asyncio.gather(*(writer.edit(question, asking(path, writer, language)) for path in paths))
        opening.cancel()

    await asyncio.gather(writer.send(asking("expenditure/04", writer, language)), edit_often())
    assert len(world.session.of(SendMessage)) == 1
    assert called("expenditure/12", language) in text_of(world.session.of(EditMessageText)[-1:])
    assert len(world.session.of(EditMessageText)) < len(paths)


async def test_a_flood_of_edits_is_held_up(world: World, language: Language) -> None:
    writer = world.person(language.value, chat=GROUP)
    name = called("expenditure/04", language)
    await writer.send(f"@{USERNAME} {name}")
    question = writer.sent_last
    for number in range(30):
        await writer.edit(question, f"@{USERNAME} {name} {2013 + number % 2}")
    assert len(world.session.sent) < 15
