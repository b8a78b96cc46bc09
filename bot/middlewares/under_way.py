"""What is held for an update while it is handled. The bot's own requests find it here, and let go of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import field
from typing import Any, Final, cast

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import AnswerCallbackQuery, Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.serving.turns import ChatTurn
from parser.dataclass import dataclass

Carrier = asyncio.Future[TelegramMethod[Any] | None]

DROPPED: Final = (
    object()
)  # what a middleware returns for an update that nobody handles: there is no room for it


@dataclass(slots=True)
class UnderWay:
    """Something that is being done.

    Attributes:
        session: what it reads the database with.
        turn: among all who ask.
        pausing: it only waits, and may be broken off: all can be done later.
        leaving: the bot is about to stop, and nobody begins to wait any more.
        patience: the seconds that a request may wait for Telegram where others wait for it; None for as
            long as it is of use.
        answered: the presses that were answered.
        chat: where a press was told to wait; what else it is told is said there, for it is answered once.
        sending: something is on its way to Telegram that must not be sent twice.
        settle: writes down what has to be known before anybody sees the answer.
        carrier: takes one request along to Telegram, in answer to the call that brought the update, as long
            as that waits for it; None where nothing does.
    """

    session: AsyncSession | None = None
    turn: ChatTurn | None = None
    pausing: bool = False
    leaving: bool = False
    patience: float | None = None
    answered: set[str] = field(default_factory=set)
    chat: int | None = None
    sending: bool = False
    settle: Callable[[], Awaitable[None]] | None = None
    carrier: Carrier | None = None

    def carry(self, method: TelegramMethod[Any] | None) -> bool:
        """Hands a request over to what brought the update. Nobody hears what became of it.

        Args:
            method: the request; None where there is none, and what brought the update waits no longer.

        Returns:
            Whether it is taken along. Else it is to be sent.
        """
        if self.carrier is None or self.carrier.done():
            return False
        self.carrier.set_result(method)
        return True


_CURRENT: ContextVar[UnderWay | None] = ContextVar("under_way", default=None)


@contextmanager
def doing(under_way: UnderWay) -> Iterator[None]:
    """Makes known to everything within, and to nothing else, what is being done."""
    token = _CURRENT.set(under_way)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def find_under_way() -> UnderWay | None:
    """What is being done where this is called; None where nothing is known of it."""
    return _CURRENT.get()


@contextmanager
def pausing() -> Iterator[None]:
    """Waits within for something that may as well be waited for after a restart.

    Raises:
        asyncio.CancelledError: the bot is about to stop.
    """
    under_way = find_under_way()
    if under_way is None:
        yield
        return
    if under_way.leaving:
        raise asyncio.CancelledError
    before, under_way.pausing = under_way.pausing, True
    try:
        yield
    finally:
        under_way.pausing = before


class LetGo(BaseRequestMiddleware):
    """Lets go of everything before Telegram is waited for: a slow answer, or a wait, is nobody else's.

    The session keeps no connection, and a transaction that only read is ended. Whatever writes commits
    by itself before anything is sent. Telegram shows one answer to a press: what comes after it is a message.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Sends the request with nothing held."""
        under_way = find_under_way()
        if under_way is None:
            return await make_request(bot, method)
        if under_way.session is not None and under_way.session.in_transaction():
            await under_way.session.rollback()
        if under_way.settle is not None:
            await under_way.settle()
        with under_way.turn.lent() if under_way.turn is not None else nullcontext():
            if isinstance(method, AnswerCallbackQuery) and method.callback_query_id in under_way.answered:
                if method.text and under_way.chat is not None:
                    said = SendMessage(chat_id=under_way.chat, text=method.text, parse_mode=None)
                    await make_request(bot, cast("TelegramMethod[TelegramType]", said))
                return Response(ok=True, result=cast("TelegramType", True))
            response = await make_request(bot, method)
        if isinstance(method, AnswerCallbackQuery):
            under_way.answered.add(method.callback_query_id)
        return response
