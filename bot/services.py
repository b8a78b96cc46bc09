"""What a bot works with while it runs: the database, the index, updates under way, who draws and reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.charts.studio import Studio
from bot.documents.reader import DocumentReader, ProcessReader
from bot.middlewares.in_flight import InFlight
from bot.serving.index_keeper import IndexKeeper
from handlers.drawing import Draughtsman
from storage.engine import create_sessions


@dataclass(frozen=True, slots=True)
class Services:
    """What a dispatcher works with, for as long as it runs."""

    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    keeper: IndexKeeper = field(default_factory=IndexKeeper)
    in_flight: InFlight = field(default_factory=InFlight)
    draughtsman: Draughtsman = field(default_factory=Studio)
    reader: DocumentReader = field(default_factory=ProcessReader)


def create_services(engine: AsyncEngine) -> Services:
    """The services over a database.

    Args:
        engine: the database; the dispatcher disposes of it when it shuts down.

    Returns:
        New services.
    """
    return Services(engine, create_sessions(engine))
