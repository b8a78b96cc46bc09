"""Followers are told by several processes, through stops, kills and Telegram's limits: each once, and nobody is lost."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import SendMessage

from bot.serving.notifier import Notifier
from handlers.views.texts import Texts
from storage.columns import utc_now
from storage.follows import follow_line, list_known
from storage.loading.ingest import ingest
from storage.reading.address import BudgetAddress, EditionAddress, LineAddress
from tests.harness.moments import happens
from tests.harness.world import World, open_world
from tests.storage.builders import NOVEMBER, PROGRAM, document, edition, with_amount

LINE = LineAddress(EditionAddress(BudgetAddress("Тараз", 2013, 2015), 2013), PROGRAM)
FOLLOWERS = range(11, 19)


class Killed(BaseException):
    """What ends a process that does nothing any more, not even tidy up."""


@pytest.fixture
async def followed(database: Path, texts: Texts) -> AsyncIterator[World]:
    """A bot with eight followers of a line that a decision has changed since."""
    async with open_world(database) as world:
        sessions = world.services.sessions
        for person in FOLLOWERS:
            async with sessions() as session:
                known = await list_known(session, LINE, {})
                assert await follow_line(session, person, LINE, known, texts.language)
        table = with_amount(edition(NOVEMBER), PROGRAM, 1_234_000)
        await ingest(sessions, document(NOVEMBER, [table]))
        yield world


def told(*worlds: World) -> Counter[int]:
    """How many messages each follower got."""
    return Counter(int(sent.chat_id) for world in worlds for sent in world.session.of(SendMessage))


def missing(counts: Counter[int]) -> Sequence[int]:
    return [person for person in FOLLOWERS if not counts[person]]


async def test_two_processes_at_once_tell_each_follower_once(followed: World, database: Path) -> None:
    async with open_world(database) as another:
        sent = await asyncio.gather(
            *(Notifier(world.services, pause=0).tell(world.bot) for world in (followed, another))
        )
        assert sum(sent) == len(FOLLOWERS)
        assert told(followed, another) == dict.fromkeys(FOLLOWERS, 1)
        assert await Notifier(another.services, pause=0).tell(another.bot) == 0


async def test_a_kill_loses_at_most_the_message_on_its_way_and_doubles_none(
    followed: World, database: Path
) -> None:
    followed.session.fail(SendMessage, lambda _: Killed())  # type: ignore[arg-type, return-value]
    with pytest.raises(Killed):
        await Notifier(followed.services, pause=0).tell(followed.bot)
    on_its_way = told(followed)
    assert sum(on_its_way.values()) == 1
    async with open_world(database) as restarted:
        assert await Notifier(restarted.services, pause=0).tell(restarted.bot) == len(FOLLOWERS) - 1
        assert told(followed, restarted) == dict.fromkeys(FOLLOWERS, 1)


async def test_a_stop_while_a_message_is_on_its_way_sends_it_no_more(followed: World, database: Path) -> None:
    followed.session.gate = asyncio.Event()  # Telegram does not answer
    telling = asyncio.create_task(Notifier(followed.services, pause=0).tell(followed.bot))  # noqa: TID251
    await happens(followed.session.on_its_way)
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)
    async with open_world(database) as restarted:
        await Notifier(restarted.services, pause=0).tell(restarted.bot)
        assert told(followed, restarted) == dict.fromkeys(FOLLOWERS, 1)


async def test_a_stop_while_telegram_lets_the_bot_wait_loses_nobody(database: Path, followed: World) -> None:
    waits = asyncio.Event()

    async def sleep(_: float) -> None:
        waits.set()
        await asyncio.Event().wait()

    async with open_world(database, sleep=sleep) as waiting:
        waiting.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 3))
        notifier = Notifier(waiting.services, pause=0, every=0)
        notifier.start(waiting.bot)
        await happens(waits)
        await notifier.stop()
        assert told(waiting).total() == 1  # which Telegram did not take
    assert await Notifier(followed.services, pause=0).tell(followed.bot) == len(FOLLOWERS)
    assert told(followed) == dict.fromkeys(FOLLOWERS, 1)


async def test_while_telegram_lets_the_bot_wait_long_nobody_is_told_and_then_all_are(followed: World) -> None:
    now = utc_now()
    notifier = Notifier(followed.services, pause=0, now=lambda: now)
    followed.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 600))
    assert await notifier.tell(followed.bot) == 0
    assert told(followed).total() == 1  # refused
    assert await notifier.tell(followed.bot) == 0
    assert told(followed).total() == 1  # and nothing is sent before that is over
    now += dt.timedelta(seconds=601)
    assert await notifier.tell(followed.bot) == len(FOLLOWERS)
    assert missing(told(followed)) == []
    assert await notifier.tell(followed.bot) == 0


async def test_a_clock_that_is_set_back_makes_nobody_wait_for_it(followed: World) -> None:
    now = utc_now()
    notifier = Notifier(followed.services, pause=0, now=lambda: now)
    followed.session.fail(SendMessage, lambda method: TelegramRetryAfter(method, "Too Many Requests", 600))
    assert await notifier.tell(followed.bot) == 0
    now -= dt.timedelta(hours=1)
    assert await notifier.tell(followed.bot) == len(FOLLOWERS)


async def test_what_telegram_did_not_take_is_sent_at_the_next_look(followed: World) -> None:
    notifier = Notifier(followed.services, pause=0)
    followed.session.fail(SendMessage, lambda method: TelegramServerError(method, "Bad Gateway"), times=50)
    assert await notifier.tell(followed.bot) == 0
    followed.session.recover()
    followed.session.sent.clear()
    assert await notifier.tell(followed.bot) == len(FOLLOWERS)
    assert told(followed) == dict.fromkeys(FOLLOWERS, 1)
    assert await notifier.tell(followed.bot) == 0


async def test_what_may_have_arrived_is_not_sent_again(followed: World) -> None:
    notifier = Notifier(followed.services, pause=0)
    followed.session.fail(SendMessage, lambda method: TelegramNetworkError(method, "silent"))
    with pytest.raises(TelegramNetworkError):
        await notifier.tell(followed.bot)
    assert await notifier.tell(followed.bot) == len(FOLLOWERS) - 1
    assert told(followed) == dict.fromkeys(FOLLOWERS, 1)


async def test_so_many_a_second_are_sent_by_all_processes_together(
    followed: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    full = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        full.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("bot.serving.notifier.asyncio.sleep", sleep)
    telling = asyncio.create_task(Notifier(followed.services, pause=3600).tell(followed.bot))  # noqa: TID251
    await happens(full)
    assert told(followed).total() == 1  # the next one waits for the rest of the hour
    assert 0 < waits[0] <= 3600
    telling.cancel()
    await asyncio.gather(telling, return_exceptions=True)
    monkeypatch.undo()
    assert await Notifier(followed.services, pause=0).tell(followed.bot) == len(FOLLOWERS) - 1
    assert told(followed) == dict.fromkeys(FOLLOWERS, 1)
