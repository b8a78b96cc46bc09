"""What a chat was last answered, so that the next message can go on from it.

Kept in memory and for recent chats only: it is forgotten on restart, and nothing of it is stored.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from parser.question.question import Question
from parser.records import Language

_CHATS = 10_000
_QUESTIONS = 20  # of a chat, whose buttons may still be pressed


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that found something, its language, and the budget year and place it was answered from."""

    question: Question
    year: int
    place: str
    language: Language


@dataclass(slots=True)
class _ChatMemory:
    last: Answered
    meant: OrderedDict[int, Question] = field(default_factory=OrderedDict)  # by the message's id


class Memory:
    """The recent chats, by their ids."""

    def __init__(self) -> None:
        self._chats: OrderedDict[int, _ChatMemory] = OrderedDict()

    def find(self, chat: int) -> _ChatMemory | None:
        """What is known of a chat; None for a chat that was never answered, or only long ago."""
        return self._chats.get(chat)

    def remember(self, chat: int, answered: Answered) -> None:
        """Keeps what a chat was answered; the chat that was answered longest ago is forgotten for it."""
        known = self._chats.pop(chat, None) or _ChatMemory(answered)
        known.last = answered
        self._chats[chat] = known
        while len(self._chats) > _CHATS:
            self._chats.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one chat asked and was answered."""

    memory: Memory
    chat: int

    @property
    def last(self) -> Answered | None:
        """What was answered last."""
        known = self.memory.find(self.chat)
        return known.last if known else None

    def remember(self, answered: Answered) -> None:
        """Keeps an answer that the next message may go on from."""
        self.memory.remember(self.chat, answered)

    def note(self, message: int, question: Question) -> None:
        """Keeps the whole question of a message, which may have gone on from another one: `ал 2014-те?`."""
        known = self.memory.find(self.chat)
        if known is None:
            return
        known.meant[message] = question
        known.meant.move_to_end(message)
        while len(known.meant) > _QUESTIONS:
            known.meant.popitem(last=False)

    def recall(self, message: int) -> Question | None:
        """What a message asked, whatever was asked since; None when that is forgotten."""
        known = self.memory.find(self.chat)
        return known.meant.get(message) if known else None
