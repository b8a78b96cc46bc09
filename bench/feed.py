"""Feeding updates to a dispatcher that sends nowhere. Imports aiogram and nothing of ours."""

from __future__ import annotations

import datetime as dt
import json
import resource
import sys
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any, cast

from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Message, Update, User

QUESTIONS = (
    "білім беру", "школы", "balabaqsha", "жол жөндеу", "сколько денег на библиотеки", "мәдениет үйі",
    "көшелерді жарықтандыру", "тұрғын үй көмегі", "подоходный налог", "ремонт дорог", "обеспечене санитари",
    "резерв",
)  # fmt: skip
_UPDATES = 600
_NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


class _Nowhere(BaseSession):
    """Takes every request and answers it as Telegram would."""

    async def make_request(
        self,
        bot: Bot,  # noqa: ARG002
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109
    ) -> TelegramType:
        answer: object = True
        if isinstance(method, SendMessage):
            answer = Message(message_id=1, date=_NOW, chat=Chat(id=1, type="private"), text=method.text)
        return cast("TelegramType", answer)

    def stream_content(
        self,
        *args: Any,  # noqa: ANN401, ARG002
        **kwargs: Any,  # noqa: ANN401, ARG002
    ) -> AsyncGenerator[bytes, None]:
        raise RuntimeError("nothing is downloaded here")

    async def close(self) -> None:
        """Nothing is open."""


def _update(number: int) -> Update:
    person = User(id=1000 + number, is_bot=False, first_name="А", language_code=("kk", "ru")[number % 2])
    message = Message(
        message_id=number,
        date=_NOW,
        chat=Chat(id=person.id, type="private"),
        from_user=person,
        text=QUESTIONS[number % len(QUESTIONS)],
    )
    return Update(update_id=number, message=message)


async def feed(dispatcher: Dispatcher) -> None:
    """Prints how many updates a second the dispatcher handles, and the process's peak megabytes."""
    bot = Bot("1:bench", session=_Nowhere())
    await dispatcher.emit_startup(bot=bot)
    for number in range(50):
        await dispatcher.feed_update(bot, _update(number))
    started = time.perf_counter()
    for number in range(50, 50 + _UPDATES):
        await dispatcher.feed_update(bot, _update(number))
    seconds = time.perf_counter() - started
    await dispatcher.emit_shutdown(bot=bot)
    json.dump({"per_second": _UPDATES / seconds, "megabytes": _peak_megabytes()}, sys.stdout)


def _peak_megabytes() -> float:
    """The high-water mark of this program's memory.

    `ru_maxrss` remembers the process that started this one across `exec`; Linux's own mark does not.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
