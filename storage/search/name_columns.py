"""Distinct names in columns: all that a word index is made of, in a form that is read back at once.

A country has 100,000 names. To fold them and to count their words takes a second or two. What came of that is
read in some hundredths of a second: columns of numbers are used as they stand in the file, and a name becomes
an object when somebody looks at it.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import Final, NamedTuple

from parser.dataclass import dataclass
from parser.records import Language

_NUMBER: Final = "I"  # the items of the columns
_WEIGHT: Final = "d"
_LINE = "\n"
_LENGTH = 8  # bytes of a length
_LISTS = ("words", "paths_of", "names_of", "postings", "words_in")  # in the order in which they are packed
_LANGUAGES = tuple(Language)


class NameEntry(NamedTuple):
    """A name of a path in one language, as printed; as cheap as may be, for a country has 100,000."""

    path: str
    language: Language
    text: str


class NumberLists(Sequence[Sequence[int]]):
    """Lists of numbers, one behind the other in one column."""

    __slots__ = ("_numbers", "_starts")

    def __init__(self, starts: memoryview, numbers: memoryview) -> None:
        """Takes the column, and where in it each list begins; the last start is where the last one ends."""
        self._starts, self._numbers = starts, numbers

    @classmethod
    def join(cls, lists: Iterable[Sequence[int]]) -> NumberLists:
        """Puts lists one behind the other."""
        held = list(lists)
        starts = array(_NUMBER, accumulate(map(len, held), initial=0))
        return cls(memoryview(starts), memoryview(array(_NUMBER, chain.from_iterable(held))))

    @classmethod
    def lay(cls, lengths: Iterable[int], numbers: Iterable[int]) -> NumberLists:
        """Takes lists that stand one behind the other already, by how long each is."""
        starts = array(_NUMBER, accumulate(lengths, initial=0))
        return cls(memoryview(starts), memoryview(array(_NUMBER, numbers)))

    def as_lists(self) -> list[list[int]]:
        """All lists, to be looked at one after another."""
        starts, numbers = self._starts.tolist(), self._numbers.tolist()
        return [numbers[start:end] for start, end in pairwise(starts)]

    @property
    def columns(self) -> tuple[memoryview, memoryview]:
        """Where each list begins, and the numbers of all."""
        return self._starts, self._numbers

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, number: int) -> Sequence[int]:  # type: ignore[override] # no slices
        return self._numbers[self._starts[number] : self._starts[number + 1]]


@dataclass(frozen=True, slots=True)
class NameColumns:
    """The distinct names. Names, words and paths go by their numbers, each its place in its column.

    Attributes:
        vocabulary: all words of names as they sound, sorted.
        paths: all paths that have a name of some word.
        folded: each name as it is folded.
        languages: of each name, the number of its language.
        words: of each name, its words in their order.
        paths_of: of each name, the paths that carry it.
        names_of: of each path, its names.
        postings: of each word, the names that hold it.
        words_in: of each language, the words of its names.
        weights: of each name, the sum of its words' rarities.
        titles: for every path, its name in each language as printed; of several the first.
    """

    vocabulary: Sequence[str]
    paths: Sequence[str]
    folded: Sequence[str]
    languages: Sequence[int]
    words: NumberLists
    paths_of: NumberLists
    names_of: NumberLists
    postings: NumberLists
    words_in: NumberLists
    weights: Sequence[float]
    titles: Mapping[str, Mapping[Language, str]]

    def language(self, number: int) -> Language:
        """The language of a name."""
        return _LANGUAGES[self.languages[number]]


def rarity_of(holders: int, names: int) -> float:
    """How much a word tells of a name that so many of so many names hold."""
    return math.log(1 + max(names, 1) / holders)


def pack_columns(columns: NameColumns) -> bytes:
    """The columns as bytes, for `unpack_columns` of the same machine: texts as JSON, then the numbers."""
    numbers = [
        *(column for name in _LISTS for column in getattr(columns, name).columns),
        memoryview(bytes(columns.languages)),
        memoryview(array(_WEIGHT, columns.weights)),
    ]
    texts = [
        [each.nbytes for each in numbers],
        *(_LINE.join(column) for column in (columns.vocabulary, columns.paths, columns.folded)),
        columns.titles,
    ]
    head = json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
    return b"".join((len(head).to_bytes(_LENGTH), head, *(each.cast("B") for each in numbers)))


def unpack_columns(packed: memoryview) -> NameColumns:
    """The columns that were packed; their numbers stay where they are in these bytes."""
    start = _LENGTH + int.from_bytes(packed[:_LENGTH])
    sizes, vocabulary, paths, folded, titles = json.loads(bytes(packed[_LENGTH:start]))
    parts = _cut(packed[start:], sizes)
    words, paths_of, names_of, postings, words_in = (_take_lists(parts) for _ in _LISTS)
    return NameColumns(
        vocabulary=_split(vocabulary),
        paths=_split(paths),
        folded=_split(folded),
        languages=next(parts),
        words=words,
        paths_of=paths_of,
        names_of=names_of,
        postings=postings,
        words_in=words_in,
        weights=next(parts).cast(_WEIGHT),
        titles={
            path: {Language(language): text for language, text in named.items()}
            for path, named in titles.items()
        },
    )


def _split(column: str) -> list[str]:
    return column.split(_LINE) if column else []


def _take_lists(parts: Iterator[memoryview]) -> NumberLists:
    return NumberLists(next(parts).cast(_NUMBER), next(parts).cast(_NUMBER))


def _cut(column: memoryview, sizes: Iterable[int]) -> Iterator[memoryview]:
    start = 0
    for size in sizes:
        yield column[start : start + size]
        start += size
