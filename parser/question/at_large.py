"""Whether a line of any kind is asked for, though words are left that no list has.

`бюджеттің сорпасы неге кетеді`, `қаланың терісін ең көп сыпыратын сала`: these may be figures of speech.
What stands in a place or has a purpose (`в археологии`, `ғарышқа`) is named as a line, and where none has
it, it is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from parser.budget_code import Side
from parser.question.asking_words import HeardWords
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent
from parser.question.small_words import SmallWord, is_small

_MOST_UNREAD = 3  # words that may be one figure of speech; more of them tell of something
_IN_OR_TO = re.compile("...(?:[dt][ae](?:gi)?|[gk][ae]|n[ae])$")  # of a Kazakh word: ғарышта, ғарышқа
_KINDS = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.ADMINISTRATOR)


def find_side_at_large(
    spoken: Sequence[str], unnamed: Set[int], asking: HeardWords, frame: Frame
) -> Side | None:
    """Of which side a line of any kind is asked for beside words that no list has; None where none is.

    Args:
        spoken: the words of a message as they sound.
        unnamed: the numbers of those that name no line.
        asking: what the words ask.
        frame: what is asked as far as it is known.
    """
    if frame.intent is Intent.AMOUNT and not asking.any_says(Asks.WHOLE, Asks.CASH):
        return None  # the more usual, and told at once
    named = [number for number in range(len(spoken)) if number not in unnamed]
    if not 0 < len(named) <= _MOST_UNREAD or any(_is_place(spoken, number, asking) for number in named):
        return None
    if not _asks_at_large(spoken, named, asking, frame):
        return None
    receives = asking.any_says(Asks.RECEIVES, Asks.INCOME)
    return Side.RECEIPTS if receives else Side.SPENDING


def _is_place(spoken: Sequence[str], number: int, asking: HeardWords) -> bool:
    if asking.says(spoken[number], Asks.WHOLE, Asks.CASH, Asks.MONEY):
        return False
    before = spoken[number - 1] if number else ""
    return is_small(SmallWord.BEFORE_NAME, before) or _IN_OR_TO.search(spoken[number]) is not None


def _asks_at_large(spoken: Sequence[str], named: Sequence[int], asking: HeardWords, frame: Frame) -> bool:
    def says(*asks: Asks) -> bool:
        return asking.any_says(*asks)

    kind = any(asking.says(word, *_KINDS) for n, word in enumerate(spoken) if n not in named)
    exists = says(Asks.EXIST) and not says(Asks.WHAT, Asks.WHERE)  # космодром есть в бюджете
    goes = any(
        asking.says_after(before, word, each)
        for before, word in zip(["", *spoken], spoken, strict=False)
        for each in (Asks.SPENDS, Asks.RECEIVES)
        if not (exists and asking.says(word, Asks.EXIST))
    )
    if frame.intent is Intent.LARGEST:
        return kind or goes
    return frame.intent is Intent.AMOUNT and goes and says(Asks.WHOLE, Asks.CASH)
