"""Names of lines, as they are printed → columns of the distinct ones; with what was heard of them before.

Most names of a country are the same after a load as before it. What a text says follows from the text alone:
one that was folded before, for whatever state of whatever database, is not folded again. All else is worked
out anew, so that the columns are those that would be made from nothing.
"""

from __future__ import annotations

import gc
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property
from itertools import count
from typing import NamedTuple

from parser.records import Language
from parser.text.folding import Folding, join_folded, sound
from storage.search.name_columns import NameColumns, NumberLists, rarity_of

_SECTION_NUMBER = 3  # digits or Roman figures before a section's name: `1.`, `III.`
_WEIGHT = "d"
_WORDLESS = -1
_LANGUAGES = tuple(Language)

Entry = tuple[str, Language, str]  # a `NameEntry`, or as much without its names: a country has 100,000
Spelt = Mapping[Language, Mapping[str, int]]


class GatheredNames(NamedTuple):
    """Distinct names, and how they are printed.

    Attributes:
        columns: the names.
        spelt: for each language, texts as printed with the numbers of their names; none without words.
    """

    columns: NameColumns
    spelt: Spelt


@contextmanager
def collecting_later() -> Iterator[None]:
    """Looks for no garbage meanwhile: it would go through 100,000 names again and again, which all stay."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:  # of several that are at it at once, the first to come collects again
            gc.enable()


def gather_names(entries: Iterable[Entry]) -> NameColumns:
    """The distinct names of entries; those that stand earlier get the lower numbers."""
    return gather_again(entries, None).columns


def gather_again(entries: Iterable[Entry], before: GatheredNames | None) -> GatheredNames:
    """The same, with what was gathered before of entries that may be others.

    Args:
        entries: the names of paths.
        before: saves the folding of its texts, and changes nothing.
    """
    heard = _HeardTexts(before)
    known = {language: heard.spelt[language] for language in _LANGUAGES}
    said: dict[Language, dict[str, int]] = {language: {} for language in _LANGUAGES}
    titles: dict[str, dict[Language, str]] = {}
    paths: dict[int, dict[str, None]] = defaultdict(dict)
    for path, language, text in entries:
        named = titles.get(path)
        if named is None:
            titles[path] = {language: text}
        elif language not in named:
            named[language] = text
        number = known[language].get(text)
        if number is None:
            number = heard.hear(language, text)
        if number != _WORDLESS:
            paths[number][path] = None
            said[language][text] = number
    numbers = dict(zip(paths, count()))
    spelt = {
        language: dict(zip(texts, map(numbers.__getitem__, texts.values()), strict=True))
        for language, texts in said.items()
    }
    return GatheredNames(_arrange(heard, paths, titles), spelt)


class _HeardTexts:
    """Texts that were listened to. Names go by their numbers, each its place in the lists."""

    def __init__(self, before: GatheredNames | None) -> None:
        columns = before.columns if before is not None else None
        self.spelt = {
            language: dict(before.spelt[language]) if before is not None else {} for language in _LANGUAGES
        }
        self.vocabulary = list(columns.vocabulary) if columns is not None else []
        self.words: list[Sequence[int]] = [*columns.words.as_lists()] if columns is not None else []
        self.folded = list(columns.folded) if columns is not None else []
        self.languages = list(columns.languages) if columns is not None else []
        self._word_numbers = _WordNumbers(self.vocabulary)
        self._sound, self._folding = cache(sound), Folding()  # names share most of their words

    @cached_property
    def _numbers(self) -> dict[tuple[int, str], int]:
        """Names by their language and how they are folded: that tells their words as well.

        The two letters that folding makes one, ё and е, sound alike.
        """
        return dict(zip(zip(self.languages, self.folded, strict=True), count()))

    def hear(self, language: Language, text: str) -> int:
        """The number of a text's name, which may be a new one."""
        words = self._folding.words(_without_number(text) if "." in text else text)
        spoken = list(filter(None, map(self._sound, words)))
        number = self._number(language, join_folded(words), spoken) if spoken else _WORDLESS
        self.spelt[language][text] = number
        return number

    def _number(self, language: Language, folded: str, spoken: Iterable[str]) -> int:
        name = _LANGUAGES.index(language), folded
        number = self._numbers.get(name)
        if number is None:
            number = self._numbers[name] = len(self.folded)
            self.languages.append(name[0])
            self.folded.append(folded)
            self.words.append(list(map(self._word_numbers.__getitem__, spoken)))
        return number


class _WordNumbers(dict[str, int]):
    """The numbers of words in a vocabulary, which grows by those that are new."""

    def __init__(self, vocabulary: list[str]) -> None:
        super().__init__(zip(vocabulary, count()))
        self._vocabulary = vocabulary

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self._vocabulary)
        self._vocabulary.append(word)
        return number


def _arrange(
    heard: _HeardTexts,
    paths: Mapping[int, Iterable[str]],
    titles: Mapping[str, Mapping[Language, str]],
) -> NameColumns:
    """The columns of those names that some path carries, in their order."""
    words = [heard.words[number] for number in paths]
    used = frozenset[int]().union(*words)
    vocabulary = sorted(map(heard.vocabulary.__getitem__, used))
    if vocabulary != heard.vocabulary:
        numbers = dict(zip(vocabulary, count()))
        told = {number: numbers[heard.vocabulary[number]] for number in used}
        words = [[told[word] for word in spoken] for spoken in words]
    holders: list[list[int]] = [[] for _ in vocabulary]
    for number, spoken in enumerate(words):
        for word in spoken:
            holders[word].append(number)
    postings = [list(dict.fromkeys(numbers)) for numbers in holders]  # a name may hold a word twice
    names_of: dict[str, list[int]] = defaultdict(list)
    for number, carried in enumerate(paths.values()):
        for path in carried:
            names_of[path].append(number)
    path_numbers = dict(zip(names_of, count()))
    languages = bytes([heard.languages[number] for number in paths])
    rarity = [rarity_of(len(numbers), len(words)) for numbers in postings]
    return NameColumns(
        vocabulary=vocabulary,
        paths=list(names_of),
        folded=[heard.folded[number] for number in paths],
        languages=languages,
        words=NumberLists.join(words),
        paths_of=NumberLists.join([path_numbers[path] for path in carried] for carried in paths.values()),
        names_of=NumberLists.join(names_of.values()),
        postings=NumberLists.join(postings),
        words_in=NumberLists.join(_words_in(words, languages)),
        weights=memoryview(array(_WEIGHT, [sum([rarity[word] for word in spoken]) for spoken in words])),
        titles=titles,
    )


def _words_in(words: Sequence[Sequence[int]], languages: bytes) -> list[list[int]]:
    """The words of each language's names."""
    spoken: list[list[Sequence[int]]] = [[] for _ in _LANGUAGES]
    for language, each in zip(languages, words, strict=True):
        spoken[language].append(each)
    return [sorted(frozenset[int]().union(*each)) for each in spoken]


def _without_number(name: str) -> str:
    """A section's name without its number: `1. КІРІСТЕР` is found by `кірістер`."""
    head, dot, rest = name.partition(".")
    return rest if dot and len(head.strip()) <= _SECTION_NUMBER and rest.strip() else name
