"""Every update is handled once: told twice, over restarts and kills, by several processes, beside a writer."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import SendMessage
from aiogram.types import Update
from sqlalchemy import Connection, Engine
from sqlalchemy import update as update_rows
from sqlalchemy.event import listen, remove

from bot.serving import inbox as serving
from bot.serving import lifecycle
from bot.serving.inbox import Inbox
from bot.serving.update_record import LEASE, UpdateRecord
from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage import updates
from storage.columns import utc_now
from storage.engine import write
from storage.people_models import OpenUpdate
from storage.sqlite import find_writer
from storage.stored import table
from storage.updates import Holder, forget_old, receive
from tests.harness.databases import read_rows, writing_elsewhere
from tests.harness.moments import GUARD_SECONDS, happens
from tests.harness.unhurried import expect_long_waits
from tests.harness.world import World, open_world


def asks(world: World, number: int, person: int = 7, said: str = "/help") -> dict[str, Any]:
    """Somebody's message, as Telegram sends it."""
    message = world.person("kk", id=person).make_message(said)
    return Update(update_id=number, message=message).model_dump(mode="json", exclude_none=True)


@asynccontextmanager
async def process(
    database: Path, *, late: bool = False, **options: Any
) -> AsyncIterator[tuple[World, Inbox]]:
    """A bot process that takes updates; a late one starts when nobody holds anything any more."""
    async with open_world(database, limits={}, **options) as world:
        inbox = world.services.inbox
        inbox._now = lambda: utc_now() + (LEASE * 2 if late else dt.timedelta())
        inbox.start(world.dispatcher, world.bot)
        yield world, inbox


async def done(inbox: Inbox) -> None:
    """All that was taken is handled, and written."""
    await asyncio.gather(*inbox._open)
    assert inbox._record is not None
    await inbox._record.keep()


def answers(world: World, *, notices: bool = True) -> list[int | str]:
    """Who was sent something; a slow machine tells people besides that they have to wait."""
    waiting = set() if notices else {load_texts(language).get("busy-wait") for language in Language}
    return [each.chat_id for each in world.session.of(SendMessage) if each.text not in waiting]


async def started(world: World, count: int = 1) -> None:
    """So many answers are on their way."""
    async with asyncio.timeout(GUARD_SECONDS):
        while len(answers(world)) < count:  # noqa: ASYNC110 - the session knows of no such moment
            await asyncio.sleep(0)


@contextmanager
def no_more_pages(writer: Engine) -> Iterator[None]:
    """Within, the database cannot grow: a write that needs room fails in its middle, as on a full disk."""
    limits: list[int] = []

    def limit(connection: Connection) -> None:
        limits.append(connection.exec_driver_sql("PRAGMA max_page_count").scalar_one())
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    listen(writer, "begin", limit)
    try:
        yield
    finally:
        remove(writer, "begin", limit)
        with writer.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={max(limits)}")


def rows(database: Path, table: str) -> int:
    [[(count,)]] = read_rows(database, f"SELECT count(*) FROM {table}")  # noqa: S608
    return int(count)


async def test_an_update_that_comes_twice_is_answered_once(database: Path) -> None:
    async with process(database) as (world, inbox), process(database) as (other, second):
        await inbox.take([asks(world, 1), asks(world, 1), asks(world, 2)])
        await inbox.take([asks(world, 2)])
        await done(inbox)
        await second.take([asks(world, 1), asks(world, 3)])
        await done(second)
        assert (len(answers(world)), len(answers(other))) == (2, 1)
    assert (rows(database, "received_update"), rows(database, "open_update")) == (3, 0)
    async with process(database) as (restarted, inbox):
        await inbox.take([asks(restarted, 1), asks(restarted, 3)])
        await done(inbox)
        assert answers(restarted) == []


async def test_two_that_come_at_once_to_two_processes_are_answered_once(database: Path) -> None:
    async with process(database) as (world, inbox), process(database) as (other, second):
        sent = [asks(world, number) for number in range(20)]
        await asyncio.gather(*(each.take([update]) for update in sent for each in (inbox, second)))
        await asyncio.gather(done(inbox), done(second))
        assert sum(len(answers(each, notices=False)) for each in (world, other)) == 20


async def test_what_a_killed_process_left_is_answered_by_the_next_one(database: Path) -> None:
    async with open_world(database) as killed:
        inbox = killed.services.inbox
        inbox.start(killed.dispatcher, killed.bot)
        killed.session.gate = asyncio.Event()
        await inbox.take([asks(killed, number, 100 + number) for number in range(5)])
        await started(killed, 5)
        async with process(database) as (early, second):
            await second.take([asks(early, 3, 103)])  # Telegram sends it again; somebody holds it
            await done(second)
            assert answers(early) == []
        async with process(database, late=True) as (late, third):
            await started(late, 5)
            await done(third)
            assert sorted(answers(late)) == [100, 101, 102, 103, 104]
        killed.session.gate.set()
    assert rows(database, "open_update") == 0


async def test_what_was_begun_too_often_is_apologised_for(database: Path, texts: Texts) -> None:
    async with open_world(database) as world:
        holder = Holder(world.bot.id, "gone", utc_now() - LEASE * 9, LEASE)
        update = Update.model_validate(asks(world, 1)).model_copy(
            update={"message": world.person(texts.language.value).make_message("/help")}
        )
        content = update.model_dump_json(exclude_none=True)
        await write(world.services.sessions, lambda connection: receive(connection, holder, {1: content}))
        often = update_rows(table(OpenUpdate)).values(attempts=updates.MOST_ATTEMPTS)
        await write(world.services.sessions, lambda connection: connection.execute(often))
    async with process(database) as (restarted, inbox):
        await started(restarted)
        await done(inbox)
        assert [each.text for each in restarted.session.of(SendMessage)] == [texts.get("error-restarted")]
    assert rows(database, "open_update") == 0


async def test_an_apology_that_has_to_wait_holds_up_nobody_and_is_left_to_the_next_start(
    database: Path,
) -> None:
    asleep = asyncio.Event()

    async def sleep(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    async with open_world(database) as world:
        holder = Holder(world.bot.id, "gone", utc_now() - LEASE * 9, LEASE)
        sent = [Update.model_validate(asks(world, number, 100 + number)) for number in (1, 2)]
        contents = {each.update_id: each.model_dump_json(exclude_none=True) for each in sent}
        await write(world.services.sessions, lambda connection: receive(connection, holder, contents))
        stored = table(OpenUpdate)
        often = update_rows(stored).where(stored.c.number == 1).values(attempts=updates.MOST_ATTEMPTS)
        await write(world.services.sessions, lambda connection: connection.execute(often))
    async with process(database, sleep=sleep) as (restarted, _):
        restarted.session.fail(
            SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 30)
        )
        await happens(asleep)
        await started(restarted, 2)
        assert sorted(answers(restarted)) == [101, 102]
    assert rows(database, "open_update") == 1


async def test_who_is_stopped_answers_nobody_twice_and_loses_nobody(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "DRAIN_SECONDS", 0.0)
    asleep = asyncio.Event()

    async def sleep(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    async with process(database, sleep=sleep) as (world, inbox):
        world.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 30))
        await inbox.take([asks(world, 1, 101)])  # Telegram lets it wait
        await happens(asleep)
        world.session.gate = asyncio.Event()
        await inbox.take([asks(world, number, 100 + number) for number in range(2, 10)])  # on their way
        await started(world, 9)
        taken = [world.services.turns.ask(-each) for each in range(world.services.turns.room)]
        await inbox.take([asks(world, number, 100 + number) for number in range(10, 20)])  # nobody's turn yet
        assert len(taken) == world.services.turns.room
    async with process(database) as (restarted, inbox):
        await started(restarted, 19)
        await done(inbox)
        said = {each.chat_id: each.text for each in restarted.session.of(SendMessage)}
    assert len(said) == 19
    unsure = load_texts(Language.KK).get("error-restarted")
    assert {chat for chat, text in said.items() if text == unsure} == set(
        range(102, 110)
    )  # these may have arrived


async def test_who_is_stopped_while_people_are_told_to_wait_answers_them_after_the_restart(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expect_long_waits(monkeypatch)
    monkeypatch.setattr(lifecycle, "DRAIN_SECONDS", 0.0)
    async with process(database) as (world, inbox):
        taken = [world.services.turns.ask(-each) for each in range(world.services.turns.room)]
        world.session.gate = asyncio.Event()  # the notice is on its way
        await inbox.take([asks(world, 1)])
        await started(world)
        assert taken
    async with process(database) as (restarted, inbox):
        await started(restarted)
        await done(inbox)
        (answer,) = restarted.session.of(SendMessage)
        assert answer.text != load_texts(Language.KK).get("error-restarted")


async def test_answers_do_not_wait_for_a_writer_and_are_kept_afterwards(database: Path) -> None:
    async with process(database) as (world, inbox), process(database) as (other, second):
        with writing_elsewhere(database):
            await inbox.take([asks(world, 1)])
            await inbox.take([asks(world, 2)])
            await asyncio.gather(*inbox._open)
            assert len(answers(world)) == 2
        await done(inbox)
        await second.take([asks(world, 1), asks(world, 2)])
        await done(second)
        assert answers(other) == []
    assert rows(database, "open_update") == 0


@pytest.mark.sweep
@pytest.mark.sqlite  # on PostgreSQL updates wait for no writer
async def test_what_cannot_be_written_stays_with_telegram_until_it_is_answered_but_not_for_long(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with process(database) as (world, inbox):
        with writing_elsewhere(database):
            world.session.gate = asyncio.Event()
            monkeypatch.setattr(serving, "SETTLE_SECONDS", None)
            taking = asyncio.ensure_future(inbox.take([asks(world, 1)]))
            await started(world)
            assert not taking.done()
            world.session.gate.set()
            await taking
            assert len(inbox) == 0
            world.session.gate.clear()
            monkeypatch.setattr(serving, "SETTLE_SECONDS", 0)
            await inbox.take([asks(world, 2)])
            assert len(inbox) == 1
            world.session.gate.set()


@pytest.mark.sqlite
async def test_a_disk_that_is_full_in_the_middle_loses_nobody_and_answers_nobody_twice(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "SETTLE_SECONDS", None)  # Telegram is told when they are done
    async with process(database) as (world, inbox):
        await inbox.take([asks(world, number, 100 + number) for number in range(3)])
        writer = find_writer(world.services.engine)
        assert writer is not None
        with no_more_pages(writer):
            sent = [asks(world, number, 100 + number, "/help " + "а" * 3_000) for number in range(3, 40)]
            await inbox.take(sent)
            await inbox.take([asks(world, 3, 103)])
            assert sorted(answers(world)) == [100 + number for number in range(40)]
            assert rows(database, "received_update") < 40  # so it was full
        await done(inbox)
    async with process(database) as (restarted, inbox):
        await inbox.take([asks(restarted, number, 100 + number) for number in range(40)])
        await done(inbox)
        assert answers(restarted) == []
    assert (rows(database, "received_update"), rows(database, "open_update")) == (40, 0)


async def test_what_is_done_while_it_waits_to_be_written_is_not_left_to_the_next_start(
    database: Path,
) -> None:
    async with open_world(database) as world:
        record = UpdateRecord(world.services.sessions, world.bot.id)
        with writing_elsewhere(database):
            receiving = asyncio.ensure_future(record.receive({1: "{}"}))
            await asyncio.sleep(0)  # it waits for the writer, in vain
            record.finish(1)
            assert await receiving == {1}
        assert await record.keep()
    assert (rows(database, "received_update"), rows(database, "open_update")) == (1, 0)


async def test_what_is_written_together_with_what_is_done_is_handled_by_who_waits_for_it(
    database: Path,
) -> None:
    async with open_world(database) as world:
        record = UpdateRecord(world.services.sessions, world.bot.id)
        async with record._turn:
            keeping = asyncio.ensure_future(record.keep())
            await asyncio.sleep(0)
            receiving = asyncio.ensure_future(record.receive({1: "{}"}))
            await asyncio.sleep(0)  # both wait for their turn
        assert await keeping
        assert await receiving == {1}


async def test_a_look_for_what_others_left_breaks_off_no_write(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended, said = asyncio.Event(), asyncio.Event(), []

    async def keep() -> bool:
        begun.set()
        try:
            await ended.wait()
        except asyncio.CancelledError:  # the database may take it all the same, and nobody would know
            said.append("broken off")
            raise
        return True

    monkeypatch.setattr(serving, "LOOK_SECONDS", 0)
    async with process(database) as (_, inbox):
        assert inbox._record is not None
        monkeypatch.setattr(inbox._record, "keep", keep)
        inbox._written.set()
        await happens(begun)
        for _ in range(10):
            await asyncio.sleep(0)
        ended.set()
        assert said == []


async def test_what_is_done_is_not_forgotten_where_its_writing_is_broken_off(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*_: object) -> None:
        await asyncio.Event().wait()

    async with open_world(database) as world:
        record = UpdateRecord(world.services.sessions, world.bot.id)
        await record.receive({1: "{}"})
        record.finish(1)
        with monkeypatch.context() as patch:
            patch.setattr(record, "_write", never)
            keeping = asyncio.ensure_future(record.keep())
            await asyncio.sleep(0)
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)
        await record.release(())
    assert rows(database, "open_update") == 0


async def test_what_cannot_be_read_is_passed_over_in_a_line_without_its_text(
    database: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with process(database) as (world, inbox):
        odd = [
            {"update_id": 5, "message": {"text": "құпия"}},
            {"update_id": 6, "news_of_tomorrow": {"text": "құпия"}},
        ]
        await inbox.take([*odd, asks(world, 7)])
        await done(inbox)
        assert len(answers(world)) == 1
    said = [each.getMessage() for each in caplog.records if each.name == "bot.serving.sent_updates"]
    assert said == ["an update cannot be read: 5", "an update cannot be read: 6"]
    assert "құпия" not in caplog.text


@pytest.mark.parametrize("number", [2**63, "9" * 30, 1e30])
async def test_a_number_that_no_database_holds_is_passed_over_however_it_is_written(
    database: Path, number: object
) -> None:
    async with process(database) as (world, inbox):
        sent = asks(world, 1)
        sent["message"]["chat"]["id"] = number
        await inbox.take([sent])
        assert (inbox.unread, len(inbox)) == (1, 0)


async def test_there_is_only_so_much_room(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "MOST_OPEN", 2)
    async with process(database) as (world, inbox):
        world.session.gate = asyncio.Event()
        await inbox.take([asks(world, number, 100 + number) for number in range(2)])
        assert not inbox.has_room
        waiting = asyncio.ensure_future(inbox.wait_for_room())
        await started(world, 2)
        assert not waiting.done()
        world.session.gate.set()
        await waiting
        await done(inbox)
        assert inbox.has_room


async def test_numbers_are_forgotten_in_time(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "MOST_KEPT", 3)
    async with open_world(database) as world:
        now = utc_now()
        for age in range(6):
            holder = Holder(1, "a", now - dt.timedelta(hours=age * 12), LEASE)
            content = {100 - age: None}
            await write(world.services.sessions, lambda c, h=holder, x=content: receive(c, h, x))  # type: ignore[misc]
        await write(world.services.sessions, lambda c: forget_old(c, Holder(1, "a", now, LEASE)))
    assert rows(database, "received_update") == 3
