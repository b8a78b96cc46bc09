"""The whole bot over a database file, with Telegram replaced."""

from __future__ import annotations

import datetime as dt
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, count
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Chat
from sqlalchemy import delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import create_bot, create_dispatcher
from bot.documents.fetching import LinkFetcher
from bot.documents.reader import DocumentReader
from bot.services import Services
from bot.serving.index_keeper import IndexKeeper
from handlers.drawing import Draughtsman
from handlers.registration import Fetcher
from storage.allowances import forget_old_allowances
from storage.engine import create_engine, create_sessions
from storage.models import table
from storage.people_models import KeptMemory
from storage.search.index import Index, StoredNames, read_names
from tests.harness.budget import url
from tests.harness.databases import SERVER, using_database
from tests.harness.draughtsman import PaperDraughtsman
from tests.harness.person import TestUser
from tests.harness.quick_handlers import lend_handlers, remember_signatures
from tests.harness.reader import PaperReader
from tests.harness.session import RecordingSession
from tests.harness.unhurried import let_no_time_pass, look_for_news_when_told

remember_signatures()
look_for_news_when_told()

TOKEN = "42:TEST"
FIRST = 7  # who comes first; tests of operators give them that right
TODAY = dt.date(2013, 12, 31)  # most questions are of decisions of this year
_KEPT = 3  # indexes: as many kinds of databases as a test file has


class SharedIndexes:
    """Builds the index of what is stored, and gives it again where the same is stored: in another copy of a file."""

    def __init__(self) -> None:
        self._built: OrderedDict[StoredNames, Index] = OrderedDict()

    async def build(self, session: AsyncSession) -> Index:
        """See `storage.search.index.build_index`."""
        names = await read_names(session)
        index = self._built.pop(names, None) or names.index()
        self._built[names] = index
        if len(self._built) > _KEPT:
            self._built.popitem(last=False)
        return index


@cache
def _shared_indexes() -> SharedIndexes:
    return SharedIndexes()


@dataclass(frozen=True, slots=True)
class World:
    """A started bot."""

    services: Services
    dispatcher: Dispatcher
    bot: Bot
    session: RecordingSession
    _ids: Iterator[int] = field(default_factory=lambda: chain((FIRST,), count(1_000)))

    def person(self, language: str | None = "kk", *, id: int = FIRST, chat: Chat | None = None) -> TestUser:  # noqa: A002
        """Somebody who uses the bot."""
        return TestUser(self.dispatcher, self.bot, self.session, language, id=id, chat=chat)

    @contextmanager
    def newcomer(self, language: str | None) -> Iterator[TestUser]:
        """Somebody whom the bot does not know, whatever others have asked; at the end no rule is broken."""
        self.session.begin_anew()
        yield self.person(language, id=next(self._ids))
        self.session.check()


class TextsWatch(logging.Handler):
    """Notes texts that lacked a value, whose placeholder a person would have read instead."""

    def __init__(self, session: RecordingSession) -> None:
        super().__init__(logging.ERROR)
        self._session = session

    def emit(self, record: logging.LogRecord) -> None:
        """Takes it for a broken rule."""
        self._session.violations.append(record.getMessage())


async def _forget_memories(services: Services) -> None:
    async with services.engine.begin() as connection:
        await connection.execute(delete(table(KeptMemory)))


async def pass_over(_: float) -> None:
    """Waits for nothing."""


@asynccontextmanager
async def open_world(
    file: Path,
    draughtsman: Draughtsman | None = None,
    reader: DocumentReader | None = None,
    fetcher: Fetcher | None = None,
    sleep: Callable[[float], Awaitable[None]] = pass_over,
    *,
    together: bool | None = None,
    today: dt.date = TODAY,
    **options: Any,
) -> AsyncIterator[World]:
    """Start the bot, and shut it down at the end.

    Args:
        file: the database.
        draughtsman: who draws; one who only notes what is asked, when None.
        reader: who reads documents; one that reads in this process, when None.
        fetcher: who fetches documents; the bot's own, when None.
        sleep: waits before a request is repeated; nobody does, unless given.
        today: the day that people live in.
        together: whether it shares with others what they share where several processes answer; when None, as
            the database has it, but what bots before it remember of their chats is gone, as it is where memory is a
            process's own.
        options: for `create_dispatcher`.

    Yields:
        The started bot.
    """
    shares = bool(SERVER) if together is None else together
    engine = create_engine(url(file))
    keeper = IndexKeeper(build=_shared_indexes().build)
    draughtsman = draughtsman or PaperDraughtsman()
    reader = reader or PaperReader()
    services = Services(
        engine,
        create_sessions(engine),
        keeper,
        draughtsman=draughtsman,
        reader=reader,
        fetcher=fetcher or LinkFetcher(),
        together=shares,
        today=lambda: today,
    )
    let_no_time_pass(services)
    session = RecordingSession()
    watch = TextsWatch(session)
    logging.getLogger("handlers.views.texts").addHandler(watch)
    bot = create_bot(TOKEN, session=session, sleep=sleep)
    with using_database(file), lend_handlers() as handlers:
        dispatcher = create_dispatcher(services, handlers=handlers, **options)
        try:
            await dispatcher.emit_startup(bot=bot)
            if shares:  # limits are each world's, as in memory
                await forget_old_allowances(services.sessions, age=-1)
            if shares and together is None:
                await _forget_memories(services)
            session.sent.clear()
            yield World(services, dispatcher, bot, session)
        finally:
            await dispatcher.emit_shutdown(bot=bot)
            logging.getLogger("handlers.views.texts").removeHandler(watch)
    session.check()
