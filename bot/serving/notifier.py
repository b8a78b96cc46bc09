"""Tells followers what newly loaded decisions changed in their lines."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Callable, Collection

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.middlewares.faults import Again, Wait, find_remedy
from bot.middlewares.under_way import UnderWay, doing
from bot.services import Services
from handlers.send import send_to
from handlers.views.corrected import corrected_view
from handlers.views.followed import due_view
from handlers.views.texts import Texts, load_texts
from storage.allowances import Limit
from storage.columns import utc_now
from storage.follow_corrections import Correction, settle_notes
from storage.follow_news import News, claim, find_due, is_noted_as_told, unclaim
from storage.follows import unfollow_all
from storage.loading.uploads import list_held
from storage.reading.address import BudgetAddress
from storage.search.index import Index
from storage.told_notes import ToldNotes

CHECK_SECONDS = 60.0
ENDING_SECONDS = 5.0  # that one message, or one look, has at the end; then it is broken off
PAUSE_SECONDS = 0.05  # between messages of all processes: Telegram lets a bot send some thirty a second

_NEWS, _EVERYBODY = "news", 0  # the limit of messages to followers is the bot's, and no person's
_PATIENCE = 5.0  # seconds that a message waits for Telegram; what waits longer is not noted as told meanwhile

_log = logging.getLogger(__name__)


class Notifier:
    """Looks from time to time whether followers have to be told of something, for as long as the bot runs."""

    def __init__(
        self,
        services: Services,
        *,
        every: float = CHECK_SECONDS,
        pause: float = PAUSE_SECONDS,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        """Makes a notifier that does nothing yet.

        Args:
            services: what the bot works with.
            every: the seconds between two looks.
            pause: the seconds between two messages.
            now: tells the moment.
        """
        self._services = services
        self._every = every
        self._pause = pause
        self._now = now
        self._task: asyncio.Task[None] | None = None
        self._ending = asyncio.Event()
        self._under_way = UnderWay()
        self._told: int | None = None  # the number of what was stored when all had been told
        # From when until when Telegram wants no messages.
        self._resting: tuple[dt.datetime, dt.datetime] | None = None

    def start(self, bot: Bot) -> None:
        """Begins to look."""
        self._ending.clear()
        self._task = asyncio.create_task(self._watch(bot))  # noqa: TID251 - `stop` awaits it

    async def stop(self) -> None:
        """Stops between two messages. What was not sent yet is sent after the next start."""
        if self._task is None:
            return
        self._ending.set()
        self._under_way.leaving = True
        if not self._under_way.pausing:  # what only waits for Telegram is broken off at once
            await asyncio.wait([self._task], timeout=ENDING_SECONDS)
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None

    async def _watch(self, bot: Bot) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._every):
                    await self._ending.wait()
            if self._ending.is_set():
                return
            try:
                await self.tell(bot)
            except (TelegramAPIError, SQLAlchemyError) as error:  # it is tried again next time
                _log.warning("followers could not be told: %s", type(error).__name__)
            except Exception:  # nobody would be told of anything any more if this ended the watch
                _log.exception("followers could not be told")

    async def tell(self, bot: Bot) -> int:
        """Tells followers what they have not been told yet, where something was loaded since the last time.

        What they were told and does not hold any more they are told as that.

        A person who has blocked the bot follows nothing any more. Another refusal costs that one message.
        While Telegram cannot be reached, or lets the bot wait, nobody is told of anything: it is tried again
        at the next look, with what surely did not arrive. What may have arrived is sent no more.
        Nobody is told of a decision that an operator sent by chat and may still undo.

        Args:
            bot: the bot.

        Returns:
            How many messages were sent.

        Raises:
            TelegramNetworkError: Telegram cannot be reached, or not any more.
        """
        async with self._services.sessions() as session:
            self._under_way = UnderWay(session, leaving=self._ending.is_set(), patience=_PATIENCE)
            with doing(self._under_way):
                return await self._tell(session, bot)

    async def _tell(self, session: AsyncSession, bot: Bot) -> int:
        if self._resting is not None and self._resting[0] <= self._now() < self._resting[1]:
            return 0
        self._resting = None  # also where the clock was set back
        index = await self._services.keeper.current(session)
        held = await list_held(session, self._now())
        state = self._services.keeper.state
        is_news = state is None or state != self._told or await ToldNotes.lack_some(session)
        due = await self._find(session, index, held) if is_news else []
        if any(each.changes for each in due):
            await bot.get_me()  # before anything is noted as told
        blocked: set[int] = set()
        sent, is_open = 0, bool(held)
        for each in due:
            if self._ending.is_set():
                return sent
            if each.person in blocked or await is_noted_as_told(session, each):
                continue
            if each.changes:
                await self._pace()
            if not await claim(session, each) or not each.changes:
                continue
            try:
                await self._send(session, each, self._texts(each, index), bot)
                sent += 1
            except TelegramForbiddenError:
                blocked.add(each.person)
                await unfollow_all(session, each.person)
            except TelegramRetryAfter as error:
                self._resting = self._now(), self._now() + dt.timedelta(seconds=error.retry_after)
                _log.warning("followers are told later: Telegram lets the bot wait %s s", error.retry_after)
                return sent
            except TelegramNetworkError:
                raise
            except TelegramAPIError as error:
                is_open = is_open or _came_to_nothing(error)
                _log.warning("a follower could not be told: %s", type(error).__name__)
        self._told = None if is_open else state  # what is held, or was not taken, has to be looked at again
        return sent

    @staticmethod
    async def _find(
        session: AsyncSession, index: Index, held: Collection[tuple[BudgetAddress, str]]
    ) -> list[News]:
        """What followers have to be told. Notes that only have to be kept up are, at once and together."""
        found = await find_due(session, index.names, held)
        silent = [each for each in found if isinstance(each, Correction) and not each.changes]
        if silent:
            await settle_notes(session, silent)
        return [each for each in found if each.changes or not isinstance(each, Correction)]

    async def _send(self, session: AsyncSession, due: News, texts: Texts, bot: Bot) -> None:
        """Sends a message that is noted as told. Where it surely did not arrive the note is taken back.

        Raises:
            TelegramAPIError: Telegram refuses, or cannot be reached.
        """
        try:
            view = corrected_view(due, texts) if isinstance(due, Correction) else due_view(due, texts)
            await send_to(due.person, view, bot)
        except asyncio.CancelledError:
            if not self._under_way.sending:
                await unclaim(session, due)
            raise
        except TelegramAPIError as error:
            if _came_to_nothing(error):
                await unclaim(session, due)
            raise

    async def _pace(self) -> None:
        """Waits until the next message may be sent."""
        while self._pause:
            limit = Limit(1, self._pause)
            taken = await self._services.allowances.take(_NEWS, _EVERYBODY, limit)
            if not taken.refused:
                return
            await asyncio.sleep((1 - taken.left) * self._pause)

    @staticmethod
    def _texts(due: News, index: Index) -> Texts:
        return load_texts(due.language).with_places(index.place_names)


def _came_to_nothing(error: TelegramAPIError) -> bool:
    """Whether a message surely did not arrive, and may be sent again."""
    return isinstance(find_remedy(error, error.method), Wait | Again)
