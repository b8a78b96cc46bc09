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
    """The bot over the invented budget, for one test that looks into it or changes it."""
    async with open_world(database) as world:
        yield world


@pytest.fixture(scope="module")
async def common_world(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The bot over the invented budget, for all of a file who only use it: to start one takes longer than an answer."""
    file = shutil.copy(filled, tmp_path_factory.mktemp("common") / "qazyna.db")
    async with open_world(Path(file)) as world:
        yield world


@pytest.fixture
def used_world(request: pytest.FixtureRequest) -> World:
    """The bot that a person uses: the test's own, where it asks for one or its file makes another kind."""
    own = {"world", "database"} & {*request.fixturenames, *vars(request.module)}
    world: World = request.getfixturevalue("world" if own else "common_world")
    return world


@pytest.fixture
async def person(used_world: World, language: Language) -> AsyncIterator[TestUser]:
    """Somebody who chose that language with /language, whatever they ask in."""
    with used_world.newcomer(language.value) as person:
        async with used_world.services.sessions() as session:
            await save_language(session, person.user.id, language)
        yield person
