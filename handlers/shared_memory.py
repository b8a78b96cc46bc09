"""The memory of chats where several processes answer them: each update begins with what the others kept.

What is kept is the question as it was read, in JSON: reading it again is checked value by value, and a newer
program that reads questions otherwise finds nothing instead of something else.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.memory import Answered, Memory
from parser.question.question import Question
from storage.columns import utc_now
from storage.kept_memory import NO_MESSAGE, MemoryKey, forget_memory, keep_memory, read_kept

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a person in a chat, or of one message of the bot."""

    last: Answered | None = None
    meant: Mapping[int, Question] = field(default_factory=dict)  # by the message's id, oldest first
    claim: str | None = None


class SharedMemory(Memory):
    """The memory of one process, with what it has not kept for the others yet."""

    is_stored = True

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], now: Callable[[], dt.datetime] = utc_now
    ) -> None:
        """Makes an empty one.

        Args:
            sessions: of the database that the processes share.
            now: tells the moment.
        """
        super().__init__()
        self._sessions = sessions
        self._now = now
        self._unkept: set[MemoryKey] = set()

    async def fetch(self, session: AsyncSession, chat: int, people: Set[int], cards: Set[int]) -> None:
        """Takes over what other processes kept, before an update is handled.

        What this process has not kept yet is newer and stays.

        Args:
            session: a database session.
            chat: the chat's number.
            people: whose last answers are wanted.
            cards: the messages of the bot whose questions are wanted.
        """
        kept = await read_kept(session, chat, people, cards, self._now())
        for person in people:
            key = MemoryKey(chat, person)
            if key not in self._unkept:
                self.drop(chat, person)
                self._adopt(key, kept.get(key))
        for card in cards:
            if not any(key.chat == chat and key.message == card for key in self._unkept):
                self.drop_card(chat, card)
                for key in [key for key in kept if key.message == card]:
                    self._adopt(key, kept[key])

    async def keep(self, chat: int, person: int) -> None:
        """Keeps for others what an update has changed; where that fails, the next update of the person does.

        Args:
            chat: the chat's number.
            person: the person's number.
        """
        keys = {key for key in self._unkept if (key.chat, key.person) == (chat, person)}
        if not keys:
            return
        contents = {key: _adapter().dump_json(self._collect(key), exclude_defaults=True) for key in keys}
        self._unkept -= keys
        try:
            await keep_memory(
                self._sessions, {key: said.decode() for key, said in contents.items()}, self._now()
            )
        except (SQLAlchemyError, OSError) as error:
            _log.info("other processes do not know what was answered: %s", type(error).__name__)
            self._unkept |= keys

    async def forget(self, speaker: int) -> None:
        """As any memory, and for the other processes too.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used: the others still know it.
        """
        await super().forget(speaker)
        self._unkept = {key for key in self._unkept if speaker not in (key.person, key.chat)}
        await forget_memory(self._sessions, speaker)

    def remember(self, chat: int, person: int, answered: Answered) -> None:
        """As any memory; it is to be kept for others."""
        super().remember(chat, person, answered)
        self._unkept.add(MemoryKey(chat, person))

    def note(self, chat: int, person: int, message: int, question: Question) -> None:
        """As any memory; it is to be kept for others."""
        super().note(chat, person, message, question)
        self._unkept.add(MemoryKey(chat, person))

    def keep_claim(self, chat: int, person: int, said: str) -> None:
        """As any memory; it is to be kept for others."""
        super().keep_claim(chat, person, said)
        self._unkept.add(MemoryKey(chat, person))

    def keep_card(self, chat: int, person: int, card: int, answered: Answered) -> None:
        """As any memory; it is to be kept for others."""
        super().keep_card(chat, person, card, answered)
        self._unkept.add(MemoryKey(chat, person, card))

    def _collect(self, key: MemoryKey) -> _Kept:
        if key.message != NO_MESSAGE:
            return _Kept(self.find_card(key.chat, key.message))
        known = self.find(key.chat, key.person)
        claim = self.find_claim(key.chat, key.person)
        return _Kept(known.last, dict(known.meant), claim) if known else _Kept(claim=claim)

    def _adopt(self, key: MemoryKey, content: str | None) -> None:
        told = _read(content) if content is not None else _Kept()
        if key.message != NO_MESSAGE:
            if told.last is not None:
                super().keep_card(key.chat, key.person, key.message, told.last)
            return
        if told.last is not None:
            super().remember(key.chat, key.person, told.last)
            for message, question in told.meant.items():
                super().note(key.chat, key.person, message, question)
        if told.claim is not None:
            super().keep_claim(key.chat, key.person, told.claim)


def _read(content: str) -> _Kept:
    try:
        return _adapter().validate_json(content)
    except ValidationError:  # another version of the program wrote it
        return _Kept()


@cache
def _adapter() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)
