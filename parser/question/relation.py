"""What is asked of several lines together: which is more, their sum, or nothing but each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.cut_by_form import (
    any_word,
    between_lines,
    find_against_follows,
    has_particles,
    more_or_less,
    name_several,
    names,
)
from parser.question.fillers import drop_endings, is_filler
from parser.question.intents import Frame, Intent, Relation
from parser.question.small_words import SmallWord, is_small
from parser.question.word_forms import ABLATIVE, LOCATIVE, WORD
from parser.text.folding import sound, sounds, words

_PAIR = 2  # lines that are compared, at least
_SUMMING = ((Asks.SUM, Asks.TOTAL), (Asks.AMOUNT_OF,))
RELATING = (Asks.MORE, Asks.LESS, Asks.EXCEEDS, Asks.SUM, Asks.TOTAL, Asks.AMONG, Asks.TIMES)
"""What asks of several lines together, and names none."""


def without_sum_of_one(relation: Relation, pieces: Sequence[str], text: str) -> Relation:
    """What is asked of lines together; of one, `сумма по статье благоустройство` asks how much it is.

    Args:
        relation: what the words ask.
        pieces: those that name a line.
        text: the whole message.
    """
    if relation is not Relation.SUMMED or len(pieces) >= _PAIR:
        return relation
    said, amounts = ({match.start() for match in any_word(*asks).finditer(text)} for asks in _SUMMING)
    named = names(any_word(Asks.AMOUNT_OF).sub(" ", text))
    return Relation.NAMED if said == amounts and named else relation


def lacks_side(text: str) -> bool:
    """Whether a line is only named as what another is compared with: `больше чем школы?`."""
    if any(names(text[match.end() :]) for match in any_word(Asks.AGAINST).finditer(text)):
        return True
    more = more_or_less().search(text)
    if more is None:
        return False
    following = next(iter(words(text[more.end() :])), "")
    before = WORD.findall(text[: more.start()])
    return (bool(following) and not is_filler(following, sound(following))) or any(
        ABLATIVE.search(sound(word.casefold())) and names(word) for word in before
    )


def find_relation(text: str, frame: Frame) -> Relation:
    """What is asked of the lines together, whichever they are.

    Args:
        text: the message.
        frame: what its words ask of each.
    """
    rivals = any(not stands_between_changes(text, each) for each in any_word(Asks.OR).finditer(text))
    if frame.intent is Intent.COMPARE or rivals or find_against_follows(text):
        return Relation.COMPARED
    if frame.bounds is None and _asks_which_is_most(text):
        return Relation.COMPARED
    bounded = frame.bounds is not None or frame.own_share
    if bounded or _superlative().search(text) or _asks_change(text, frame):
        return Relation.NAMED
    if more_or_less().search(text):
        return Relation.COMPARED
    return Relation.SUMMED if any_word(Asks.SUM, Asks.TOTAL).search(text) or "+" in text else Relation.NAMED


def may_relate(text: str) -> bool:
    """Whether a word may ask something of several lines together, whatever else a message says.

    >>> [may_relate(text) for text in ("дороги или школы", "школы в 2014 году")]
    [True, False]

    Args:
        text: the message.
    """
    asking = load_asking_words()
    signs = (
        any_word(Asks.OR),
        any_word(Asks.AGAINST_FOLLOWS),
        _superlative(),
        more_or_less(),
        any_word(Asks.SUM, Asks.TOTAL),
    )
    if "+" in text or has_particles(text) or any(sign.search(text) for sign in signs):
        return True
    return asking.hear(sounds(drop_endings(text))).may_say(Asks.COMPARE)


def _asks_which_is_most(text: str) -> bool:
    """Whether it is asked which of several is the most: `озеленение, свет, уборка: что дороже всего`."""
    most = _superlative().search(text)
    if most is None:
        return False
    asking, said = load_asking_words(), text[: most.start()]
    before = words(said)[-2:]
    spoken = [sound(word) for word in before]
    on_what = len(spoken) > 1 and asking.hear(spoken).says_together(spoken[0], spoken[1], Asks.SPENDS)
    where = on_what or any(asking.says(word, Asks.WHERE) for word in spoken[-1:])
    if where and _stands_inside(said):
        return False  # в культуре и спорте на что меньше всего
    which = any(asking.says(word, Asks.WHICH_OF) for word in spoken[-1:])
    which = which or any(asking.writes(word, Asks.WHAT) for word in before[-1:])
    listed = text[most.end() :].strip()
    behind = names(listed) and not listed.startswith(":")  # что самое дорогое в образовании и культуре
    return (which or where) and not behind and name_several(between_lines().split(text)) is not None


def _stands_inside(text: str) -> bool:
    """Whether lines are named as what others stand in: `в культуре и спорте`, `мәдениетте`."""
    spoken = [sound(word) for word in words(text)]
    return any(is_small(SmallWord.INSIDE, word) or LOCATIVE.search(word) for word in spoken)


def stands_between_changes(text: str, rivals: re.Match[str]) -> bool:
    """Whether `или` stands between two words of change, not between two lines: `убавили или прибавили`.

    Also where they are no verbs: `в плюсе или в минусе`, `больше стало или меньше`.
    """
    asking, ways = load_asking_words(), (Asks.WINS, Asks.LOSES, Asks.MORE, Asks.LESS, Asks.BECAME)
    before, after = words(text[: rivals.start()])[-1:], words(text[rivals.end() :])
    if len(after) > 1 and len(after[0]) == 1:  # `или в минусе`
        del after[0]
    sides = (before, after[:1])
    return all(side and (asking.asks_change(s := sound(side[0])) or asking.says(s, *ways)) for side in sides)


def _asks_change(text: str, frame: Frame) -> bool:
    """Whether a change is asked of, by another word than one that adds up: `мектеп пен спортты қосқанда`."""
    asking = load_asking_words()
    others = words(any_word(Asks.SUM, Asks.TOTAL).sub(" ", text))
    spoken = [sound(word) for word in others]
    # `плюс или минус` adds nothing up.
    change = any(asking.asks_change(word) or asking.says(word, Asks.LOSES) for word in spoken)
    return frame.intent is Intent.CHANGE and (change or _became_more_alone(text))


def _became_more_alone(text: str) -> bool:
    """Whether something became more than it was, not than another: `больше стали собирать с имущества`."""
    became = _became_more().search(text)
    if became is None or any_word(Asks.AGAINST, Asks.AGAINST_FOLLOWS, Asks.OR).search(text):
        return False
    following = next(iter(words(text[became.end() :])), "")
    return bool(following) and is_filler(following, sound(following))


@asked_pattern(Asks.BECAME)
def _became_more() -> re.Pattern[str]:
    became, compares = load_asking_words().pattern(Asks.BECAME), _more_or_less()
    return re.compile(rf"(?<!\w)(?:{became}\s+{compares}|{compares}\s+{became})", re.IGNORECASE)


@asked_pattern(Asks.VERY, Asks.OF_ALL)
def _superlative() -> re.Pattern[str]:
    """`больше всего`, `ең көп`: one thing is more than all others."""
    asking = load_asking_words()
    very, everything, compares = asking.pattern(Asks.VERY), asking.pattern(Asks.OF_ALL), _more_or_less()
    return re.compile(
        rf"(?<!\w)(?:{very}\s|{everything}\s+{compares}|{compares}\s+{everything})", re.IGNORECASE
    )


def _more_or_less() -> str:
    """The source for a word that says which of two is more."""
    asking = load_asking_words()
    return f"(?:{asking.pattern(Asks.MORE)}|{asking.pattern(Asks.LESS)})"
