"""The bot by long polling."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import AiogramError, TelegramUnauthorizedError
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.serving.inbox import Inbox

POLL_SECONDS = 30
MOST_AT_ONCE = 100  # updates that Telegram gives; where it gives so many, more are waiting
ENDING_SECONDS = 5.0  # that what was fetched has to be kept at the end
_BACKOFF = BackoffConfig(min_delay=1.0, max_delay=30.0, factor=1.5, jitter=0.1)

_log = logging.getLogger(__name__)


class GetRawUpdates(GetUpdates):
    """Updates as they were sent: one that cannot be read keeps none of the others from being read."""

    __returning__ = list[dict[str, Any]]


async def poll(dispatcher: Dispatcher, bot: Bot, inbox: Inbox, stop: asyncio.Event | None = None) -> None:
    """Fetch and handle updates until stopped.

    Args:
        dispatcher: the dispatcher.
        bot: the bot; its session is closed at the end.
        inbox: takes the updates.
        stop: ends it; SIGINT and SIGTERM when None.

    Raises:
        TelegramUnauthorizedError: the token is not accepted any more.
    """
    # Telegram refuses polling while a webhook is set. Waiting updates stay.
    await bot.delete_webhook(drop_pending_updates=False)
    with _stopped_by_signals(stop) as stopped:
        await dispatcher.emit_startup(bot=bot)
        try:
            inbox.start(dispatcher, bot)
            await _fetch_until(stopped, bot, inbox, dispatcher.resolve_used_update_types())
        finally:
            await dispatcher.emit_shutdown(bot=bot)
            await bot.session.close()


@contextmanager
def _stopped_by_signals(stop: asyncio.Event | None) -> Iterator[asyncio.Event]:
    if stop is not None:
        yield stop
        return
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    numbers = (signal.SIGINT, signal.SIGTERM)
    for number in numbers:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)


async def _fetch_until(stop: asyncio.Event, bot: Bot, inbox: Inbox, kinds: list[str]) -> None:
    stopping = asyncio.ensure_future(stop.wait())
    taking = asyncio.Lock()
    fetching = asyncio.ensure_future(_fetch(bot, inbox, kinds, taking))
    try:
        await asyncio.wait({stopping, fetching}, return_when=asyncio.FIRST_COMPLETED)
        if fetching.done():
            fetching.result()
    finally:
        with suppress(TimeoutError):  # what is being written is not broken off, and nothing more is begun
            await asyncio.wait_for(taking.acquire(), ENDING_SECONDS)
        for task in (stopping, fetching):
            task.cancel()
        await asyncio.gather(stopping, fetching, return_exceptions=True)


async def _fetch(bot: Bot, inbox: Inbox, kinds: list[str], taking: asyncio.Lock) -> None:
    """Fetches for ever. What was fetched is kept before the next ones are asked for, which confirms it."""
    method = GetRawUpdates(timeout=POLL_SECONDS, allowed_updates=kinds)
    backoff, failed, more = Backoff(_BACKOFF), False, False
    while True:
        await inbox.wait_for_room()
        try:
            with inbox.coming() if more else nullcontext():
                fetched = await bot(method, request_timeout=int(bot.session.timeout) + POLL_SECONDS)
        except TelegramUnauthorizedError:
            raise
        except AiogramError as error:
            failed, more = True, False
            _log.error("no updates: %s; again in %.0f s", type(error).__name__, backoff.next_delay)
            await backoff.asleep()
            continue
        if failed:
            _log.info("updates come again")
            backoff.reset()
            failed = False
        more = len(fetched) == MOST_AT_ONCE
        async with taking:
            with inbox.coming() if more else nullcontext():
                await inbox.take(fetched)
        numbers = [_number(each) for each in fetched]
        if numbers:
            method.offset = max(numbers) + 1


def _number(sent: dict[str, Any] | Update) -> int:
    return sent.update_id if isinstance(sent, Update) else int(sent["update_id"])
