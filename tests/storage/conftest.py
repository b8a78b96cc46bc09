"""A migrated database in a file of its own, and ways to load and dump it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import IngestReport, ingest
from storage.schema import migrate
from tests.harness.databases import database_url

Sessions = async_sessionmaker[AsyncSession]
Load = Callable[..., Awaitable[list[IngestReport]]]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without data, to be copied: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("storage") / "migrated.db"

    async def make() -> None:
        engine = create_engine(database_url(path))
        await migrate(engine)
        await engine.dispose()

    asyncio.run(make())
    return path


@pytest.fixture
def database(tmp_path: Path, migrated: Path) -> Path:
    return Path(shutil.copy(migrated, tmp_path / "qazyna.db"))


@pytest.fixture
async def engine(database: Path) -> AsyncIterator[AsyncEngine]:
    engine = create_engine(database_url(database))
    yield engine
    await engine.dispose()


@pytest.fixture
def sessions(engine: AsyncEngine) -> Sessions:
    return create_sessions(engine)


@pytest.fixture
async def session(sessions: Sessions) -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        yield session


@pytest.fixture
def load(sessions: Sessions) -> Load:
    """Stores files one after the other."""

    async def load(*files: ParsedDecision) -> list[IngestReport]:
        return [await ingest(sessions, parsed) for parsed in files]

    return load
