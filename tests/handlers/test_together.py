"""Several processes answer the same people: each goes on from what another one was asked, and limits are one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.methods import EditMessageText, SendMessage
from aiogram.types import Chat

from bot.middlewares.throttle import LIMITS
from bot.serving.index_keeper import IndexKeeper
from bot.serving.listener import Listener
from handlers.views.links import NEWEST
from handlers.views.texts import Texts
from parser.records import Language
from storage.allowances import Limit
from storage.people import save_language
from tests.harness.databases import read_rows
from tests.harness.moments import happens
from tests.harness.person import TestUser, alert_of, text_of
from tests.harness.session import USERNAME
from tests.harness.world import World, open_world
from tests.storage.dump import count

OTHERS = {Language.KK: "өзгелер", Language.RU: "прочие"}
A_YEAR_LATER = {Language.KK: "ал 2014 жылы?", Language.RU: "а в 2014?"}


@pytest.fixture
async def worlds(database: Path) -> AsyncIterator[tuple[World, World]]:
    """Two processes of one bot, in the same chats."""
    limits = {name: Limit(6, 3600) for name in LIMITS}
    async with (
        open_world(database, together=True, limits=limits) as first,
        open_world(database, together=True, limits=limits) as second,
    ):
        second.session.messages = first.session.messages
        yield first, second


@pytest.fixture
def people(worlds: tuple[World, World], language: Language) -> list[TestUser]:
    """One person, through each of the processes."""
    return [world.person(language.value) for world in worlds]


async def test_a_message_goes_on_from_what_another_process_answered(people: list[TestUser]) -> None:
    first, second = people
    await first.send("464 009")
    text = text_of(await second.send(A_YEAR_LATER[Language.KK]))
    assert "464" in text
    assert "2014" in text
    assert "2014" in text_of(await first.send("үлесі қандай?"))  # not of 2013, which it has shown itself


async def test_others_know_it_before_the_answer_is_seen(
    worlds: tuple[World, World], people: list[TestUser], database: Path
) -> None:
    kept: list[int] = []

    class Seen(BaseRequestMiddleware):
        async def __call__(self, make_request: Any, bot: Bot, method: Any) -> Any:
            if isinstance(method, SendMessage):
                kept.extend(count(database, "kept_memory"))
            return await make_request(bot, method)

    worlds[0].bot.session.middleware(Seen())
    await people[0].send("464 009")
    assert kept == [1]


async def test_a_button_means_what_another_process_was_asked(
    people: list[TestUser], language: Language
) -> None:
    first, second = people
    await first.send(OTHERS[language])
    offered = text_of(await first.send(A_YEAR_LATER[language]))
    asked = first.message
    await second.send("464 009")
    assert text_of(await second.press_data(f"q2:0:{NEWEST}", message=asked)) == offered


async def test_a_reply_in_a_group_goes_on_from_the_card_of_another_process(
    worlds: tuple[World, World],
) -> None:
    group = Chat(id=-100500, type="supergroup", title="Тараз")
    asker, other = (
        world.person("ru", id=number, chat=group) for world, number in zip(worlds, (7, 8), strict=True)
    )
    await asker.send(f"@{USERNAME} 464 009")
    card = asker.message
    assert "04 · 464" in text_of(await other.send("а в 2014 году?", reply_to_message=card))


async def test_a_question_is_mended_in_place_whoever_answers(
    worlds: tuple[World, World], people: list[TestUser]
) -> None:
    first, second = people
    await first.send("464 009")
    asked, answer = first.sent_last, first.message
    for person, text in ((second, "458 015"), (first, "464 009"), (second, "458 015"), (first, "464 009")):
        (edited,) = await person.edit(asked, text)
        assert isinstance(edited, EditMessageText)
        assert answer is not None
        assert edited.message_id == answer.message_id
        assert text[:3] in text_of([edited])


async def test_a_claim_is_checked_by_another_process(people: list[TestUser], texts: Texts) -> None:
    first, second = people
    said, check = {
        Language.KK: ("мектепке дейінгі тәрбиеге 5 млрд бөлінді", "тексер"),
        Language.RU: ("на дошкольное воспитание дали 5 млрд", "проверь"),
    }[texts.language]
    await first.send(said)
    assert texts.get("claim-said", said="5 млрд") in text_of(await second.send(check))


async def test_what_is_forgotten_is_forgotten_by_all(
    people: list[TestUser], database: Path, texts: Texts
) -> None:
    first, second = people
    await first.send(OTHERS[texts.language])
    await first.send(A_YEAR_LATER[texts.language])
    asked = first.message
    assert count(database, "kept_memory")[0]
    await second.send("/forget")
    assert count(database, "kept_memory") == [0]
    gone = await first.press_data(f"q2:0:{NEWEST}", message=asked)
    assert alert_of(gone) == texts.get("candidates-gone")


async def test_what_is_kept_is_told(people: list[TestUser], texts: Texts) -> None:
    first, second = people
    await first.send("464 009")
    told = text_of(await second.send("/privacy"))
    for line in (texts.get("privacy-questions", count=2), texts.get("privacy-counted")):
        assert line in told
    assert texts.get("privacy-id", number=str(first.user.id)) in told
    assert texts.get("privacy-last") not in told
    forgotten = text_of(await first.send("/forget"))
    assert forgotten == f"{texts.get('privacy-forgotten')}\n{texts.get('privacy-forgotten-counted')}"
    told = text_of(await second.send("/privacy"))  # it does not claim that nothing is stored
    assert texts.get("privacy-nothing") not in told
    assert texts.get("privacy-counted") in told
    assert texts.get("privacy-questions", count=1) not in told


async def test_what_another_version_of_the_program_kept_is_as_forgotten(
    worlds: tuple[World, World], people: list[TestUser], texts: Texts
) -> None:
    first, second = people
    await first.send("464 009")
    async with worlds[0].services.engine.begin() as connection:
        await connection.exec_driver_sql('UPDATE kept_memory SET content = \'{"last": {"of": 1}}\'')
    assert "04 · 464" not in text_of(await second.send(A_YEAR_LATER[texts.language]))


async def test_after_a_day_nothing_is_kept(worlds: tuple[World, World], database: Path) -> None:
    await worlds[0].person().send("464 009")
    async with worlds[0].services.engine.begin() as connection:
        await connection.exec_driver_sql("UPDATE kept_memory SET at = '2013-01-01 00:00:00+00'")
    assert "04 · 464" not in text_of(await worlds[1].person().send("ал 2014 жылы?"))
    await worlds[1].person(id=8).send("464 009")
    rows = read_rows(database, "SELECT person FROM kept_memory WHERE message = 0 ORDER BY person")[0]
    assert (8,) in rows
    assert not read_rows(database, "SELECT 1 FROM kept_memory WHERE at < '2014-01-01'")[0]


async def test_a_limit_is_one_for_all_processes(people: list[TestUser], texts: Texts) -> None:
    first, second = people
    for person in (first, second) * 3:
        assert text_of(await person.send("/help"))
    told = text_of(await second.send("/help"))
    assert told in {texts.get("throttle-wait", seconds=seconds) for seconds in range(1, 601)}
    assert await first.send("/help") == []  # told already, by the other


async def test_a_limit_holds_by_itself_while_the_database_fails(
    worlds: tuple[World, World], people: list[TestUser], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise OSError("gone")

    monkeypatch.setattr("bot.allowances.take_allowance", fail)
    for _ in range(6):
        assert text_of(await people[0].send("/help"))
    assert "/help" not in text_of(await people[0].send("/help"))


@pytest.mark.postgres  # SQLite tells nobody anything
async def test_what_another_process_stores_is_heard_at_once(
    database: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = asyncio.Event()
    monkeypatch.setattr(IndexKeeper, "look_again", lambda _: heard.set())
    async with open_world(database):
        await happens(heard)  # it listens now
        heard.clear()
        async with world.services.sessions() as session:
            await save_language(session, 77, Language.RU)
        await happens(heard)


@pytest.mark.postgres  # SQLite tells nobody anything
async def test_a_lost_connection_is_listened_on_again(world: World) -> None:
    heard = asyncio.Event()
    listener = Listener(world.services.engine, heard.set, again=0.01)
    listener.start()
    await happens(heard)
    heard.clear()
    async with world.services.engine.connect() as connection:
        listening = "FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"
        await connection.exec_driver_sql(f"SELECT pg_terminate_backend(pid) {listening}")
    await happens(heard)  # it listens again
    heard.clear()
    async with world.services.sessions() as session:
        await save_language(session, 78, Language.RU)
    await happens(heard)
    await listener.stop()
