"""Telegram's ids of pictures: kept, forgotten, and no more of them than are wanted."""

from __future__ import annotations

import datetime as dt

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.sent_pictures import find_file_id, forget_file_id, keep_file_id

DAY = dt.date(2026, 1, 2)


async def test_what_was_longest_unused_goes_first(session: AsyncSession) -> None:
    for day, key in enumerate("abc"):
        await keep_file_id(session, key, f"file {key}", DAY + dt.timedelta(day), most=3)
    assert await find_file_id(session, "a", DAY + dt.timedelta(5)) == "file a"
    await keep_file_id(session, "d", "file d", DAY, most=3)  # the newest stays, whatever its day
    kept = [key for key in "abcd" if await find_file_id(session, key, DAY)]
    assert kept == ["a", "c", "d"]


async def test_a_picture_has_one_id_until_it_is_forgotten(session: AsyncSession) -> None:
    await keep_file_id(session, "a", "old", DAY)
    assert await find_file_id(session, "a", DAY) == "old"
    await forget_file_id(session, "a")
    assert await find_file_id(session, "a", DAY) is None
    await keep_file_id(session, "a", "new", DAY)
    assert await find_file_id(session, "a", DAY) == "new"
