"""Outgoing requests: when Telegram asks to wait, wait and send again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, Response, TelegramMethod
from aiogram.methods.base import TelegramType

ATTEMPTS = 3
PATIENCE = 60.0
_HURRY = 5.0  # answers to presses and inline queries expire within seconds

_log = logging.getLogger(__name__)


class RetryAfter(BaseRequestMiddleware):
    """Repeats a request after `TelegramRetryAfter`, a few times and not for ever."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Sends the request.

        Raises:
            TelegramRetryAfter: if the wait is too long or was asked for too often.
        """
        patience = _HURRY if _expires(method) else PATIENCE
        for _ in range(ATTEMPTS - 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if error.retry_after > patience:
                    raise
                patience -= error.retry_after
                _log.warning("%s waits %s s", type(method).__name__, error.retry_after)
                await self._sleep(error.retry_after)
        return await make_request(bot, method)


def _expires(method: TelegramMethod[Any]) -> bool:
    """Whether what is sent answers a press or an inline query, whoever sees the answer."""
    alone = getattr(method, "ephemeral_message_parameters", None) is not None
    return alone or isinstance(method, AnswerCallbackQuery | AnswerInlineQuery)
