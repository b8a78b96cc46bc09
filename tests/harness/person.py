"""A person who uses the bot through Telegram: writes, presses buttons, asks inline, opens links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerGuestQuery,
    AnswerInlineQuery,
    EditEphemeralMessageText,
    EditMessageText,
    SendMessage,
    TelegramMethod,
)
from aiogram.types import (
    CallbackQuery,
    Chat,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineQuery,
    Message,
    Update,
    User,
)

from tests.harness.session import RecordingSession

Sent = list[TelegramMethod[Any]]


class TestUser:
    """One person in one chat. Every verb returns what the bot sent in answer."""

    __test__ = False  # its name looks like a test's to pytest

    _ids = 0

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        session: RecordingSession,
        language: str | None = "kk",
        *,
        id: int = 7,  # noqa: A002
        chat: Chat | None = None,
    ) -> None:
        self.dispatcher = dispatcher
        self.bot = bot
        self.session = session
        self.user = User(id=id, is_bot=False, first_name="Айша", language_code=language)
        self.chat = chat or Chat(id=id, type="private")
        self.message: Message | None = None  # the bot's last one in this chat
        self.handled = False

    async def send(self, text: str | None = None, **fields: Any) -> Sent:
        """Send a message: a text, or whatever the fields say."""
        message = self.make_message(text, **fields)
        self.session.messages[message.message_id] = message
        return await self.feed(message=message)

    async def edit(self, message: Message, text: str | None = None, **fields: Any) -> Sent:
        """Change the text of a message that was sent, or whatever the fields say."""
        changed = {"text": text, "edit_date": int(dt.datetime.now(dt.UTC).timestamp())} | fields
        edited = message.model_copy(update=changed)
        self.session.messages[message.message_id] = edited
        return await self.feed(edited_message=edited)

    @property
    def sent_last(self) -> Message:
        """The last message of this person in the chat."""
        own = (each for each in reversed(self.session.messages.values()) if each.from_user == self.user)
        return next(each for each in own if each.chat.id == self.chat.id)

    def make_message(self, text: str | None = None, **fields: Any) -> Message:
        """A message of this person that is not sent yet."""
        values: dict[str, Any] = {"from_user": self.user, "chat": self.chat, "text": text} | fields
        return Message(message_id=self._next(), date=dt.datetime.now(dt.UTC), **values)

    async def open_link(self, payload: str) -> Sent:
        """Follow t.me/bot?start=payload."""
        return await self.send(f"/start {payload}")

    async def press(self, label: str) -> Sent:
        """Press the button of the last message whose text contains the label."""
        assert self.message is not None
        return await self.press_data(self.button(label).callback_data or "", message=self.message)

    async def press_data(self, data: str, **fields: Any) -> Sent:
        """Press a button by its data, on any message or none."""
        press = CallbackQuery(
            id=str(self._next()), from_user=self.user, chat_instance="1", data=data, **fields
        )
        return await self.feed(callback_query=press)

    async def press_old(self, data: str) -> Sent:
        """Press a button of a message too old to be seen."""
        message = InaccessibleMessage(chat=self.chat, message_id=1, date=0)
        return await self.press_data(data, message=message)

    async def ask_inline(self, query: str, offset: str = "") -> AnswerInlineQuery:
        """Type a query after the bot's name; the answer to it."""
        asked = InlineQuery(id=str(self._next()), from_user=self.user, query=query, offset=offset)
        sent = await self.feed(inline_query=asked)
        assert len(sent) == 1
        assert isinstance(sent[0], AnswerInlineQuery)
        return sent[0]

    async def ask_as_guest(self, text: str, **fields: Any) -> AnswerGuestQuery:
        """Name the bot in a chat that it is no member of; its answer there."""
        message = self.make_message(text, guest_query_id=str(self._next()), **fields)
        sent = await self.feed(guest_message=message)
        assert len(sent) == 1
        assert isinstance(sent[0], AnswerGuestQuery)
        return sent[0]

    async def feed(self, **event: Any) -> Sent:
        """Hand the dispatcher an update, as Telegram spells it."""
        before = len(self.session.sent)
        update = Update(update_id=self._next(), **event)
        result = await self.dispatcher.feed_raw_update(
            self.bot, update.model_dump(mode="json", exclude_none=True)
        )
        self.handled = result is not UNHANDLED
        self.session.check()
        self.message = next(
            (each for each in reversed(self.session.messages.values()) if self._is_answer(each)), None
        )
        return self.session.sent[before:]

    def _is_answer(self, message: Message) -> bool:
        sender = message.from_user
        seen = message.receiver_user is None or message.receiver_user.id == self.user.id
        return seen and message.chat.id == self.chat.id and sender is not None and sender.is_bot

    @property
    def buttons(self) -> list[InlineKeyboardButton]:
        """The buttons of the bot's last message."""
        markup = self.message.reply_markup if self.message else None
        return [button for row in markup.inline_keyboard for button in row] if markup else []

    @property
    def labels(self) -> list[str]:
        """What those buttons say."""
        return [button.text for button in self.buttons]

    def button(self, label: str) -> InlineKeyboardButton:
        """The first of those buttons whose text contains the label."""
        found = [button for button in self.buttons if label in button.text]
        assert found, f"no {label!r} among {self.labels}"
        return found[0]

    @classmethod
    def _next(cls) -> int:
        cls._ids += 1
        return cls._ids


_TEXTS = (SendMessage, EditMessageText, EditEphemeralMessageText)


def text_of(sent: Sequence[TelegramMethod[Any]]) -> str:
    """The text of the only message that was sent or edited."""
    texts = [method.text for method in sent if isinstance(method, _TEXTS)]
    assert len(texts) == 1, sent
    return texts[0] or ""


def alert_of(sent: Sequence[TelegramMethod[Any]]) -> str:
    """The text of the only window that a press opened."""
    alerts = [each for each in sent if isinstance(each, AnswerCallbackQuery) and each.show_alert]
    assert len(alerts) == 1, sent
    return alerts[0].text or ""
