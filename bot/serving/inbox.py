"""What Telegram sends: kept until it is answered, handled once, over restarts and among processes."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import json
import logging
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError
from aiogram.methods import TelegramMethod
from aiogram.types import TelegramObject, Update, User
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.middlewares.in_flight import InFlight
from bot.middlewares.under_way import Carrier, UnderWay
from bot.serving.sent_updates import read_update, write_update
from bot.serving.turns import ROOM, Turns
from bot.serving.update_record import LEASE, UpdateRecord
from handlers.views.texts import load_texts, pick_language
from storage.columns import utc_now
from storage.updates import MOST_ATTEMPTS, Unfinished

MOST_OPEN = 3000  # updates; more stay with Telegram until there is room
CROWD = ROOM  # calls that bring updates …
CROWD_SECONDS = 0.2  # … within so long: they come faster than they are answered
LOOK_SECONDS = LEASE.total_seconds() / 3
SETTLE_SECONDS = 1.0  # that updates which cannot be written stay with Telegram, and others behind them
CARRIED_SECONDS = 1.0  # that a call waits to take something along
ENDING_SECONDS = 5.0  # that a write has at the end; then it is broken off
_BUSY_SECONDS = 1.0  # between two tries to write
_NUMBERS_KEPT = 10_000  # in memory
_LOOKS_AN_HOUR = round(3600 / LOOK_SECONDS)

_Handle = Callable[[TelegramObject, dict[str, Any]], Awaitable[None]]

_log = logging.getLogger(__name__)


class Inbox:
    """Takes updates from wherever they come, and has each handled once.

    An update is written to the database before Telegram may forget it, and is gone from there when it is
    done. What a process leaves unfinished another one takes over, or the next one after a restart.

    Attributes:
        unread: how many updates could not be read.
        note_reply: is told what the answer to a call takes along.
    """

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        in_flight: InFlight,
        turns: Turns,
        now: Callable[[], dt.datetime] = utc_now,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Makes an inbox that takes nothing yet.

        Args:
            sessions: of the database.
            in_flight: knows what is being handled, and when no more is to be begun.
            turns: among all chats; most of them wait while a crowd comes in.
            now: tells the moment.
            clock: tells the seconds.
        """
        self.unread = 0
        self.note_reply: Callable[[TelegramMethod[Any]], None] = lambda _: None
        self._turns = turns
        self._clock = clock
        self._calls: deque[float] = deque(maxlen=CROWD)  # when the last ones came
        self._now = now
        self._sessions = sessions
        self._in_flight = in_flight
        self._record: UpdateRecord | None = None
        self._feed: tuple[Dispatcher, Bot] | None = None
        self._known: OrderedDict[int, None] = OrderedDict()  # numbers of late
        self._open: dict[asyncio.Task[None], tuple[int, UnderWay]] = {}
        self._carried: dict[int, TelegramMethod[Any]] = {}  # what calls of open updates took along
        self._unsure: set[int] = set()
        self._written = asyncio.Event()  # something is to be written
        self._ending = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self._keeping: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        """How many updates are being handled or wait for it."""
        return len(self._open)

    @property
    def closing(self) -> bool:
        """Whether nothing more is taken."""
        return self._in_flight.closing

    @property
    def has_room(self) -> bool:
        """Whether one more update can be taken."""
        return len(self._open) < MOST_OPEN

    async def wait_for_room(self) -> None:
        """Waits until more updates can be taken."""
        await self._room.wait()

    def start(self, dispatcher: Dispatcher, bot: Bot) -> None:
        """Begins to take updates, and those first that an earlier process did not finish.

        Args:
            dispatcher: handles them.
            bot: the bot.
        """
        self._record = UpdateRecord(self._sessions, bot.id, self._now)
        self._feed = dispatcher, bot
        self._ending.clear()
        self._keeping = asyncio.create_task(self._keep(self._record))  # noqa: TID251 - `close` awaits it

    @contextmanager
    def coming(self) -> Iterator[None]:
        """Within, updates come that are known to be many: they are taken before others are answered.

        Else answering takes the time in which they could come: they stay with Telegram, and hear nothing.
        """
        with self._turns.held_back():
            yield

    def note_call(self) -> None:
        """A call brings an update. Where many do, more wait at Telegram: they come in before others go on.

        While fewer come than are answered, nobody is kept waiting for it.
        """
        now = self._clock()
        self._calls.append(now)
        crowd = len(self._calls) == CROWD and now - self._calls[0] <= CROWD_SECONDS
        if crowd and len(self._turns) >= ROOM:
            self._turns.let_in(CROWD_SECONDS)

    async def take(self, sent: Sequence[Mapping[str, Any] | Update]) -> None:
        """Takes updates; when this returns, Telegram may forget them.

        Args:
            sent: as Telegram sent them. What cannot be read is passed over.
        """
        _ = await self._take(sent)

    async def take_with_reply(self, sent: Mapping[str, Any]) -> TelegramMethod[Any] | None:
        """Takes an update; when this returns, Telegram may forget it.

        Args:
            sent: as Telegram sent it.

        Returns:
            What is to be asked of Telegram in answer to its call, where something is to be said at once;
            nobody hears what becomes of it. Where the update comes again, Telegram had not heard it: then it
            is the same once more, for as long as the person waits.
        """
        method = await self._find_reply(sent)
        if method is not None:
            self.note_reply(method)
        return method

    async def _find_reply(self, sent: Mapping[str, Any]) -> TelegramMethod[Any] | None:
        carrier: Carrier = asyncio.get_running_loop().create_future()
        begun = await self._take([sent], carrier)
        for number, task in begun.items():  # of one at most
            method = await self._await_carried(carrier)
            if method is not None and not task.done():
                self._carried[number] = method
            return method
        said = sent.get("update_id")
        return self._carried.get(said) if isinstance(said, int) else None

    async def _await_carried(self, carrier: Carrier) -> TelegramMethod[Any] | None:
        await asyncio.wait([carrier], timeout=CARRIED_SECONDS)
        if carrier.done():
            return carrier.result()
        carrier.cancel()  # whoever has something to say sends it
        return None

    async def _take(
        self, sent: Sequence[Mapping[str, Any] | Update], carrier: Carrier | None = None
    ) -> dict[int, asyncio.Task[None]]:
        """Takes updates, and gives the tasks that handle those which are new."""
        if self._record is None or self._feed is None:
            raise RuntimeError("the inbox is not started")
        updates, contents = {}, {}
        for each in sent:
            update = read_update(each, self._feed[1])
            if update is None:
                self.unread += 1
            elif update.update_id not in self._known:
                updates[update.update_id] = update
                contents[update.update_id] = write_update(each)
        self._known |= dict.fromkeys(updates)
        while len(self._known) > _NUMBERS_KEPT:
            self._known.popitem(last=False)
        own = await self._record.receive(contents) if contents else set()
        begun = {
            number: self._begin(update, carrier=carrier)
            for number, update in updates.items()
            if number in own
        }
        # While the database is busy, Telegram keeps updates until they are done, but not for long.
        unkept = [task for number, task in begun.items() if not self._record.keeps(number)]
        if unkept:
            await asyncio.wait(unkept, timeout=SETTLE_SECONDS)
        return begun

    def _begin(
        self, update: Update, handle: _Handle | None = None, carrier: Carrier | None = None
    ) -> asyncio.Task[None]:
        """Handles an update in a task of its own: as all are, or as told."""
        under_way = UnderWay(carrier=carrier)
        task = asyncio.create_task(self._handle(update, under_way, handle))  # noqa: TID251 - `close` awaits it
        self._open[task] = update.update_id, under_way
        task.add_done_callback(self._end)
        if not self.has_room:
            self._room.clear()
        return task

    def _end(self, task: asyncio.Task[None]) -> None:
        number, under_way = self._open.pop(task)
        if task.cancelled() and under_way.sending:
            self._unsure.add(number)
        under_way.carry(None)
        self._carried.pop(number, None)
        self._room.set()

    async def _handle(self, update: Update, under_way: UnderWay, handle: _Handle | None) -> None:
        """Handles an update; where the bot is about to stop, it is left to the next start."""
        if self._feed is None or self._record is None or self.closing:
            return
        dispatcher, bot = self._feed
        try:
            if handle is None:
                await dispatcher.feed_update(bot, update, under_way=under_way)
            else:
                await self._in_flight(handle, update, {"under_way": under_way})
        except Exception:  # the room of errors failed: nothing can be said to anybody
            _log.exception("update %s failed", update.update_id)
        self._record.finish(update.update_id)
        self._written.set()

    async def _keep(self, record: UpdateRecord) -> None:
        """Writes what is done, and looks for what others left unfinished, for as long as the bot runs."""
        for looks in itertools.count():
            if self._ending.is_set():
                return
            try:
                for left in await record.take_over(forget=looks % _LOOKS_AN_HOUR == 0):
                    self._take_over(left, record)
                await self._write(record, asyncio.get_running_loop().time() + LOOK_SECONDS)
            except Exception:  # nothing would be kept any more if this ended
                _log.exception("updates are not kept")
                await self._wait_for_the_end(LOOK_SECONDS)

    async def _wait_for_the_end(self, seconds: float) -> None:
        """Waits for so long at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._ending.wait()

    async def _write(self, record: UpdateRecord, end: float) -> None:
        """Writes what is done, whenever something is, until a moment; no write is broken off by that."""
        with suppress(TimeoutError):
            while True:
                async with asyncio.timeout_at(end):
                    await self._written.wait()
                if self._ending.is_set():
                    return  # `release` writes what is left
                self._written.clear()
                if not await record.keep():
                    self._written.set()
                    await self._wait_for_the_end(_BUSY_SECONDS)
                    return  # to look all the same, however long the database is busy

    def _take_over(self, left: Unfinished, record: UpdateRecord) -> None:
        if self._feed is None:
            return
        bot = self._feed[1]
        update = read_update(json.loads(left.content), bot)
        if update is None:
            record.finish(left.number)
            self._written.set()
            return
        self._known[left.number] = None
        _ = self._begin(update, None if left.attempts < MOST_ATTEMPTS else partial(_apologise, bot))

    async def close(self) -> None:
        """Leaves to the next start what is not done; what is being handled has ended before."""
        if self._keeping is None or self._record is None:
            return
        await asyncio.gather(*self._open, return_exceptions=True)
        self._ending.set()
        self._written.set()
        await asyncio.wait([self._keeping], timeout=ENDING_SECONDS)  # what is being written is not broken off
        self._keeping.cancel()
        await asyncio.gather(self._keeping, return_exceptions=True)
        await self._record.release(self._unsure)
        self._keeping = None


async def _apologise(bot: Bot, update: TelegramObject, _: dict[str, Any]) -> None:
    """Tells whoever asked that the answer may be missing: nobody tries once more."""
    if not isinstance(update, Update):
        return
    asked = update.message or update.callback_query
    person: User | None = asked.from_user if asked else None
    chat = update.message.chat if update.message else person
    if person is None or chat is None:
        return
    text = load_texts(pick_language(person.language_code)).get("error-restarted")
    try:
        await bot.send_message(chat.id, text, parse_mode=None)
    except AiogramError as error:
        _log.info("update %s: no apology: %s", update.update_id, type(error).__name__)
