"""Beginnings of words, and which of them a word has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

_KEY = 3  # letters by which a beginning is looked up: as many as it has, three at most
_Told = TypeVar("_Told")


class Beginnings(Generic[_Told]):
    """What beginnings of words tell, for asking which of them a word has.

    Most words have none, which is known after a look for each of their first three letters, however many
    beginnings there are and however long these are.
    """

    def __init__(self, told: Mapping[str, _Told]) -> None:
        """Takes what each beginning tells."""
        listed = defaultdict[str, list[tuple[str, _Told]]](list)
        for start in sorted(told, key=len):
            listed[start[:_KEY]].append((start, told[start]))
        self._listed: dict[str, tuple[tuple[str, _Told], ...]] = {
            key: tuple(starts) for key, starts in listed.items()
        }

    def find(self, word: str) -> Iterator[tuple[str, _Told]]:
        """The beginnings that a word has, the shortest first, and what each tells."""
        for end in range(min(_KEY, len(word)) + 1):
            for found in self._listed.get(word[:end], ()):
                if word.startswith(found[0]):
                    yield found
