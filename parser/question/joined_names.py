"""Pieces of a message that may be one name together, among others: `школы, культура и спорт, дороги`.

Where `или` stands between lines, what is joined on one side of it may be one line
(`культура, спорт и туризм или библиотеки`); where commas do, what `и` joins before the last of them:
`школы, спорт и культура` are three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks

_AND, _COMMA, _OTHER = "and", "comma", "other"
_MOST = 3  # pieces of one name


def list_joined(text: str, pieces: Sequence[str]) -> list[tuple[int, int]]:
    """The runs of pieces that may be one name, each from its first piece to behind its last.

    >>> list_joined("школы, культура и спорт, дороги", ["школы", "культура", "спорт", "дороги"])
    [(1, 3)]

    Args:
        text: the message.
        pieces: those that it is cut in, in their order.

    Returns:
        None of them is the whole message, and none holds another.
    """
    between = list(_list_between(text, pieces))
    if len(between) != len(pieces) - 1:
        return []
    if _OTHER not in between:
        last = len(between) - 1
        runs = [(at, at + 2) for at, sign in enumerate(between) if sign == _AND and at < last]
        return [run for run in runs if _COMMA in between]
    ends = [-1, *(at for at, sign in enumerate(between) if sign == _OTHER), len(between)]
    runs = [(start + 1, end + 1) for start, end in pairwise(ends)]
    return [(start, end) for start, end in runs if 2 <= end - start <= _MOST]


def _list_between(text: str, pieces: Sequence[str]) -> Iterator[str]:
    """What stands between pieces; it ends early where a piece is not found as it stands."""
    at = 0
    for number, piece in enumerate(pieces):
        found = text.find(piece.strip(), at)
        if found < 0:
            return
        if number:
            sign = text[at:found].strip(" ,").casefold()
            yield _COMMA if not sign else _AND if _and().fullmatch(sign) else _OTHER
        at = found + len(piece.strip())


@cache
def _and() -> re.Pattern[str]:
    return re.compile(load_asking_words().pattern(Asks.AND), re.IGNORECASE)
