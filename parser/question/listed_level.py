"""Which lines a list is asked of, by their level: `отделы`, `сколько строк`, `какие программы в культуре`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from parser.question.asking_words import AskingWords, HeardWords
from parser.question.asks import Asks
from parser.question.intents import Intent, ListedLevel
from parser.question.listed_rows import asks_every
from parser.question.superlatives import is_spent

_LISTED: tuple[tuple[Asks, ListedLevel | None], ...] = (
    (Asks.PROGRAM, ListedLevel.PROGRAM),
    (Asks.ADMINISTRATOR, ListedLevel.ADMINISTRATOR),
    (Asks.SUBGROUP, ListedLevel.SUBGROUP),
    (Asks.GROUP, ListedLevel.GROUP),
    (Asks.LINE, None),
)
ASKS_LEVEL: Mapping[ListedLevel | None, Asks] = {level: asks for asks, level in _LISTED if level}
"""The word that asks for lines of a level."""


def ask_of_level_alone(
    intent: Intent | None, position: int | None, spoken: Sequence[str], named: Set[int]
) -> Intent | None:
    """What is asked where a message names a level and nothing else: `отделы`, `сравни расходы отделов`.

    Args:
        intent: what its words ask, besides.
        position: which of them names the level.
        spoken: the words as they sound.
        named: the numbers of those that may name a line.
    """
    if position is None or named - {position}:
        return intent
    if intent is None and len(spoken) == 1:
        return Intent.LIST
    return Intent.LARGEST if intent is Intent.COMPARE else intent


def find_level(
    spoken: Sequence[str], marks: Set[int], fillers: Set[int], asking: HeardWords
) -> tuple[ListedLevel | None, int | None]:
    """The level that a list is asked of, and the word that says so.

    An office beside a word that names it (`отдел образования`, `білім бөлімі`) is no level but a line.

    Args:
        spoken: the words as they sound.
        marks: the numbers of those that ask.
        fillers: the numbers of those that only ask and tell no intent.
        asking: what they ask.
    """
    if not asking.may_say(*(asks for asks, _ in _LISTED)):
        return None, None
    named = list_named(spoken, marks, fillers, asking)
    of_branch: tuple[ListedLevel | None, int | None] = (None, None)
    for number, (before, word) in enumerate(pairwise(["", *spoken])):
        for asks, level in _LISTED:
            if not asking.says_after(before, word, asks) or asking.says_together(before, word, Asks.NOTHING):
                continue  # қаржы бөлімі
            beside = {number - 1, number + 1} & named
            if level is ListedLevel.GROUP and beside:  # какие программы в сфере транспорта
                of_branch = of_branch if of_branch[1] is not None else (level, number)
            elif level is not ListedLevel.ADMINISTRATOR or not beside:
                return level, number
    return of_branch


def list_named(spoken: Sequence[str], marks: Set[int], fillers: Set[int], asking: HeardWords) -> set[int]:
    """The words that may name a line: not those that ask, nor `расходы`, `каждый`.

    Args:
        spoken: the words as they sound.
        marks: the numbers of those that ask.
        fillers: the numbers of those that only ask and tell no intent.
        asking: what they ask.
    """
    general = (Asks.MONEY, Asks.MONEY_AFTER, Asks.GENERIC, Asks.WHOLE, Asks.AMONG, Asks.EACH_OF)
    named = set(range(len(spoken))) - set(marks) - set(fillers)
    return named - {n for n, word in enumerate(spoken) if asking.says(word, *general) or is_spent(word)}


def level_counted(word: str, asking: HeardWords) -> ListedLevel:
    """The level of lines that are counted: of rows, those at the bottom.

    Args:
        word: what is counted, as it sounds.
        asking: what the message's words ask.
    """
    named = (level for asks, level in _LISTED if level and asking.says(word, asks))
    return next(named, ListedLevel.PROGRAM)


def ask_for_lines(
    intent: Intent | None, position: int | None, spoken: Sequence[str], asking: HeardWords, *, counts: bool
) -> Intent | None:
    """What is asked where lines of a kind are asked for, or how many there are, and nothing else.

    Args:
        intent: what its words ask, besides.
        position: which of them names the kind.
        spoken: the words as they sound.
        asking: what they ask.
        counts: whether it is asked how many there are.
    """
    if intent is not None or position is None:
        return intent
    which = position > 0 and asking.says(spoken[position - 1], Asks.WHICH)  # какие программы в культуре
    return Intent.LIST if counts or which or asks_every(spoken, position, asking) else None


def level_in(spoken: str, asking: AskingWords) -> ListedLevel | None:
    """The level that a word, as it sounds, asks a list to be of."""
    return next((level for asks, level in _LISTED if level and asking.says(spoken, asks)), None)
