"""Telegram's ids of pictures: kept, forgotten, and no more of them than are wanted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from storage import sent_pictures
from storage.engine import write
from storage.sent_pictures import find_file_id, forget_file_id, keep_file_id
from tests.harness.databases import writing_elsewhere
from tests.storage.conftest import Sessions

DAY = dt.date(2026, 1, 2)


async def test_what_was_longest_unused_goes_first(sessions: Sessions) -> None:
    for day, key in enumerate("abc"):
        await keep_file_id(sessions, key, f"file {key}", DAY + dt.timedelta(day), most=3)
    assert await find_file_id(sessions, "a", DAY + dt.timedelta(5)) == "file a"
    await keep_file_id(sessions, "d", "file d", DAY, most=3)  # the newest stays, whatever its day
    kept = [key for key in "abcd" if await find_file_id(sessions, key, DAY)]
    assert kept == ["a", "c", "d"]


async def test_a_picture_has_one_id_until_it_is_forgotten(sessions: Sessions) -> None:
    await keep_file_id(sessions, "a", "old", DAY)
    assert await find_file_id(sessions, "a", DAY) == "old"
    await forget_file_id(sessions, "a")
    assert await find_file_id(sessions, "a", DAY) is None
    await keep_file_id(sessions, "a", "new", DAY)
    assert await find_file_id(sessions, "a", DAY) == "new"


async def test_it_is_found_while_somebody_else_writes(
    sessions: Sessions, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience = []

    async def note_patience(*arguments: Any, **named: Any) -> Any:
        patience.append(named["patience"])
        return await write(*arguments, **named)

    await keep_file_id(sessions, "a", "old", DAY)
    monkeypatch.setattr(sent_pictures, "write", note_patience)
    with writing_elsewhere(database):
        assert await find_file_id(sessions, "a", DAY + dt.timedelta(1)) == "old"
        await forget_file_id(sessions, "a")  # is left for the next time
    assert patience == [pytest.approx(0, abs=0.1)] * 2
    assert await find_file_id(sessions, "a", DAY) == "old"
