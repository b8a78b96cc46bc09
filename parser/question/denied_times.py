"""A month, year or decision that is not meant, beside the one that is: `не в октябре, а в декабре`."""

from __future__ import annotations

import re
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.checking import ClaimWord, says_pattern
from parser.text.dates import read_month_words
from parser.text.word_lists import any_in_either_case

_NUMBER = r"(?:№\s*)?\d{1,3}-\d{1,2}"  # of a decision
_LITTLE = r"\w{1,2}"  # what stands before a time: в, с, на; or joins two: а, но


def drop_denied_times(text: str) -> str:
    """A claim without the time that it denies, where it says another one in its place.

    >>> drop_denied_times("школам дали 8 млрд не в октябре, а в декабре")
    'школам дали 8 млрд в декабре'
    >>> drop_denied_times("мектептерге 8 млрд қазанда емес, желтоқсанда бөлінді")
    'мектептерге 8 млрд желтоқсанда бөлінді'

    Args:
        text: what is claimed. A time that alone is denied stays: the figure is denied with it.
    """
    return _denied_claimed().sub(said_instead, text)


@cache
def _denied_claimed() -> re.Pattern[str]:
    return denied_time_pattern(says_pattern(ClaimWord.NOT), says_pattern(ClaimWord.NOT_FOLLOWS))


def said_instead(match: re.Match[str]) -> str:
    """The time that is meant, of what `denied_time_pattern` finds; all of it where none is."""
    return match["kept"] or match["said"] or match["first"] or match.group()


def denies_several(match: re.Match[str]) -> bool:
    """Whether of what `denied_time_pattern` finds several times are denied, and none is meant."""
    return bool(match["none"] or match["further"])


def time_pattern() -> str:
    """An expression for a month, a year or a decision: `в октябре 2014`, `12-3`."""
    year = rf"20\d\d(?!\d)(?:-[^\W\d]{{1,4}}|\s*-?\s*{load_asking_words().pattern(Asks.YEAR)})?"
    month = rf"(?:{year}\s+)?{any_in_either_case(read_month_words())}(?:\s+{year})?"
    return rf"(?:{_LITTLE}\s+)?(?:{month}|{year}|{_NUMBER})"


def denied_time_pattern(denies: str, follows: str) -> re.Pattern[str]:
    """The times that are denied and the one that it was, in either order: `не в мае и не в июне, а в июле`.

    Args:
        denies: the words that deny before what they deny, as an expression.
        follows: those that do so behind it.
    """
    time = time_pattern()
    little = rf"(?!{denies}\s){_LITTLE}"  # no ни
    joins = rf"(?:{load_asking_words().pattern(Asks.GOES_ON)}\s+|{little}\s+(?={_LITTLE}\s))"  # а, но
    apart = rf"\s*(?:[,;–—-]\s*{joins}?|\s{little}\s+(?={_LITTLE}\s))"  # not `с апреля по май`
    between = rf"(?:{apart}|\s*,?\s+)"
    before, behind = rf"{denies}\s+{time}", rf"{time}\s+{follows}"  # of which there may be several
    more_before, more_behind = rf"(?>(?:{between}{before})*)", rf"(?>(?:{between}{behind})*)"
    return re.compile(
        rf"""
        (?<!\w) (?:
            {before} {more_before} {apart} (?P<kept> (?!{denies}\s) {time})  # не в мае, а в июле
          | {before} (?P<further> {more_before} )  # не в мае и не в июле: none is meant
          | {behind} {more_behind}{between} (?P<said>{time})(?!\s+{follows})  # мамырда емес, шілде
          | (?P<none> {behind} {between} {behind} {more_behind}  # мамырда емес, шілдеде емес
              | {time}\s+{_LITTLE} {between} {time}\s+{_LITTLE}\s+{follows})  # мамырда да, шілдеде де емес
          | (?P<first>{time}) (?: {apart} {before} {more_before}  # в декабре, не в мае
              | {apart} {behind} {more_behind} )
        ) (?!\w)
        """,
        re.IGNORECASE | re.VERBOSE,
    )
