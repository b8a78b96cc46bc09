"""What comes over HTTP in place of an answer: told by its status, whatever its content."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
)
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.app import create_bot
from bot.serving.telegram import GatewayTimeoutError, TelegramSession
from tests.harness.ports import free_port
from tests.harness.world import TOKEN, pass_over

PAGE = "<html><h1>502 Bad Gateway</h1></html>"
SENT = '{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":7,"type":"private"},"text":"сәлем"}}'


class Server:
    """A Bot API server that says what it is told to say, and then that all is well."""

    def __init__(self) -> None:
        self.answers: list[tuple[int, str | bytes] | None] = []  # None: the connection is closed
        self.asked = 0
        self.form = ""  # of the content of the last request
        self.said: dict[str, object] = {}  # what its JSON says

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        self.form = request.content_type
        self.said = await request.json() if self.form == "application/json" else {}
        answer = self.answers.pop(0) if self.answers else (200, SENT)
        if answer is None:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        status, body = answer
        if body == b"half":
            response = web.StreamResponse(status=status, headers={"Content-Length": "100"})
            await response.prepare(request)
            await response.write(b'{"ok":')
            assert request.transport is not None
            request.transport.close()
            return response
        content = body.encode() if isinstance(body, str) else body
        return web.Response(status=status, body=content, content_type="text/html")


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
async def address(server: Server) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/{path:.*}", server.handle)
    async with TestServer(app) as running:
        yield str(running.make_url("/")).rstrip("/")


@pytest.fixture
async def hasty(address: str) -> AsyncIterator[Bot]:
    """A bot that repeats nothing."""
    bot = create_bot(TOKEN, api_url=address)
    bot.session.middleware._middlewares.clear()
    yield bot
    assert isinstance(bot.session, TelegramSession)
    await (await bot.session.create_session()).close()


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((502, PAGE), TelegramServerError),
        ((500, '{"ok":false,"error_code":500,"description":"Internal Server Error"}'), TelegramServerError),
        ((500, '{"ok":false}'), TelegramServerError),  # aiogram looks for a description
        ((504, PAGE), GatewayTimeoutError),
        ((429, PAGE), TelegramRetryAfter),
        ((429, '{"ok":false,"error_code":429,"description":"Too Many Requests"}'), TelegramRetryAfter),
        ((400, '{"ok":false}'), TelegramBadRequest),
        ((403, PAGE), TelegramAPIError),
        ((200, PAGE), ClientDecodeError),
        ((200, '{"ok":true,"result":{"message_id":'), ClientDecodeError),
        ((200, b'{"ok":"\xff\xfe'), ClientDecodeError),
        ((200, b"half"), ClientDecodeError),
        (None, TelegramNetworkError),
    ],
)
async def test_each_is_what_its_status_says(
    hasty: Bot, server: Server, answer: tuple[int, str | bytes] | None, expected: type[AiogramError]
) -> None:
    server.answers = [answer]
    with pytest.raises(AiogramError) as raised:
        await hasty.send_message(7, "сәлем")
    assert type(raised.value) is expected
    assert str(raised.value)
    assert "TEST" not in str(raised.value)


async def test_what_came_to_nothing_is_sent_until_it_arrives(address: str, server: Server) -> None:
    bot = create_bot(TOKEN, api_url=address, sleep=pass_over)
    server.answers = [None, (502, PAGE), (429, PAGE), None]
    assert (await bot.send_message(7, "сәлем")).text == "сәлем"
    assert server.asked == 5
    await bot.session.close()


async def test_a_refused_connection_is_tried_again(address: str, server: Server) -> None:
    bot = create_bot(TOKEN, api_url=f"http://127.0.0.1:{free_port()}", sleep=pass_over)
    with pytest.raises(TelegramNetworkError):
        await bot.get_me()
    assert server.asked == 0
    await bot.session.close()


async def test_what_is_said_in_words_is_sent_as_json(hasty: Bot, server: Server) -> None:
    entities = [MessageEntity(type="bold", offset=0, length=5)]
    button = InlineKeyboardButton(text="ә", callback_data="1")
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[button]])
    await hasty.send_message(
        7, "сәлем", entities=entities, reply_markup=keyboard, parse_mode=None, disable_notification=False
    )
    assert server.said == {
        "chat_id": 7,
        "text": "сәлем",
        "entities": [{"type": "bold", "offset": 0, "length": 5}],
        "reply_markup": {"inline_keyboard": [[{"text": "ә", "callback_data": "1"}]]},
        "disable_notification": False,
    }


async def test_what_the_bot_knows_of_a_message_is_not_read_when_it_is_sent(
    hasty: Bot, server: Server
) -> None:
    server.answers = [
        (200, SENT.replace('"text"', '"entities":[{"type":7}],"reply_markup":{"inline_keyboard":[7]},"text"'))
    ]
    sent = await hasty.send_message(7, "сәлем")
    assert (sent.message_id, sent.chat.id, sent.text, sent.bot) == (1, 7, "сәлем", hasty)


@pytest.mark.parametrize("result", ["7", "[]", "null", '{"date":1,"chat":{"id":7,"type":"private"}}'])
async def test_a_message_without_a_number_is_not_taken_for_sent(
    hasty: Bot, server: Server, result: str
) -> None:
    server.answers = [(200, f'{{"ok":true,"result":{result}}}')]
    if result == "null":  # as aiogram takes it
        assert await hasty.send_message(7, "сәлем") is None
        return
    with pytest.raises(ClientDecodeError):
        await hasty.send_message(7, "сәлем")


async def test_what_json_has_no_form_for_is_said_all_the_same(hasty: Bot, server: Server) -> None:
    options = LinkPreviewOptions(is_disabled=True)  # the others are the bot's defaults, of which it has none
    await hasty.send_message(7, "сәлем", link_preview_options=options)
    assert server.said == {"chat_id": 7, "text": "сәлем", "link_preview_options": {"is_disabled": True}}


async def test_files_are_sent_as_a_form(hasty: Bot, server: Server) -> None:
    await hasty.send_document(7, BufferedInputFile(b"1", "a.csv"), caption="сәлем")
    assert server.form == "multipart/form-data"
