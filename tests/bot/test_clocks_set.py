"""A clock that is set, back or forward, loses no update and has none answered twice; a repeated update is none, an hour later too."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.serving import inbox as serving
from bot.serving.update_record import LEASE, UpdateRecord
from storage.columns import utc_now
from storage.engine import create_engine, create_sessions
from tests.bot.test_inbox import answers, asks, done, process
from tests.harness.budget import url
from tests.harness.world import open_world

HOUR = dt.timedelta(hours=1)


class Clocks:
    """The machine's clock, which may be set, and the seconds that pass whatever it says."""

    def __init__(self) -> None:
        self.moment = utc_now()
        self.seconds = 100.0

    def pass_by(self, seconds: float) -> None:
        self.moment += dt.timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
async def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
async def records(database: Path, clocks: Clocks) -> AsyncIterator[list[UpdateRecord]]:
    """Those of two processes on one machine."""
    engine = create_engine(url(database))
    sessions = create_sessions(engine)
    yield [UpdateRecord(sessions, 42, lambda: clocks.moment, lambda: clocks.seconds) for _ in range(2)]
    await engine.dispose()


async def look(record: UpdateRecord) -> list[int]:
    return [each.number for each in await record.take_over()]


async def test_what_a_killed_process_held_is_not_left_until_the_clock_has_caught_up(
    records: list[UpdateRecord], clocks: Clocks
) -> None:
    killed, next_one = records
    await killed.receive({1: "{}"})
    clocks.moment -= HOUR
    found = []
    for _ in range(5):
        found += await look(next_one)
        clocks.pass_by(serving.LOOK_SECONDS)
    assert found == [1]


async def test_what_a_stopped_process_left_is_taken_at_once_by_an_earlier_clock_too(
    records: list[UpdateRecord], clocks: Clocks
) -> None:
    stopped, next_one = records
    await stopped.receive({1: "{}"})
    await stopped.release(())
    clocks.moment -= HOUR
    assert await look(next_one) == [1]


@pytest.mark.parametrize("set_by", [HOUR, -HOUR], ids=["forward", "back"])
async def test_what_a_living_process_does_is_taken_by_nobody(
    records: list[UpdateRecord], clocks: Clocks, set_by: dt.timedelta
) -> None:
    working, other = records
    await working.receive({1: "{}"})
    assert await look(working) == await look(other) == []
    clocks.moment += set_by
    for _ in range(6):
        assert await look(other) == []  # before the other one has said that it lives
        assert await look(working) == []
        clocks.pass_by(serving.LOOK_SECONDS)


async def test_who_does_not_say_that_he_lives_is_taken_for_gone_all_the_same(
    records: list[UpdateRecord], clocks: Clocks
) -> None:
    killed, other = records
    await killed.receive({1: "{}"})
    assert await look(other) == []
    clocks.moment += HOUR
    assert await look(other) == []  # the clock was set
    clocks.pass_by(LEASE.total_seconds())
    assert await look(other) == [1]


async def test_an_update_that_comes_again_after_an_hour_and_many_others_is_answered_once(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "_NUMBERS_KEPT", 3)  # in memory
    clocks = Clocks()
    async with open_world(database, limits={}) as world:
        inbox = world.services.inbox
        inbox._now = lambda: clocks.moment
        inbox.start(world.dispatcher, world.bot)
        await inbox.take([asks(world, 1)])
        await inbox.take([asks(world, number, 100 + number) for number in range(2, 9)])
        await done(inbox)
        clocks.moment += HOUR
        await inbox.take([asks(world, 1)])
        await done(inbox)
        assert answers(world).count(7) == 1
    async with process(database, late=True) as (restarted, inbox):
        await inbox.take([asks(restarted, 1)])
        await done(inbox)
        await asyncio.sleep(0)
        assert answers(restarted) == []
