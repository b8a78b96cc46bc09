from __future__ import annotations

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage.people import find_language, save_language
from tests.storage.builders import OTHER
from tests.storage.conftest import Sessions

LARGE_ID = 2**52 - 1  # Telegram's ids have up to 52 bits


@pytest.mark.parametrize("language", Language)
async def test_a_chosen_language_is_kept(sessions: Sessions, language: Language) -> None:
    async with sessions() as session:
        await save_language(session, LARGE_ID, language)
    async with sessions() as session:
        assert await find_language(session, LARGE_ID) is language


async def test_who_never_chose_has_none(session: AsyncSession) -> None:
    assert await find_language(session, 1) is None


@pytest.mark.parametrize("language", Language)
async def test_a_new_choice_replaces_the_old_one(sessions: Sessions, language: Language) -> None:
    async with sessions() as session:
        await save_language(session, 1, OTHER[language])
        await save_language(session, 2, OTHER[language])
        await save_language(session, 1, language)
    async with sessions() as session:
        assert await find_language(session, 1) is language
        assert await find_language(session, 2) is OTHER[language]


async def test_a_choice_is_kept_though_someone_wrote_after_it_was_looked_up(sessions: Sessions) -> None:
    # SQLite lets no reader write that has seen an older state than the newest.
    async with sessions() as session, sessions() as other:
        assert await find_language(session, 1) is None
        await save_language(other, 2, Language.RU)
        await save_language(session, 1, Language.KK)
    async with sessions() as session:
        assert await find_language(session, 1) is Language.KK
