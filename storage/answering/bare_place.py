"""Whether a name without a word of its kind is that of a place: `Шу`, `в Семее`, but no `улица Абая`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.place_words import NextTo, says, spends
from parser.question.question import Question, Token
from parser.question.word_forms import GENITIVE_PLURAL
from parser.text.places import Alone
from storage.answering.written_names import is_written_as_thing, written
from storage.search.index import Index
from storage.search.place_book import Mention, NamedPlace

_SHORTEST = 3  # letters of a name that by itself is a place
_LOCATIVE = re.compile(r"n?[dt][ae](?:gi.*)?")  # Темірде, Абайдағы
# What is counted has no case in Kazakh: `қанша Алматыда` asks of Almaty how much.
_KAZAKH_CASE = re.compile(r"n?[dt][ae](?:n|gi.*)?|n?[gk][ae]|[ndt]in|nan")


@dataclass(slots=True)
class AskedWords:
    """A question's words, and which of them are read as names of places with their kinds.

    Attributes:
        index: with the words of lines' names, which are no places.
        question: what is asked.
        spoken: its words as they sound.
        names: where names of the book of places stand.
        taken: where names and their kinds stand that are read as places.
    """

    index: Index
    question: Question
    spoken: tuple[str, ...]
    names: frozenset[int]
    taken: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The question's words."""
        return self.question.tokens

    def says(self, at: int, beside: NextTo) -> bool:
        """Whether the word there, if there is one, says this of a name beside it."""
        return 0 <= at < len(self.spoken) and says(self.spoken[at], beside)


def is_bare_place(reading: AskedWords, mention: Mention, place: NamedPlace) -> bool:
    """Whether a name without a word of its kind is that of a place.

    Args:
        reading: the question's words.
        mention: where the name stands.
        place: one that it may be the name of.
    """
    before, after = mention.start - 1, mention.end
    if reading.says(before, NextTo.STREET) or reading.says(after, NextTo.STREET):
        return False
    number = all(word.isdigit() for word in reading.spoken[mention.start : mention.end])  # `40 разъезд`
    spends_itself = _is_spender(reading, mention)
    counted = not spends_itself and _is_counted(reading, mention, place)
    if number or place.alone is Alone.NOTHING or counted:
        return False
    if before >= 0 and GENITIVE_PLURAL.search(reading.spoken[before]):
        return False  # малообеспеченных семей
    inside = (
        spends_itself
        or reading.says(before, NextTo.INSIDE)
        or _LOCATIVE.fullmatch(mention.ending) is not None
    )
    words, alone = reading.spoken[mention.start : mention.end], _names_nothing_else(reading, mention)
    if not inside and len("".join(words)) < _SHORTEST and not alone:
        return False
    if not inside and place.alone is Alone.WORD:
        return (place.known is not None or alone) and not _is_in_use(reading.index, words, place)
    return inside or not _is_in_name_of_line(reading, mention, place)


def _is_spender(reading: AskedWords, mention: Mention) -> bool:
    """Whether a name with a capital is of who spends: `сколько Абай тратит на дороги`."""
    token = reading.tokens[mention.start]
    named = not (mention.ending or mention.is_adjective) and written(reading.question, token) != token.folded
    return named and spends(reading.spoken, mention.start, mention.end)


def _is_counted(reading: AskedWords, mention: Mention, place: NamedPlace) -> bool:
    """Whether it is asked how many there are: `сколько семей`, but `сколько Павлодар тратит на дороги`."""
    if not reading.says(mention.start - 1, NextTo.COUNTED) or _KAZAKH_CASE.fullmatch(mention.ending):
        return False
    is_no_word = place.alone is Alone.NAME and not mention.ending
    return not is_no_word or is_written_as_thing(reading.question, reading.tokens[mention.start])


def _is_in_use(index: Index, words: Sequence[str], place: NamedPlace) -> bool:
    """Whether a name is ordinary words here: those of lines, or of phrases.

    Of a place that is not loaded the name is all of the question: then a phrase has to be that word alone.
    """
    if place.known is not None:
        return all(index.has_word(word) or index.lexicon.has_word(word) for word in words)
    return all(index.has_word(word) or bool(index.lexicon.find_entries((word,))) for word in words)


def _names_nothing_else(reading: AskedWords, mention: Mention) -> bool:
    """Whether a name is all that a question names, but for the budget itself: `Шу`, `бюджет абая`.

    By itself it has to be written with a capital: `темір` is iron.
    """
    others = [
        token.sound
        for at, token in enumerate(reading.tokens)
        if not (mention.start <= at < mention.end or token.filler)
    ]
    if not reading.question.frame.asks_nothing_more:
        return False
    if others:
        return all(load_asking_words().says(word, Asks.WHOLE) for word in others)
    return reading.question.text.strip("«»\"' ")[:1].isupper()


def _is_in_name_of_line(reading: AskedWords, mention: Mention, place: NamedPlace) -> bool:
    """Whether some line's name holds a place's name and all else that the question says."""
    index = reading.index
    others = [
        token.sound
        for at, token in enumerate(reading.tokens)
        if not mention.start <= at < mention.end and not token.filler and not token.sound.isdigit()
    ]
    if not others and place.alone is Alone.NAME:
        return False
    return index.has_name_of(reading.spoken[mention.start : mention.end], others)
