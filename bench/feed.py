"""Updates for a dispatcher that sends nowhere. Imports aiogram and nothing of ours."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import deque
from collections.abc import AsyncGenerator
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, Chat, InlineQuery, Message, Update, User

_NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_PEOPLE = 200
_ME = User(id=1, is_bot=True, first_name="bench", username="bench_bot")
_NUMBERS = itertools.count(1)


class Nowhere(BaseSession):
    """Takes every request and answers it as Telegram would; `sent` are the last ones."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: deque[TelegramMethod[Any]] = deque(maxlen=20)

    async def make_request(
        self,
        bot: Bot,  # noqa: ARG002
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109
    ) -> TelegramType:
        """Notes a request and answers it."""
        self.sent.append(method)
        answer: object = True
        if isinstance(method, SendMessage):
            answer = Message(message_id=1, date=_NOW, chat=Chat(id=1, type="private"), text=method.text)
        elif isinstance(method, GetMe):
            answer = _ME
        return cast("TelegramType", answer)

    def stream_content(
        self,
        *args: Any,  # noqa: ANN401, ARG002
        **kwargs: Any,  # noqa: ANN401, ARG002
    ) -> AsyncGenerator[bytes, None]:
        """Is never asked for."""
        raise RuntimeError("nothing is downloaded here")

    async def close(self) -> None:
        """Nothing is open."""


def _person(number: int) -> User:
    return User(
        id=1000 + number % _PEOPLE, is_bot=False, first_name="А", language_code=("kk", "ru")[number % 2]
    )


def message(text: str) -> Update:
    """A message to the bot; one person after the other writes."""
    number = next(_NUMBERS)
    person = _person(number)
    chat = Chat(id=person.id, type="private")
    written = Message(message_id=number, date=_NOW, chat=chat, from_user=person, text=text)
    return Update(update_id=number, message=written)


def press(data: str) -> Update:
    """A press of a button below one of the bot's messages."""
    number = next(_NUMBERS)
    person = _person(number)
    chat = Chat(id=person.id, type="private")
    asked = Message(message_id=number, date=_NOW, chat=chat, from_user=person, text="білім беру")
    below = Message(
        message_id=1, date=_NOW, chat=chat, from_user=_ME, text="Қала бюджеті", reply_to_message=asked
    )
    pressed = CallbackQuery(id=str(number), from_user=person, chat_instance="1", message=below, data=data)
    return Update(update_id=number, callback_query=pressed)


def typed(query: str) -> Update:
    """An inline query."""
    number = next(_NUMBERS)
    asked = InlineQuery(id=str(number), from_user=_person(number), query=query, offset="")
    return Update(update_id=number, inline_query=asked)
