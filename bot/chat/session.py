"""Stands in for Telegram: answers the bot's requests and shows them on the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncGenerator, Callable
from typing import Any, cast

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    GetMe,
    SendChatAction,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, InlineKeyboardMarkup, Message, User

from bot.chat.files import SentFiles
from bot.chat.screen import Terminal

USERNAME = "qazyna_bot"
_MESSAGES_KEPT = 200


class LocalSession(BaseSession):
    """Takes the requests that our handlers make.

    Attributes:
        messages: the chat's latest messages by id, both sides.
    """

    def __init__(self, terminal: Terminal, count_text: Callable[[int, bool], str]) -> None:
        super().__init__()
        self.messages: dict[int, Message] = {}
        self._terminal = terminal
        self._count_text = count_text
        self._last_id = 0
        self._files = SentFiles()

    def keep(self, chat: Chat, sender: User, bot: Bot, **fields: Any) -> Message:  # noqa: ANN401 - a message's fields
        """A new message in the chat.

        Args:
            chat: the chat.
            sender: who sent it.
            bot: the bot that may answer it.
            fields: text, entities and so on.

        Returns:
            The message, with the next id.
        """
        self._last_id += 1
        message = Message(
            message_id=self._last_id, date=dt.datetime.now(dt.UTC), chat=chat, from_user=sender, **fields
        ).as_(bot)
        self.messages[self._last_id] = message
        self.messages.pop(self._last_id - _MESSAGES_KEPT, None)
        return message

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ARG002, ASYNC109
    ) -> TelegramType:
        """Answers a request by its type.

        Raises:
            NotImplementedError: for a request that no handler of ours makes.
        """
        return cast("TelegramType", self._answer(bot, method))

    def _answer(  # noqa: PLR0911 - one for each kind
        self, bot: Bot, method: TelegramMethod[Any]
    ) -> User | Message | bool:
        me = User(id=bot.id, is_bot=True, first_name="Қазына", username=USERNAME)
        match method:
            case GetMe():
                return me
            case SendChatAction():
                return True
            case SendPhoto() | SendDocument():
                return self._send_file(bot, me, method)
            case EditMessageMedia():
                return self._edit_file(method)
            case SendMessage():
                return self._send(bot, me, method)
            case EditMessageText():
                return self._edit(method)
            case EditMessageReplyMarkup():
                return self._change(method.message_id, {"reply_markup": method.reply_markup})
            case AnswerCallbackQuery(text=text):
                if text:
                    self._terminal.print(f"! {text}", style="yellow")
                    self._terminal.print()
                return True
            case AnswerInlineQuery():
                self._show_articles(method)
                return True
        raise NotImplementedError(type(method).__name__)

    def _send(self, bot: Bot, me: User, method: SendMessage) -> Message:
        quoted = method.reply_parameters.message_id if method.reply_parameters else None
        markup = method.reply_markup
        message = self.keep(
            Chat(id=int(method.chat_id), type="private"),
            me,
            bot,
            text=method.text,
            entities=method.entities,
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
            reply_to_message=self.messages.get(quoted) if quoted else None,
        )
        self._terminal.print_message(message)
        return message

    def _edit(self, method: EditMessageText) -> Message:
        changed = {"text": method.text, "entities": method.entities, "reply_markup": method.reply_markup}
        return self._change(method.message_id, changed)

    def _change(self, message_id: int | None, changed: dict[str, Any]) -> Message:
        """Changes a message, and shows it as it is then."""
        message = self.messages[message_id or 0].model_copy(update=changed)
        self.messages[message.message_id] = message
        self._terminal.print_message(message)
        return message

    def _send_file(self, bot: Bot, me: User, method: SendPhoto | SendDocument) -> Message:
        file = method.photo if isinstance(method, SendPhoto) else method.document
        markup = method.reply_markup
        message = self.keep(
            Chat(id=int(method.chat_id), type="private"),
            me,
            bot,
            caption=method.caption,
            caption_entities=method.caption_entities,
            reply_markup=markup if isinstance(markup, InlineKeyboardMarkup) else None,
            **self._take_file(file, method),
        )
        self._terminal.print_message(message)
        return message

    def _edit_file(self, method: EditMessageMedia) -> Message:
        media = method.media
        changed = {
            "caption": media.caption,
            "caption_entities": media.caption_entities,
            "reply_markup": method.reply_markup,
            **self._take_file(media.media, method),
        }
        return self._change(method.message_id, changed)

    def _take_file(self, file: object, method: TelegramMethod[Any]) -> dict[str, Any]:
        """The field of a message that holds a file."""
        field = self._files.take(file, is_photo=not isinstance(method, SendDocument))
        if field is None:  # of a chat before this one, whose folder was cleared
            raise TelegramBadRequest(method, "Bad Request: wrong file identifier")
        return field

    def _show_articles(self, method: AnswerInlineQuery) -> None:
        if method.results or method.button is None:
            text = self._count_text(len(method.results), bool(method.next_offset))
            self._terminal.print_articles(method.results, text)
        else:
            self._terminal.print(f"({method.button.text})")
        self._terminal.print()

    async def close(self) -> None:
        """Does nothing: there is no connection to close."""

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,  # noqa: ARG002
        timeout: int = 30,  # noqa: ARG002, ASYNC109
        chunk_size: int = 65536,  # noqa: ARG002
        raise_for_status: bool = True,  # noqa: ARG002, FBT001
    ) -> AsyncGenerator[bytes, None]:
        """Not offered: no handler of ours downloads anything."""
        raise NotImplementedError(url)
        yield b""
