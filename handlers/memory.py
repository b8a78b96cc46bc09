"""What a person in a chat was last answered, so that their next message can go on from it.

Of a group's people each goes on from their own questions, and whoever replies to a message of the bot from
what that shows. Kept in memory and for recent people only: it is forgotten on restart, and nothing of it is
stored, except where several processes share it (`shared_memory.py`).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field

from parser.dataclass import dataclass, replace
from parser.question.question import Question
from parser.question.shown_before import ShownBefore
from parser.records import Language, Section

_PEOPLE = 10_000  # in their chats
_ROOM = 16 * 2**20  # bytes, for all that they asked
_EACH, _LETTER = 1500, 60  # bytes of a question by itself, and what a letter brings with the words made of it
_CLAIMS = 1000  # of people, each the last that they sent
_EARLIER = 4  # questions before the last, whose lines may be asked for together: `всё вместе`
_QUESTIONS = 20  # of a person, whose buttons may still be pressed
_CARDS, _CARD_ROOM = 1000, 10_000  # messages of the bot, and bytes of the question that one answers


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that found something, and what its answer was; or a line that a button opened.

    Attributes:
        question: the whole question.
        year: the budget year that it was answered from.
        place: whose budget that is.
        language: of the question.
        offered: the paths of the lines that were offered to choose from, by their numbers; of an office with
            lines in several groups its code.
        shown: how many lines were shown of a list, those of earlier pages too; None where it was no list.
        total: how many the list has.
        section: of the first line that was shown.
        is_total: whether that line is all of its section.
        of_changes: whether it was told what a decision changed.
        is_asserted: whether a line was shown as the one that was meant, and none only offered.
        holds_lines: whether what was shown consists of other lines, as a program seldom does.
        is_found: whether there was anything to show; what was not found is gone on from once.
        whole: the path of the line whose lines were listed; None where it was no list of one line's.
        outer: as `offered`, the list that the line was chosen from whose own lines are offered now.
    """

    question: Question
    year: int
    place: str
    language: Language
    offered: Mapping[int, str] = field(default_factory=dict, hash=False)
    shown: int | None = None
    total: int = 0
    section: Section | None = None
    is_total: bool = False
    of_changes: bool = False
    is_asserted: bool = True
    holds_lines: bool = True
    is_found: bool = True
    whole: str | None = None
    outer: Mapping[int, str] = field(default_factory=dict, hash=False)

    @property
    def context(self) -> ShownBefore:
        """What the next message may go on from."""
        return ShownBefore(
            self.question,
            self.year,
            self.section,
            self.is_total,
            self.of_changes,
            self.is_asserted,
            self.holds_lines,
            self.offered,
            self.outer,
            self.whole,
        )


def measure_question(question: Question) -> int:
    """About how many bytes a question takes with all that it is made of; the exact weight takes long."""
    claimed = question.claim.statements if question.claim else ()
    inside = (
        *question.parts,
        *question.fuller,
        *(each for cut in question.exclusions for each in (cut.whole, *cut.parts)),
        *(subject for statement in claimed for subject in statement.readings),
        *(each for each in (question.before, question.earlier) if each),
    )
    return _EACH + _LETTER * len(question.text) + sum(map(measure_question, inside))


def _keep_earlier(question: Question, most: int) -> Question:
    """A question with so many of those before it at most, itself included."""
    before = question.earlier if most > 1 else None
    return replace(question, earlier=before and _keep_earlier(before, most - 1))


@dataclass(slots=True)
class _PersonMemory:
    last: Answered
    meant: OrderedDict[int, Question] = field(default_factory=OrderedDict)  # by message, the oldest first
    sizes: dict[int | None, int] = field(default_factory=dict)  # in bytes: of these, and of the last


class Memory:
    """The recent people, by the ids of the chat and of the person.

    Attributes:
        is_stored: whether what they asked is kept in the database too.
    """

    is_stored = False

    def __init__(self) -> None:
        self._people: OrderedDict[tuple[int, int], _PersonMemory] = OrderedDict()
        self._claims: OrderedDict[tuple[int, int], str] = OrderedDict()
        self._languages: OrderedDict[tuple[int, int], Language] = OrderedDict()
        self._cards: OrderedDict[tuple[int, int], tuple[int, Answered]] = OrderedDict()
        self._size = 0  # bytes of what people asked

    def find(self, chat: int, person: int) -> _PersonMemory | None:
        """What is known of a person in a chat; None for one who was not answered there lately."""
        return self._people.get((chat, person))

    def remember(self, chat: int, person: int, answered: Answered) -> None:
        """Keeps what a person was answered; who was answered longest ago is forgotten for it."""
        known = self._people.pop((chat, person), None) or _PersonMemory(answered)
        known.last = answered
        self._people[chat, person] = known
        self._count(known, None, measure_question(answered.question))

    def note(self, chat: int, person: int, message: int, question: Question) -> None:
        """Keeps what a message of a person asked, of one who was answered."""
        known = self._people.get((chat, person))
        if known is None:
            return
        known.meant[message] = question
        known.meant.move_to_end(message)
        self._count(known, message, measure_question(question))
        while len(known.meant) > _QUESTIONS:
            gone, _ = known.meant.popitem(last=False)
            self._size -= known.sizes.pop(gone)

    def _count(self, known: _PersonMemory, message: int | None, size: int) -> None:
        """Counts the bytes of what is kept of a person, and forgets others where they are too many."""
        self._size += size - known.sizes.get(message, 0)
        known.sizes[message] = size
        while len(self._people) > _PEOPLE or (self._size > _ROOM and len(self._people) > 1):
            _, forgotten = self._people.popitem(last=False)
            self._size -= sum(forgotten.sizes.values())

    def keep_claim(self, chat: int, person: int, said: str) -> None:
        """Keeps a message with a figure, which the next one may ask to check."""
        self._claims.pop((chat, person), None)
        self._claims[chat, person] = said
        while len(self._claims) > _CLAIMS:
            self._claims.popitem(last=False)

    def find_claim(self, chat: int, person: int) -> str | None:
        """The last such message of a person in a chat."""
        return self._claims.get((chat, person))

    def keep_language(self, chat: int, person: int, language: Language) -> None:
        """Keeps the language that a person was answered in, whether anything was found or not."""
        self._languages.pop((chat, person), None)
        self._languages[chat, person] = language
        while len(self._languages) > _PEOPLE:
            self._languages.popitem(last=False)

    def find_language(self, chat: int, person: int) -> Language | None:
        """The language that a person was last answered in, in a chat."""
        return self._languages.get((chat, person))

    def keep_card(self, chat: int, person: int, card: int, answered: Answered) -> None:
        """Keeps what a message of the bot shows, and whom it answers."""
        self._cards.pop((chat, card), None)
        if measure_question(answered.question) <= _CARD_ROOM:
            self._cards[chat, card] = person, answered
        while len(self._cards) > _CARDS:
            self._cards.popitem(last=False)

    def find_card(self, chat: int, card: int) -> Answered | None:
        """What a message of the bot shows; None where that is forgotten."""
        _, answered = self._cards.get((chat, card), (None, None))
        return answered

    def drop(self, chat: int, person: int) -> None:
        """Forgets what a person in a chat was answered, and what they claimed there."""
        known = self._people.pop((chat, person), None)
        if known is not None:
            self._size -= sum(known.sizes.values())
        self._claims.pop((chat, person), None)
        self._languages.pop((chat, person), None)

    def drop_card(self, chat: int, card: int) -> None:
        """Forgets what a message of the bot shows."""
        self._cards.pop((chat, card), None)

    async def forget(self, speaker: int) -> None:
        """Forgets a person in all chats, or everybody in a chat."""
        for place in [place for place, (owner, _) in self._cards.items() if speaker in (place[0], owner)]:
            del self._cards[place]
        for key in [key for key in (*self._people, *self._claims, *self._languages) if speaker in key]:
            self.drop(*key)


@dataclass(frozen=True, slots=True)
class Conversation:
    """What one person asked and was answered in one chat.

    Attributes:
        memory: of all people.
        chat: the chat's id.
        person: the person's id.
        replied: the id of the bot's message that the person replies to now.
        pressed: the id of their own one whose button they press now: it shows what they open.
    """

    memory: Memory
    chat: int
    person: int
    replied: int | None = None
    pressed: int | None = None

    @property
    def last(self) -> Answered | None:
        """What the message that is replied to shows, where that is known; else what was answered last."""
        card = self.memory.find_card(self.chat, self.replied) if self.replied is not None else None
        return card or self.newest

    @property
    def newest(self) -> Answered | None:
        """What was answered last, whatever is replied to."""
        known = self.memory.find(self.chat, self.person)
        return known.last if known else None

    def keep_card(self, card: int, before: Answered | None) -> None:
        """Keeps what a message of the bot shows: what was answered last.

        Args:
            card: the message's id.
            before: what had been answered before it: where that is the last still, it shows nothing new.
        """
        newest = self.newest
        if newest is not None and newest is not before:
            self.memory.keep_card(self.chat, self.person, card, newest)

    @property
    def language(self) -> Language | None:
        """The language that the person was last answered in here."""
        return self.memory.find_language(self.chat, self.person)

    def keep_language(self, language: Language) -> None:
        """Keeps that language: what is answered next and tells none goes on in it."""
        if language is not self.language:
            self.memory.keep_language(self.chat, self.person, language)

    @property
    def claim(self) -> str | None:
        """The last message with a figure, which may be asked to be checked."""
        return self.memory.find_claim(self.chat, self.person)

    def keep_claim(self, said: str) -> None:
        """Keeps such a message."""
        self.memory.keep_claim(self.chat, self.person, said)

    def remember(self, answered: Answered) -> None:
        """Keeps an answer that the next message may go on from."""
        asked = self.last.question if self.last else None
        if asked is not None and answered.question.corrects:
            asked = asked.earlier  # what was not meant is among no lines that are asked of together
        earlier = _keep_earlier(asked, _EARLIER) if asked else None
        question = replace(answered.question, earlier=earlier)
        before = self.newest
        self.memory.remember(self.chat, self.person, replace(answered, question=question))
        if self.pressed is not None:
            self.keep_card(self.pressed, before)

    def note(self, message: int, question: Question) -> None:
        """Keeps the whole question of a message, which may have gone on from another one: `ал 2014-те?`."""
        self.memory.note(self.chat, self.person, message, question)

    def recall(self, message: int, asker: int | None = None) -> Question | None:
        """What a message asked, whatever was asked since; None when that is forgotten.

        Args:
            message: its id.
            asker: who wrote it, where that is not the person who presses its button.
        """
        known = self.memory.find(self.chat, self.person if asker is None else asker)
        return known.meant.get(message) if known else None

    async def forget(self) -> None:
        """Forgets the person, here and in other chats."""
        await self.memory.forget(self.person)
