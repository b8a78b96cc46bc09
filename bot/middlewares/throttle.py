"""A limit on how often a person may send messages and press buttons.

Handlers name their limit by the flag `throttle`. Inline queries have none: they
come with every pause in typing, and Telegram keeps their answers.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import CallbackQuery, Message, TelegramObject, User

from handlers.speaker import speaker_of
from handlers.views.texts import Texts

PEOPLE_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """So many at once, refilled evenly over so many seconds."""

    count: int
    seconds: float


_FEEDBACK = "feedback"
LIMITS: Mapping[str, Limit] = {"message": Limit(10, 20), "button": Limit(20, 20), _FEEDBACK: Limit(3, 3600)}


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: bool = False


class Throttle(BaseMiddleware):
    """Lets through what is within a person's limit and tells them once when it is not."""

    def __init__(
        self, limits: Mapping[str, Limit] = LIMITS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, int], _Bucket] = OrderedDict()

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
        if limit is None or person is None:
            return await handler(event, data)
        bucket = self._fill(name, person, limit)
        if bucket.left >= 1:
            bucket.left -= 1
            bucket.told = False
            return await handler(event, data)
        seconds = max(math.ceil((1 - bucket.left) * limit.seconds / limit.count), 1)
        await _tell(event, _say_wait(name, seconds, data["texts"]), again=bucket.told)
        bucket.told = True
        return None

    def _fill(self, name: str, person: int, limit: Limit) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.pop((name, person), None) or _Bucket(limit.count, now)
        bucket.left = min(limit.count, bucket.left + (now - bucket.at) * limit.count / limit.seconds)
        bucket.at = now
        self._buckets[name, person] = bucket  # now the most recent one
        if len(self._buckets) > PEOPLE_REMEMBERED:
            self._buckets.popitem(last=False)
        return bucket


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
