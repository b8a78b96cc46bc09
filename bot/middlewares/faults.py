"""What a request that failed calls for: waiting, sending it again, another chat, or nothing more."""

from __future__ import annotations

from typing import Any

from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramEntityTooLarge,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    TelegramMethod,
)
from aiohttp import ClientOSError, ConnectionTimeoutError, ServerDisconnectedError

from bot.serving.telegram import GatewayTimeoutError
from parser.dataclass import dataclass

_DONE_ONCE = (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    DeleteMessage,
    EditEphemeralMessageText,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
)
"""Requests that have done all they do when they were taken once: sent again they change nothing."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram says when to come again."""

    seconds: float


class Again:
    """Nothing came of the request: it is sent again after a pause."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has another number."""

    chat: int


class Taken:
    """The request was taken; what Telegram said of it cannot be read."""


Remedy = Wait | Again | Moved | Taken | None


def find_remedy(error: AiogramError, method: TelegramMethod[Any]) -> Remedy:
    """What to do about a request that failed.

    A message whose fate is not known (the connection stayed silent, or a server in between gave up
    waiting) is not sent again: the person may have it already.

    Args:
        error: what it failed with.
        method: the request.

    Returns:
        None where nothing helps, or where nothing is known to be safe.
    """
    remedy: Remedy = None
    match error:
        case TelegramRetryAfter():
            remedy = Wait(error.retry_after)
        case TelegramMigrateToChat():
            remedy = Moved(error.migrate_to_chat_id)
        case TelegramEntityTooLarge():
            remedy = None
        case GatewayTimeoutError():
            remedy = Again() if may_repeat(method) else None
        case TelegramServerError():
            remedy = Again()
        case TelegramNetworkError():
            remedy = Again() if _closed_early(error) or may_repeat(method) else None
        case ClientDecodeError():
            remedy = Again() if _only_asks(method) else Taken()
    return remedy


def may_repeat(method: TelegramMethod[Any]) -> bool:
    """Whether sending a request twice comes to the same as sending it once."""
    return isinstance(method, _DONE_ONCE) or _only_asks(method)


def _only_asks(method: TelegramMethod[Any]) -> bool:
    name = type(method).__name__
    return name.startswith(("Get", "Set", "DeleteWebhook"))


def _closed_early(error: TelegramNetworkError) -> bool:
    """Whether a connection was refused, or closed before anything was answered."""
    cause = error.__cause__ or error.__context__
    return isinstance(cause, ClientOSError | ConnectionTimeoutError | ServerDisconnectedError)
