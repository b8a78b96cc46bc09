"""Names of lines, as they are printed → columns of the distinct ones; with what was heard of them before.

Most names of a country are the same after a load as before it. What a text says follows from the text alone:
one that was folded before, for whatever state of whatever database, is not folded again. All else is worked
out anew, so that the columns are those that would be made from nothing. A country has 100,000 names: what is
done with each is done by columns, without a step of its own in the program.
"""

from __future__ import annotations

import gc
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate, chain, compress, count, pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from parser.records import Language
from parser.text.folding import Folding, join_folded, sound
from storage.search.name_columns import NameColumns, NumberLists, rarity_of

_SECTION_NUMBER = 3  # digits or Roman figures before a section's name: `1.`, `III.`
_WEIGHT = "d"
_WORDLESS = -1
_LANGUAGES = tuple(Language)
_LANGUAGE_NUMBERS = {language: number for number, language in enumerate(_LANGUAGES)}

Entry: TypeAlias = tuple[str, Language, str]  # a `NameEntry`, or as much without its names
Spelt: TypeAlias = Mapping[tuple[Language, str], int]


class HeardNames(NamedTuple):
    """Distinct names, and how they are printed.

    Attributes:
        columns: the names.
        spelt: texts as printed, each in its language, with the numbers of their names; less than 0 without
            words.
    """

    columns: NameColumns
    spelt: Spelt


class GatheredNames(NamedTuple):
    """Distinct names of entries.

    Attributes:
        columns: the names.
        numbers: of each entry, the number of its name; less than 0 without words.
    """

    columns: NameColumns
    numbers: Sequence[int]


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
    paths, languages, texts = list(zip(*entries, strict=True)) or ((), (), ())
    return gather_again(paths, languages, texts, None).columns


def gather_again(
    paths: Sequence[str], languages: Sequence[Language], texts: Sequence[str], before: HeardNames | None
) -> GatheredNames:
    """The same of entries by columns, with what was gathered before of entries that may be others.

    Args:
        paths: of the entries.
        languages: of their texts.
        texts: what the paths are called.
        before: saves the folding of its texts, and changes nothing.
    """
    heard = _HeardTexts(before)
    numbers = heard.number_all(list(zip(languages, texts, strict=True)))
    spoken = dict.fromkeys(numbers)
    spoken.pop(_WORDLESS, None)
    renumbered = dict(zip(spoken, count())) | {_WORDLESS: _WORDLESS}
    numbers = list(map(renumbered.__getitem__, numbers))
    carried = dict.fromkeys(zip(numbers, paths, strict=True))
    ordered = sorted(carried, key=itemgetter(0))  # of one name, in the order in which they stand
    without = Counter(numbers)[_WORDLESS] and sum(number == _WORDLESS for number, _ in ordered)
    titles = _find_titles(paths, languages, texts)
    return GatheredNames(_arrange(heard, list(spoken), ordered[without:], titles), numbers)


def _find_titles(
    paths: Sequence[str], languages: Sequence[Language], texts: Sequence[str]
) -> dict[str, dict[Language, str]]:
    """For every path, its name in each language; of several the first."""
    titles: dict[str, dict[Language, str]] = {path: {} for path in dict.fromkeys(paths)}
    for language in _LANGUAGES:
        told = [each is language for each in languages]
        named, printed = list(compress(paths, told)), list(compress(texts, told))
        for path, text in dict(zip(reversed(named), reversed(printed), strict=True)).items():
            titles[path][language] = text
    return titles


class _HeardTexts:
    """Texts that were listened to. Names go by their numbers, each its place in the lists."""

    def __init__(self, before: HeardNames | None) -> None:
        columns = before.columns if before is not None else None
        self._spelt: Spelt = before.spelt if before is not None else {}
        self.vocabulary = list(columns.vocabulary) if columns is not None else []
        self.words: list[Sequence[int]] = [*columns.words.as_lists()] if columns is not None else []
        self.folded = list(columns.folded) if columns is not None else []
        self.languages = list(columns.languages) if columns is not None else []
        self._word_numbers, self._folding = _WordNumbers(self.vocabulary), Folding()

    @cached_property
    def _numbers(self) -> Mapping[Language, dict[str, int]]:
        """For each language its names by how they are folded: that tells their words as well.

        The two letters that folding makes one, ё and е, sound alike.
        """
        names: dict[Language, dict[str, int]] = {language: {} for language in _LANGUAGES}
        for number, (language, folded) in enumerate(zip(self.languages, self.folded, strict=True)):
            names[_LANGUAGES[language]][folded] = number
        return names

    def number_all(self, texts: Sequence[tuple[Language, str]]) -> list[int]:
        """The numbers of texts' names, which may be new ones."""
        unheard = [text for text in dict.fromkeys(texts) if text not in self._spelt]
        if unheard:
            self._spelt = {**self._spelt, **dict(zip(unheard, self._hear(unheard), strict=True))}
        return list(map(self._spelt.__getitem__, texts))

    def _hear(self, texts: Sequence[tuple[Language, str]]) -> Iterator[int]:
        """The numbers of the names of texts, one after another."""
        said = [self._folding.words(_without_number(text) if "." in text else text) for _, text in texts]
        spoken = [list(map(self._word_numbers.__getitem__, words)) for words in said]
        names = self._numbers
        if _WORDLESS in self._word_numbers.values():
            spoken = [[word for word in words if word != _WORDLESS] for words in spoken]
        for (language, _), folded, words in zip(texts, map(join_folded, said), spoken, strict=True):
            if not words:
                yield _WORDLESS
                continue
            new = len(self.folded)
            number = names[language].setdefault(folded, new)
            if number == new:
                self.languages.append(_LANGUAGE_NUMBERS[language])
                self.folded.append(folded)
                self.words.append(words)
            yield number


class _WordNumbers(dict[str, int]):
    """Folded words → the numbers of how they sound in a vocabulary, which grows by what is new."""

    def __init__(self, vocabulary: list[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._sounds = dict(zip(vocabulary, count()))

    def __missing__(self, word: str) -> int:
        heard = sound(word)
        number = self[word] = self._sounds.setdefault(heard, len(self._vocabulary)) if heard else _WORDLESS
        if number == len(self._vocabulary):
            self._vocabulary.append(heard)
        return number


def _arrange(
    heard: _HeardTexts,
    spoken: Sequence[int],
    carried: Sequence[tuple[int, str]],
    titles: Mapping[str, Mapping[Language, str]],
) -> NameColumns:
    """The columns of those names that some path carries, in their order.

    Args:
        heard: all that were listened to.
        spoken: which of these the names are.
        carried: each name, by its place among them, with each of its paths.
        titles: what the paths are called.
    """
    vocabulary, words = _number_words(heard, spoken)
    postings = _find_holders(words, len(vocabulary))
    names_of: dict[str, list[int]] = defaultdict(list)
    for number, path in carried:
        names_of[path].append(number)
    path_numbers = dict(zip(names_of, count()))
    paths = map(path_numbers.__getitem__, map(itemgetter(1), carried))
    languages = bytes([heard.languages[number] for number in spoken])
    rarity = [rarity_of(len(numbers), len(words)) for numbers in postings]
    return NameColumns(
        vocabulary=vocabulary,
        paths=list(names_of),
        folded=[heard.folded[number] for number in spoken],
        languages=languages,
        words=NumberLists.join(words),
        paths_of=NumberLists.lay(Counter(map(itemgetter(0), carried)).values(), paths),
        names_of=NumberLists.join(names_of.values()),
        postings=NumberLists.join(postings),
        words_in=NumberLists.join(_words_in(words, languages)),
        weights=memoryview(array(_WEIGHT, [sum(map(rarity.__getitem__, each)) for each in words])),
        titles=titles,
    )


def _number_words(heard: _HeardTexts, spoken: Iterable[int]) -> tuple[list[str], list[Sequence[int]]]:
    """The words of names, sorted, and of each name its words by their places among these."""
    words = [heard.words[number] for number in spoken]
    used = set(chain.from_iterable(words))
    vocabulary = sorted(map(heard.vocabulary.__getitem__, used))
    if vocabulary == heard.vocabulary:
        return vocabulary, words
    numbers = dict(zip(vocabulary, count()))
    told = {number: numbers[heard.vocabulary[number]] for number in used}
    renumbered = list(map(told.__getitem__, chain.from_iterable(words)))
    ends = accumulate(map(len, words), initial=0)
    return vocabulary, [renumbered[start:end] for start, end in pairwise(ends)]


def _find_holders(words: Iterable[Iterable[int]], count_of_words: int) -> list[list[int]]:
    """Of each word, the names that hold it."""
    holders: list[list[int]] = [[] for _ in range(count_of_words)]
    for number, spoken in enumerate(words):
        for word in spoken:
            holders[word].append(number)
    return [list(dict.fromkeys(numbers)) for numbers in holders]  # a name may hold a word twice


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
