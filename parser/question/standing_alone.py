"""Whether a message that names no line stands alone all the same: `какая статья выросла больше всех`.

A message stands alone if it names its own line, or asks which of all lines is the largest or changed most: a
noun for any line (`статья`, `бөлім`, `нәрсе`), or money and where it goes (`ең көп ақша неге жұмсалады`),
beside a superlative. It goes on where a word points back (`там`, `из них`, `ол`), where a word joins it to
the message before, and where it is a bare attribute: a year, a decision, a share, a change, a
number, `почему`.
"""

from __future__ import annotations

from itertools import pairwise

from parser.question.asking_words import HeardWords, load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.decision_list import asks_for_decisions
from parser.question.directions import asks_what_else, is_said
from parser.question.intents import Intent, ListedLevel
from parser.question.question import Question
from parser.question.small_words import SmallWord, is_small, points_to_spot
from parser.question.superlatives import asks_for_most

_NOUNS = (
    *(Asks.LINE, Asks.ROW, Asks.PROGRAM, Asks.GROUP, Asks.SUBGROUP, Asks.ADMINISTRATOR, Asks.GENERIC),
    *(Asks.DECISION, Asks.AMENDMENT),
)
_WHICH = (Asks.WHICH_ONES, Asks.WHICH)
_MONEY = (Asks.CASH, Asks.MONEY)


def points_back(question: Question) -> bool:
    """Whether a word of a message points to what was shown: `там`, `из них`, `ол`."""
    asking = load_asking_words()
    there = any(points_to_spot(before.sound, word.sound) for before, word in pairwise(question.tokens))
    return there or any(
        is_small(SmallWord.POINTS, token.sound)
        or asking.says(token.sound, Asks.IT, Asks.OF_IT)
        or asking.writes(token.folded, Asks.THE_ONE)
        for token in question.tokens
    )


def asks_which_of_all(question: Question) -> bool:
    """Whether a message asks which of all lines is the largest, or which changed most.

    Args:
        question: the message, which no word joins to the one before.
    """
    frame = question.frame
    if not question.names_nothing or question.parts or question.exclusions or frame.bounds or frame.reason:
        return False
    if points_back(question):
        return False
    if question.intent is Intent.CHANGE:
        return _asks_which_changed(question)
    heard = load_asking_words().hear([token.sound for token in question.tokens])
    if question.intent is not Intent.LARGEST or frame.at_rank or frame.ranked:
        return False
    office = frame.level is ListedLevel.ADMINISTRATOR and heard.any_says(*_WHICH)  # қай бөлім көп ақша алады
    return office or (_says_most(heard) and heard.any_says(*_MONEY) and heard.any_says(Asks.SPENDS))


def _asks_which_changed(question: Question) -> bool:
    """Whether a message asks which line changed most, or what else was changed; not when one did."""
    spoken = [token.sound for token in question.tokens]
    heard = load_asking_words().hear(spoken)
    if is_said(Asks.SINCE_WHEN, spoken, heard):
        return False  # қай айда ең көп қосылды
    besides = asks_what_else(spoken) or (heard.any_says(Asks.FURTHER) and heard.any_says(Asks.WHAT))
    return besides or (asks_most(question) and heard.any_says(*_NOUNS))


def asks_what_was_changed(question: Question, previous: Question) -> bool:
    """Whether it is asked what a decision changed, behind a list of all lines: `сколько добавили в декабре`.

    After one line it is asked of that line; after the largest of all, with or without one of them, and after
    a list of decisions, of none.

    Args:
        question: the message.
        previous: the whole question before it.
    """
    wholes = [cut.whole for cut in previous.exclusions] or [previous]
    of_none = not (previous.path or previous.parts) and all(each.names_nothing for each in wholes)
    listed = previous.intent is Intent.LARGEST or bool(previous.exclusions) or asks_for_decisions(previous)
    changed = question.intent is Intent.CHANGE and question.names_decision and not question.frame.reason
    return of_none and listed and changed and not points_back(question)


def is_of_other_side(question: Question, previous: Question) -> bool:
    """Whether all spending is asked of behind all revenue, or the other way round: `а тратят на что`."""
    sides = {question.frame.side, previous.frame.side}
    of_none = question.names_nothing and previous.names_nothing and not (previous.path or previous.parts)
    return of_none and None not in sides and len(sides) > 1


def asks_where_most(question: Question) -> bool:
    """Whether it is asked where most was cut or added: `где сократили больше всего`. No one line is that.

    Of the lines before it is asked by a word for one of them: `қайсысы көп өсті`.

    Args:
        question: the message.
    """
    spoken = [token.sound for token in question.tokens]
    heard = load_asking_words().hear(spoken)
    frame = question.frame
    if frame.intent is not Intent.CHANGE or frame.direction is None or frame.reason:
        return False  # неге азайып кеткен
    points = any(is_small(SmallWord.POINTS, word) for word in spoken)
    where = (Asks.WHERE, Asks.WHERE_MOST, Asks.WHAT)
    points = points or is_said(Asks.SINCE_WHEN, spoken, heard)
    return asks_most(question) and not points and any(is_said(asks, spoken, heard) for asks in where)


def asks_most(question: Question) -> bool:
    """Whether a message that asks of a change asks for the largest: `больше всего`, `ең көп`."""
    spoken = [token.sound for token in question.tokens]
    heard = load_asking_words().hear(spoken)
    return asks_for_most([word for word in spoken if not heard.says(word, *CHANGES)]) or is_said(
        Asks.LARGEST, spoken, heard
    )


def _says_most(heard: HeardWords) -> bool:
    return heard.any_says(Asks.VERY, Asks.LARGEST, Asks.OF_ALL)
