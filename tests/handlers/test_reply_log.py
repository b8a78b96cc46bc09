"""Which message answers which is written soon: nothing of it is lost, and nothing forgotten comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers import reply_log
from handlers.reply_log import ReplyLog
from storage.engine import create_engine, create_sessions
from storage.sent_replies import AnsweredMessage, count_replies, forget_replies, keep_replies
from tests.harness.budget import url
from tests.harness.moments import happens

Sessions = async_sessionmaker[AsyncSession]
GROUP, PERSON, OTHER = -100500, 7, 8
OWN, IN_GROUP, OTHERS = (
    AnsweredMessage(PERSON, 1, PERSON),
    AnsweredMessage(GROUP, 2, PERSON),
    AnsweredMessage(GROUP, 3, OTHER),
)


@pytest.fixture
async def sessions(database: Path) -> AsyncIterator[Sessions]:
    engine = create_engine(url(database))
    yield create_sessions(engine)
    await engine.dispose()


@pytest.mark.parametrize(("speaker", "left"), [(PERSON, {OTHERS}), (GROUP, {OWN})], ids=["person", "chat"])
async def test_a_write_under_way_brings_nothing_back(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch, speaker: int, left: set[AnsweredMessage]
) -> None:
    writing, going_on = asyncio.Event(), asyncio.Event()
    steps = []

    async def keep_late(*arguments: Any) -> None:
        writing.set()
        await happens(going_on)
        await keep_replies(*arguments)
        steps.append("written")

    async def delete(*arguments: Any) -> None:
        steps.append("deleted")
        await forget_replies(*arguments)

    monkeypatch.setattr(reply_log, "keep_replies", keep_late)
    monkeypatch.setattr(reply_log, "forget_replies", delete)
    log = ReplyLog(sessions)
    for answered in (OWN, IN_GROUP, OTHERS):
        log.note(answered, 11)
    write = asyncio.ensure_future(log.write())
    await happens(writing)
    async with sessions() as session:
        forgetting = asyncio.ensure_future(log.forget(session, speaker))
        for _ in range(3):
            await asyncio.sleep(0)  # as far as it comes
        going_on.set()
        await asyncio.gather(write, forgetting)
        await log.close()
        counts = [await count_replies(session, person) for person in (PERSON, OTHER)]
    assert steps == ["written", "deleted"]
    assert counts == [sum(each.person == person for each in left) for person in (PERSON, OTHER)]


@pytest.mark.parametrize("error", [ConnectionRefusedError, RuntimeError])
async def test_what_cannot_be_written_is_written_later(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    async def fail(*_: object) -> None:
        raise error

    log = ReplyLog(sessions)
    with monkeypatch.context() as patched:
        patched.setattr(reply_log, "keep_replies", fail)
        log.note(OWN, 11)
        if error is RuntimeError:  # nobody expects it
            with pytest.raises(error):
                await log.write()
        else:
            await log.write()
        assert log.waiting(PERSON) == {OWN}
    await log.close()
    assert log.waiting(PERSON) == set()
    async with sessions() as session:
        assert await count_replies(session, PERSON) == 1
