"""From whom somebody heard what he asks about: `сосед говорит, что школам урезали`.

Ahead of a question such words name no line and ask nothing (`locales/hearsay.tsv`). Beside an amount they
are told by `amount_seen.py`, and of a claim they say who made it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from parser.question.question import Token
from parser.question.word_patterns import Phrases
from parser.text.folding import sound, words
from parser.text.word_lists import ListRow, read_list

HEARSAY_COLUMNS = ("phrase", "example")
_MOST_AHEAD = 7  # words of a phrase, with one that joins it to what was before
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = " ,.:;—–-\n"  # what stands between it and the question


def cut_hearsay(text: str, asks_alone: Callable[[str, str], bool]) -> str:
    """A message without the words ahead of its question that only say from whom that was heard.

    >>> cut_hearsay("сосед говорит, что школам урезали", lambda told, asked: True)
    'школам урезали'

    Args:
        text: the message; as it is where it has a figure.
        asks_alone: whether of what is told and what is asked the second is a question without the first.
    """
    if any(map(str.isdigit, text)):
        return text
    found = list(_list_ends(text))
    if not found:
        return text
    start, end = max(found, key=lambda each: each[1])
    told, asked = text[:end], text[end:].lstrip(_BETWEEN)
    return f"{text[:start]}{asked}" if asked and asks_alone(told, asked) else text


def _list_ends(text: str) -> list[tuple[int, int]]:
    """Where each such phrase begins and ends, that stands first or behind one word that joins."""
    pieces = [match for match, _ in zip(_WORD.finditer(text), range(_MOST_AHEAD), strict=False)]
    tokens = [Token(word, sound(word)) for piece in pieces for word in words(piece[0])[:1]]
    if len(tokens) < len(pieces):
        return []
    phrases = (found.positions for found in _load().find(tokens))
    ahead = (positions for positions in phrases if positions[0] <= 1)
    return [
        (pieces[positions[0]].start(), pieces[positions[-1]].end())
        for positions in ahead
        if positions[0] == 0 or len(tokens[0].folded) <= 2
    ]


def read_hearsay_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("hearsay.tsv", HEARSAY_COLUMNS)


@cache
def _load() -> Phrases[None]:
    return Phrases([(row, None) for row in read_hearsay_rows()], ())
