"""Whose message a press is about: who may change it, and who is answered alone.

A message of the bot's in a group quotes what it answers, so Telegram tells with every press who asked, also
after a restart. Where it does not tell, because the question was deleted, the message is nobody's.
"""

from __future__ import annotations

from enum import StrEnum

from aiogram import Bot
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message, TelegramObject, Update

from handlers.speaker import is_administrator

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


class Press(StrEnum):
    """What a message is to the person who presses its button."""

    OWN = "own"  # they asked for it, or are alone with the bot
    ALONE = "alone"  # nobody else sees it
    OFFICIAL = "official"  # an administrator asked for it in the name of the group
    FOREIGN = "foreign"  # somebody else asked for it, or nobody who is known
    SHARED = "shared"  # it was sent inline, to a chat that the bot need not be in


def read_press(callback: CallbackQuery) -> Press:
    """What the message under a button is to the person who presses it, as far as the press tells."""
    message = callback.message
    if message is None:
        return Press.SHARED
    if message.chat.type == ChatType.PRIVATE:
        return Press.OWN
    if not isinstance(message, Message):  # too old to be seen
        return Press.FOREIGN
    if message.ephemeral_message_id is not None:
        return Press.ALONE
    return _read_asker(message, callback.from_user.id)


def is_answered_alone(event: TelegramObject) -> bool:
    """Whether the answer is seen by nobody else in the group: to a press on a message of somebody else."""
    press = event.callback_query if isinstance(event, Update) else None
    return press is not None and read_press(press) in {Press.ALONE, Press.FOREIGN}


def _read_asker(message: Message, person: int) -> Press:
    asked = message.reply_to_message
    # What quotes nothing in a topic is said to quote the message that began the topic.
    if asked is None or asked.forum_topic_created is not None:
        return Press.FOREIGN
    if asked.sender_chat is not None:
        return Press.OFFICIAL if asked.sender_chat.id == message.chat.id else Press.FOREIGN
    return Press.OWN if asked.from_user is not None and asked.from_user.id == person else Press.FOREIGN


async def may_change(callback: CallbackQuery, bot: Bot) -> bool:
    """Whether a press may change the message under it, for all who see that.

    Args:
        callback: the press.
        bot: the bot.

    Raises:
        TelegramAPIError: if Telegram does not tell who administers the group.
    """
    press = read_press(callback)
    if press is Press.OFFICIAL and callback.message is not None:
        return await is_administrator(bot, callback.message.chat.id, callback.from_user.id)
    return press is Press.OWN
