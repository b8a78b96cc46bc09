"""Finds a person's language once an update; sets the desk that answers them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import Chat, TelegramObject, User

from handlers.answering import Desk
from handlers.memory import Conversation, Memory
from handlers.views.texts import load_texts, pick_language
from storage.people import find_language


class LocaleMiddleware(BaseMiddleware):
    """Gives `texts` and `desk` to what follows, errors included.

    The language is the one the person chose, else the one of their Telegram. The desk knows what the
    chat was answered before.
    """

    def __init__(self) -> None:
        self._memory = Memory()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update in the person's language."""
        person: User | None = data.get("event_from_user")
        bot: Bot = data["bot"]
        chosen = await find_language(data["session"], person.id) if person is not None else None
        language = chosen or pick_language(person.language_code if person is not None else None)
        texts = load_texts(language).with_places(data["index"].place_names)
        data["texts"] = texts
        chat: Chat | None = data.get("event_chat")
        conversation = Conversation(self._memory, chat.id) if chat is not None else None
        data["desk"] = Desk(data["session"], data["index"], texts, (await bot.me()).username, conversation)
        return await handler(event, data)
