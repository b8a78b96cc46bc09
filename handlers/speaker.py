"""Who speaks: the person, or the chat in whose name a message was written."""

from __future__ import annotations

from aiogram.types import Message


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
