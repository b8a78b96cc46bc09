"""Which messages are for the bot. Asynchronous, since aiogram runs other filters in threads."""

from __future__ import annotations

import re

from aiogram import Bot
from aiogram.enums import ChatType, ContentType
from aiogram.filters import Filter
from aiogram.types import Message

# What a person sends on purpose; joining, pinning and the like get no answer.
_CONTENT = frozenset(
    {
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.DOCUMENT,
        ContentType.LOCATION,
        ContentType.PHOTO,
        ContentType.POLL,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VENUE,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
    }
)


class AsksQuestion(Filter):
    """A text meant as a question to the bot; hands it on as `question`.

    Any text in a private chat. In a group only one that names the bot or
    answers its message: the bot must not talk into other people's
    conversations. What a person posted through the bot's own inline mode is an
    answer already.

    Args:
        anyone: take a group's text whether or not it names the bot, for one
            that is known to have been a question.
    """

    def __init__(self, *, anyone: bool = False) -> None:
        self.anyone = anyone

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, str]:
        """Whether the message is a question: False, or the question by its name for the handler.

        Args:
            message: what was sent.
            bot: this bot.
        """
        if message.text is None or message.text.startswith("/") or _is_own(message, bot):
            return False
        if message.chat.type == ChatType.PRIVATE:
            return {"question": message.text}
        username = (await bot.me()).username or ""
        named = re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
        replied = message.reply_to_message
        to_bot = replied is not None and replied.from_user is not None and replied.from_user.id == bot.id
        if not (self.anyone or to_bot) and not named.search(message.text):
            return False
        return {"question": named.sub(" ", message.text).strip()}


class UnreadableMessage(Filter):
    """A message in a private chat that starts with a slash or is no text at all.

    Hands on `unread`: "command" or "content".
    """

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, str]:
        """Whether nobody can read the message: False, or what it is for the handler.

        Args:
            message: what was sent.
            bot: this bot.
        """
        if message.chat.type != ChatType.PRIVATE or _is_own(message, bot):
            return False
        if message.text is not None:
            return {"unread": "command"}
        return {"unread": "content"} if message.content_type in _CONTENT else False


def _is_own(message: Message, bot: Bot) -> bool:
    return message.via_bot is not None and message.via_bot.id == bot.id
