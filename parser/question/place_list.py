"""Asking which places there are, or for another one than that at hand (`locales/place_list.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache

from parser.text.word_lists import ListRow, WordSet, group_words, read_list

PLACE_LIST_COLUMNS = ("words", "says", "example")


class PlaceWord(StrEnum):
    """What a word says in a message that asks for places."""

    PLACE = "place"
    LIST = "list"  # that they are to be listed, or another is wanted
    AROUND = "around"  # nothing by itself


def asks_for_places(spoken: Sequence[str]) -> bool:
    """Whether a message asks which places are loaded, or for another place: `другой город`.

    Args:
        spoken: its words as they sound.

    Returns:
        False where it asks anything else as well: `какой бюджет города`.
    """
    known = _load_place_words()
    if not all(any(words.has(word) for words in known.values()) for word in spoken):
        return False
    return all(any(map(known[says].has, spoken)) for says in (PlaceWord.PLACE, PlaceWord.LIST))


def read_place_list_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("place_list.tsv", PLACE_LIST_COLUMNS)


@cache
def _load_place_words() -> Mapping[PlaceWord, WordSet]:
    return group_words(read_place_list_rows(), "says", PlaceWord)
