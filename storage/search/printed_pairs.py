"""Words of printed names that seem to ask of a change: «увеличение капитала», «қосылған құн салығы».

A question that says such a word beside its neighbour in a name means the name, and asks of no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.question import Token
from storage.search.word_index import WordIndex

_SHORTEST = 4  # letters of a neighbour; `с изменением` is no name
_STEM = 6  # letters by which two forms of a word are one


class PrintedPairs:
    """The neighbouring words of names of which one seems to ask of a change."""

    def __init__(self, index: WordIndex) -> None:
        """Looks through the names that hold a word which asks."""
        asking = load_asking_words()
        asks = {word for word in index.vocabulary if asking.asks_change(word)}
        names = frozenset[int]().union(*(index.postings[word] for word in asks))
        self._pairs = frozenset(
            _stems(first, second)
            for number in names
            for first, second in pairwise(index.names[number].words)
            if (first in asks or second in asks) and min(len(first), len(second)) >= _SHORTEST
        )

    def find(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The numbers of a question's words that stand beside one another in a name, one of them asking."""
        return frozenset(self._find(tokens) if self._pairs else ())

    def _find(self, tokens: Sequence[Token]) -> Iterator[int]:
        for number, (first, second) in enumerate(pairwise(tokens)):
            if _stems(first.sound, second.sound) in self._pairs:
                yield from (number, number + 1)


def _stems(first: str, second: str) -> tuple[str, str]:
    return first[:_STEM], second[:_STEM]
