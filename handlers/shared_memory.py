"""The memory of chats where several processes answer them: each update begins with what the others kept.

What is kept is the question as it was read, in JSON behind a mark of its form: it is checked value by value
when it is read, and a program whose questions have another form finds nothing instead of something else.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import hashlib
import json
import logging
from collections import OrderedDict
from collections.abc import Callable, Mapping, Set
from dataclasses import field, replace
from functools import cache

from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.memory import Answered, Memory
from parser.dataclass import dataclass
from parser.question.question import Question
from parser.records import Language
from storage.columns import utc_now
from storage.kept_memory import NO_MESSAGE, MemoryKey, forget_memory, keep_memory, read_kept

_CHANGES_KNOWN = 10_000  # of people and cards

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of a person in a chat, or of one message of the bot."""

    last: Answered | None = None
    meant: Mapping[int, Question] = field(default_factory=dict)  # by the message's id, oldest first
    claim: str | None = None
    language: Language | None = None  # that the person was answered in


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
        self._turn = asyncio.Lock()  # of who writes: an older answer never comes after a newer one
        self._forgets = 0  # how often somebody was forgotten
        self._changes = 0
        self._changed: OrderedDict[MemoryKey, int] = OrderedDict()  # the number of each one's last change
        self._unkept: dict[MemoryKey, None] = {}

    async def fetch(self, chat: int, people: Set[int], cards: Set[int]) -> None:
        """Takes over what other processes kept, before an update is handled.

        What this process has not kept yet is newer and stays, and so does what is changed meanwhile.

        Args:
            chat: the chat's number.
            people: whose last answers are wanted.
            cards: the messages of the bot whose questions are wanted.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used.
        """
        unkept, changes, forgets = set(self._unkept), self._changes, self._forgets
        async with self._sessions() as session:  # that of the update may see an earlier state
            kept = await read_kept(session, chat, people, cards, self._now())
        if self._forgets != forgets:  # it may hold what was deleted meanwhile
            kept = {}
        newer = unkept | set(self._unkept)
        newer |= {key for key, number in reversed(self._changed.items()) if number > changes}
        for person in people:
            key = MemoryKey(chat, person)
            if key not in newer:
                self.drop(chat, person)
                self._adopt(key, kept.get(key))
        for card in cards:
            if not any((key.chat, key.message) == (chat, card) for key in newer):
                self.drop_card(chat, card)
                for key in [key for key in kept if key.message == card]:
                    self._adopt(key, kept[key])

    async def keep(self) -> None:
        """Keeps for others whatever has changed, of all people together.

        What cannot be kept is tried again with the next answer.
        """
        async with self._turn:
            numbers = {key: self._changed.get(key) for key in self._unkept}
            contents = {key: self._write(key) for key in numbers}
            if not contents:
                return
            try:
                await keep_memory(self._sessions, contents, self._now())
            except (SQLAlchemyError, OSError) as error:
                _log.warning("other processes do not know what was answered: %s", type(error).__name__)
                return
            for key, number in numbers.items():
                if self._changed.get(key) == number:  # it was not changed meanwhile
                    self._unkept.pop(key, None)

    async def forget(self, speaker: int) -> None:
        """As any memory, and for the other processes too.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database cannot be used: the others still know it.
        """
        async with self._turn:  # what is being written would be stored after it was deleted
            await super().forget(speaker)
            self._forgets += 1
            for key in [key for key in self._unkept if speaker in (key.person, key.chat)]:
                del self._unkept[key]
            await forget_memory(self._sessions, speaker)
            self._forgets += 1

    def remember(self, chat: int, person: int, answered: Answered) -> None:
        """As any memory; it is to be kept for others."""
        super().remember(chat, person, answered)
        self._note_change(MemoryKey(chat, person))

    def note(self, chat: int, person: int, message: int, question: Question) -> None:
        """As any memory; it is to be kept for others."""
        super().note(chat, person, message, question)
        self._note_change(MemoryKey(chat, person))

    def keep_claim(self, chat: int, person: int, said: str) -> None:
        """As any memory; it is to be kept for others."""
        super().keep_claim(chat, person, said)
        self._note_change(MemoryKey(chat, person))

    def keep_language(self, chat: int, person: int, language: Language) -> None:
        """As any memory; it is to be kept for others."""
        super().keep_language(chat, person, language)
        self._note_change(MemoryKey(chat, person))

    def keep_card(self, chat: int, person: int, card: int, answered: Answered) -> None:
        """As any memory; it is to be kept for others."""
        super().keep_card(chat, person, card, answered)
        self._note_change(MemoryKey(chat, person, card))

    def _note_change(self, key: MemoryKey) -> None:
        self._changes += 1
        self._changed[key] = self._changes
        self._changed.move_to_end(key)
        self._unkept[key] = None
        if len(self._changed) > _CHANGES_KNOWN:
            forgotten, _ = self._changed.popitem(last=False)
            self._unkept.pop(forgotten, None)

    def _write(self, key: MemoryKey) -> str | None:
        """What is to be kept, as it is stored; None for what this process has forgotten."""
        if key.message != NO_MESSAGE:
            content = _Kept(self.find_card(key.chat, key.message))
        else:
            known, claim = self.find(key.chat, key.person), self.find_claim(key.chat, key.person)
            language = self.find_language(key.chat, key.person)
            content = _Kept(claim=claim, language=language)
            if known is not None:
                content = replace(content, last=known.last, meant=dict(known.meant))
        if content == _Kept():
            return None
        return _form() + _adapter().dump_json(content, exclude_defaults=True).decode()

    def _adopt(self, key: MemoryKey, content: str | None) -> None:
        kept = _read(content) if content is not None else _Kept()
        if key.message != NO_MESSAGE:
            if kept.last is not None:
                super().keep_card(key.chat, key.person, key.message, kept.last)
            return
        if kept.last is not None:
            super().remember(key.chat, key.person, kept.last)
            for message, question in kept.meant.items():
                super().note(key.chat, key.person, message, question)
        if kept.claim is not None:
            super().keep_claim(key.chat, key.person, kept.claim)
        if kept.language is not None:
            super().keep_language(key.chat, key.person, kept.language)


def _read(content: str) -> _Kept:
    form = _form()
    try:
        return _adapter().validate_json(content.removeprefix(form)) if content.startswith(form) else _Kept()
    except ValidationError:
        return _Kept()


@cache
def _adapter() -> TypeAdapter[_Kept]:
    return TypeAdapter(_Kept)


@cache
def _form() -> str:
    """What a content begins with: of another form of questions it is another."""
    schema = json.dumps(_adapter().json_schema(), sort_keys=True)
    return hashlib.sha256(schema.encode()).hexdigest()[:16]
