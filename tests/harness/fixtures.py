"""Fixtures for every test that drives the bot; a conftest takes them in by name."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from handlers.views.texts import Texts, load_texts
from parser.records import Language
from storage.people import save_language
from tests.harness.person import TestUser
from tests.harness.world import World, open_world


@pytest.fixture(params=list(Language), ids=str)
def language(request: pytest.FixtureRequest) -> Language:
    """Each of the two languages."""
    return Language(request.param)


@pytest.fixture
def texts(language: Language) -> Texts:
    """The texts of that language."""
    return load_texts(language)


@pytest.fixture(scope="session")
def filled(invented: Path) -> Path:
    """The invented budget in a database that nobody opens."""
    return invented


@pytest.fixture
def database(filled: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(filled, tmp_path / "qazyna.db"))


@pytest.fixture
async def world(database: Path) -> AsyncIterator[World]:
    """The bot over the invented budget."""
    async with open_world(database) as world:
        yield world


@pytest.fixture
async def person(world: World, language: Language) -> TestUser:
    """Somebody who chose that language with /language, whatever they ask in."""
    person = world.person(language.value)
    async with world.services.sessions() as session:
        await save_language(session, person.user.id, language)
    return person
