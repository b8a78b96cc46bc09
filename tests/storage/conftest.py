"""A migrated database in a file of its own, and ways to load and dump it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from parser.records import ParsedDecision
from storage.engine import create_engine, create_sessions
from storage.loading.ingest import IngestReport, ingest
from tests.harness.databases import database_url

Sessions = async_sessionmaker[AsyncSession]
Load = Callable[..., Awaitable[list[IngestReport]]]


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
