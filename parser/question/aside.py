"""What a message may only say to the bot, where none of its words names a line: `ты чего такой умный`.

Talk that is known word by word is read by `remarks.py`. People say more than any list has; a message that
speaks to the bot (`locales/addressing.tsv`), or begins with thanks, a farewell or a curse, and asks neither
how much nor which, is answered as talk where no line is found by its name or an everyday phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Token
from parser.question.remarks import Remark, find_first_remark, says_nothing
from parser.question.word_patterns import Phrases
from parser.text.word_lists import ListRow, read_list

ADDRESSING_COLUMNS = ("phrase", "example")
_ASKS = (Asks.HOW_MUCH, Asks.HOW_MANY, Asks.WHICH, Asks.WHICH_ONES, Asks.CHANGE, Asks.CASH, Asks.MONEY)
_SAID_FIRST = frozenset({Remark.SWEARING, Remark.THANKS, Remark.AGREEMENT, Remark.FAREWELL})
_MOST_GREETED = 2  # further words of a greeting: `ну привет дружище`; more may ask something


def read_aside(tokens: Sequence[Token]) -> Remark | None:
    """What a message says to the bot, should its words name no line.

    Args:
        tokens: its words.

    Returns:
        None where one of its words asks how much, which or what changed, or where nothing speaks to the bot.
    """
    asking = load_asking_words()
    if not tokens or any(asking.says(token.sound, *_ASKS) for token in tokens):
        return None
    first = find_first_remark([token.sound for token in tokens])
    further = sum(not (token.filler or says_nothing(token.sound)) for token in tokens)
    if first in _SAID_FIRST or (first is Remark.GREETING and further <= _MOST_GREETED):
        return first
    return Remark.ABOUT if any(_load_addressing().find(tokens)) else None


def goes_with_agreement(tokens: Sequence[Token]) -> bool:
    """Whether what stands behind a word of agreement may only be said to the bot too: `ладно потом зайду`.

    Args:
        tokens: the words behind it.
    """
    asking = load_asking_words()
    return not any(asking.says(token.sound, *_ASKS) for token in tokens)


def read_addressing_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("addressing.tsv", ADDRESSING_COLUMNS)


@cache
def _load_addressing() -> Phrases[None]:
    return Phrases([(row, None) for row in read_addressing_rows()], ())
