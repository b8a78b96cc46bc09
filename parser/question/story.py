"""What is told before a question: `живём на съёмной квартире, муж болеет, вот и думаю сколько на пособия`.

Only the last clause that asks for an amount is the question; what stands before it tells of the one who
asks, and its words name no line. What leads to the question is in `locales/introductions.tsv` (`asks`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.introductions import list_told_places, read_introduction_rows
from parser.text.folding import sound, sounds
from parser.text.word_lists import any_of

_FEWEST_WORDS = 5  # of what is told …
_FEWEST_LED = 3  # … and where words lead to the question
_MONEY = (Asks.CASH,)
_END = re.compile(r"[,.!?;…\n]+\s*")
_WORD = re.compile(r"\w{5,}\s+")
_OF_US = re.compile("(?:[mpb]i[nz]|[dt]i[mk])$")  # I and we in Kazakh, as they sound: отырмыз


def cut_story(text: str, asks_alone: Callable[[str, str], bool]) -> str:
    """A message from where its question begins, with the places that were named before it.

    >>> cut_story("крыша течёт второй год, директор молчит, сколько на школы", lambda told, asked: True)
    'сколько на школы'

    Args:
        text: the message.
        asks_alone: whether of what is told and what is asked the second is a question without the first.
    """
    for start, end, leads in sorted(_list_ends(text), reverse=True):
        told, asked = text[:start], text[end:]
        fewest = _FEWEST_LED if leads else _FEWEST_WORDS
        if len(sounds(told)) < fewest or _says(told, Asks.HOW_MUCH) or "?" in told:
            continue
        # `хочу узнать, какие деньги`
        if _says(asked, Asks.HOW_MUCH, *(_MONEY if leads else ())) and asks_alone(told, asked):
            return " ".join([asked, *list_told_places(told)])
    return text


def _list_ends(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where something told may end and the question begin, and whether words there lead to it."""
    if len(text.split()) <= _FEWEST_LED:
        return
    yield from ((match.start(), match.end(), False) for match in _END.finditer(text))
    for match in _WORD.finditer(text):
        if _OF_US.search(sound(match.group().strip().casefold())):
            yield match.end(), match.end(), False
    yield from ((match.start(), match.end(), True) for match in _leading().finditer(text))


def _says(text: str, *asks: Asks) -> bool:
    return any(load_asking_words().says(word, *asks) for word in sounds(text))


@cache
def _leading() -> re.Pattern[str]:
    rows = (row["words"] for row in read_introduction_rows() if row["at"] == "asks")
    return re.compile(rf"(?<!\w){any_of(rows)}", re.IGNORECASE)
