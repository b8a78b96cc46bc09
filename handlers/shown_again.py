"""What was shown before, kept as it was shown: nobody waits twice for the same.

A key holds all that an answer follows from beside what is stored: nothing of one person reaches another whose
language, place or message before is not the same. All of it goes when something else is stored.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from typing import NamedTuple, TypeVar

from handlers.desk import Desk, Spoken
from handlers.memory import Answered
from handlers.views.message import MessageView
from parser.dataclass import dataclass
from parser.records import Language
from storage.kept.remembered import kept_readings
from storage.reading.places import Home

_T = TypeVar("_T")


class Circumstances(NamedTuple):
    """What an answer follows from beside the message and what is stored: all that is known of a person."""

    language: Language
    spoken: Spoken
    username: str | None
    own: Home | None
    dark_pictures: bool
    running_year: int | None
    last: Answered | None  # what the chat was answered last

    @classmethod
    def find(cls, desk: Desk) -> Circumstances:
        """Those of a desk."""
        last = desk.conversation.last if desk.conversation else None
        return cls(
            desk.texts.language,
            desk.spoken,
            desk.username,
            desk.own,
            desk.dark_pictures,
            desk.running_year,
            last,
        )


class _HashedOnce:
    """A key of many parts, which is looked up several times: their hash is worked out once."""

    __slots__ = ("number", "parts")

    def __init__(self, parts: Hashable) -> None:
        self.parts = parts
        self.number = hash(parts)

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _HashedOnce) and self.parts == other.parts


async def reuse(desk: Desk, key: Hashable, make: Callable[[], Awaitable[_T]]) -> _T:
    """What was made before for a key, else makes it; and keeps what is asked for again.

    Args:
        desk: with the session that it is read by.
        key: all that it follows from, beside what is stored.
        make: does nothing but read; what it makes is not None, and nobody changes it.
    """
    readings = kept_readings(desk.session)
    if readings is None:
        return await make()
    key = _HashedOnce(key)
    known: _T | None = readings.values.find(key)
    if known is not None:
        return known
    again = readings.asked.note(key)
    made = await make()
    if again and not readings.outdated:
        readings.values.keep(key, made)
    return made


def reuse_of(desk: Desk, source: object, key: Hashable, make: Callable[[], _T]) -> _T:
    """What was made before of a record, else makes it; and keeps it with the record where that comes again.

    Args:
        desk: with the session that the record was read by.
        source: the record; what is kept in memory is the same object each time.
        key: all that is made of it follows from, beside the record and what is stored.
        make: makes it.
    """
    readings = kept_readings(desk.session)
    if readings is None:
        return make()
    key = id(source), key
    known: tuple[object, _T] | None = readings.values.find(key)
    if known is not None and known[0] is source:
        return known[1]
    made = make()
    if readings.asked.note(key) and not readings.outdated:
        readings.values.keep(key, (source, made))
    return made


@dataclass(frozen=True, slots=True)
class ReadyView(MessageView):
    """A message with what it was made into for the messenger.

    Attributes:
        made: what the messenger takes.
        made_of: the message that it was made of.
        username: the bot's name that it was made with.
    """

    made: object = None
    made_of: MessageView | None = None
    username: str | None = None

    def find_made(self, username: str | None) -> object | None:
        """What it was made into; None where it was changed since, or the bot has another name."""
        same = (
            self.made_of is not None and self.spans is self.made_of.spans and self.rows is self.made_of.rows
        )
        return self.made if same and username == self.username else None


def ready(view: MessageView, made: object, username: str | None) -> ReadyView:
    """A message with what it was made into."""
    return ReadyView(view.spans, view.rows, made, view, username)
