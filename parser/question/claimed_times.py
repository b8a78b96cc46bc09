"""When something is said not to have been, beside when it was: `не в октябре, а в декабре`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.text.dates import read_month_words
from parser.text.word_lists import any_in_either_case

_LITTLE = r"\w{1,2}"  # what stands before a time: в, с, на; or joins two: а, но


def drop_denied_times(text: str) -> str:
    """A text without the month or the year that it denies, where it says another one in its place.

    >>> drop_denied_times("школам дали 8 млрд не в октябре, а в декабре")
    'школам дали 8 млрд в декабре'
    >>> drop_denied_times("мектептерге 8 млрд қазанда емес, желтоқсанда бөлінді")
    'мектептерге 8 млрд желтоқсанда бөлінді'

    Args:
        text: what is claimed. A time that alone is denied stays: the figure is denied with it.
    """
    return _instead().sub(lambda match: match["kept"] or match["said"] or match["first"], text)


@cache
def _instead() -> re.Pattern[str]:
    """A time that is denied and the one that it was, in either order."""
    year = rf"20\d\d(?!\d)(?:-[^\W\d]{{1,4}}|\s*-?\s*{load_asking_words().pattern(Asks.YEAR)})?"
    month = rf"(?:{year}\s+)?{any_in_either_case(read_month_words())}(?:\s+{year})?"
    time = rf"(?:{_LITTLE}\s+)?(?:{month}|{year})"
    apart = rf"\s*(?:[,;–—-]\s*(?:{_LITTLE}\s+)?|\s{_LITTLE}\s+(?={_LITTLE}\s))"  # not `с апреля по май`
    denies, follows = says_pattern(ClaimWord.NOT), says_pattern(ClaimWord.NOT_FOLLOWS)
    return re.compile(
        rf"""
        (?<!\w) (?:
            {denies} \s+ {time} {apart} (?P<kept>{time})  # не в октябре, а в декабре
          | {time} \s+ {follows} (?: {apart} | \s+ ) (?P<said>{time})  # қазанда емес, желтоқсанда
          | (?P<first>{time}) {apart} (?: {denies} \s+ {time} | {time} \s+ {follows} )  # в декабре, не в мае
        ) (?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )
