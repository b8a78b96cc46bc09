"""Phrases written as patterns of words, and where they stand in a message.

A phrase is a row of a list in `locales/`. Each of its words is a pattern:

- `кто` is that word; a slip of it where it is long;
- `школ*` is any word that begins so, `*ға` one that ends so, `*` any word;
- `*ишь` is one that is written so: a soft sign has no sound, and `ғарыш` is no verb;
- `<work>` is any word of a kind that `locales/word_kinds.tsv` lists, by patterns of these forms;
- `^кто` is the word only where it is the first of the message;
- `(школ*)` and `[школ*]` say what the word is besides, for whoever asks (`PhraseNaming`).

All patterns are numbered, and a typed word is looked up once for the numbers that it fits: what that costs
does not grow with the number of phrases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Generic, TypeVar

from parser.dataclass import dataclass
from parser.question.question import Token
from parser.text.folding import sound
from parser.text.word_lists import ListRow, read_list

KIND_COLUMNS = ("kind", "words")
_MOST_BETWEEN = 4  # words between two of a phrase
_ANY = "*"
_SOFT = "ь"
_STEM_KEY = 3  # sounds of a beginning, by which beginnings are looked up
_END_KEY = 2  # and of an end
_LONG = 7  # sounds of a word that a slip leaves known
_WORDS_KEPT = 1_000  # typed words whose patterns are remembered
_Meaning = TypeVar("_Meaning")


class PhraseNaming(Enum):
    """What a word of a phrase is besides."""

    NOTHING = auto()  # it only asks
    BESIDE = auto()  # in round brackets: it also names what is asked about, beside other words that do
    ALWAYS = auto()  # in square brackets: it names what is asked about, also alone


@dataclass(frozen=True, slots=True)
class PhraseWord:
    """A word of a phrase: the number of its pattern, and what it is besides."""

    number: int
    naming: PhraseNaming
    first: bool  # only as the first word of a message


@dataclass(frozen=True, slots=True)
class Phrase(Generic[_Meaning]):
    """A phrase of a list, by the number of its row, and what it means there.

    Attributes:
        others: the patterns of its words behind the first.
    """

    number: int
    meaning: _Meaning
    words: tuple[PhraseWord, ...]
    others: frozenset[int]


@dataclass(frozen=True, slots=True)
class FoundPhrase(Generic[_Meaning]):
    """A phrase, and where its words stand in a message."""

    phrase: Phrase[_Meaning]
    positions: tuple[int, ...]

    def list_naming(self, *naming: PhraseNaming) -> Iterator[int]:
        """Where those of its words stand that are one of these."""
        words = zip(self.phrase.words, self.positions, strict=True)
        return (position for word, position in words if word.naming in naming)


class Phrases(Generic[_Meaning]):
    """The phrases of a list, with those words that may stand between theirs."""

    def __init__(self, rows: Iterable[tuple[ListRow, _Meaning]], between: Iterable[str]) -> None:
        """Makes the phrases of rows.

        Args:
            rows: with a column `phrase`, each with what it means.
            between: patterns of words that may stand between those of a phrase.
        """
        self._patterns = _Patterns(_load_kinds())
        self._between = frozenset(self._patterns.add(pattern) for pattern in between)
        self._by_first: dict[int, list[Phrase[_Meaning]]] = defaultdict(list)
        for number, (row, meaning) in enumerate(rows):
            words = tuple(self._read_word(row, word) for word in row["phrase"].split())
            others = frozenset(word.number for word in words[1:])
            self._by_first[words[0].number].append(Phrase(number, meaning, words, others))
        self._beginnings = frozenset(self._by_first)
        self._fits = lru_cache(maxsize=_WORDS_KEPT)(self._patterns.fits)

    def fits(self, token: Token, pattern: str) -> bool:
        """Whether a typed word fits a pattern."""
        return self._patterns.add(pattern) in self._patterns.fits(token.sound, token.folded)

    def find(self, tokens: Sequence[Token]) -> Iterator[FoundPhrase[_Meaning]]:
        """All phrases in a message, by where they begin."""
        fitting = [self._fits(token.sound, token.folded) for token in tokens]
        for start, numbers in enumerate(fitting):
            begun = numbers & self._beginnings
            behind = frozenset[int]().union(*fitting[start + 1 :]) if begun else begun
            for number in begun:
                for phrase in self._by_first[number]:
                    if not phrase.others <= behind:
                        continue  # as nearly always
                    positions = self._follow(phrase.words, fitting, start)
                    if positions is not None:
                        yield FoundPhrase(phrase, positions)

    def _follow(
        self, words: Sequence[PhraseWord], fitting: Sequence[Collection[int]], start: int
    ) -> tuple[int, ...] | None:
        """Where a phrase's words stand from its first one on; None where one is missing."""
        if words[0].first and start:
            return None
        positions = [start]
        for word in words[1:]:
            position = positions[-1] + 1
            last = min(position + _MOST_BETWEEN, len(fitting) - 1)
            while position <= last and word.number not in fitting[position]:
                if self._between.isdisjoint(fitting[position]):
                    return None
                position += 1
            if position > last:
                return None
            positions.append(position)
        return tuple(positions)

    def _read_word(self, row: ListRow, written: str) -> PhraseWord:
        said = written.removeprefix("^")
        naming = _NAMING.get(said[0], PhraseNaming.NOTHING)
        pattern = said.strip("()[]")
        if not self._patterns.is_known(pattern):
            raise row.flaw(f"no words of the kind {pattern}")
        return PhraseWord(self._patterns.add(pattern), naming, first=said != written)


_DATIVE = "im"  # of several whom an adjective tells of, as it sounds
_NAMING = {"(": PhraseNaming.BESIDE, "[": PhraseNaming.ALWAYS}


class _Patterns:
    """Patterns of words by number, and which of them a typed word fits."""

    def __init__(self, kinds: Mapping[str, Sequence[str]]) -> None:
        self._kinds = kinds
        self._numbers: dict[str, int] = {}
        self._any: set[int] = set()
        self._always: frozenset[int] = frozenset()  # the same, for all words that fit nothing else
        self._whole: dict[str, list[tuple[int, int]]] = defaultdict(list)  # with their length as written
        self._stems: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._ends: dict[str, list[tuple[str, str, int]]] = defaultdict(list)  # with what ends as written
        self._unslipped: list[tuple[bool, str, int]] = []  # long words and beginnings not among these yet:
        self._slips: dict[str, set[int]] = defaultdict(set)  # by a long word less one of its sounds
        self._stem_slips: dict[str, set[int]] = defaultdict(set)  # and by a long beginning

    def is_known(self, pattern: str) -> bool:
        """Whether a pattern is no kind, or one that is listed."""
        return not pattern.startswith("<") or pattern in self._kinds

    def add(self, pattern: str) -> int:
        """The number of a pattern; the same for the same pattern."""
        if pattern not in self._numbers:
            self._numbers[pattern] = len(self._numbers)
            for written in self._kinds[pattern] if pattern.startswith("<") else (pattern,):
                self._enter(written, self._numbers[pattern])
        return self._numbers[pattern]

    def _enter(self, pattern: str, number: int) -> None:
        letters = pattern.strip(_ANY)
        spoken = sound(letters)
        if pattern == _ANY:
            self._any.add(number)
            self._always = frozenset(self._any)
        elif pattern.startswith(_ANY):
            written = letters if letters.endswith(_SOFT) else ""
            self._ends[spoken[-_END_KEY:]].append((spoken, written, number))
        elif pattern.endswith(_ANY):
            self._stems[spoken[:_STEM_KEY]].append((spoken, number))
            self._unslipped.append((True, spoken, number))
        else:
            self._whole[spoken].append((number, len(letters)))
            self._unslipped.append((False, spoken, number))

    def fits(self, spoken: str, folded: str) -> frozenset[int]:
        """The numbers of the patterns that a word fits; a slip fits where nothing else does."""
        # киім sounds like кім and is longer.
        fitting = {
            number
            for number, length in self._whole.get(spoken, ())
            if folded.isascii() or len(folded) == length
        }
        for length in range(1, _STEM_KEY + 1):
            stems = self._stems.get(spoken[:length], ())
            fitting.update(number for stem, number in stems if spoken.startswith(stem))
        for length in range(1, _END_KEY + 1):
            ends = self._ends.get(spoken[-length:], ())
            fitting.update(
                number
                for end, written, number in ends
                if spoken.endswith(end) and (folded.isascii() or folded.endswith(written))
            )
        fitting = fitting or self._fits_as_slip(spoken)
        return frozenset(fitting | self._any) if fitting else self._always

    def _fits_as_slip(self, spoken: str) -> set[int]:
        """The numbers of the patterns that a word is a slip of."""
        if len(spoken) < _LONG:
            return set()
        self._list_all_slips()
        # Another ending is another case and no slip: малоимущим asks of no number of малоимущих.
        dative = {spoken[:-1]} if spoken.endswith(_DATIVE) else set()
        slips = set(_list_slips(spoken)) - dative
        fitting = {number for key in slips for number in self._slips.get(key, ())}
        for length in range(_LONG, len(spoken) + 1):
            for key in _list_slips(spoken[:length]):
                fitting.update(self._stem_slips.get(key, ()))
        return fitting

    def _list_all_slips(self) -> None:
        """Lists what patterns and their slips have in common: when a long word first fits none of them."""
        waiting, self._unslipped = self._unslipped, []
        for begins, pattern, number in waiting:
            listed = self._stem_slips if begins else self._slips
            for key in _list_slips(pattern):
                listed[key].add(number)


def _list_slips(spoken: str) -> Iterator[str]:
    """What a long word and its slips have in common: the word with one sound less, any but the first."""
    if len(spoken) >= _LONG:
        yield spoken
        yield from (spoken[:number] + spoken[number + 1 :] for number in range(1, len(spoken)))


@cache
def _load_kinds() -> Mapping[str, Sequence[str]]:
    """The words of each kind, as patterns, by how a phrase writes the kind: `<work>`."""
    kinds = defaultdict[str, list[str]](list)
    for row in read_list("word_kinds.tsv", KIND_COLUMNS):
        kinds[f"<{row['kind']}>"] += row["words"].split()
    return dict(kinds)
