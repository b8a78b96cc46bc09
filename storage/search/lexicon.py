"""Everyday phrases in a question, in any of their forms → the entries of the lexicon."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from parser.names import sound
from parser.question import Token, load_fillers
from parser.records import Language
from storage.search.forms import OPEN, bases_of, is_ending, stem_of

_FUNCTION_WORD = 3  # letters of a word that a phrase may be typed without
_START = 3  # letters that a word and its forms share at least
_LONG = 9  # letters of a word in which two may be wrong
_LONGEST = 6  # words in a phrase
_NEAR = 4  # words from a phrase's first to its others, at most
_PARTED = 0.9  # how far a phrase is believed whose words do not stand together
_MONEY = ("akwa", "karji", "deneg", "deng", "sredstv")
_A_FORM = 0.98  # how like a word is to another of which it is a form


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A phrase and the official terms it stands for, each as phonetic words. Each stands for itself."""

    folded: tuple[str, ...]
    language: Language
    terms: tuple[tuple[str, ...], ...]
    other_terms: tuple[tuple[str, ...], ...]  # the same in the other language
    weak: bool
    exact: bool  # an abbreviation
    group: str | None = None  # the functional group that its lines are of, its code


@dataclass(frozen=True, slots=True)
class Found:
    """An entry found in a question: at which of its tokens."""

    entry: Entry
    tokens: frozenset[int]
    likeness: float  # 1 for the phrase itself, less for a mistyped one
    parted: bool = False  # other words stand between its words, or they are in another order


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
                self._stems[word] = stem_of(folded, word)
                self._bases[word] = bases_of(word, self._stems[word])
            dropped = [word for word in spoken if word in fillers]
            content = tuple(word for word in spoken if word not in fillers)
            if any(len(word) > _FUNCTION_WORD for word in dropped):
                content = ()  # `общее образование` is more than `образование`
            for key in {spoken, content} - {()}:
                self._entries.setdefault(key, []).append(entry)
        self._known = frozenset(base for bases in self._bases.values() for base in bases)
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

    def has_word(self, spoken: str) -> bool:
        """Whether some phrase holds a word, in any of its forms."""
        return spoken in self._stems or any(
            spoken[:end] in self._known and is_ending(spoken[end:])
            for end in range(len(spoken) - 1, _START, -1)
        )

    def __len__(self) -> int:
        return sum(map(len, self._entries.values()))

    def find(
        self,
        tokens: Sequence[Token],
        *,
        slips: bool,
        reaches: Callable[[Entry], bool] = lambda _: True,
    ) -> list[Found]:
        """The phrases in a question, longer ones instead of what they contain.

        Args:
            tokens: the question's words, fillers included: phrases may hold some.
            slips: whether mistyped words are tried as well.
            reaches: whether a phrase leads anywhere; one that does not takes nothing from those in it.
        """
        everything = list(range(len(tokens)))
        content = [number for number in everything if not tokens[number].filler]
        # Without its fillers a question may read otherwise; most phrases are found both ways.
        ways = [everything] if content == everything else [everything, content]
        found = list(
            dict.fromkeys(one for way in ways for one in self._in_sequence(tokens, way, slips=slips))
        )
        if len(everything) > 2:
            found.extend(self._scattered(tokens, content))
        found.sort(key=lambda one: (-len(one.tokens), -one.likeness))
        exact = {one.tokens for one in found if one.likeness == 1.0}
        kept: list[Found] = []
        for one in found:
            # What is written is no form of another word: казино, not қазына.
            if one.tokens in exact and one.likeness < 1.0:
                continue
            if not any(one.tokens < longer.tokens for longer in kept if reaches(longer.entry)):
                kept.append(one)
        return kept

    def _scattered(self, tokens: Sequence[Token], content: Sequence[int]) -> Iterator[Found]:
        """Phrases whose words stand near one another, with others between or in another order.

        «сколько берём в этом году в долг» says «берём в долг».
        """
        named = set(content)
        for number in range(len(tokens)):
            near = range(max(0, number - _NEAR), min(len(tokens), number + _NEAR + 1))
            for first, likeness in self._like(tokens[number].sound, slips=False):
                for key in self._first[first]:
                    span = self._match_near(key[1:], tokens, near, number) if len(key) > 1 else None
                    if span is not None and not named.isdisjoint((number, *span)):
                        typed = [tokens[n] for n in (number, *span)]
                        yield from self._entries_of(
                            key, typed, (number, *span), likeness * _PARTED, parted=True
                        )

    def _match_near(
        self, words: Sequence[str], tokens: Sequence[Token], near: Sequence[int], first: int
    ) -> tuple[int, ...] | None:
        """Which tokens are a phrase's other words; None where one is missing."""
        taken: list[int] = []
        for word in words:
            free = (n for n in near if n != first and n not in taken)
            found = next((n for n in free if self._stem_likeness(word, tokens[n].sound)), None)
            if found is None:
                return None
            taken.append(found)
        return tuple(taken)

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
        self,
        key: tuple[str, ...],
        typed: Sequence[Token],
        span: Sequence[int],
        likeness: float,
        *,
        parted: bool = False,
    ) -> Iterator[Found]:
        folded = tuple(token.folded for token in typed)
        entries = self._entries[key]
        same = [entry for entry in entries if entry.folded == folded]
        latin = all(word.isascii() and len(word) > 2 for word in folded)
        # кәріз and қарыз sound alike: what is written exactly so decides.
        for entry in same or [entry for entry in entries if not entry.exact or latin]:
            yield Found(entry, frozenset(span), likeness, parted)

    def _like(self, word: str, *, slips: bool) -> list[tuple[str, float]]:
        """First words of phrases that a typed word may be."""
        like = {first: self._stem_likeness(first, word) for first in self._by_start.get(word[:_START], ())}
        # A known word is no slip of another: облыстан, not облысқа.
        if slips and len(word) > _START and not self.has_word(word):
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
            value = self._stem_likeness(one, other)
            if not value and slips and not self.has_word(other):
                value = self._slip_likeness(one, other)
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
        if entry.startswith(_MONEY) and word.startswith(_MONEY):
            return _A_FORM  # `облыстан ақша` is also said `облыстан қаржы`
        bases = self._bases[entry]
        if not word.startswith(bases):
            return 0.0
        # No ending that begins with a vowel follows a word's own: Токаев is no form of тоққа.
        whole = entry.endswith(OPEN)
        for base in bases:
            rest = word[len(base) :]
            if (
                word.startswith(base)
                and is_ending(rest)
                and not (whole and base == entry and rest[:1] in OPEN)
            ):
                return _A_FORM
        return 0.0

    def _slip_likeness(self, entry: str, word: str) -> float:
        """How like a mistyped form of an entry is: a letter wrong, missing, doubled or swapped.

        In a long word two may be. In a short one a wrong letter makes another word: there only a swapped
        or a lost one is a slip. What follows the stem must still be an ending.
        """
        stem = self._stems[entry]
        if len(stem) < 4 or len(entry) < 5 or entry[0] != word[0]:
            return 0.0
        allowed = 2 if len(stem) >= _LONG else 1
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
