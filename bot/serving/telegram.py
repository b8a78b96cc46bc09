"""Requests to Telegram over HTTP; servers on the way may answer in its place: a page, half of it, nothing."""

from __future__ import annotations

import json
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
from aiogram.types import InputFile
from aiohttp import ClientPayloadError, FormData
from aiohttp.payload import BytesPayload

CONNECTIONS = 512  # an answer that is slow to arrive holds one, and nobody waits for it
_UNSAID_SECONDS = 5  # to wait where a server asks for it and does not say how long


class GatewayTimeoutError(TelegramServerError):
    """A server in between gave up waiting; whether Telegram took the request is not known."""


class _JsonForm(FormData):
    """The content of a request that uploads nothing, as JSON.

    Telegram takes it so too. In a form all that is not ASCII has three letters for each byte, and what is
    nested is JSON all the same.
    """

    def __init__(self, said: dict[str, Any]) -> None:
        super().__init__()
        self._said = said

    def __call__(self) -> BytesPayload:
        content = json.dumps(self._said, ensure_ascii=False, separators=(",", ":")).encode()
        return BytesPayload(content, content_type="application/json")


class TelegramSession(AiohttpSession):
    """Sends JSON where it can; tells answers by their status where they have no content that can be read."""

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

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """The content of a request: JSON, or a form where files are uploaded."""
        files: dict[str, InputFile] = {}
        said = {
            name: self.prepare_value(value, bot=bot, files=files, _dumps_json=False)
            for name, value in method.model_dump(warnings=False, exclude_none=True).items()
        }
        if files:
            return super().build_form_data(bot, method)
        return _JsonForm({name: value for name, value in said.items() if value is not None and value != ""})

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
