"""Which messages are for the bot. Asynchronous, since aiogram runs other filters in threads."""

from __future__ import annotations

import re

from aiogram import Bot
from aiogram.enums import ChatType, ContentType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers.administrators import Administrators
from handlers.pressed import GROUPS
from parser.dataclass import dataclass

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
_ANONYMOUS_ADMINISTRATOR = 1087968824  # @GroupAnonymousBot, in whose name administrators write unnamed


@dataclass(frozen=True, slots=True)
class Addressed:
    """What is asked of the bot.

    Attributes:
        question: in words; empty where the bot is named and nothing more is said.
        message: where the question stands: the message itself, or the one that it replies to.
        by_name: whether the bot is named, or alone with the person; else its message is replied to, which
            may be chatter.
    """

    question: str
    message: Message
    by_name: bool


_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class WrittenByPerson(Filter):
    """What people write, also anonymously or as a channel; no other bot, or two would talk for ever.

    What a channel posts comes into its group by itself: that is addressed to nobody.
    """

    async def __call__(self, message: Message) -> bool:
        """Whether a person wrote the message to this chat."""
        sender = message.from_user
        if message.is_automatic_forward:
            return False
        if sender is None or not sender.is_bot:
            return True
        return message.sender_chat is not None or sender.id == _ANONYMOUS_ADMINISTRATOR


class AsksQuestion(Filter):
    """A text, or one under a picture, that is meant for the bot; hands it on as `addressed`.

    Any in a private chat. In a group only one that names the bot or answers its message: the bot must not
    talk into other people's conversations. The bot's name alone, in reply to somebody's question, asks that
    question. What a person posted through the bot's own inline mode is an answer already.
    """

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Addressed]:
        """Whether the message is for the bot: False, or what it asks by its name for the handler.

        Args:
            message: what was sent.
            bot: this bot.
        """
        username = (await bot.me()).username or ""
        question = words_for_bot(message, username)
        if question is None or _is_own(message, bot):
            return False
        alone = message.chat.type == ChatType.PRIVATE
        by_name = alone or _names(message, username, bot)
        replied = message.reply_to_message
        if not by_name and not (replied is not None and is_from(replied, bot)):
            return False
        if not question and replied is not None and not is_from(replied, bot) and not alone:
            taken = words_for_bot(replied, username)
            if taken:
                return {"addressed": Addressed(taken, replied, by_name)}
        return {"addressed": Addressed(question, message, by_name)}


class FromAdministrator(Filter):
    """A press of an administrator's, or a message of theirs in the private chat."""

    async def __call__(self, event: Message | CallbackQuery, administrators: Administrators) -> bool:
        """Whether it is.

        Args:
            event: what was sent or pressed.
            administrators: the bot's.
        """
        if event.from_user is None or event.from_user.id not in administrators:
            return False
        return isinstance(event, CallbackQuery) or event.chat.type == ChatType.PRIVATE


class SentDocument(Filter):
    """A document in a private chat."""

    async def __call__(self, message: Message) -> bool:
        """Whether it is.

        Args:
            message: what was sent.
        """
        return message.document is not None and message.chat.type == ChatType.PRIVATE


class SentLink(Filter):
    """A message in a private chat that is a link and nothing else; hands it on as `url`."""

    async def __call__(self, message: Message) -> bool | dict[str, str]:
        """Whether it is: False, or the link for the handler.

        Args:
            message: what was sent.
        """
        said = (message.text or "").strip()
        if message.chat.type != ChatType.PRIVATE or not _LINK.fullmatch(said):
            return False
        return {"url": said}


class TellsNewNumber(Filter):
    """What Telegram says in a group that becomes a supergroup: its new number."""

    async def __call__(self, message: Message) -> bool:
        """Whether it says so.

        Args:
            message: what was sent.
        """
        return message.migrate_to_chat_id is not None


class InGroup(Filter):
    """Who came to a group or left it."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        """Whether it was a group.

        Args:
            event: who came or left.
        """
        return event.chat.type in GROUPS


class UnreadableMessage(Filter):
    """A message in a private chat that starts with a slash or is no text; in a group, a command by name.

    Hands on `unread`: "command" or "content".
    """

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, str]:
        """Whether nobody can read the message: False, or what it is for the handler.

        Args:
            message: what was sent.
            bot: this bot.
        """
        if _is_own(message, bot):
            return False
        if message.chat.type in GROUPS:
            named = re.compile(rf"/\w+@{re.escape((await bot.me()).username or '')}\b", re.IGNORECASE)
            return {"unread": "command"} if named.match(message.text or "") else False
        if message.text is not None:
            return {"unread": "command"}
        return {"unread": "content"} if message.content_type in _CONTENT else False


def words_for_bot(message: Message, username: str) -> str | None:
    """What a message says besides the bot's name; None for a command, and where it says nothing in words.

    Args:
        message: a message.
        username: the bot's name in Telegram.
    """
    said = message.text if message.text is not None else message.caption
    if said is None or said.startswith("/") or message.content_type == ContentType.DOCUMENT:
        return None
    return without_name(said, username)


def without_name(said: str, username: str) -> str:
    """What is said besides the bot's name.

    Args:
        said: a text.
        username: the bot's name in Telegram.
    """
    return _name(username).sub(" ", said).strip() if username else said.strip()


def _name(username: str) -> re.Pattern[str]:
    return re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)


def _names(message: Message, username: str, bot: Bot) -> bool:
    """Whether a message names the bot, by its name in Telegram or by a mention without it."""
    entities = [*(message.entities or ()), *(message.caption_entities or ())]
    by_mention = any(entity.user is not None and entity.user.id == bot.id for entity in entities)
    return by_mention or _name(username).search(message.text or message.caption or "") is not None


def is_from(message: Message, bot: Bot) -> bool:
    """Whether the bot wrote a message."""
    return message.from_user is not None and message.from_user.id == bot.id


def _is_own(message: Message, bot: Bot) -> bool:
    return message.via_bot is not None and message.via_bot.id == bot.id
