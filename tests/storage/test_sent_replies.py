"""Which message answers which is kept for two days, of so many messages, and until it is to be forgotten."""

from __future__ import annotations

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.sent_replies import (
    KEPT_FOR,
    AnsweredMessage,
    count_replies,
    find_reply,
    forget_replies,
    keep_replies,
)
from tests.storage.conftest import Sessions

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
GROUP, PERSON, OTHER = -100500, 7, 8
MESSAGE = AnsweredMessage(GROUP, 1, PERSON)


async def test_the_last_answer_counts(session: AsyncSession, sessions: Sessions) -> None:
    for reply in (11, 12):
        await keep_replies(sessions, {MESSAGE: reply}, NOW)
    assert await find_reply(session, AnsweredMessage(GROUP, 1), NOW) == 12
    assert await find_reply(session, AnsweredMessage(PERSON, 1), NOW) is None
    assert await count_replies(session, PERSON) == 1
    assert await count_replies(session, PERSON, besides=[AnsweredMessage(GROUP, 2)]) == 1
    assert await count_replies(session, PERSON, besides=[AnsweredMessage(GROUP, 2), MESSAGE]) == 0


async def test_old_ones_go(session: AsyncSession, sessions: Sessions) -> None:
    await keep_replies(sessions, {MESSAGE: 11}, NOW)
    assert await find_reply(session, MESSAGE, NOW + KEPT_FOR) == 11
    assert await find_reply(session, MESSAGE, NOW + KEPT_FOR + MINUTE) is None
    await session.rollback()
    await keep_replies(sessions, {AnsweredMessage(GROUP, 2, OTHER): 12}, NOW + KEPT_FOR + MINUTE)
    assert await count_replies(session, PERSON) == 0


async def test_only_so_many_are_kept(session: AsyncSession, sessions: Sessions) -> None:
    for message in range(1, 6):
        await keep_replies(sessions, {AnsweredMessage(GROUP, message, PERSON): 10 + message}, NOW, most=3)
    found = [await find_reply(session, AnsweredMessage(GROUP, message), NOW) for message in range(1, 6)]
    assert found == [None, None, 13, 14, 15]


async def test_a_person_and_a_chat_are_forgotten(session: AsyncSession, sessions: Sessions) -> None:
    own, elsewhere = AnsweredMessage(PERSON, 3, PERSON), AnsweredMessage(GROUP - 1, 4, OTHER)
    for message in (MESSAGE, own, AnsweredMessage(GROUP, 2, OTHER), elsewhere):
        await keep_replies(sessions, {message: 11}, NOW)
    await forget_replies(session, PERSON)
    assert [await count_replies(session, person) for person in (PERSON, OTHER)] == [0, 2]
    await forget_replies(session, GROUP)
    assert await count_replies(session, OTHER) == 1
    assert await find_reply(session, elsewhere, NOW) == 11
