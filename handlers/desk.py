"""Whom to answer, from what: the database, the language, the place, and what was said before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Set
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from handlers.memory import Answered, Conversation
from handlers.views.message import MessageView
from handlers.views.texts import Texts, load_texts
from parser.dataclass import dataclass, replace
from parser.question.follow_up import goes_on
from parser.question.question import Question
from parser.question.shown_before import KnownWords
from parser.records import Language
from storage.answering.asked_place import read_place
from storage.answering.request import Heard
from storage.reading.address import BudgetAddress, LineAddress
from storage.reading.places import Home
from storage.search.index import Index
from storage.search.naming import find_named, names_line

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


def as_it_is(view: MessageView) -> MessageView:
    """A message for nobody in particular."""
    return view


class Spoken(StrEnum):
    """How the language that a person is spoken to in is known."""

    CHOSEN = "chosen"  # with /language
    LIKELY = "likely"  # their Telegram's, or that of the message under the button
    UNKNOWN = "unknown"  # their Telegram is in neither language


@dataclass(frozen=True, slots=True)
class Desk:
    """What it takes to answer one person.

    Attributes:
        session: a database session.
        index: the search index.
        texts: the language to speak where nothing is asked.
        spoken: how it is known.
        username: the bot's name in Telegram without `@`; None where it is not in Telegram.
        conversation: what the chat was last answered; None where questions stand alone.
        own: the home place of the person, or of the group, and the year of it that they chose.
        dark_pictures: whether the person chose pictures for a dark chat.
        running_year: in which it is asked, by the calendar.
        find_followed: finds the lines that the person follows; None where they are not alone with the bot.
        finish: makes of a message, once, what the messenger takes.
    """

    session: AsyncSession
    index: Index
    texts: Texts
    spoken: Spoken = Spoken.CHOSEN
    username: str | None = None
    conversation: Conversation | None = None
    own: Home | None = None
    missed: list[str] | None = None
    dark_pictures: bool = False
    running_year: int | None = None
    find_followed: Callable[[], Awaitable[Set[LineAddress]]] | None = None
    finish: Callable[[MessageView], MessageView] = as_it_is

    @property
    def of_nobody(self) -> Desk:
        """The desk without anything of the person but the language: what it shows is the same for all."""
        return Desk(self.session, self.index, self.texts, username=self.username, finish=self.finish)

    @property
    def known_words(self) -> KnownWords:
        """What the loaded budgets know of a message's words."""
        find_lines = partial(find_named, self.index)
        return KnownWords(self._find_places, partial(names_line, self.index), find_lines, self._name_path)

    def _name_path(self, path: str) -> str:
        return self.index.names.get(path, {}).get(self.texts.language, "")

    def _find_places(self, question: Question) -> frozenset[str]:
        return read_place(self.index, question).words

    @property
    def own_budget(self) -> BudgetAddress | None:
        """The budget of the person's own place and year, else of the only place; None of several."""
        places = self.index.places
        own = self.own.find(places) if self.own else None
        known = own or (places[0] if len(places) == 1 else None)
        if known is None:
            return None
        year = self.own.year if own and self.own else None
        return next((budget for budget in known.budgets if budget.first_year == year), known.newest)

    @property
    def first_budget(self) -> BudgetAddress | None:
        """The person's own budget, else that of the town, district or region that was amended last."""
        large_first = sorted(self.index.places, key=lambda known: known.is_small)
        return self.own_budget or (large_first[0].newest if large_first else None)

    def list_budgets(self, place: str) -> tuple[BudgetAddress, ...]:
        """All loaded budgets of a place, the one that was amended last first."""
        return tuple(budget for known in self.index.places if known.name == place for budget in known.budgets)

    @property
    def newest(self) -> Answered | None:
        """What the person was answered last in the chat."""
        return self.conversation.newest if self.conversation else None

    def keep_card(self, card: int, before: Answered | None) -> None:
        """Keeps what the bot's message shows: see `Conversation.keep_card`."""
        if self.conversation:
            self.conversation.keep_card(card, before)

    def home(self, text: str) -> Home | None:
        """Where to answer from when a message names no place.

        Args:
            text: the message: one that goes on from another stays at the place of that one, else the
                person's own comes first.
        """
        last = self.conversation.last if self.conversation else None
        if last is None or (self.own is not None and not goes_on(text, self.known_words)):
            return self.own
        return self.home_at(last.place)

    def home_at(self, place: str) -> Home:
        """A place to answer from; where it is the person's own, in the year that they chose."""
        own = self.own.find(self.index.places) if self.own else None
        return self.own if self.own and own and own.is_called(place) else Home(place)

    def speaking(self, heard: Heard) -> Desk:
        """The desk in the language of what is answered: the one the person chose, else the question's.

        Where the question's words do not tell its language, the likely one; its letters tell where there is
        none. An answer that is asked for in a language is in that one.

        Args:
            heard: what was asked.
        """
        plain = self.spoken is Spoken.LIKELY and heard.language_is_plain
        if heard.question.language or plain or self.spoken is Spoken.UNKNOWN:
            return self.in_language(heard.language)
        return self

    def in_language(self, language: Language) -> Desk:
        """The desk in a language."""
        return replace(self, texts=load_texts(language).with_places(self.index.place_names))
