"""The Bot API's rules that teremok does not check, quoted from its documentation."""

from __future__ import annotations

import re
from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    EditEphemeralMessageText,
    EditMessageMedia,
    EditMessageText,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    SetMyDescription,
    SetMyShortDescription,
    TelegramMethod,
)
from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    MessageEntity,
)

from handlers.views.fitting import ROWS

MAX_TEXT = 4096
MAX_CAPTION = 1024
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
LINK = re.compile(r"https://t\.me/\w+\?start=[A-Za-z0-9_-]{1,64}")


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def check(method: TelegramMethod[Any]) -> None:
    """Fail if a request breaks a rule."""
    if isinstance(method, SendMessage | SendPhoto | SendDocument):
        check_alone(method)
    if isinstance(method, SendMessage | EditMessageText | EditEphemeralMessageText):
        check_text(method.text or "", method.entities or [])
        check_keyboard(method.reply_markup)
        assert not method.entities or method.parse_mode is None, (
            "entities and a parse mode exclude each other"
        )
    elif isinstance(method, SendPhoto | SendDocument):
        check_caption(method.caption, method.caption_entities)
        check_keyboard(method.reply_markup)
    elif isinstance(method, EditMessageMedia):
        assert isinstance(method.media, InputMediaPhoto)
        check_caption(method.media.caption, method.media.caption_entities)
        check_keyboard(method.reply_markup)
    elif isinstance(method, SendChatAction):
        assert method.action in {"upload_photo", "upload_document"}
    elif isinstance(method, AnswerInlineQuery):
        check_inline(method)
    elif isinstance(method, AnswerGuestQuery):
        check_result(method.result)
    elif isinstance(method, AnswerCallbackQuery):
        assert len(method.text or "") <= 200
        assert method.url is None or LINK.fullmatch(method.url), "only a link that starts the bot is opened"
        assert not (method.url and method.text), "a link is opened and nothing is shown"
    else:
        check_profile(method)


def check_profile(method: TelegramMethod[Any]) -> None:
    """What stands before the first message: commands of 32 characters, descriptions of 512 and of 120."""
    if isinstance(method, SetMyCommands):
        for command in method.commands:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", command.command)
            assert 1 <= len(command.description) <= 256
    elif isinstance(method, SetMyDescription):
        assert 1 <= units(method.description or "") <= 512
    elif isinstance(method, SetMyShortDescription):
        assert 1 <= units(method.short_description or "") <= 120


def check_alone(method: SendMessage | SendPhoto | SendDocument) -> None:
    """What one person sees alone is for groups, and a bot that administers none has to name the press.

    What quotes nothing quotes no message 0: such is the id of every message that is seen alone.
    """
    assert method.reply_parameters is None or method.reply_parameters.message_id != 0
    alone = method.ephemeral_message_parameters
    if alone is None:
        return
    assert int(method.chat_id) < 0
    assert alone.receiver_user_id > 0
    assert alone.callback_query_id
    assert not alone.replace_callback_query_message


def check_text(text: str, entities: list[MessageEntity]) -> None:
    """1 to 4096 units, nothing that is stripped or rejected, entities within it."""
    assert 1 <= units(text) <= MAX_TEXT
    assert text == text.strip(), "Telegram strips the ends and shifts the entities"
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)
    assert len(entities) <= 100
    data = text.encode("utf-16-le")
    for entity in entities:
        assert entity.length > 0
        assert entity.offset >= 0
        assert entity.offset + entity.length <= units(text)
        # An entity that cuts a surrogate pair in two cannot be decoded.
        piece = data[entity.offset * 2 : (entity.offset + entity.length) * 2].decode("utf-16-le")
        assert piece.strip()


def check_caption(text: str | None, entities: list[MessageEntity] | None) -> None:
    """A picture's caption: 0 to 1024 units, and ours always say something."""
    assert units(text or "") <= MAX_CAPTION
    check_text(text or "", entities or [])


def check_keyboard(markup: object) -> None:
    """At most 100 buttons, 8 a row, each with a text and one action; and our own six rows."""
    if not isinstance(markup, InlineKeyboardMarkup):
        return
    assert markup.inline_keyboard
    assert len(markup.inline_keyboard) <= ROWS, [row[0].text for row in markup.inline_keyboard]
    assert sum(len(row) for row in markup.inline_keyboard) <= 100
    for row in markup.inline_keyboard:
        assert 1 <= len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert len(button.text) <= 64
            actions = (button.callback_data, button.url, button.switch_inline_query)
            assert sum(action is not None for action in actions) == 1
            assert len((button.callback_data or "").encode()) <= 64
            if button.url is not None:
                assert PAYLOAD.fullmatch(button.url.partition("?start=")[2])


def check_inline(method: AnswerInlineQuery) -> None:
    """At most 50 results with unique ids of at most 64 bytes, a short offset, a valid button."""
    assert len(method.results) <= 50
    assert len({result.id for result in method.results}) == len(method.results)
    assert len((method.next_offset or "").encode()) <= 64
    if method.button is not None:
        assert 1 <= len(method.button.text) <= 64
        assert PAYLOAD.fullmatch(method.button.start_parameter or "")
    for result in method.results:
        check_result(result)


def check_result(result: object) -> None:
    """An article with a short id, a title, and a message within its limits."""
    assert isinstance(result, InlineQueryResultArticle)
    assert 1 <= len(result.id.encode()) <= 64
    assert result.title.strip()
    content = result.input_message_content
    assert isinstance(content, InputTextMessageContent)
    check_text(content.message_text, content.entities or [])
    check_keyboard(result.reply_markup)
