"""Everyday phrases in a question, in any of their forms → the entries of the lexicon."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from parser.names import sound
from parser.question import Token, load_fillers
from parser.records import Language

_FUNCTION_WORD = 3  # letters of a word that a phrase may be typed without
_SOFTENED = {"k": "g", "p": "b"}
# Endings as they sound: a Kazakh word's chain of suffixes, also on Russian words in Kazakh speech; and
# the cases of Russian nouns and adjectives.
_KAZAKH_ENDING = re.compile(
    r"(?:[ldt][ae]r|[ndt]in|[gk][ae]|n[ae]|[dt][ae]n?|n[ae]n|[mpb]en|[ndt]i|s?in|s?i|i?m?iz|[dt]?[ae]gi|s?iz|u|m|n)+"
)
_RUSSIAN_ENDINGS = frozenset(
    [
        "a",
        "u",
        "i",
        "e",
        "o",
        "om",
        "em",
        "am",
        "ami",
        "ah",
        "ov",
        "ev",
        "ei",
        "oi",
        "ia",
        "iu",
        "iam",
        "iami",
        "iah",
        "iei",
        "ie",
        "ii",
        "ih",
        "im",
        "imi",
        "ogo",
        "ego",
        "omu",
        "emu",
        "aia",
        "uiu",
        "oe",
        "ee",
        "mi",
        "h",
        "m",
    ]
)
_ADJECTIVES = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
_START = 3  # letters that a word and its forms share at least
_LONGEST = 6  # words in a phrase
_A_FORM = 0.98  # how like a word is to another of which it is a form
_OPEN = ("a", "e", "i", "o", "u")  # vowels as they sound
_VOWELS = frozenset("аәеёиоөуұүыіэюяь")


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A phrase and the official terms it stands for, each as phonetic words. Each stands for itself."""

    folded: tuple[str, ...]
    language: Language
    terms: tuple[tuple[str, ...], ...]
    other_terms: tuple[tuple[str, ...], ...]  # the same in the other language
    weak: bool
    exact: bool  # an abbreviation


@dataclass(frozen=True, slots=True)
class Found:
    """An entry found in a question: at which of its tokens."""

    entry: Entry
    tokens: frozenset[int]
    likeness: float  # 1 for the phrase itself, less for a mistyped one


class Lexicon:
    """Phrases by their sound; inflected and mistyped forms are found too."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._by_start: dict[str, list[str]] = {}
        self._first: dict[str, list[tuple[str, ...]]] = {}
        fillers = load_fillers()
        self._stems: dict[str, str] = {}
        self._bases: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            spoken = tuple(map(sound, entry.folded))
            for folded, word in zip(entry.folded, spoken, strict=True):
                self._stems[word] = _stem(folded, word)
                self._bases[word] = _bases(word, self._stems[word])
            dropped = [word for word in spoken if word in fillers]
            content = tuple(word for word in spoken if word not in fillers)
            if any(len(word) > _FUNCTION_WORD for word in dropped):
                content = ()  # `общее образование` is more than `образование`
            for key in {spoken, content} - {()}:
                self._entries.setdefault(key, []).append(entry)
        # How much each word tells one official term from the others.
        spoken_terms = {
            term for of in self._entries.values() for one in of for term in (*one.terms, *one.other_terms)
        }
        counts = Counter(word for term in spoken_terms for word in set(term))
        self.telling = {word: math.log(1 + len(spoken_terms) / count) for word, count in counts.items()}
        self._by_letter: dict[str, list[str]] = {}
        for key in self._entries:
            if key[0] not in self._first:
                self._by_start.setdefault(key[0][:_START], []).append(key[0])
                self._by_letter.setdefault(key[0][0], []).append(key[0])
            self._first.setdefault(key[0], []).append(key)

    def __len__(self) -> int:
        return sum(map(len, self._entries.values()))

    def find(self, tokens: Sequence[Token], *, slips: bool) -> list[Found]:
        """The phrases in a question, longer ones instead of what they contain.

        Args:
            tokens: the question's words, fillers included: phrases may hold some.
            slips: whether mistyped words are tried as well.
        """
        everything = list(range(len(tokens)))
        content = [number for number in everything if not tokens[number].filler]
        # Without its fillers a question may read otherwise; most phrases are found both ways.
        ways = [everything] if content == everything else [everything, content]
        found = list(
            dict.fromkeys(one for way in ways for one in self._in_sequence(tokens, way, slips=slips))
        )
        found.sort(key=lambda one: (-len(one.tokens), -one.likeness))
        kept: list[Found] = []
        for one in found:
            if not any(one.tokens < longer.tokens for longer in kept):
                kept.append(one)
        return kept

    def _in_sequence(
        self, tokens: Sequence[Token], numbers: Sequence[int], *, slips: bool
    ) -> Iterator[Found]:
        for place, number in enumerate(numbers):
            forms: dict[int, int] = {}  # by a phrase's words: the longest stem its first word is a form of
            read: list[tuple[tuple[str, ...], float, float]] = []
            for first, likeness in self._like(tokens[number].sound, slips=slips):
                for key in self._first[first]:
                    span = numbers[place : place + len(key)]
                    if len(span) != len(key) or len(key) > _LONGEST:
                        continue
                    rest = self._likeness(key[1:], [tokens[n].sound for n in span[1:]], slips=slips)
                    if rest:
                        read.append((key, likeness, min(likeness, rest)))
                        if likeness >= _A_FORM:
                            forms[len(key)] = max(forms.get(len(key), 0), len(self._stems[first]))
            for key, first_likeness, likeness in read:
                # оқулықтары is a form of оқулық, not of оқу
                if first_likeness < _A_FORM or len(self._stems[key[0]]) == forms[len(key)]:
                    span = numbers[place : place + len(key)]
                    yield from self._entries_of(key, [tokens[n] for n in span], span, likeness)

    def _entries_of(
        self, key: tuple[str, ...], typed: Sequence[Token], span: Sequence[int], likeness: float
    ) -> Iterator[Found]:
        folded = tuple(token.folded for token in typed)
        entries = self._entries[key]
        same = [entry for entry in entries if entry.folded == folded]
        latin = all(word.isascii() and len(word) > 2 for word in folded)
        # кәріз and қарыз sound alike: what is written exactly so decides.
        for entry in same or [entry for entry in entries if not entry.exact or latin]:
            yield Found(entry, frozenset(span), likeness)

    def _like(self, word: str, *, slips: bool) -> list[tuple[str, float]]:
        """First words of phrases that a typed word may be."""
        like = {first: self._stem_likeness(first, word) for first in self._by_start.get(word[:_START], ())}
        if slips and len(word) >= 5:
            near = process.extract(
                word,
                self._by_letter.get(word[0], ()),
                scorer=OSA.normalized_similarity,
                score_cutoff=0.5,
                limit=40,
            )
            for first, _, _ in near:
                like[first] = like.get(first, 0.0) or self._slip_likeness(first, word)
        return [(first, value) for first, value in like.items() if value]

    def _likeness(self, entry: Sequence[str], typed: Sequence[str], *, slips: bool) -> float:
        lowest = 1.0
        for one, other in zip(entry, typed, strict=True):
            value = self._stem_likeness(one, other) or (self._slip_likeness(one, other) if slips else 0.0)
            if not value:
                return 0.0
            lowest = min(lowest, value)
        return lowest

    def _stem_likeness(self, entry: str, word: str) -> float:
        """How like a word is to an inflected form of an entry: its whole stem, and an ending's letters more.

        A stem loses at most a final vowel or an adjective's ending (школа, школы; детский, детского).
        """
        if entry == word:
            return 1.0
        bases = self._bases[entry]
        if not word.startswith(bases):
            return 0.0
        # No ending that begins with a vowel follows a word's own: Токаев is no form of тоққа.
        whole = entry.endswith(_OPEN)
        for base in bases:
            rest = word[len(base) :]
            if (
                word.startswith(base)
                and is_ending(rest)
                and not (whole and base == entry and rest[:1] in _OPEN)
            ):
                return _A_FORM
        return 0.0

    def _slip_likeness(self, entry: str, word: str) -> float:
        """How like a mistyped form of an entry is: a letter wrong, missing, doubled or swapped in every six.

        In a short word a wrong letter makes another word: there only a swapped or a lost one is a slip.
        What follows the stem must still be an ending.
        """
        stem = self._stems[entry]
        if len(stem) < 4 or len(entry) < 5 or entry[0] != word[0]:
            return 0.0
        allowed = max(1, len(stem) // 6)
        for base in (entry, stem):
            for length in range(len(base) - allowed, len(base) + allowed + 1):
                start = word[:length]
                if not is_ending(word[length:]) or OSA.distance(base, start, score_cutoff=allowed) > allowed:
                    continue
                if (
                    len(base) > 5
                    or sorted(start) == sorted(base)
                    or (len(base) == 5 and len(start) != len(base))
                ):
                    return 0.92
        return 0.0


def _bases(word: str, stem: str) -> tuple[str, ...]:
    """What forms of a word begin with; none for a word too short to have any."""
    if len(stem) < 3:
        return ()
    softened = len(stem) >= 5 and stem[-1] in _SOFTENED  # before a vowel, as in әкімдік, әкімдігі
    return (*{word, stem}, *([stem[:-1] + _SOFTENED[stem[-1]]] if softened else []))


def is_ending(letters: str) -> bool:
    """Whether these sounds may follow a word's stem: nothing, a Kazakh chain of suffixes, a Russian case."""
    return not letters or letters in _RUSSIAN_ENDINGS or _KAZAKH_ENDING.fullmatch(letters) is not None


def _stem(folded: str, spoken: str) -> str:
    """What an entry's word keeps in all its forms, as it sounds."""
    if len(folded) > 5 and folded.endswith(_ADJECTIVES):
        return spoken.rstrip("aeiou") or spoken
    return spoken[:-1] if folded[-1] in _VOWELS and len(spoken) > 4 else spoken
