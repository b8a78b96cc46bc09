"""What a chat was last answered, so that the next message can go on from it.

Kept in memory and for recent chats only: it is forgotten on restart, and nothing of it is stored.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from parser.question.follow_up import resolve

_CHATS = 10_000
_QUESTIONS = 8  # of a chat, whose buttons may still be pressed


@dataclass(slots=True)
class _Chat:
    last: str
    year: int
    place: str
    meant: OrderedDict[str, str] = field(default_factory=OrderedDict)


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat's part of the memory."""

    memory: Memory
    chat: int

    def understand(self, text: str) -> str:
        """See `Memory.understand`."""
        return self.memory.understand(self.chat, text)

    @property
    def place(self) -> str | None:
        """The place that the chat was last answered from."""
        return self.memory.place(self.chat)

    def remember(self, question: str, year: int, place: str) -> None:
        """See `Memory.remember`."""
        self.memory.remember(self.chat, question, year, place)


class Memory:
    """The last question of each chat, by the chat's id."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    def understand(self, chat: int, text: str) -> str:
        """The whole question a message asks in its chat; the same again for the same message."""
        known = self._chats.get(chat)
        if known is None:
            return text
        if text in known.meant:
            return known.meant[text]
        meant = resolve(text, known.last, known.year)
        if meant != text:
            known.meant[text] = meant
            while len(known.meant) > _QUESTIONS:
                known.meant.popitem(last=False)
        return meant

    def place(self, chat: int) -> str | None:
        """The place that a chat was last answered from."""
        known = self._chats.get(chat)
        return known.place if known else None

    def remember(self, chat: int, question: str, year: int, place: str) -> None:
        """Keeps a question that found something, and the budget it was answered from."""
        known = self._chats.pop(chat, None) or _Chat(question, year, place)
        known.last, known.year, known.place = question, year, place
        self._chats[chat] = known
        while len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
