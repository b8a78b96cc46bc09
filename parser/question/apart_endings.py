"""A Kazakh ending that is typed apart from its word: `жкх дан басқа`, `мектеп тен көп`.

Alone such an ending is a word too (нан is bread): it is one only before what takes it.
"""

from __future__ import annotations

import re

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.text.folding import sound

_PAIR = re.compile(r"(?<=\w) +(?P<ending>[^\W\d]{3})(?= +(?P<behind>[^\W\d]+))")
_OF_NUMBER = re.compile(r"\d *[^\W\d]*$")  # 5 mln nan az: a bound, which is read as it is
_ABLATIVE = re.compile("[dtn][ae]n")
_BEHIND = (Asks.OTHER_THAN, Asks.MORE, Asks.LESS)


def join_endings(text: str) -> str:
    """A text whose words have their endings again: with a hyphen, which a shortened word has before one.

    >>> join_endings("жкх дан басқа барлық шығындар")
    'жкх-дан басқа барлық шығындар'

    Args:
        text: the message.
    """
    return _PAIR.sub(_join, text)


def _join(match: re.Match[str]) -> str:
    asking, behind = load_asking_words(), sound(match["behind"].casefold())
    ending = sound(match["ending"].casefold())
    if not _ABLATIVE.fullmatch(ending) or not asking.says(behind, *_BEHIND):
        return match[0]
    if _OF_NUMBER.search(match.string[: match.start()]):
        return match[0]
    return f"-{match['ending']}"
