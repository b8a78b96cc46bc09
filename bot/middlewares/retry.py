"""Outgoing requests: sent again where that is safe, and not before Telegram wants them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import field
from functools import partial
from typing import Any, cast, get_args

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    GetUpdates,
    Response,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.middlewares.faults import Again, Moved, Taken, Wait, find_remedy, may_repeat
from bot.middlewares.under_way import find_under_way, pausing
from parser.dataclass import dataclass

PATIENCE = 3600.0  # seconds that a message waits for Telegram; a later one would answer nobody
HURRY = 5.0  # answers to presses and inline queries expire within seconds
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_MOVED_KEPT = 1000  # groups

Chat = int | str
_Send = Callable[[TelegramMethod[Any]], Awaitable[Any]]

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _ChatQueue:
    """The requests of a chat that Telegram lets wait: one after the other."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    standing: int = 0


class RetryAfter(BaseRequestMiddleware):
    """Repeats what is safe to repeat, patiently and not for ever.

    A chat that has to wait has a queue of its own; the requests of others pass. A group that got another
    number is written to under that.
    """

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep
        self._lines: dict[Chat, _ChatQueue] = {}
        self._moved: dict[Chat, Chat] = {}

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Sends the request.

        Raises:
            AiogramError: nothing helps, or the wait is too long.
        """
        send: _Send = partial(_send_once, partial(make_request, bot))
        if isinstance(method, GetUpdates):  # whoever polls waits and asks again
            return cast("Response[TelegramType]", await send(method))
        method = self._follow(method)
        return cast("Response[TelegramType]", await self._send(method, _chat_of(method), send))

    def _follow(self, method: TelegramMethod[TelegramType]) -> TelegramMethod[TelegramType]:
        """The request to where its chat has moved."""
        chat = _chat_of(method)
        return _address(method, self._moved[chat]) if chat in self._moved else method

    async def _send(self, method: TelegramMethod[Any], chat: Chat | None, send: _Send) -> Any:  # noqa: ANN401
        if chat is None:
            return await self._try(method, send)
        if chat not in self._lines:
            try:
                return await send(method)
            except TelegramRetryAfter as error:
                async with self._standing_in_line(chat):
                    return await self._repeat(error, method, send)
            except AiogramError as error:
                return await self._repeat(error, method, send)
        async with self._standing_in_line(chat):
            return await self._try(self._follow(method), send)  # it may have moved meanwhile

    @asynccontextmanager
    async def _standing_in_line(self, chat: Chat) -> AsyncIterator[None]:
        line = self._lines.setdefault(chat, _ChatQueue())
        line.standing += 1
        try:
            with pausing():
                await line.turn.acquire()
            try:
                yield
            finally:
                line.turn.release()
        finally:
            line.standing -= 1
            if not line.standing:
                del self._lines[chat]

    async def _try(self, method: TelegramMethod[Any], send: _Send) -> Any:  # noqa: ANN401
        try:
            return await send(method)
        except AiogramError as error:
            return await self._repeat(error, method, send)

    async def _repeat(self, error: AiogramError, method: TelegramMethod[Any], send: _Send) -> Any:  # noqa: ANN401
        """Does what a failure calls for, until the request is done or nothing helps any more."""
        patience, pause = _find_patience(method), _FIRST_PAUSE
        while True:
            nap = 0.0
            match find_remedy(error, method):
                case Wait(seconds):
                    nap = seconds
                case Again():
                    nap, pause = pause, min(pause * 2, _LONGEST_PAUSE)
                case Moved(chat):
                    self._keep_moved(_chat_of(method), chat)
                    method = _address(method, chat)
                case Taken() if _answers_yes(method):
                    return True
                case _:
                    raise error
            if nap > patience:
                raise error
            patience -= max(nap, _FIRST_PAUSE)
            if nap:
                _log.warning("%s waits %s s: %s", type(method).__name__, nap, type(error).__name__)
                with pausing():
                    await self._sleep(nap)
            try:
                return await send(method)
            except AiogramError as failure:
                error = failure

    def _keep_moved(self, old: Chat | None, new: int) -> None:
        if old is None:
            return
        self._moved[old] = new
        if len(self._moved) > _MOVED_KEPT:
            del self._moved[next(iter(self._moved))]


async def _send_once(send: _Send, method: TelegramMethod[Any]) -> Any:  # noqa: ANN401
    """Sends a request; whoever breaks it off can tell that it may have arrived."""
    under_way = find_under_way()
    if under_way is None or may_repeat(method):
        return await send(method)
    under_way.sending = True
    try:
        answer = await send(method)
    except Exception:  # not where it is broken off
        under_way.sending = False
        raise
    under_way.sending = False
    return answer


def _chat_of(method: TelegramMethod[Any]) -> Chat | None:
    chat: Chat | None = getattr(method, "chat_id", None)
    return chat


def _address(method: TelegramMethod[TelegramType], chat: Chat) -> TelegramMethod[TelegramType]:
    return method.model_copy(update={"chat_id": chat})


def _answers_yes(method: TelegramMethod[Any]) -> bool:
    """Whether all that is awaited of a request is that it was taken."""
    returning = method.__returning__
    return returning is bool or bool in get_args(returning)


def _find_patience(method: TelegramMethod[Any]) -> float:
    under_way = find_under_way()
    given = under_way.patience if under_way else None
    return HURRY if _expires(method) else PATIENCE if given is None else given


def _expires(method: TelegramMethod[Any]) -> bool:
    """Whether a request is awaited now or never: it answers a press or an inline query, or the bot starts."""
    alone = getattr(method, "ephemeral_message_parameters", None) is not None
    answers = isinstance(method, AnswerCallbackQuery | AnswerGuestQuery | AnswerInlineQuery)
    return alone or answers or _chat_of(method) is None
