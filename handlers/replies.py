"""The bot's answers to recent messages: whoever mends a question finds its answer mended, and no second one.

Kept in memory alone. After a restart a question that is mended gets a new answer.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import Message, TelegramObject

from handlers.send import edit_sent, send_view
from handlers.views.message import MessageView

_KEPT = 5000  # questions


@dataclass(slots=True)
class _Asked:
    """A message that was answered, or is going to be."""

    words: str | None = None  # that were answered
    reply: int | None = None  # the id of the answer
    newest: int = 0  # the update with its latest wording so far
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Replies(BaseMiddleware):
    """Answers a message, and answers it again in the same place when it is edited.

    As a middleware of messages and edited messages it hands on the wordings of one message one after the
    other: of several that wait the last one, and none that says the same again.
    """

    def __init__(self, kept: int = _KEPT) -> None:
        self._asked: OrderedDict[tuple[int, int], _Asked] = OrderedDict()
        self._kept = kept

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles a wording of a message, unless a later one waits already."""
        if not isinstance(event, Message):
            return await handler(event, data)
        asked, update = self._find(event), data["event_update"].update_id
        asked.newest = max(asked.newest, update)
        words = event.text or event.caption
        async with asked.turn:
            # Updates overtake one another on their way here.
            if update < asked.newest or (event.edit_date is not None and words == asked.words):
                return None
            handled = await handler(event, data)
            asked.words = words
            return handled

    async def answer(self, message: Message, view: MessageView, bot: Bot, to: Message | None = None) -> None:
        """Answer a message with a view, in place of the answer that it had before.

        Args:
            message: what was sent or edited.
            view: the answer.
            bot: the bot.
            to: what to quote, where that is not the message.

        Raises:
            TelegramAPIError: if Telegram refuses.
        """
        asked = self._find(message)
        if asked.reply is not None and await edit_sent(message.chat.id, asked.reply, view, bot):
            return
        asked.reply = (await send_view(to or message, view, bot)).message_id

    def _find(self, message: Message) -> _Asked:
        key = (message.chat.id, message.message_id)
        asked = self._asked.setdefault(key, _Asked())
        self._asked.move_to_end(key)
        if len(self._asked) > self._kept:
            self._asked.popitem(last=False)
        return asked
