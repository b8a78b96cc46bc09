"""Lines of a kind that a message asks for, or asks how many there are of: `все программы`, `сколько строк`.

What a budget's own lines are, and how many, a list of them tells; of what they pay for (`сколько школ`) no
decision says how many there are.
"""

from __future__ import annotations

from collections.abc import Sequence

from parser.question.asking_words import HeardWords, says_in
from parser.question.asks import Asks
from parser.question.word_forms import PLURAL
from parser.records import Language

_BETWEEN = (Asks.TOTAL, Asks.EVERYTHING, Asks.WHOLE)  # сколько всего программ


def find_counted(spoken: Sequence[str], asking: HeardWords, *, of_changes: bool) -> int | None:
    """The number of the word for lines of which it is asked how many there are; None where none is.

    Of `сколько стоит программа` it is asked how much, and there the noun does not stand in this form.

    Args:
        spoken: the words as they sound.
        asking: what they ask.
        of_changes: whether a change is asked of: `неше жол өзгерді` are rows, elsewhere roads.
    """
    if not asking.may_say(Asks.HOW_MANY):
        return None
    nouns = (Asks.COUNTED, Asks.ROW) if of_changes else (Asks.COUNTED,)
    for number, word in enumerate(spoken):
        if not asking.says(word, *nouns):
            continue
        before = number - 1
        while before > 0 and (
            asking.says(spoken[before], *_BETWEEN, Asks.NEW)
            and not asking.says(spoken[before], Asks.HOW_MANY)
        ):
            before -= 1
        behind = spoken[number + 1 : number + 2]
        if before >= 0 and asking.says(spoken[before], Asks.HOW_MANY):
            return number
        if number + 2 == len(spoken) and asking.says(behind[0], Asks.HOW_MANY):  # программ сколько
            return number
    return None


def asks_every(spoken: Sequence[str], position: int, asking: HeardWords) -> bool:
    """Whether all lines of a kind are asked for: `все программы`, `программы отдела спорта`.

    Args:
        spoken: the words as they sound.
        position: the number of the word for what a list is of.
        asking: what the words ask.
    """
    if position and asking.says(spoken[position - 1], Asks.EVERY):
        return True
    word = spoken[position]
    plural = word.endswith("i") if says_in(Language.RU, word) else PLURAL.search(word) is not None
    others = [each for number, each in enumerate(spoken) if number != position]
    of_office = any(asking.says(each, Asks.ADMINISTRATOR) for each in others)
    return plural and of_office and asking.says(word, Asks.PROGRAM, Asks.LINE)
