"""The words of several lists of `locales/` together: in which of them a word is, looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from parser.text.beginnings import Beginnings
from parser.text.memo import Memo, is_short_word
from parser.text.word_lists import WordSet

_MOST_TOLD = 1024  # words of which it is remembered what they mean
_Meaning = TypeVar("_Meaning", bound=str)
_NOTHING: frozenset[Any] = frozenset()


class ListedWords(Generic[_Meaning]):
    """Words by what it means that a list has them.

    The steps of a search ask of one word again and again whether it is in this list or that one. Of the last
    words is remembered what they mean.
    """

    def __init__(self, lists: Mapping[_Meaning, WordSet]) -> None:
        """Takes the lists, by what their words mean."""
        whole, begun = defaultdict[str, set[_Meaning]](set), defaultdict[str, set[_Meaning]](set)
        for meaning, listed in lists.items():
            for word in listed.whole:
                whole[word].add(meaning)
            for stem in listed.stems:
                begun[stem].add(meaning)
        self._whole = {word: frozenset(meant) for word, meant in whole.items()}
        self._begun = Beginnings({stem: frozenset(meant) for stem, meant in begun.items()})
        self._firsts = frozenset(said.partition(" ")[0] for said in (*whole, *begun) if " " in said)
        self._told = Memo(self._look_up, _MOST_TOLD, is_short_word)

    def tell(self, word: str) -> frozenset[_Meaning]:
        """What a word means: of each list that has it, as it is or by its beginning."""
        return self._told[word]

    def tell_both(self, first: str, second: str) -> frozenset[_Meaning]:
        """What two words mean that follow one another: the same as `tell` of both with a blank between.

        Nearly all words begin nothing: these are not looked up, and nothing is remembered of them.
        """
        if first in self._firsts or self._told[first]:
            return self.tell(f"{first} {second}")
        return _NOTHING

    def _look_up(self, word: str) -> frozenset[_Meaning]:
        told = self._whole.get(word, _NOTHING)
        for _, meant in self._begun.find(word):
            told = told | meant
        return told
