"""The lexicon: everyday phrases, each with the official terms that it stands for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypedDict

from parser.question.fillers import is_filler
from parser.records import Language
from parser.text.folding import sound
from storage.search.search_words import WordRole, has_role
from storage.search.weights import WEIGHTS, PhraseWeights
from storage.search.words import Vocabulary, VocabularyForm, join_words, prepare_words

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
    near: tuple[Term, ...] = ()  # those of its terms that are neighbouring things: it never asserts them

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """Its terms in both languages."""
        return (*self.terms, *self.other_terms)

    @property
    def is_official(self) -> bool:
        """Whether the phrase is itself an official term: it stands for those of the other language."""
        return not self.terms and bool(self.other_terms)


class LexiconForm(TypedDict):
    """A lexicon made ready, in what JSON has: columns of its phrases, and where each is found.

    Attributes:
        folded: the words of each phrase, with spaces between.
        languages: of each.
        terms: of each, the number of its list of official terms.
        other_terms: the same of the other language.
        weak, exact, part: the numbers of the phrases that are so.
        groups: the functional group of each.
        near: of each, the number of the list of its terms that it only offers.
        term_lists: the distinct lists of official terms.
        found: by a phrase's first word, as it sounds, then by its others, the numbers of the phrases.
        words: the vocabulary of all.
        words_of: the words of each language.
        telling: how much each word tells one official term from the others.
    """

    folded: list[str]
    languages: list[str]
    terms: list[int]
    other_terms: list[int]
    weak: list[int]
    exact: list[int]
    part: list[int]
    groups: list[str | None]
    near: list[int]
    term_lists: list[list[str]]
    found: dict[str, dict[str, list[int]]]
    words: VocabularyForm
    words_of: dict[str, list[str]]
    telling: dict[str, float]


def prepare_phrases(entries: Iterable[Entry] = (), weights: PhraseWeights = WEIGHTS.phrases) -> LexiconForm:
    """Makes a lexicon of these entries ready."""
    listed = list(entries)
    heard, empty = cache(sound), cache(is_filler)  # phrases have most words in common
    written: list[tuple[str, str]] = []
    words_of: dict[str, dict[str, None]] = {language: {} for language in Language}
    found: dict[str, dict[str, list[int]]] = {}
    for number, entry in enumerate(listed):
        spoken = tuple(map(heard, entry.folded))
        pairs = list(zip(entry.folded, spoken, strict=True))
        written.extend(pairs)
        words_of[entry.language].update(dict.fromkeys(spoken))
        # A phrase is found with its asking words and without them, where it stays itself.
        fillers = [empty(*pair) for pair in pairs]
        shorter = _leave_out(spoken, fillers, weights.function_word) if any(fillers) else ()
        for first, *others in filter(None, dict.fromkeys((spoken, shorter))):
            found.setdefault(first, {}).setdefault(" ".join(others), []).append(number)
    lists = _Numbers()
    return LexiconForm(
        folded=[" ".join(entry.folded) for entry in listed],
        languages=[entry.language.value for entry in listed],
        terms=[lists.number(entry.terms) for entry in listed],
        other_terms=[lists.number(entry.other_terms) for entry in listed],
        weak=[number for number, entry in enumerate(listed) if entry.weak],
        exact=[number for number, entry in enumerate(listed) if entry.exact],
        part=[number for number, entry in enumerate(listed) if entry.part],
        groups=[entry.group for entry in listed],
        near=[lists.number(entry.near) for entry in listed],
        term_lists=[[" ".join(term) for term in terms] for terms in lists.numbers],
        found=found,
        words=prepare_words(written),
        words_of={language: list(words) for language, words in words_of.items()},
        telling=_tell_terms_apart(listed),
    )


class _Numbers:
    """Numbers for lists of terms, each list once."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[Term, ...], int] = {}

    def number(self, terms: tuple[Term, ...]) -> int:
        return self.numbers.setdefault(terms, len(self.numbers))


class Lexicon:
    """All phrases by their words, as they sound; made once, never changed.

    Attributes:
        words: the words of all phrases.
        words_of: those that each language has, as they sound.
        telling: how much each word tells one official term from the others.
    """

    def __init__(self, form: LexiconForm | None = None, weights: PhraseWeights = WEIGHTS.phrases) -> None:
        """Takes phrases made ready; none where there is no form."""
        self.weights = weights
        self._form = form = form or prepare_phrases()
        self._entries: dict[int, Entry] = {}  # those that were asked for
        self._starting_with: dict[str, list[tuple[str, ...]]] = {}  # the same
        self._weak, self._exact = frozenset(form["weak"]), frozenset(form["exact"])
        self._part = frozenset(form["part"])
        self.words = Vocabulary(form["words"], weights)
        self.words_of = {language: frozenset(form["words_of"][language]) for language in Language}
        self.telling: Mapping[str, float] = form["telling"]

    def with_entries(self, entries: Sequence[Entry]) -> Lexicon:
        """The lexicon with some phrases more; itself where there are none."""
        if not entries:
            return self
        return Lexicon(join_forms(self._form, prepare_phrases(entries, self.weights)), self.weights)

    def find_entries(self, key: Sequence[str]) -> Sequence[Entry]:
        """The entries of a phrase, by its words as they sound: `кәріз` and `қарыз` sound alike."""
        first, *others = key
        numbers = self._form["found"].get(first, {}).get(" ".join(others), ())
        return [self._entry(number) for number in numbers]

    def starting_with(self, word: str) -> Sequence[tuple[str, ...]]:
        """The phrases that begin with a word, as tuples of their words."""
        if word not in self._form["found"]:
            return ()
        if word not in self._starting_with:
            self._starting_with[word] = [(word, *rest.split()) for rest in self._form["found"][word]]
        return self._starting_with[word]

    @cached_property
    def first_words(self) -> Sequence[str]:
        """The words that phrases begin with, as they sound, sorted."""
        return sorted(self._form["found"])

    def has_word(self, spoken: str) -> bool:
        """Whether some phrase holds a word, in any of its forms."""
        return self.words.has_word(spoken)

    def prints(self, spoken: Sequence[str]) -> bool:
        """Whether some phrase holds these words, as they sound, one right after the other."""
        run = f" {' '.join(spoken)} "
        return any(
            run in f" {first} {others} " for first, found in self._form["found"].items() for others in found
        )

    def entries(self) -> Iterator[Entry]:
        """All entries, each once."""
        return map(self._entry, range(len(self._form["folded"])))

    def _entry(self, number: int) -> Entry:
        if number not in self._entries:
            form = self._form
            self._entries[number] = Entry(
                tuple(form["folded"][number].split()),
                Language(form["languages"][number]),
                self._terms(form["terms"][number]),
                self._terms(form["other_terms"][number]),
                number in self._weak,
                number in self._exact,
                form["groups"][number],
                number in self._part,
                self._terms(form["near"][number]),
            )
        return self._entries[number]

    def _terms(self, number: int) -> tuple[Term, ...]:
        return tuple(tuple(term.split()) for term in self._form["term_lists"][number])


def join_forms(first: LexiconForm, second: LexiconForm) -> LexiconForm:
    """One lexicon with the phrases of two, those of the first before those of the second.

    What a word tells of official terms is taken from the first, which has most of them, as far as it has it.
    """
    phrases, lists = len(first["folded"]), len(first["term_lists"])

    def moved(numbers: Iterable[int], by: int) -> list[int]:
        return [number + by for number in numbers]

    found = dict(first["found"])
    for word, rests in second["found"].items():
        known = found[word] = dict(found.get(word, {}))
        for rest, numbers in rests.items():
            known[rest] = [*known.get(rest, ()), *moved(numbers, phrases)]
    return LexiconForm(
        folded=first["folded"] + second["folded"],
        languages=first["languages"] + second["languages"],
        terms=first["terms"] + moved(second["terms"], lists),
        other_terms=first["other_terms"] + moved(second["other_terms"], lists),
        weak=first["weak"] + moved(second["weak"], phrases),
        exact=first["exact"] + moved(second["exact"], phrases),
        part=first["part"] + moved(second["part"], phrases),
        groups=first["groups"] + second["groups"],
        near=first["near"] + moved(second["near"], lists),
        term_lists=first["term_lists"] + second["term_lists"],
        found=found,
        words=join_words(first["words"], second["words"]),
        words_of={
            language: list(dict.fromkeys(first["words_of"][language] + second["words_of"][language]))
            for language in first["words_of"]
        },
        telling={**second["telling"], **first["telling"]},
    )


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


def _tell_terms_apart(entries: Iterable[Entry]) -> dict[str, float]:
    """How much each word tells one official term from the others: the fewer terms have it, the more."""
    terms = {term for entry in entries for term in entry.all_terms}
    counts = Counter(word for term in terms for word in set(term))
    return {word: math.log(1 + len(terms) / count) for word, count in counts.items()}
