"""Requests to Telegram over HTTP; servers on the way may answer in its place: a page, half of it, nothing."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientPayloadError

CONNECTIONS = 512  # an answer that is slow to arrive holds one, and nobody waits for it
_UNSAID_SECONDS = 5  # to wait where a server asks for it and does not say how long


class GatewayTimeoutError(TelegramServerError):
    """A server in between gave up waiting; whether Telegram took the request is not known."""


class TelegramSession(AiohttpSession):
    """Tells answers by their status where they have no content that can be read."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - of aiogram's session
        super().__init__(limit=CONNECTIONS, **options)

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        """Sends a request.

        Raises:
            ClientDecodeError: it was answered, and the answer broke off or is no text.
            TelegramAPIError: Telegram, or a server before it, refused it.
        """
        try:
            return await super().make_request(bot, method, timeout)
        except UnicodeDecodeError as error:
            raise ClientDecodeError("not text", error, "") from error
        except TelegramNetworkError as error:
            if isinstance(error.__cause__, ClientPayloadError):  # it had begun to answer
                raise ClientDecodeError("broken off", error.__cause__, "") from error
            raise

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """What an answer says.

        Raises:
            ClientDecodeError: the request was taken, and what was said of it cannot be read.
            TelegramAPIError: the request was refused.
        """
        if status_code == HTTPStatus.GATEWAY_TIMEOUT:
            raise GatewayTimeoutError(method, _say(status_code))
        try:
            return super().check_response(bot, method, status_code, content)
        except TelegramRetryAfter:
            raise
        except TelegramAPIError as error:
            error.message = error.message or _say(status_code)
            if status_code == HTTPStatus.TOO_MANY_REQUESTS:
                raise _refused(method, status_code) from error
            raise
        except (ClientDecodeError, TypeError) as error:  # aiogram reads a description that is not there
            if status_code < HTTPStatus.MULTIPLE_CHOICES:
                raise
            raise _refused(method, status_code) from error


def _refused(method: TelegramMethod[Any], status: int) -> AiogramError:
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return TelegramRetryAfter(method, _say(status), _UNSAID_SECONDS)
    kind = TelegramServerError if status >= HTTPStatus.INTERNAL_SERVER_ERROR else TelegramAPIError
    return kind(method, _say(status))


def _say(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
