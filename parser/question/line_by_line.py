"""A message that names a line on each of its own lines, as people list what they want to know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.introductions import cut_introduction
from parser.question.remarks import read_remark
from parser.question.small_words import SmallWord, is_small
from parser.text.folding import sounds
from parser.text.units import spoken_unit

_LONGEST = 4  # words of a line that only names something; a longer one is a sentence
_BULLET = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–—•*])\s*")
_END = ".,;:!?… \t"
_BREAK = re.compile(r"(?<=[^\W\d])[ \t]*\n\s*(?=[^\W\d])")  # between two words, and no signs
_MOST_BROKEN = 2  # lines of a sentence that is broken once
_BRIEF = 6  # words of half a sentence; more may be a story
_FULLY = (Asks.HOW_MUCH, Asks.HOW_MANY, Asks.LARGEST, *CHANGES)
# Says of a line that something is asked; `налоги` and `расходы` may be two of a list.
_ASKS = (
    Asks.LARGEST,
    Asks.REASON,
    Asks.SPENDS,
    Asks.WHAT,
    Asks.WHICH,
    Asks.VERY,
    Asks.EDITION,
    Asks.WITHOUT,
    Asks.WITHOUT_FOLLOWS,
    *CHANGES,
)
_GOES_ON = (SmallWord.BEFORE_NAME, SmallWord.INSIDE, SmallWord.PURPOSE)  # no line of a list begins so


def join_entries(text: str) -> str:
    r"""A list with an entry in each line, as the same list with commas; any other text as it is.

    A line with a digit may be half of a code or an amount, so nothing is parted then.

    >>> join_entries("школы\n\nсадики\nдороги")
    'школы, садики, дороги'
    >>> join_entries("1) мектеп\n2) балабақша")
    'мектеп, балабақша'
    >>> join_entries("464\n009")
    '464\n009'

    Args:
        text: the message.
    """
    entries = [_BULLET.sub("", line).strip(_END) for line in text.splitlines() if line.strip(_END)]
    if len(entries) < 2 or not all(map(_is_entry, entries)):
        return text
    return ", ".join(entries)


def join_broken(text: str) -> str:
    r"""A sentence that is broken once in two lines, in one; any other text as it is.

    Two lines that only name something are a list, and two that both ask are two questions.

    >>> join_broken("двести\nпятьдесят миллионов"), join_broken("школы\nсадики")
    ('двести пятьдесят миллионов', 'школы\nсадики')

    Args:
        text: the message.
    """
    lines = [line.strip() for line in text.splitlines()]
    if len(lines) != _MOST_BROKEN or not _BREAK.search(text) or lines[1][:1].isupper():
        return text
    first, second = (sounds(line) for line in lines)
    if not (first and second) or first[0] == second[0]:  # `на школы`, `на садики` are a list
        return text
    alone = len(first) > _BRIEF or read_remark(lines[0], first) or cut_introduction(text) != text
    if alone or (len(first) > 1 and _asks_fully(first) and _asks_fully(second)):
        return text
    asks = any(map(_asks, [*_without_how_much(first), *_without_how_much(second)]))
    return _BREAK.sub(" ", text) if _goes_on(second[0]) or asks else text


def _goes_on(spoken: str) -> bool:
    return load_asking_words().says(spoken, Asks.AND) or any(is_small(says, spoken) for says in _GOES_ON)


def _asks_fully(spoken: Sequence[str]) -> bool:
    return any(load_asking_words().says(word, *_FULLY) for word in spoken)


def _without_how_much(spoken: Sequence[str]) -> Iterator[str]:
    """Without `сколько`, which a list may have before it or behind."""
    return (word for word in spoken if not load_asking_words().says(word, Asks.HOW_MUCH))


def _asks(spoken: str) -> bool:
    return load_asking_words().says(spoken, *_ASKS) or spoken_unit(spoken) is not None


def _is_entry(line: str) -> bool:
    return 0 < len(line.split()) <= _LONGEST and not any(map(str.isdigit, line))
