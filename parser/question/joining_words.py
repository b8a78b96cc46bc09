"""The words that join a message to the one before, where it begins or ends: `а спорт?`, `мәдениет ше?`."""

from __future__ import annotations

import re

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks


def find_join(text: str) -> tuple[int, int]:
    """Where a message begins and ends without the words that join it to the one before.

    >>> text = "нет, а спорт ше?"
    >>> start, end = find_join(text)
    >>> text[start:end]
    'спорт'

    Args:
        text: the message.

    Returns:
        Both places; the whole message where nothing joins it.
    """
    start, after = 0, _joins_behind().search(text)
    while before := _joining(text, start):
        if start and not any(map(str.isalnum, text[before.end() :])):
            break
        start = before.end()
    return start, max(after.start(), start) if after else len(text)


def _joining(text: str, start: int) -> re.Match[str] | None:
    """The word that joins a message to the one before: `ал`, `а`, `ещё`; but `жоқ болып кеткен жолдар`."""
    return None if _vanished().match(text, start) else _joins().match(text, start)


@asked_pattern(Asks.GOES_ON)
def _joins() -> re.Pattern[str]:
    return re.compile(rf"\s*{load_asking_words().pattern(Asks.GOES_ON)}[\s,]*", re.IGNORECASE)


@asked_pattern(Asks.VANISH)
def _vanished() -> re.Pattern[str]:
    return re.compile(rf"\s*{load_asking_words().pattern(Asks.VANISH)}", re.IGNORECASE)


@asked_pattern(Asks.GOES_ON_BEHIND)
def _joins_behind() -> re.Pattern[str]:
    """The word at its end that does: `мәдениет ше?`."""
    return re.compile(
        rf"(?<=\w)\s+{load_asking_words().pattern(Asks.GOES_ON_BEHIND)}[\s?!.]*$", re.IGNORECASE
    )
