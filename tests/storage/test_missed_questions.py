"""Questions that found nothing: words and counts, never people or numbers."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from storage import missed_questions as missed
from storage.missed_questions import Missed, count_missed, list_missed
from storage.reading.overview import load_stats

DAY = dt.date(2026, 1, 2)


async def test_words_are_counted_without_case_or_numbers(sessions: async_sessionmaker[AsyncSession]) -> None:
    for text in ("Ғарыш 87011234567", "ғарыш!", "телескоп", "12 345", ""):
        await count_missed(sessions, text, DAY)
    async with sessions() as session:
        assert await list_missed(session) == [Missed("ғарыш", 2, DAY), Missed("телескоп", 1, DAY)]
        assert (await load_stats(session)).missed_questions == 2


async def test_what_is_kept_is_bounded(
    sessions: async_sessionmaker[AsyncSession], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(missed, "_MOST", 3)
    for text in ("альфа", "бета", "бета", "гамма", "дельта", "эпсилон" * 40):
        await count_missed(sessions, text, DAY)
    async with sessions() as session:
        kept = await list_missed(session)
    assert len(kept) == 3
    assert kept[0].words == "бета"
    assert max(len(question.words) for question in kept) <= 80
