"""At the end nothing is broken off that holds a connection, or that cannot be done again."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from aiogram.methods import SendMessage
from aiogram.types import Update

from bot.middlewares.in_turn import InTurn
from bot.serving import inbox as serving
from bot.serving import notifier as telling
from bot.serving import update_record
from bot.serving.inbox import Inbox
from bot.serving.notifier import Notifier
from bot.serving.polling import poll
from handlers.packing import pack
from handlers.views.actions import StartFollowing
from storage.engine import write_own_rows
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from tests.harness.databases import read_rows
from tests.harness.moments import happens
from tests.harness.world import World, open_world
from tests.storage.builders import NOVEMBER, PROGRAM, document, edition, with_amount

FOLLOW = (
    pack(StartFollowing(LineAddress(EditionAddress(BudgetAddress("Тараз", 2013, 2015), 2013), PROGRAM))) or ""
)


class Held:
    """Some work that is held up in the middle, as by a slow database.

    Attributes:
        begun: set when the work has begun.
        goes_on: lets it go on.
        broken: set when it was broken off.
    """

    def __init__(self, work: Callable[..., Awaitable[Any]]) -> None:
        self.begun, self.goes_on, self.broken = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._work = work

    async def __call__(self, *arguments: Any, **named: Any) -> Any:
        self.begun.set()
        try:
            await happens(self.goes_on)
        except asyncio.CancelledError:
            self.broken.set()
            raise
        return await self._work(*arguments, **named)


async def ended_after(held: Held, ending: asyncio.Future[Any]) -> None:
    """Ends only when what is held has gone on."""
    for _ in range(20):
        await asyncio.sleep(0)
    assert not ending.done()
    held.goes_on.set()
    await ending
    assert not held.broken.is_set()


def help_asked(world: World) -> Update:
    return Update(update_id=1, message=world.person("kk").make_message("/help"))


async def test_what_is_being_written_down_is(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with open_world(database) as world:
        inbox = world.services.inbox
        inbox.start(world.dispatcher, world.bot)
        await inbox.take([help_asked(world)])
        held = Held(write_own_rows)
        monkeypatch.setattr(update_record, "write_own_rows", held)
        await asyncio.gather(*inbox._open)
        await happens(held.begun)
        await ended_after(held, asyncio.ensure_future(inbox.close()))
    assert read_rows(database, "SELECT count(*) FROM open_update") == [[(0,)]]


async def test_a_write_that_does_not_end_is_broken_off(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "ENDING_SECONDS", 0.01)
    async with open_world(database) as world:
        held = Held(write_own_rows)
        monkeypatch.setattr(update_record, "write_own_rows", held)
        world.services.inbox.start(world.dispatcher, world.bot)
        await happens(held.begun)
        closing = asyncio.ensure_future(world.services.inbox.close())
        await happens(held.broken)
        held.goes_on.set()
        await closing


async def test_what_was_fetched_is_kept(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Sequence[Any]] = []

    async def take(sent: Sequence[Any]) -> None:
        taken.append(sent)

    async with open_world(database) as world:
        world.session.batches = [[help_asked(world)], [help_asked(world)]]
        held, stop = Held(take), asyncio.Event()
        monkeypatch.setattr(Inbox, "take", held)
        polling = asyncio.ensure_future(poll(world.dispatcher, world.bot, world.services.inbox, stop))
        await happens(held.begun)
        stop.set()
        await ended_after(held, polling)
    assert len(taken) == 1  # nothing more was begun


async def followed(world: World, *people: int) -> None:
    """There is something to tell these people."""
    for number in people:
        await world.person("kk", id=number).press_data(FOLLOW)
    amount = with_amount(edition(NOVEMBER), PROGRAM, 1_234_000)
    await ingest(world.services.sessions, document(NOVEMBER, [amount]))
    world.session.sent.clear()


async def test_a_follower_is_told_and_the_next_one_after_the_next_start(database: Path) -> None:
    async with open_world(database) as world:
        await followed(world, 7, 8)
        world.session.gate = asyncio.Event()
        notifier = Notifier(world.services, every=0, pause=0)
        notifier.start(world.bot)
        await happens(world.session.on_its_way)
        stopping = asyncio.ensure_future(notifier.stop())
        await asyncio.sleep(0)
        world.session.gate.set()
        await stopping
        assert [sent.chat_id for sent in world.session.of(SendMessage)] == [7]
        assert len(world.session.messages) == 1  # it arrived
        await Notifier(world.services, pause=0).tell(world.bot)
        assert [sent.chat_id for sent in world.session.of(SendMessage)] == [7, 8]


async def test_a_message_that_telegram_does_not_take_is_not_waited_for(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "ENDING_SECONDS", 0.01)
    async with open_world(database) as world:
        await followed(world, 7)
        world.session.gate = asyncio.Event()
        notifier = Notifier(world.services, every=0, pause=0)
        notifier.start(world.bot)
        await happens(world.session.on_its_way)
        await notifier.stop()
        assert len(world.session.messages) == 0


async def test_who_is_told_to_wait_has_let_go_before_the_wait_is_over(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()
    handed_back: list[int] = []

    async def tell(*_told: object) -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            for _ in range(100):  # a connection takes a moment
                await asyncio.sleep(0)
            handed_back.append(1)

    monkeypatch.setattr(InTurn, "_tell", tell)
    async with open_world(database) as world:
        turns = world.services.turns
        turns.patience = 0.0
        for chat in range(turns.room):
            turns.ask(chat)
        waiting = asyncio.ensure_future(world.person("kk").send("/help"))
        await happens(begun)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert handed_back
