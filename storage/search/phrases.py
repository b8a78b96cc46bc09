"""Everyday phrases in a question, in any of their forms → the entries of the lexicon."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parser.question.fillers import is_filler
from parser.question.question import Token
from parser.records import Language
from parser.text.folding import sound
from storage.search.weights import WEIGHTS, PhraseWeights
from storage.search.words import Vocabulary

_SAYING = frozenset({"net", "jok", "bar", "est", "kim", "kto"})  # short, but `школы нет` is no school


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

    def __init__(self, entries: Iterable[Entry] = (), weights: PhraseWeights = WEIGHTS.phrases) -> None:
        self._weights = weights
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        written: list[tuple[str, str]] = []
        for entry in entries:
            spoken = tuple(map(sound, entry.folded))
            written.extend(zip(entry.folded, spoken, strict=True))
            asking = [is_filler(folded, word) for folded, word in zip(entry.folded, spoken, strict=True)]
            content = tuple(word for word, asks in zip(spoken, asking, strict=True) if not asks)
            left_out = [word for word, asks in zip(spoken, asking, strict=True) if asks]
            if any(len(word) > weights.function_word or word in _SAYING for word in left_out):
                content = ()  # `общее образование` is more than `образование`
            for key in {spoken, content} - {()}:
                self._entries.setdefault(key, []).append(entry)
        self._words = Vocabulary(written, weights)
        # How much each word tells one official term from the others.
        spoken_terms = {
            term for of in self._entries.values() for one in of for term in (*one.terms, *one.other_terms)
        }
        counts = Counter(word for term in spoken_terms for word in set(term))
        self.telling = {word: math.log(1 + len(spoken_terms) / count) for word, count in counts.items()}
        self._first: dict[str, list[tuple[str, ...]]] = {}
        for key in self._entries:
            self._first.setdefault(key[0], []).append(key)

    def has_word(self, spoken: str) -> bool:
        """Whether some phrase holds a word, in any of its forms."""
        return self._words.has_word(spoken)

    def entries(self) -> Iterator[Entry]:
        """All entries, each once."""
        return iter(dict.fromkeys(entry for of in self._entries.values() for entry in of))

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

        «берём у области в долг» says «берём в долг».
        """
        named = set(content)
        far = self._weights.near
        like = [self._words.match(token.sound, slips=False) for token in tokens]
        for number in range(len(tokens)):
            near = [n for n in range(number - far, number + far + 1) if 0 <= n < len(tokens) and n != number]
            for first, likeness in like[number].items():
                for key in self._first.get(first, ()):
                    span = _match_near(key[1:], like, near) if len(key) > 1 else None
                    if span is not None and not named.isdisjoint((number, *span)):
                        typed = [tokens[n] for n in (number, *span)]
                        yield from self._entries_of(
                            key, typed, (number, *span), likeness * self._weights.parted, parted=True
                        )

    def _in_sequence(
        self, tokens: Sequence[Token], numbers: Sequence[int], *, slips: bool
    ) -> Iterator[Found]:
        weights = self._weights
        like = [self._words.match(tokens[number].sound, slips=slips) for number in numbers]
        for place in range(len(numbers)):
            forms: dict[int, int] = {}  # by a phrase's words: the longest stem its first word is a form of
            read: list[tuple[tuple[str, ...], float, float]] = []
            for first, likeness in like[place].items():
                for key in self._first.get(first, ()):
                    alone = len(key) == 1 and likeness == weights.synonym
                    if alone or place + len(key) > len(numbers) or len(key) > weights.longest:
                        continue
                    lowest = min(like[place + n].get(word, 0.0) for n, word in enumerate(key))
                    if lowest:
                        read.append((key, likeness, lowest))
                        if likeness >= weights.form:
                            forms[len(key)] = max(forms.get(len(key), 0), len(self._words.stems[first]))
            for key, first_likeness, likeness in read:
                # оқулықтары is a form of оқулық, not of оқу
                if first_likeness < weights.form or len(self._words.stems[key[0]]) == forms[len(key)]:
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


def _match_near(
    words: Sequence[str], like: Sequence[Mapping[str, float]], near: Sequence[int]
) -> tuple[int, ...] | None:
    """Which tokens are a phrase's other words; None where one is missing."""
    taken: list[int] = []
    for word in words:
        found = next((n for n in near if word in like[n] and n not in taken), None)
        if found is None:
            return None
        taken.append(found)
    return tuple(taken)
