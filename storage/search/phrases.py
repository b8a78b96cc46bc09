"""The lexicon: everyday phrases, each with the official terms that it stands for."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from parser.question.fillers import is_filler
from parser.records import Language
from parser.text.folding import sound
from storage.search.search_words import WordRole, has_role
from storage.search.weights import WEIGHTS, PhraseWeights
from storage.search.words import Vocabulary

Term = tuple[str, ...]
"""An official term's words, as they sound."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A phrase and the official terms it stands for, the likeliest first.

    Two entries are equal only if they are the same object: one phrase may stand in several lists.
    """

    folded: tuple[str, ...]
    language: Language
    terms: tuple[Term, ...]
    other_terms: tuple[Term, ...]  # the same in the other language
    weak: bool  # an ordinary word, used in other talk too: it may offer a line and never asserts one
    exact: bool  # an abbreviation
    group: str | None = None  # the functional group that its lines are of, its code
    part: bool = False  # something paid out of its lines, which have names of their own

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """Its terms in both languages."""
        return (*self.terms, *self.other_terms)

    @property
    def is_official(self) -> bool:
        """Whether the phrase is itself an official term: it stands for those of the other language."""
        return not self.terms and bool(self.other_terms)


class Lexicon:
    """All phrases by their words, as they sound; made once, never changed.

    Attributes:
        words: the words of all phrases.
        words_of: those that each language has, as they sound.
        telling: how much each word tells one official term from the others.
        starting_with: for each word, the phrases that begin with it, as tuples of their words.
    """

    def __init__(self, entries: Iterable[Entry] = (), weights: PhraseWeights = WEIGHTS.phrases) -> None:
        self.weights = weights
        self._entries: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        written: list[tuple[str, str]] = []
        words: dict[Language, set[str]] = {language: set() for language in Language}
        heard, empty = cache(sound), cache(is_filler)  # phrases have most words in common
        for entry in entries:
            spoken = tuple(map(heard, entry.folded))
            pairs = list(zip(entry.folded, spoken, strict=True))
            written.extend(pairs)
            words[entry.language].update(spoken)
            # A phrase is found with its asking words and without them, where it stays itself.
            fillers = [empty(*pair) for pair in pairs]
            shorter = _leave_out(spoken, fillers, weights.function_word) if any(fillers) else ()
            for key in dict.fromkeys((spoken, shorter)):
                if key:
                    self._entries[key].append(entry)
        self.words_of = {language: frozenset(spoken) for language, spoken in words.items()}
        self.words = Vocabulary(written, weights)
        self.telling = _tell_terms_apart(self.entries())
        self.starting_with: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for key in self._entries:
            self.starting_with[key[0]].append(key)

    def find_entries(self, key: tuple[str, ...]) -> Sequence[Entry]:
        """The entries of a phrase, by its words as they sound: `кәріз` and `қарыз` sound alike."""
        return self._entries[key]

    def has_word(self, spoken: str) -> bool:
        """Whether some phrase holds a word, in any of its forms."""
        return self.words.has_word(spoken)

    def prints(self, spoken: Sequence[str]) -> bool:
        """Whether some phrase holds these words, as they sound, one right after the other."""
        return any(holds(key, spoken) for key in self._entries)

    def entries(self) -> Iterator[Entry]:
        """All entries, each once."""
        return iter(dict.fromkeys(entry for same in self._entries.values() for entry in same))


def holds(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether words stand among others one right after the other."""
    length = len(run)
    return any(tuple(words[start : start + length]) == tuple(run) for start in range(len(words)))


def _leave_out(spoken: Sequence[str], fillers: Sequence[bool], function_word: int) -> tuple[str, ...]:
    """A phrase's words without those that only ask; nothing where one of them says more.

    `квартиры для сирот` is also typed `квартиры сирот`; but `общее образование` is more than `образование`,
    and `школы нет` is no school.
    """
    left_out = [word for word, filler in zip(spoken, fillers, strict=True) if filler]
    if any(len(word) > function_word or has_role(word, WordRole.SAYS) for word in left_out):
        return ()
    return tuple(word for word, filler in zip(spoken, fillers, strict=True) if not filler)


def _tell_terms_apart(entries: Iterable[Entry]) -> Mapping[str, float]:
    """How much each word tells one official term from the others: the fewer terms have it, the more."""
    terms = {term for entry in entries for term in entry.all_terms}
    counts = Counter(word for term in terms for word in set(term))
    return {word: math.log(1 + len(terms) / count) for word, count in counts.items()}
