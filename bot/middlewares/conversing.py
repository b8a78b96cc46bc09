"""What a chat was answered before: at hand for each update, and kept for other processes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from bot.middlewares.under_way import find_under_way
from handlers.filters import is_from
from handlers.memory import Conversation, Memory
from handlers.pressed import is_answered_alone
from handlers.shared_memory import SharedMemory
from handlers.speaker import speaker_in


class ConversingMiddleware(BaseMiddleware):
    """Gives `conversation` to what follows: None where nobody speaks in a chat."""

    def __init__(self, memory: Memory) -> None:
        """Makes a middleware of updates.

        Args:
            memory: of all chats; a shared one is read before each update and written before its answer.
        """
        self._memory = memory

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update with what was answered before it."""
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        speaker = speaker_in(event, user)
        if chat is None or not speaker:
            data["conversation"] = None
            return await handler(event, data)
        replied, pressed = _find_replied(event, data["bot"]), _find_pressed(event)
        data["conversation"] = Conversation(self._memory, chat.id, speaker, replied, pressed)
        if not isinstance(self._memory, SharedMemory):
            return await handler(event, data)
        people = {speaker} | {asker for asker in [_find_asker(event)] if asker is not None}
        cards = {card for card in (replied, pressed) if card is not None}
        await self._memory.fetch(chat.id, people, cards)
        if under_way := find_under_way():
            under_way.settle = self._memory.keep  # who sees the answer may write to another process at once
        try:
            return await handler(event, data)
        finally:
            await self._memory.keep()


def _find_replied(event: TelegramObject, bot: Bot) -> int | None:
    """The id of the bot's message that is replied to."""
    message = (event.message or event.edited_message) if isinstance(event, Update) else None
    replied = message.reply_to_message if message is not None else None
    return replied.message_id if replied is not None and is_from(replied, bot) else None


def _find_pressed(event: TelegramObject) -> int | None:
    """The id of the message whose button is pressed, where what that opens is shown there."""
    press = _find_press(event)
    if press is None or press.message is None or is_answered_alone(event):
        return None
    return press.message.message_id


def _find_asker(event: TelegramObject) -> int | None:
    """Who asked what the message under a pressed button answers, where Telegram tells."""
    press = _find_press(event)
    message = press.message if press is not None else None
    asked = message.reply_to_message if isinstance(message, Message) else None
    return asked.from_user.id if asked is not None and asked.from_user is not None else None


def _find_press(event: TelegramObject) -> CallbackQuery | None:
    return event.callback_query if isinstance(event, Update) else None
