"""A limit on how often a person may send messages and press buttons.

Handlers name their limit by the flag `throttle`. Inline queries have none: they
come with every pause in typing, and Telegram keeps their answers.
"""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from bot.allowances import Allowances
from handlers.speaker import speaker_of
from handlers.views.texts import Texts
from storage.allowances import Limit

_FEEDBACK = "feedback"
LIMITS: Mapping[str, Limit] = {"message": Limit(10, 20), "button": Limit(20, 20), _FEEDBACK: Limit(3, 3600)}


class Throttle(BaseMiddleware):
    """Lets through what is within a person's limit and tells them once when it is not."""

    def __init__(self, limits: Mapping[str, Limit], allowances: Allowances) -> None:
        """Makes a middleware of messages and presses.

        Args:
            limits: by the names that handlers give in their flags.
            allowances: what people have left of them.
        """
        self._limits = limits
        self._allowances = allowances

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the event if it is within the limit."""
        name = get_flag(data, "throttle")
        limit = self._limits.get(name) if name else None
        person = _who(event, data)
        if name is None or limit is None or person is None:
            return await handler(event, data)
        taken = await self._allowances.take(name, person, limit)
        if not taken.refused:
            return await handler(event, data)
        seconds = max(math.ceil((1 - taken.left) * limit.seconds / limit.count), 1)
        await _tell(event, _say_wait(name, seconds, data["texts"]), again=taken.refused > 1)
        return None


def _who(event: TelegramObject, data: dict[str, Any]) -> int | None:
    if isinstance(event, Message):
        return speaker_of(event)
    person: User | None = data.get("event_from_user")
    return person.id if person is not None else None


def _say_wait(name: str | None, seconds: int, texts: Texts) -> str:
    if name == _FEEDBACK:
        return texts.get("throttle-feedback", minutes=math.ceil(seconds / 60))
    return texts.get("throttle-wait", seconds=seconds)


async def _tell(event: TelegramObject, text: str, *, again: bool) -> None:
    if isinstance(event, CallbackQuery):
        # Every press has to be answered, or the button keeps spinning.
        await event.answer(text, show_alert=not again)
    elif isinstance(event, Message) and not again and event.guest_query_id is None:
        await event.answer(text, parse_mode=None)
