"""What a bot works with while it runs: the database, the index, updates under way, who draws and reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import field

from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.allowances import Allowances, OwnAllowances, SharedAllowances
from bot.charts.studio import Studio
from bot.documents.fetching import LinkFetcher
from bot.documents.reader import DocumentReader, ProcessReader
from bot.middlewares.in_flight import InFlight
from bot.serving.inbox import Inbox
from bot.serving.index_keeper import IndexKeeper
from bot.serving.turns import Turns
from bot.settings import LINK_HOSTS
from bot.spreadsheet.files import FileClerk
from handlers.drawing import Draughtsman
from handlers.filing import Clerk
from handlers.memory import Memory
from handlers.registration import Fetcher
from handlers.shared_memory import SharedMemory
from parser.dataclass import dataclass
from storage.answering.request import today_here
from storage.engine import create_sessions, is_postgresql
from storage.kept.remembered import session_info


@dataclass(frozen=True, slots=True)
class Services:
    """What a dispatcher works with, for as long as it runs.

    Attributes:
        today: the day that people live in, for `this year`.
        together: whether other processes answer the same chats over the same database.
        memory: what chats were answered, for these processes together or for this one.
        allowances: what people may still do, likewise.
    """

    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    keeper: IndexKeeper = field(default_factory=IndexKeeper)
    in_flight: InFlight = field(default_factory=InFlight)
    turns: Turns = field(default_factory=Turns)
    draughtsman: Draughtsman = field(default_factory=Studio)
    reader: DocumentReader = field(default_factory=ProcessReader)
    fetcher: Fetcher = field(default_factory=LinkFetcher)
    clerk: Clerk = field(default_factory=FileClerk)
    together: bool = False
    today: Callable[[], dt.date] = today_here
    memory: Memory = field(init=False)
    allowances: Allowances = field(init=False)
    inbox: Inbox = field(init=False)

    def __post_init__(self) -> None:
        """Makes what works with the others, and lets sessions look into memory first."""
        self.sessions.configure(info=session_info(self.keeper.remembered))
        object.__setattr__(self, "inbox", Inbox(self.sessions, self.in_flight, self.turns))
        memory = SharedMemory(self.sessions) if self.together else Memory()
        object.__setattr__(self, "memory", memory)
        allowances = SharedAllowances(self.sessions) if self.together else OwnAllowances()
        object.__setattr__(self, "allowances", allowances)


def create_services(engine: AsyncEngine, link_hosts: Sequence[str] = LINK_HOSTS) -> Services:
    """The services over a database: on PostgreSQL processes share what people asked and may still do.

    Args:
        engine: the database; the dispatcher disposes of it when it shuts down.
        link_hosts: whose pages operators may have fetched.

    Returns:
        New services.
    """
    return Services(
        engine,
        create_sessions(engine),
        fetcher=LinkFetcher(link_hosts),
        together=is_postgresql(engine.sync_engine),
    )
