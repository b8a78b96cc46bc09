from __future__ import annotations

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import Language
from storage.people import KnownPerson, find_person, move_person, save_home, save_language
from tests.storage.builders import OTHER
from tests.storage.conftest import Sessions

LARGE_ID = 2**52 - 1  # Telegram's ids have up to 52 bits


@pytest.mark.parametrize("language", Language)
async def test_a_chosen_language_is_kept(sessions: Sessions, language: Language) -> None:
    async with sessions() as session:
        await save_language(session, LARGE_ID, language)
    async with sessions() as session:
        assert (await find_person(session, LARGE_ID)).language is language


async def test_who_never_chose_has_none(session: AsyncSession) -> None:
    assert (await find_person(session, 1)).language is None


@pytest.mark.parametrize("language", Language)
async def test_a_new_choice_replaces_the_old_one(sessions: Sessions, language: Language) -> None:
    async with sessions() as session:
        await save_language(session, 1, OTHER[language])
        await save_language(session, 2, OTHER[language])
        await save_language(session, 1, language)
    async with sessions() as session:
        assert (await find_person(session, 1)).language is language
        assert (await find_person(session, 2)).language is OTHER[language]


async def test_a_choice_is_kept_though_someone_wrote_after_it_was_looked_up(sessions: Sessions) -> None:
    # SQLite lets no reader write that has seen an older state than the newest.
    async with sessions() as session, sessions() as other:
        assert (await find_person(session, 1)).language is None
        await save_language(other, 2, Language.RU)
        await save_language(session, 1, Language.KK)
    async with sessions() as session:
        assert (await find_person(session, 1)).language is Language.KK


async def test_a_home_is_kept_beside_the_language_and_can_be_forgotten(sessions: Sessions) -> None:
    async with sessions() as session:
        await save_home(session, 1, "Тараз")  # who chose no language
        await save_language(session, 2, Language.RU)
        await save_home(session, 2, "Семей")
    async with sessions() as session:
        assert await find_person(session, 1) == KnownPerson(None, "Тараз")
        assert await find_person(session, 2) == KnownPerson(Language.RU, "Семей")
        await save_home(session, 2, None)
        await save_language(session, 1, Language.KK)
    async with sessions() as session:
        assert await find_person(session, 1) == KnownPerson(Language.KK, "Тараз")
        assert await find_person(session, 2) == KnownPerson(Language.RU, None)


async def test_what_moves_to_another_number_leaves_nothing_behind(sessions: Sessions) -> None:
    async with sessions() as session:
        await save_home(session, -1, "Тараз")
        await move_person(session, -1, -100)
        await save_language(session, -2, Language.RU)
        await move_person(session, -2, -100)  # which has a choice of its own
    async with sessions() as session:
        assert await find_person(session, -100) == KnownPerson(None, "Тараз")
        assert await find_person(session, -1) == await find_person(session, -2) == KnownPerson()
