"""Prepositions and words that deny, by what they say of the word beside them (`locales/small_words.tsv`)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from parser.text.listed_words import ListedWords
from parser.text.word_lists import ListRow, group_words, read_list

SMALL_WORD_COLUMNS = ("words", "says", "example")


class SmallWord(StrEnum):
    """What a small word says of the word that stands beside it."""

    BEFORE_NAME = "before-name"  # what follows is named, and is no figure of speech: в археологии
    INSIDE = "inside"  # something stands in what follows: первое место в культуре
    INSIDE_BEHIND = "inside-behind"  # something stands in what is before: салықтар ішінде
    POINTS = "points"  # at the lines that were shown: что там самое дорогое
    THAT = "that"  # which spot is meant: сол жерде
    SPOT = "spot"  # beside such a word at the lines that were shown, land elsewhere
    SOURCE = "source"  # money comes from what follows: трансферты из области
    RECEIVED_FROM = "received-from"  # money comes in from what follows: собирают с бизнеса
    RECEIVED_FROM_BEHIND = "received-from-behind"  # the same of what stands before: жер үшін түседі
    TAKEN_FROM = "taken-from"  # it is taken away from what follows: сняли с дорог
    HELD_BY = "held-by"  # it is of what follows: сколько денег у района
    TO_US = "to-us"  # who gets what is given: область отдаёт нам
    TAKEN_FROM_US = "taken-from-us"  # from whom another takes: облыс бізден алады
    FROM_US = "from-us"  # who gives what another gets: город даёт области
    PURPOSE = "purpose"  # it is for what follows: расходы на школы
    COMES_FROM = "comes-from"  # somebody is from the place that follows
    LIVES_IN = "lives-in"  # somebody is in the place that follows
    ANY_DEED = "any-deed"  # says what else is done to what stands before: мектеп салуға, жөндеуге
    QUALIFIES = "qualifies"  # says which what follows is, and agrees to nothing: жақсы мектеп
    DENIES = "denies"  # what follows is not so: не выросло
    DENIES_BEHIND = "denies-behind"  # what stands before is not so: өзгерген жоқ
    OUT_OF_ALL = "out-of-all"  # before all money: сколько это от всего бюджета
    THIS = "this"  # before a noun for a decision: that which was shown
    FROM_END = "from-end"  # beside an ordinal: counted from where a list ends
    BEFORE_LAST = "before-last"  # the second from the end
    JUST = "just"  # beside a number of lines: so many and no more
    THEM = "them"  # several lines that were named before: что из них дороже всего
    CORRECTS = "corrects"  # what follows is meant instead of the line before: нет, библиотеки
    TURNS_BOUND = "turns-bound"  # up to an amount and no more: `а не больше?`; `аз жоқ па` asks for less


def is_small(says: SmallWord, spoken: str) -> bool:
    """Whether a word says this of its neighbour.

    >>> is_small(SmallWord.DENIES, "ne"), is_small(SmallWord.DENIES, "na")
    (True, False)

    Args:
        says: what it is asked for.
        spoken: the word as it sounds.
    """
    return says in _load_small_words().tell(spoken)


def points_to_spot(before: str, spoken: str) -> bool:
    """Whether two words that follow one another point at what was shown: `сол жерде`, which is no land.

    Args:
        before: the first, as it sounds.
        spoken: the second.
    """
    return is_small(SmallWord.SPOT, spoken) and is_small(SmallWord.THAT, before)


def read_small_word_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("small_words.tsv", SMALL_WORD_COLUMNS)


@cache
def _load_small_words() -> ListedWords[SmallWord]:
    return ListedWords(group_words(read_small_word_rows(), "says", SmallWord))
