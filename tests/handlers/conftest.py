"""The fixtures of the harness, and people who ask of the real decisions."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from parser.records import Language
from tests.harness.fixtures import database, filled, language, person, texts, world
from tests.harness.person import TestUser
from tests.harness.world import open_world

__all__ = ["database", "filled", "language", "person", "texts", "world"]


@pytest.fixture
async def asker(samples: Path, tmp_path: Path, language: Language) -> AsyncIterator[TestUser]:
    """Somebody who asks of the real decisions of Taraz."""
    async with open_world(Path(shutil.copy(samples, tmp_path / "qazyna.db")), limits={}) as world:
        yield world.person(language.value)


@pytest.fixture
async def resident(five_budgets: Path, tmp_path: Path, language: Language) -> AsyncIterator[TestUser]:
    """Somebody at home in Taraz, where other places are loaded too."""
    async with open_world(Path(shutil.copy(five_budgets, tmp_path / "qazyna.db")), limits={}) as world:
        person = world.person(language.value)
        await person.send("/home Тараз")
        yield person
