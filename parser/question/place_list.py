"""Asking which places there are, for another one, or in which there is more (`locales/place_list.tsv`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise

from parser.text.word_lists import ListRow, WordSet, group_words, read_list

PLACE_LIST_COLUMNS = ("words", "says", "example")


class PlaceWord(StrEnum):
    """What a word says in a message that asks for places."""

    PLACE = "place"
    LIST = "list"  # that they are to be listed, or another is wanted
    OTHER = "other"  # than the place at hand, before it in any case: `в другом городе`
    AROUND = "around"  # nothing by itself
    WHICH = "which"  # before a place: in which of them
    AT = "at"  # a place, in the case that tells where
    WHERE = "where"  # in which place, or on what
    WEALTH = "wealth"  # beside a place: which of them has most or least
    EVERY = "every"  # before places: what all of them have
    PLACES = "places"  # several, in any case
    RANK = "rank"  # before `каком месте`: at which place in a list, which is none on the map


_IN_ANY_CASE = frozenset({PlaceWord.PLACE, PlaceWord.AT, PlaceWord.PLACES})


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
    if any(map(known[PlaceWord.WEALTH].has, spoken)):  # қай аудан бай
        return False
    said = {says for says, words in known.items() if any(map(words.has, spoken))}
    elsewhere = PlaceWord.OTHER in said and not said.isdisjoint(_IN_ANY_CASE)
    return elsewhere or {PlaceWord.PLACE, PlaceWord.LIST} <= said


def asks_which_place(spoken: Sequence[str]) -> bool:
    """Whether a message may ask in which place something is, or which: `где больше`, `самый богатый город`.

    Args:
        spoken: its words as they sound.
    """
    known = _load_place_words()
    places = (known[PlaceWord.PLACE], known[PlaceWord.AT])
    by_wealth = any(map(known[PlaceWord.WEALTH].has, spoken)) and any(map(known[PlaceWord.PLACE].has, spoken))
    return (
        by_wealth
        or any(map(known[PlaceWord.WHERE].has, spoken))
        or any(
            known[PlaceWord.WHICH].has(word)
            and any(place.has(following) for place in places)
            and not known[PlaceWord.RANK].has(before)
            for before, word, following in zip(["", *spoken], spoken, spoken[1:], strict=False)
        )
    )


def asks_where(spoken: Sequence[str]) -> bool:
    """Whether a message asks by `где` alone, which may be on what as well.

    Args:
        spoken: its words as they sound.
    """
    known = _load_place_words()
    places = (known[PlaceWord.PLACE], known[PlaceWord.AT])
    named = any(place.has(word) for place in places for word in spoken)
    return any(map(known[PlaceWord.WHERE].has, spoken)) and not named


def asks_every_place(spoken: Sequence[str]) -> bool:
    """Whether a message asks what all places have: `расходы всех городов`, `барлық қалалардың шығыны`.

    Args:
        spoken: its words as they sound.
    """
    known = _load_place_words()
    return any(
        known[PlaceWord.EVERY].has(word) and known[PlaceWord.PLACES].has(following)
        for word, following in pairwise(spoken)
    )


def read_place_list_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("place_list.tsv", PLACE_LIST_COLUMNS)


@cache
def _load_place_words() -> Mapping[PlaceWord, WordSet]:
    return group_words(read_place_list_rows(), "says", PlaceWord)
