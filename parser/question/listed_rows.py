"""Lines of a kind that a message asks for, or asks how many there are of: `все программы`, `сколько строк`.

What a budget's own lines are, how many, and which of them have nothing, a list of them tells; of what they
pay for (`сколько школ`) no decision says how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import HeardWords, load_asking_words, says_in
from parser.question.asks import Asks
from parser.question.bounds import Bounds, cut_out, kinds_of_lines
from parser.question.word_forms import PLURAL
from parser.records import Language

_BETWEEN = (Asks.TOTAL, Asks.EVERYTHING, Asks.WHOLE)  # сколько всего программ
NOTHING = Bounds(low=0, high=0, low_included=True, high_included=True)
"""The bounds of lines that have nothing."""


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


def cut_nothing(text: str) -> tuple[str, Bounds | None]:
    """A message that asks which lines have nothing, without the words for that, and bounds of nothing.

    >>> cut_nothing("нулевые программы")[1].high
    0

    Args:
        text: the message. Without a word for lines of a kind the words say anything: `нулевой километр`.
    """
    found = _none_given().search(text)
    kinds = (kinds_of_lines(), _rows(), _which())
    if found is None or not any(each.search(text) for each in kinds):
        return text, None
    return cut_out(text, found.start(), found.end()), NOTHING


@asked_pattern(Asks.NONE_GIVEN)
def _none_given() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.NONE_GIVEN)}", re.IGNORECASE)


@asked_pattern(Asks.ROW)
def _rows() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.ROW)}", re.IGNORECASE)


@asked_pattern(Asks.WHERE, Asks.WHAT, Asks.WHERE_MOST)
def _which() -> re.Pattern[str]:
    asking = load_asking_words()
    which = "|".join(map(asking.pattern, (Asks.WHERE, Asks.WHAT, Asks.WHERE_MOST)))
    return re.compile(rf"(?<!\w)(?:{which})", re.IGNORECASE)
