"""The lexicon: everyday phrases, each with the official terms that it stands for."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TypedDict

from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
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
    """A phrase and the official terms that it stands for: a row of `lexicon.*.tsv`.

    Two entries are equal only if they are the same object: one phrase may stand in several lists.

    Attributes:
        folded: the words of the phrase.
        terms: the official terms in its language, the likeliest first.
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
    received: bool = False  # what money comes in from: it counts only where a question says so
    given: bool = False  # to whom money is given up: the same

    @property
    def all_terms(self) -> tuple[Term, ...]:
        """Its terms in both languages."""
        return (*self.terms, *self.other_terms)

    @property
    def is_official(self) -> bool:
        """Whether the phrase is itself an official term: it stands for those of the other language."""
        return not self.terms and bool(self.other_terms)


class LexiconForm(TypedDict):
    """A lexicon made ready, in what JSON has: texts, which become objects where a question asks for them.

    A text in place of a list of lists takes a tenth of the memory, and of the time to read it.

    Attributes:
        phrases: each phrase in cells between tabs: its words, its language, the numbers of its list of
            official terms, of that of the other language and of those that it only offers, its functional
            group, and letters of what it is (`_WEAK`, `_EXACT`, `_PART`, `_RECEIVED`, `_GIVEN`).
        term_lists: the distinct lists of official terms, `|` behind each term.
        found: by a phrase's first word, as it sounds: its others, `=` and the numbers of the phrases with
            commas between, `|` behind each.
        words: the vocabulary of all.
        words_of: of each language, `1` for each word of the vocabulary that it has, `0` for another's.
        telling: how much each word tells one official term from the others.
    """

    phrases: list[str]
    term_lists: list[str]
    found: dict[str, str]
    words: VocabularyForm
    words_of: dict[str, str]
    telling: dict[str, float]


_WEAK, _EXACT, _PART, _RECEIVED, _GIVEN = "weprg"
_CELL, _END, _NUMBERS = "\t", "|", "="


def prepare_phrases(entries: Iterable[Entry] = (), weights: PhraseWeights = WEIGHTS.phrases) -> LexiconForm:
    """Makes a lexicon of these entries ready."""
    listed = list(entries)
    heard, empty = cache(sound), cache(is_filler)  # phrases have most words in common
    written: list[tuple[str, str]] = []
    words_of: dict[str, set[str]] = {language: set() for language in Language}
    found: dict[str, dict[str, list[int]]] = {}
    for number, entry in enumerate(listed):
        spoken = tuple(map(heard, entry.folded))
        pairs = list(zip(entry.folded, spoken, strict=True))
        written.extend(pairs)
        words_of[entry.language].update(spoken)
        # A phrase is found with its asking words and without them, where it stays itself.
        fillers = [empty(*pair) for pair in pairs]
        shorter = _leave_out(spoken, fillers, weights.function_word) if any(fillers) else ()
        for first, *others in filter(None, dict.fromkeys((spoken, shorter))):
            found.setdefault(first, {}).setdefault(" ".join(others), []).append(number)
    lists, words = _Numbers(), prepare_words(written)
    return LexiconForm(
        phrases=[_write_phrase(entry, lists) for entry in listed],
        term_lists=["".join(" ".join(term) + _END for term in terms) for terms in lists.numbers],
        found={first: _write_found(rests) for first, rests in found.items()},
        words=words,
        words_of={language: _mark(words["stems"], own) for language, own in words_of.items()},
        telling=_tell_terms_apart(listed),
    )


def _write_phrase(entry: Entry, lists: _Numbers) -> str:
    told = (
        *((_WEAK, entry.weak), (_EXACT, entry.exact), (_PART, entry.part)),
        *((_RECEIVED, entry.received), (_GIVEN, entry.given)),
    )
    marks = [letter for letter, is_so in told if is_so]
    numbers = (lists.number(terms) for terms in (entry.terms, entry.other_terms, entry.near))
    cells = (
        " ".join(entry.folded),
        entry.language.value,
        *map(str, numbers),
        entry.group or "",
        "".join(marks),
    )
    return _CELL.join(cells)


def _write_found(rests: Mapping[str, Iterable[int]]) -> str:
    return "".join(f"{rest}{_NUMBERS}{','.join(map(str, numbers))}{_END}" for rest, numbers in rests.items())


def _read_found(line: str) -> Iterator[tuple[str, list[int]]]:
    """What stands behind a phrase's first word, and the numbers of the phrases."""
    for part in line.split(_END)[:-1]:
        rest, _, numbers = part.partition(_NUMBERS)
        yield rest, [int(number) for number in numbers.split(",")]


def _mark(words: Iterable[str], own: Collection[str]) -> str:
    return "".join("1" if word in own else "0" for word in words)


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
        self.words = Vocabulary(form["words"], weights)
        self.words_of = {language: _words_of(form, language) for language in Language}
        self.telling: Mapping[str, float] = form["telling"]

    def with_entries(self, entries: Sequence[Entry]) -> Lexicon:
        """The lexicon with some phrases more; itself where there are none."""
        if not entries:
            return self
        return Lexicon(join_forms(self._form, prepare_phrases(entries, self.weights)), self.weights)

    def find_entries(self, key: Sequence[str]) -> Sequence[Entry]:
        """The entries of a phrase, by its words as they sound: `кәріз` and `қарыз` sound alike."""
        first, *others = key
        rest = f"{_END}{' '.join(others)}{_NUMBERS}"
        _, stands, after = f"{_END}{self._form['found'].get(first, '')}".partition(rest)
        numbers = after.partition(_END)[0].split(",") if stands else ()
        return [self._entry(int(number)) for number in numbers]

    def starting_with(self, word: str) -> Sequence[tuple[str, ...]]:
        """The phrases that begin with a word, as tuples of their words."""
        line = self._form["found"].get(word)
        if line is None:
            return ()
        if word not in self._starting_with:
            self._starting_with[word] = [(word, *rest.split()) for rest, _ in _read_found(line)]
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
        run, last = f" {' '.join(spoken)} ", spoken[-1] if spoken else ""
        return any(
            run in f" {first} {rest} "
            for first, line in self._form["found"].items()
            if last in line or last == first
            for rest, _ in _read_found(line)
        )

    def entries(self) -> Iterator[Entry]:
        """All entries, each once."""
        return map(self._entry, range(len(self._form["phrases"])))

    def _entry(self, number: int) -> Entry:
        if number not in self._entries:
            folded, language, *lists, group, marks = self._form["phrases"][number].split(_CELL)
            terms, other_terms, near = (self._terms(int(each)) for each in lists)
            self._entries[number] = Entry(
                tuple(folded.split()),
                Language(language),
                terms,
                other_terms,
                _WEAK in marks,
                _EXACT in marks,
                group or None,
                _PART in marks,
                near,
                _RECEIVED in marks,
                _GIVEN in marks,
            )
        return self._entries[number]

    def _terms(self, number: int) -> tuple[Term, ...]:
        return tuple(tuple(term.split()) for term in self._form["term_lists"][number].split(_END)[:-1])


def _words_of(form: LexiconForm, language: Language) -> frozenset[str]:
    marked = zip(form["words"]["stems"], form["words_of"][language], strict=True)
    return frozenset(word for word, mark in marked if mark == "1")


def join_forms(first: LexiconForm, second: LexiconForm) -> LexiconForm:
    """One lexicon with the phrases of two, those of the first before those of the second.

    What a word tells of official terms is taken from the first, which has most of them, as far as it has it.
    """
    phrases, lists = len(first["phrases"]), len(first["term_lists"])
    found = dict(first["found"])
    for word, line in second["found"].items():
        known = dict(_read_found(found.get(word, "")))
        for rest, numbers in _read_found(line):
            known[rest] = [*known.get(rest, ()), *(number + phrases for number in numbers)]
        found[word] = _write_found(known)
    words = join_words(first["words"], second["words"])
    own = {language: _words_of(first, language) | _words_of(second, language) for language in Language}
    return LexiconForm(
        phrases=first["phrases"] + [_move_lists(phrase, lists) for phrase in second["phrases"]],
        term_lists=first["term_lists"] + second["term_lists"],
        found=found,
        words=words,
        words_of={language: _mark(words["stems"], own[language]) for language in Language},
        telling={**second["telling"], **first["telling"]},
    )


def _move_lists(phrase: str, by: int) -> str:
    """A phrase whose lists of terms have numbers that are higher by so many."""
    folded, language, *lists, group, marks = phrase.split(_CELL)
    return _CELL.join((folded, language, *(str(int(number) + by) for number in lists), group, marks))


def holds(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether words stand among others one right after the other."""
    length = len(run)
    return any(tuple(words[start : start + length]) == tuple(run) for start in range(len(words)))


def _leave_out(spoken: Sequence[str], fillers: Sequence[bool], function_word: int) -> tuple[str, ...]:
    """A phrase's words without those that only ask; nothing where one of them says more.

    `квартиры для сирот` is also typed `квартиры сирот`; but `общее образование` is more than `образование`,
    and `школы нет` is no school. What is new (`жаңа`) is not yet a new year (`жаңа жыл`).
    """
    left_out = [word for word, filler in zip(spoken, fillers, strict=True) if filler]
    if any(len(word) > function_word or has_role(word, WordRole.SAYS) for word in left_out):
        return ()
    kept = tuple(word for word, filler in zip(spoken, fillers, strict=True) if not filler)
    asking = load_asking_words()
    attributes = all(asking.says(word, Asks.NEW, Asks.LARGE, Asks.SMALL) for word in kept)
    return () if attributes else kept


def _tell_terms_apart(entries: Iterable[Entry]) -> dict[str, float]:
    """How much each word tells one official term from the others: the fewer terms have it, the more."""
    terms = {term for entry in entries for term in entry.all_terms}
    counts = Counter(word for term in terms for word in set(term))
    return {word: math.log(1 + len(terms) / count) for word, count in counts.items()}
