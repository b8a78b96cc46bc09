"""Distinct names by their words: which names hold a word, and how rare it is.

What is indexed are the names of paths, not the rows of all editions: the codes are the national
classification, so a name in one edition serves every edition and budget with that path.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from parser.budget_code import depth, parents
from parser.records import Language
from parser.text.folding import Folding, join_folded, sound
from storage.search.letters import Letters, count_letters

_SECTION_NUMBER = 3  # digits or Roman figures before a section's name: `1.`, `III.`
_LETTERS_KEPT = 16_384  # names whose letters are remembered, some 10 KB each


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of a path in one language, as printed."""

    path: str
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class IndexedName:
    """One distinct name as it sounds, with the paths that carry it."""

    words: tuple[str, ...]
    spoken: str  # the words with spaces between
    folded: str
    language: Language
    paths: tuple[str, ...]
    weight: float  # sum of its words' rarities


class WordIndex:
    """From a word, as it sounds, to the names that hold it. Names go by their numbers.

    Attributes:
        names: the distinct names; a name's number is its index here.
        postings: for each word, the numbers of the names that hold it.
        rarity: for each word, how much it tells of a name: the fewer hold it, the more.
        rarest: the rarity of a word that one name holds.
        vocabulary: all words, sorted.
        names_of: for each path, the numbers of its names.
    """

    def __init__(self, entries: Iterable[NameEntry]) -> None:
        paths: dict[tuple[tuple[str, ...], str, Language], dict[str, None]] = defaultdict(dict)
        heard, folding = cache(sound), Folding()  # names share most of their words
        for entry in entries:
            folded = folding.words(_without_number(entry.text))
            spoken = tuple(filter(None, map(heard, folded)))
            if spoken:
                paths[spoken, join_folded(folded), entry.language][entry.path] = None
        counts = Counter(word for spoken, _, _ in paths for word in set(spoken))
        total = max(len(paths), 1)
        self.rarity: Mapping[str, float] = {
            word: math.log(1 + total / count) for word, count in counts.items()
        }
        self.rarest = math.log(1 + total)
        self.names: Sequence[IndexedName] = [
            IndexedName(
                spoken,
                " ".join(spoken),
                folded,
                language,
                tuple(found),
                sum(self.rarity[word] for word in spoken),
            )
            for (spoken, folded, language), found in paths.items()
        ]
        postings: dict[str, list[int]] = defaultdict(list)
        names_of: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for word in set(name.words):
                postings[word].append(number)
            for path in name.paths:
                names_of[path].append(number)
        self.postings: Mapping[str, Sequence[int]] = dict(postings)
        self.names_of: Mapping[str, Sequence[int]] = dict(names_of)
        self.vocabulary: Sequence[str] = sorted(self.postings)
        self._holders: dict[str, frozenset[int]] = {}  # at most one for each word
        self._above: dict[str, tuple[str, ...]] = {}  # at most one for each path
        self._letters = lru_cache(maxsize=_LETTERS_KEPT)(self._count_letters)

    def holders(self, word: str) -> frozenset[int]:
        """The numbers of the names that hold a word, as a set: for words that many names hold."""
        if word not in self._holders:
            self._holders[word] = frozenset(self.postings[word])
        return self._holders[word]

    def above(self, path: str) -> tuple[str, ...]:
        """The paths of the lines above a line, the widest first, without the total of its section."""
        if path not in self._above:
            self._above[path] = tuple(above for above in reversed(parents(path)) if depth(above))
        return self._above[path]

    def letters(self, number: int) -> Letters:
        """The runs of letters of a name, for its likeness to what was typed."""
        return self._letters(number)

    def _count_letters(self, number: int) -> Letters:
        return count_letters(self.names[number].spoken)


def _without_number(name: str) -> str:
    """A section's name without its number: `1. КІРІСТЕР` is found by `кірістер`."""
    head, dot, rest = name.partition(".")
    return rest if dot and len(head.strip()) <= _SECTION_NUMBER and rest.strip() else name
