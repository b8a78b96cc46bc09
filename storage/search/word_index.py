"""Distinct names by their words: which names hold a word, and how rare it is.

What is indexed are the names of paths, not the rows of all editions: the codes are the national
classification, so a name in one edition serves every edition and budget with that path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from sys import intern

from parser.budget_code import depth, parents
from parser.dataclass import dataclass
from parser.records import Language
from storage.search.letters import Letters, count_letters
from storage.search.name_columns import NameColumns, rarity_of

_LETTERS_KEPT = 16_384  # names whose letters are remembered, some 5 KB each: runs are kept once for all names


@dataclass(frozen=True, slots=True)
class IndexedName:
    """One distinct name, with the paths that carry it.

    Attributes:
        words: as they sound.
        folded: the name with its letters evened out (`parser/text/folding.py`).
    """

    words: tuple[str, ...]
    spoken: str  # the words with spaces between
    folded: str
    language: Language
    paths: tuple[str, ...]
    weight: float  # sum of its words' rarities


class _IndexedNames(Sequence[IndexedName]):
    """The names of columns, each made when it is looked at."""

    def __init__(self, columns: NameColumns) -> None:
        self._columns = columns
        self._made: list[IndexedName | None] = [None] * len(columns.folded)

    def __len__(self) -> int:
        return len(self._made)

    def __getitem__(self, number: int) -> IndexedName:  # type: ignore[override] # no slices
        made = self._made[number]
        if made is None:
            made = self._made[number] = self._make(number)
        return made

    def _make(self, number: int) -> IndexedName:
        columns = self._columns
        words = tuple([columns.vocabulary[word] for word in columns.words[number]])
        paths = tuple([columns.paths[path] for path in columns.paths_of[number]])
        return IndexedName(
            words,
            " ".join(words),
            columns.folded[number],
            columns.language(number),
            paths,
            columns.weights[number],
        )


class WordIndex:
    """From a word, as it sounds, to the names that hold it. Names go by their numbers.

    Attributes:
        names: the distinct names; a name's number is its index here.
        weights: those of the names, by their numbers.
        postings: for each word, the numbers of the names that hold it.
        rarity: for each word, how much it tells of a name: the fewer hold it, the more.
        rarest: the rarity of a word that one name holds.
        vocabulary: all words, sorted.
        words_of: those that the names of each language hold.
        names_of: for each path, the numbers of its names.
    """

    def __init__(self, columns: NameColumns) -> None:
        """Takes the names in columns."""
        self.names: Sequence[IndexedName] = _IndexedNames(columns)
        self.weights = columns.weights
        self.vocabulary = columns.vocabulary
        self.postings: Mapping[str, Sequence[int]] = dict(
            zip(columns.vocabulary, columns.postings, strict=True)
        )
        self.names_of: Mapping[str, Sequence[int]] = dict(zip(columns.paths, columns.names_of, strict=True))
        total = len(columns.folded)
        self.rarity: Mapping[str, float] = {
            word: rarity_of(len(holders), total) for word, holders in self.postings.items()
        }
        self.rarest = rarity_of(1, total)
        self.words_of: Mapping[Language, frozenset[str]] = {
            language: frozenset([columns.vocabulary[word] for word in words])
            for language, words in zip(Language, columns.words_in, strict=True)
        }
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
        counted = count_letters(self.names[number].spoken)
        return Letters({intern(run): count for run, count in counted.counts.items()}, counted.length)
