"""Answers that one person of a group sees; where Telegram refuses them, the way into the private chat."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import TypedDict

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNetworkError
from aiogram.types import (
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessageUnion,
    Message,
    MessageEntity,
    ReplyParameters,
)

from handlers.linked import button_payload
from handlers.pressed import GROUPS
from handlers.views.links import HELP_PAYLOAD, chat_link, question_payload, spoken_payload
from handlers.written_language import find_written_language

AloneSender = Callable[[EphemeralMessageParameters], Awaitable[Message]]
"""Sends something to the chat of a message, for those whom the parameters name."""

_COMMAND = re.compile(r"^/\w+(?:@\w+)?")

_log = logging.getLogger(__name__)


class Content(TypedDict):
    """What a message shows, by the parameters of the methods that send and edit."""

    text: str
    entities: list[MessageEntity]
    reply_markup: InlineKeyboardMarkup | None
    link_preview_options: LinkPreviewOptions
    parse_mode: None


async def send_alone(callback: CallbackQuery, content: Content, bot: Bot) -> None:
    """Answer a press with a message that only the person who pressed sees. The press is answered at the end.

    Args:
        callback: the press.
        content: what to show.
        bot: the bot.

    Raises:
        TelegramNetworkError: if Telegram cannot be reached.
    """
    message = callback.message
    if message is None:
        await lead_to_chat(callback, bot)
        return

    async def send(whom: EphemeralMessageParameters) -> Message:
        return await bot.send_message(
            message.chat.id,
            **content,
            message_thread_id=find_thread(message),
            reply_parameters=quote_asked(message),
            ephemeral_message_parameters=whom,
        )

    await answer_alone(callback, bot, send)


async def replace_alone(callback: CallbackQuery, content: Content, bot: Bot) -> None:
    """Show something in place of a message that only the person who pressed sees, or below it.

    Args:
        callback: the press, on such a message.
        content: what to show.
        bot: the bot.

    Raises:
        TelegramNetworkError: if Telegram cannot be reached.
    """
    message = callback.message
    if isinstance(message, Message) and message.ephemeral_message_id is not None:
        chat, person, edited = message.chat.id, callback.from_user.id, message.ephemeral_message_id
        try:
            await bot.edit_ephemeral_message_text(chat, person, edited, **content)
        except TelegramBadRequest as error:
            if "not modified" not in error.message:
                _log.info("not edited alone: %s", error)
                await send_alone(callback, content, bot)
                return
    await callback.answer()


async def answer_alone(callback: CallbackQuery, bot: Bot, send: AloneSender) -> None:
    """Answer a press so that only the person who pressed sees it. The press is answered at the end.

    Args:
        callback: the press.
        bot: the bot.
        send: sends the answer.

    Raises:
        TelegramNetworkError: if Telegram cannot be reached.
    """
    if await _send_for(callback, send):
        await callback.answer()
    else:
        await lead_to_chat(callback, bot)


async def _send_for(callback: CallbackQuery, send: AloneSender) -> bool:
    """Sends something for the one who pressed; False where it was not, or where all would see it."""
    if callback.message is None or callback.message.chat.type not in GROUPS:
        return False
    try:
        sent = await send(
            EphemeralMessageParameters(receiver_user_id=callback.from_user.id, callback_query_id=callback.id)
        )
        if sent.ephemeral_message_id is None:
            # A server of an older Bot API skips what it does not know: the whole group sees this message.
            await sent.delete()
            return False
    except TelegramNetworkError:
        raise
    except TelegramAPIError as error:
        _log.info("not answered alone: %s", error)
        return False
    return True


async def lead_to_chat(callback: CallbackQuery, bot: Bot) -> None:
    """Open the private chat with what a button opens, whoever presses it.

    Args:
        callback: the press.
        bot: the bot.
    """
    username = (await bot.me()).username or ""
    payload = button_payload(callback.data or "") or _find_question(callback, username) or HELP_PAYLOAD
    shown = callback.message
    language = find_written_language(shown) if isinstance(shown, Message) else None
    await callback.answer(url=chat_link(username, spoken_payload(payload, language) if language else payload))


def _find_question(callback: CallbackQuery, username: str) -> str | None:
    """The payload of the question that the message answers; None where it is not known, or too long."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    if asked is None:
        return None
    said = _COMMAND.sub("", asked.text or asked.caption or "")
    return question_payload(re.sub(rf"@{re.escape(username)}\b", " ", said, flags=re.IGNORECASE))


def find_thread(message: MaybeInaccessibleMessageUnion) -> int | None:
    """The topic that a message stands in; None outside of topics."""
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def quote_asked(message: MaybeInaccessibleMessageUnion) -> ReplyParameters | None:
    """Quotes in a group the question that a message of the bot's quotes: it tells whose the next one is."""
    asked = message.reply_to_message if isinstance(message, Message) else None
    if asked is None or message.chat.type not in GROUPS:
        return None
    return ReplyParameters(message_id=asked.message_id, allow_sending_without_reply=True)
