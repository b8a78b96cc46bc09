"""The fixtures of the harness, and people who ask of the real decisions."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from parser.records import Language
from tests.harness.fixtures import common_world, database, filled, language, person, texts, used_world, world
from tests.harness.person import TestUser
from tests.harness.world import World, open_world

__all__ = ["common_world", "database", "filled", "language", "person", "texts", "used_world", "world"]


@pytest.fixture(scope="module")
async def open_to_askers(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The bot over the real decisions of Taraz, for all of a file who only ask: nobody there knows of anybody else."""
    file = shutil.copy(samples, tmp_path_factory.mktemp("asked") / "qazyna.db")
    async with open_world(Path(file), limits={}) as world:
        yield world


@pytest.fixture(scope="module")
async def open_to_residents(
    five_budgets: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """The bot where other places are loaded too, for all of a file who only ask."""
    file = shutil.copy(five_budgets, tmp_path_factory.mktemp("asked") / "qazyna.db")
    async with open_world(Path(file), limits={}) as world:
        yield world


@pytest.fixture
def asker(open_to_askers: World, language: Language) -> Iterator[TestUser]:
    """Somebody who asks of the real decisions of Taraz."""
    with open_to_askers.newcomer(language.value) as person:
        yield person


@pytest.fixture
async def resident(open_to_residents: World, language: Language) -> AsyncIterator[TestUser]:
    """Somebody at home in Taraz, where other places are loaded too."""
    with open_to_residents.newcomer(language.value) as person:
        await person.send("/home Тараз")
        yield person
