"""Everybody's updates in turn. Who has to wait long is told so."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.enums import ChatType
from aiogram.exceptions import AiogramError
from aiogram.methods import TelegramMethod
from aiogram.types import (
    CallbackQuery,
    InlineQuery,
    InlineQueryResultsButton,
    Message,
    TelegramObject,
    Update,
    User,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.middlewares.under_way import DROPPED, UnderWay, doing, find_under_way, pausing
from bot.serving.turns import ChatTurn, Turns
from handlers.filters import AsksQuestion
from handlers.send import draft_answer
from handlers.views.links import HELP_PAYLOAD
from handlers.views.pages import notice_view
from handlers.views.texts import DEFAULT_LANGUAGE, load_texts, pick_language
from parser.records import Language
from storage.people import find_languages

NOTICE_PATIENCE = 2.0  # that the word of waiting may wait for Telegram; a later one stands beside the answer
INLINE_PATIENCE = 6.0  # that an inline query waits: a client soon takes no results of it any more
MOST_WAITING = 300  # of one chat; more is not answered

_log = logging.getLogger(__name__)


class InTurn(BaseMiddleware):
    """Handles an update when it is its chat's turn; tells the person where that will not be soon."""

    def __init__(self, turns: Turns, sessions: async_sessionmaker[AsyncSession]) -> None:
        """Makes a middleware of updates.

        Args:
            turns: among all chats.
            sessions: of the database that keeps people's languages.
        """
        self._turns = turns
        self._sessions = sessions
        self._told: set[int] = set()  # chats, until they have nothing to wait for
        self._looking = asyncio.Lock()
        self._asked: set[int] = set()  # people whose language is to be looked up
        self._found: dict[int, Language] = {}  # of those who were looked up last

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:  # noqa: ANN401 - a middleware hands on whatever the handler returns
        """Handles the update in its turn."""
        chat = _find_chat(data)
        if self._turns.waits(chat) >= MOST_WAITING:
            _log.warning("a chat has %d updates waiting: one more is not taken", MOST_WAITING)
            return DROPPED
        turn = self._turns.ask(chat)
        query = event.inline_query if isinstance(event, Update) else None
        try:
            if not turn.begun.done():
                with pausing():
                    if query is None:
                        await self._wait(turn, event, data)
                    elif not await self._wait_briefly(turn):
                        await self._turn_away(query)
                        return None
            if under_way := find_under_way():
                under_way.carry(None)  # it is answered now
                under_way.turn = turn
            return await handler(event, data)
        finally:
            turn.end()
            if not self._turns.waits(chat):
                self._told.discard(chat)

    async def _wait(self, turn: ChatTurn, event: TelegramObject, data: dict[str, Any]) -> None:
        """Waits for a turn; the person is told where that takes long, or is going to."""
        patience = self._turns.patience
        if self._turns.expect(turn.chat) < patience:
            _carry_nothing()
            await asyncio.wait([turn.begun], timeout=patience)
        if turn.begun.done():
            return
        telling = asyncio.ensure_future(self._tell(turn.chat, event, data))
        try:
            await turn.begun
            if not telling.done():
                with turn.lent():  # nobody waits until this one is told
                    await telling
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)  # it hands back its connection

    async def _wait_briefly(self, turn: ChatTurn) -> bool:
        """Waits for a turn as long as an inline query is of use; whether it has begun."""
        if self._turns.expect(turn.chat) < INLINE_PATIENCE:
            _carry_nothing()
            await asyncio.wait([turn.begun], timeout=INLINE_PATIENCE)
        return turn.begun.done()

    async def _turn_away(self, query: InlineQuery) -> None:
        """Says in place of results that many ask now: whoever types on asks again."""
        texts = load_texts(await self._find_language(query.from_user))
        button = InlineQueryResultsButton(text=texts.get("inline-busy"), start_parameter=HELP_PAYLOAD)
        try:
            await _say(query.answer([], cache_time=0, is_personal=True, button=button))
        except AiogramError as error:  # it is too late for any answer
            _log.info("not told to wait: %s", type(error).__name__)

    async def _tell_press(self, press: CallbackQuery, under_way: UnderWay) -> None:
        """Says above the chat that many ask now; a press in a group goes on to show that it waits.

        There it may have to be answered alone, or by a link, and Telegram takes one answer to a press.
        """
        if press.message is None or press.message.chat.type != ChatType.PRIVATE:
            return
        texts = load_texts(await self._find_language(press.from_user))
        with self._turns.held_back():
            await _say(press.answer(texts.get("busy-press")))
        under_way.answered.add(press.id)
        under_way.chat = press.message.chat.id

    async def _tell(self, chat: int, event: TelegramObject, data: dict[str, Any]) -> None:
        """Says that many ask now: to each press, and once to a chat where an answer in words is awaited."""
        asked = event.message if isinstance(event, Update) else None
        press, under_way = event.callback_query if isinstance(event, Update) else None, find_under_way()
        try:
            if press is not None and under_way is not None:
                await self._tell_press(press, under_way)
            elif asked is not None:
                await self._tell_chat(chat, asked, data["bot"])
        except (AiogramError, SQLAlchemyError, OSError) as error:  # the answer comes all the same
            _log.info("not told to wait: %s", type(error).__name__)
        finally:
            _carry_nothing()

    async def _tell_chat(self, chat: int, asked: Message, bot: Bot) -> None:
        if chat in self._told or not await _awaits_answer(asked, bot):
            return
        self._told.add(chat)
        with self._turns.held_back():  # whoever has heard nothing yet hears something first
            texts = load_texts(await self._find_language(asked.from_user))
            await _say(await draft_answer(asked, notice_view("busy-wait", texts), bot), NOTICE_PATIENCE)

    async def _find_language(self, person: User | None) -> Language:
        """The language that a person chose, else their Telegram's; asked of the database for many at once."""
        if person is None:
            return DEFAULT_LANGUAGE
        self._asked.add(person.id)
        async with self._looking:
            if person.id in self._asked:
                people, self._asked, self._found = self._asked, set(), {}
                async with self._sessions() as session:
                    self._found = await find_languages(session, people)
            return self._found.get(person.id) or pick_language(person.language_code)


async def _say(method: TelegramMethod[Any], patience: float | None = None) -> None:
    """Says something beside the answer: along with what brought the update, else by a request of its own.

    It is no part of the update: nobody asks whether it arrived.
    """
    under_way = find_under_way()
    if under_way is not None and under_way.carry(method):
        return
    with doing(UnderWay(patience=patience)):
        await method


def _carry_nothing() -> None:
    if under_way := find_under_way():
        under_way.carry(None)


async def _awaits_answer(asked: Message, bot: Bot) -> bool:
    return (asked.text or "").startswith("/") or bool(await AsksQuestion()(asked, bot))


def _find_chat(data: dict[str, Any]) -> int:
    """Whose turn an update needs: its chat's; an inline query has none, but somebody who asks."""
    found = data.get("event_chat") or data.get("event_from_user")
    return found.id if found is not None else 0
