"""What is wanted of an answer, and what was understood of the message."""

from __future__ import annotations

import datetime as dt

from parser.dataclass import dataclass
from parser.question.long_numbers import cut_long_numbers
from parser.question.question import Question, Token
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.language import detect_language
from storage.answering.missing import Missing, MissingKind
from storage.reading.address import BudgetAddress, EditionAddress
from storage.reading.places import Home, KnownPlace
from storage.search.index import Index
from storage.search.spoken_language import find_language

_KAZAKHSTAN = dt.timezone(dt.timedelta(hours=5))


def today_here() -> dt.date:
    """This day in Kazakhstan, whose year is the running one."""
    return dt.datetime.now(_KAZAKHSTAN).date()


@dataclass(frozen=True, slots=True)
class Request:
    """What is wanted of an answer.

    Attributes:
        question: what is asked.
        home: where to answer from when the question names no place; when it is None too, from the place whose
            budget was amended last.
        budget: the budget that the first page of the answer was from; a further page is from no other.
        limit: how many lines at most.
        offset: how many of the best lines to leave out, for a further page.
        every: all that may be meant is to be offered, also where one line is sure.
        cards: the card of every line is wanted, not only of a sure one.
        children: how many lines below it a card shows at most.
        running_year: in which it is asked, by the calendar; without it `в этом году` is of the newest budget.
        placed: the loaded place that the message named before what it asks; the question is without it.
        ahead: the part of the message that names it, read by itself.
    """

    question: Question
    home: Home | None = None
    budget: BudgetAddress | None = None
    limit: int = 5
    offset: int = 0
    every: bool = False
    cards: bool = False
    children: int = 8
    running_year: int | None = None
    placed: KnownPlace | None = None
    ahead: Question | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a message.

    Attributes:
        question: what it asks.
        language: the language it is asked in, as its words tell, else its letters.
        missing: the edition asked for, where it is not loaded: the lines are from another one.
        searched: what was searched instead of what was typed.
        assumed: the budget that was taken, where several places are loaded and the question names none.
        others: the budgets of other places that have the line as well, where one was taken so; or that have
            what the place at hand lacks.
        lacking: the edition that has no line of what is asked, where other budgets have one, or none has.
        lacks_branch: whether no loaded budget has even the functional group that such a line would be in.
        alike: the number of a decision that may be meant as well: all that was typed is that number.
        unloaded_year: the year that runs, where it is asked for and not loaded: another one is shown.
        language_is_plain: whether the question's words tell its language.
        edition: the one that was looked in, where one was.
    """

    question: Question
    language: Language
    missing: Missing | None = None
    searched: str | None = None
    assumed: BudgetAddress | None = None
    others: tuple[BudgetAddress, ...] = ()
    lacking: EditionAddress | None = None
    lacks_branch: bool = False
    language_is_plain: bool = False
    alike: str | None = None
    unloaded_year: int | None = None
    edition: EditionAddress | None = None

    @property
    def lacks(self) -> Missing | None:
        """What is not loaded of what is asked for: the edition, or the year that runs."""
        if self.missing is None and self.unloaded_year is not None:
            return Missing(MissingKind.YEAR, str(self.unloaded_year))
        return self.missing


def hear_language(index: Index, question: Question, place: frozenset[str]) -> Heard:
    """What was heard of a question is at first its language, which the name of a place does not tell.

    Args:
        index: with the words of both languages.
        question: what is asked.
        place: the words of it that name a place, as they sound.
    """
    text = cut_long_numbers(question.text)
    # What it goes on from tells the language only where its own words do not.
    own = find_language(index, question.said, place)
    plain = (
        question.language or question.frame.explains or own or find_language(index, question.tokens, place)
    )
    if plain is None:  # of a list that is only bounded no word is left: `2 миллиардтан астам`
        written = [Token(word, sound(word), filler=True) for word in words(text)]
        plain = find_language(index, written, place)
    language = plain or detect_language(text) or Language.RU
    return Heard(question, language, language_is_plain=plain is not None)
