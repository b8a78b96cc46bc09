"""Requests to Telegram over HTTP; servers on the way may answer in its place: a page, half of it, nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
from aiogram.methods import Response, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InputFile, Message
from aiohttp import (
    ClientError,
    ClientPayloadError,
    ClientSession,
    FormData,
    TraceConfig,
    TraceRequestRedirectParams,
)
from aiohttp.payload import BytesPayload

from handlers.tokens import hide_tokens

CONNECTIONS = 512  # an answer that is slow to arrive holds one, and nobody waits for it
_JSON = frozenset({str, int, float, bool, dict, list})
# What Telegram says of a message that was sent, and the bot knows: none of it is read.
_SAID_BACK = frozenset({"from", "entities", "reply_markup", "reply_to_message", "link_preview_options"})
_UNSAID_SECONDS = 5  # to wait where a server asks for it and does not say how long


class GatewayTimeoutError(TelegramServerError):
    """A server in between gave up waiting; whether Telegram took the request is not known."""


class RedirectedError(ClientError):
    """A server on the way sends the request elsewhere. Telegram never does: it came to nothing."""

    def __init__(self, status: int) -> None:
        super().__init__(_say(status))
        self.status = status


class _JsonForm(FormData):
    """The content of a request that uploads nothing, as JSON.

    Telegram takes it so too. In a form all that is not ASCII has three letters for each byte, and what is
    nested is JSON all the same.
    """

    def __init__(self, content: bytes) -> None:
        # A form makes a writer of its parts, with a random boundary between them. Here are none.
        self._content = content

    def __call__(self) -> BytesPayload:
        return BytesPayload(self._content, content_type="application/json")


class TelegramSession(AiohttpSession):
    """Sends JSON where it can; tells answers by their status where they have no content that can be read."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - of aiogram's session
        super().__init__(limit=CONNECTIONS, **options)
        self._trace = TraceConfig()
        self._trace.on_request_redirect.append(_go_nowhere)
        self._trace.freeze()

    async def create_session(self) -> ClientSession:
        """The HTTP client. It follows no redirect: elsewhere an answer would seem to have arrived."""
        session = await super().create_session()
        if self._trace not in session.trace_configs:
            session.trace_configs.append(self._trace)
        return session

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        """Sends a request.

        Raises:
            ClientDecodeError: it was answered, and the answer broke off or is no text.
            TelegramAPIError: Telegram, or a server before it, refused it. Its message has no token.
        """
        try:
            return await self._request(bot, method, timeout)
        except TelegramAPIError as error:
            error.message = hide_tokens(error.message)
            raise

    async def _request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None,  # noqa: ASYNC109
    ) -> TelegramType:
        try:
            return await super().make_request(bot, method, timeout)
        except UnicodeDecodeError as error:
            raise ClientDecodeError("not text", error, "") from error
        except TelegramNetworkError as error:
            cause = error.__cause__
            if isinstance(cause, ClientPayloadError):  # it had begun to answer
                raise ClientDecodeError("broken off", cause, "") from error
            if isinstance(cause, RedirectedError):
                raise TelegramServerError(method, _say(cause.status)) from error
            raise

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> FormData:
        """The content of a request: JSON, or a form where files are uploaded."""
        files: dict[str, InputFile] = {}
        content = _write_json(bot, method, files)
        return super().build_form_data(bot, method) if files else _JsonForm(content)

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
            is_sent = status_code == HTTPStatus.OK and isinstance(method, SendMessage)
            sent = _read_sent(bot, content) if is_sent else None
            return sent or super().check_response(bot, method, status_code, content)
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


async def _go_nowhere(_: ClientSession, __: object, redirect: TraceRequestRedirectParams) -> None:
    redirect.response.close()
    raise RedirectedError(redirect.response.status)


def write_reply(bot: Bot, method: TelegramMethod[Any]) -> bytes:
    """A request that uploads nothing, as JSON in answer to Telegram's own call.

    Args:
        bot: the bot.
        method: the request.
    """
    return _write_json(bot, method, {}, {"method": method.__api_method__})


def _write_json(
    bot: Bot, method: TelegramMethod[Any], files: dict[str, InputFile], more: Mapping[str, str] = {}
) -> bytes:
    """A request as JSON, and the files that it uploads."""

    def prepare(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
        return bot.session.prepare_value(value, bot=bot, files=files, _dumps_json=False)

    dumped = method.model_dump(warnings=False, exclude_none=True)
    said = {name: value if type(value) in _JSON else prepare(value) for name, value in dumped.items()}
    try:
        return _dump({**more, **said})
    except TypeError:  # deep inside is something that JSON has no form for
        return _dump({**more, **{name: prepare(value) for name, value in said.items()}})


def _dump(said: dict[str, Any]) -> bytes:
    """What is said, as JSON.

    Raises:
        TypeError: it holds something that JSON has no form for.
    """
    told = {name: value for name, value in said.items() if value is not None and value != ""}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _read_sent(bot: Bot, content: str) -> Response[Any] | None:
    """That a message was sent, and which one that is; None where it was not, or cannot be read so."""
    try:
        said = json.loads(content)
        if said["ok"] is not True:
            return None
        sent = {name: value for name, value in said["result"].items() if name not in _SAID_BACK}
        return Response[Message].model_validate({"ok": True, "result": sent}, context={"bot": bot})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None  # a `ValidationError` is a `ValueError`


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
