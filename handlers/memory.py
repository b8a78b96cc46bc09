"""What a chat was last answered, so that the next message can go on from it.

Kept in memory and for recent chats only: it is forgotten on restart, and nothing of it is stored.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from parser.question.follow_up import read_follow_up
from parser.question.question import Question, read_question

_CHATS = 10_000
_QUESTIONS = 20  # of a chat, whose buttons may still be pressed


@dataclass(slots=True)
class _Chat:
    last: Question
    year: int
    place: str
    meant: OrderedDict[str, Question] = field(default_factory=OrderedDict)


@dataclass(frozen=True, slots=True)
class Conversation:
    """One chat's part of the memory."""

    memory: Memory
    chat: int

    def understand(self, text: str) -> Question:
        """See `Memory.understand`."""
        return self.memory.understand(self.chat, text)

    def recall(self, text: str) -> Question:
        """See `Memory.recall`."""
        return self.memory.recall(self.chat, text)

    @property
    def place(self) -> str | None:
        """The place that the chat was last answered from."""
        return self.memory.place(self.chat)

    def remember(self, question: Question, year: int, place: str) -> None:
        """See `Memory.remember`."""
        self.memory.remember(self.chat, question, year, place)


class Memory:
    """The last question of each chat, by the chat's id."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, _Chat] = OrderedDict()

    def understand(self, chat: int, text: str) -> Question:
        """The whole question that a new message asks in its chat."""
        known = self._chats.get(chat)
        if known is None:
            return read_question(text)
        question = read_follow_up(text, known.last, known.year)
        known.meant[text] = question
        known.meant.move_to_end(text)
        while len(known.meant) > _QUESTIONS:
            known.meant.popitem(last=False)
        return question

    def recall(self, chat: int, text: str) -> Question:
        """The question that an earlier message asked, whatever was asked since."""
        known = self._chats.get(chat)
        return (known.meant.get(text) if known else None) or read_question(text)

    def place(self, chat: int) -> str | None:
        """The place that a chat was last answered from."""
        known = self._chats.get(chat)
        return known.place if known else None

    def remember(self, chat: int, question: Question, year: int, place: str) -> None:
        """Keeps a question that found something, and the budget it was answered from."""
        known = self._chats.pop(chat, None) or _Chat(question, year, place)
        known.last, known.year, known.place = question, year, place
        self._chats[chat] = known
        while len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
