"""Who is said to have given or cut money, where it is no line that is meant: `маслихат увеличил бюджет`.

The council and the administration have lines of their own. Which of the two is meant the verb tells: who
adds, cuts, gives and decides is its subject, who grew, was cut or got something is a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_subject import Read
from parser.question.question import Question
from parser.records import Language
from parser.text.folding import sound, words
from parser.text.language import detect_language

_DOES = (*CHANGES, Asks.GIVES, Asks.DECIDES)
_ONE_DOES = re.compile("(?:l[ao]?|[ie]t)$")  # увеличил, добавила, урежет
_MANY_DO = re.compile("(?:li|[iu]?ut|i?at)$")  # урезали, срежут, добавят
_IS_DONE = re.compile("(?:i[ln]|[ae]n)(?:[dt]i|[aei]di|gan|gen|mak|mek|ip(?:ti)?)$")  # қосылды, жоспарланды


def cut_deciding(before: str, after: str) -> tuple[str, str]:
    """What stands around a figure without those who are said to decide on it.

    >>> cut_deciding("маслихат увеличил бюджет на ", "")
    ('  увеличил бюджет на ', '')
    >>> cut_deciding("маслихат подорожал на ", "")
    ('маслихат подорожал на ', '')

    Args:
        before: what stands before the figure.
        after: and what stands behind it.
    """
    for said in (ClaimWord.VOTED, ClaimWord.BY_ACTOR):  # neither is ever what money is for
        before, after = (says_whole(said).sub(" ", text) for text in (before, after))
    if not _decide(f"{before} {after}"):
        return before, after
    return _actors().sub(" ", before), _actors().sub(" ", after)


def cut_actors(text: str, read: Read, names: Callable[[Question], bool]) -> str:
    """A text without those who decide on money, where it names something else: `депутаты тратят на школы`.

    Args:
        text: what stands around a figure.
        read: reads what a text asks.
        names: whether what is left names something.
    """
    rest = text if says_whole(ClaimWord.OWN).search(text) else _actors().sub(" ", text)
    return rest if rest != text and names(read(rest)) else text


def _decide(text: str) -> bool:
    """Whether somebody in a text adds, cuts, gives or decides, and not on what is their own."""
    many, one = _named(ClaimWord.ACTORS), _named(ClaimWord.ACTOR)
    is_many, is_one = many.search(text) is not None, one.search(text) is not None
    if not (is_many or is_one) or says_whole(ClaimWord.OWN).search(text):
        return False
    asking = load_asking_words()
    said = words(says_whole(ClaimWord.BY_ITSELF).sub(" ", text))
    spoken = [each for each in map(sound, said) if asking.says(each, *_DOES)]
    if detect_language(text) is Language.KK:
        return any(not _IS_DONE.search(each) for each in spoken)
    return any((is_many and _MANY_DO.search(each)) or (is_one and _ONE_DOES.search(each)) for each in spoken)


@cache
def _actors() -> re.Pattern[str]:
    own = says_pattern(ClaimWord.ACTORS_OWN)
    all_of_them = f"(?:{says_pattern(ClaimWord.ACTORS)}|{says_pattern(ClaimWord.ACTOR)})"
    return re.compile(rf"(?<!\w){all_of_them}(?!\w)(?!\s+{own})", re.IGNORECASE)


@cache
def _named(says: ClaimWord) -> re.Pattern[str]:
    own = says_pattern(ClaimWord.ACTORS_OWN)
    return re.compile(rf"(?<!\w){says_pattern(says)}(?!\w)(?!\s+{own})", re.IGNORECASE)
