"""The bot's answers to recent messages: whoever mends a question finds its answer mended, and no second one.

Which message answers which is kept in the database too, so that it is so after a restart.
"""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import field
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import Message, TelegramObject
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.reply_log import ReplyLog
from handlers.send import edit_sent, send_view
from handlers.speaker import speaker_of
from handlers.views.message import MessageView
from parser.dataclass import dataclass
from storage.columns import utc_now
from storage.sent_replies import AnsweredMessage, find_reply

_KEPT = 5000  # questions in memory


@dataclass(slots=True)
class _Asked:
    """A message that was answered, or is going to be."""

    said_hash: int | None = None  # of the words that were answered
    person: int | None = None  # who wrote it
    reply: int | None = None  # the id of the answer
    newest: int = 0  # the update with its latest wording so far
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Replies(BaseMiddleware):
    """Answers a message, and answers it again in the same place when it is edited.

    As a middleware of messages and edited messages it hands on the wordings of one message one after the
    other: of several that wait the last one, and none that says the same again.

    Attributes:
        log: writes down which message answers which.
    """

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        *,
        together: bool = False,
        kept: int = _KEPT,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        """Makes a memory of answers.

        Args:
            sessions: of the database that keeps which message answers which.
            together: whether other processes answer the same chats.
            kept: how many questions are remembered without it.
            now: tells the moment.
        """
        self._sessions = sessions
        self._asked: OrderedDict[tuple[int, int], _Asked] = OrderedDict()
        self._together = together
        self._kept = kept
        self._now = now
        self.log = ReplyLog(sessions, now)

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
        said_hash = hash(event.text or event.caption)
        async with asked.turn:
            # Updates overtake one another on their way here.
            if update < asked.newest or (event.edit_date is not None and said_hash == asked.said_hash):
                return None
            handled = await handler(event, data)
            if self._together:  # the next wording may come to another process
                await self.log.write()
            else:
                asked.said_hash = said_hash
            return handled

    async def answer(self, message: Message, view: MessageView, bot: Bot, to: Message | None = None) -> int:
        """Answer a message with a view, in place of the answer that it had before.

        Args:
            message: what was sent or edited.
            view: the answer.
            bot: the bot.
            to: what to quote, where that is not the message.

        Returns:
            The id of the answer.

        Raises:
            TelegramAPIError: if Telegram refuses.
        """
        asked = self._find(message)
        answered = AnsweredMessage(message.chat.id, message.message_id, speaker_of(message))
        if asked.reply is None and message.edit_date is not None:
            asked.reply = await self._recall(answered)
        if asked.reply is not None and await edit_sent(message.chat.id, asked.reply, view, bot):
            return asked.reply
        asked.reply = (await send_view(to or message, view, bot)).message_id
        self.log.note(answered, asked.reply)
        return asked.reply

    def forget(self, person: int) -> None:
        """Forgets what a person wrote, in all chats."""
        for key in [key for key, asked in self._asked.items() if asked.person == person]:
            del self._asked[key]

    async def _recall(self, answered: AnsweredMessage) -> int | None:
        """The answer that a message had before the bot was started."""
        async with self._sessions() as session:
            return await find_reply(session, answered, self._now())

    def _find(self, message: Message) -> _Asked:
        key = (message.chat.id, message.message_id)
        asked = self._asked.setdefault(key, _Asked(person=speaker_of(message)))
        self._asked.move_to_end(key)
        if len(self._asked) > self._kept:
            self._asked.popitem(last=False)
        return asked
