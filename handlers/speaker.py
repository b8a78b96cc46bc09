"""Who speaks: a person, or the chat in whose name a message was written; and who speaks for a group."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import Message, TelegramObject, Update, User


def speaker_of(message: Message) -> int | None:
    """The number in Telegram of who wrote a message.

    Anonymous administrators of all groups share one user, and so do all channels; the chat in whose name
    they write tells them apart. What a group's administrator chooses so is the group's own.

    Args:
        message: in any chat.

    Returns:
        A person's number, or a chat's, which is below zero; None where Telegram tells neither.
    """
    if message.sender_chat is not None:
        return message.sender_chat.id
    return message.from_user.id if message.from_user is not None else None


def speaker_in(event: TelegramObject, user: User | None) -> int | None:
    """The number of who wrote or pressed; of a chat that writes in its own name, the chat's.

    Args:
        event: an update.
        user: whom Telegram names.
    """
    message = (event.message or event.edited_message) if isinstance(event, Update) else None
    return speaker_of(message) if message is not None else user.id if user is not None else None


async def speaks_for_group(message: Message, bot: Bot) -> bool:
    """Whether who writes administers the group, by their own name or in the name of the group.

    Args:
        message: in a group.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram does not tell who administers the group.
    """
    speaker = speaker_of(message)
    if speaker is None or speaker == message.chat.id:
        return speaker is not None
    return message.sender_chat is None and await is_administrator(bot, message.chat.id, speaker)


async def is_administrator(bot: Bot, group: int, person: int) -> bool:
    """Whether a person administers a group.

    Args:
        bot: the bot.
        group: the chat; of its administrators every bot in it is told.
        person: the person.

    Raises:
        TelegramAPIError: if Telegram does not tell.
    """
    return any(each.user.id == person for each in await bot.get_chat_administrators(group))
