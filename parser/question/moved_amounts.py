"""Amounts that a question of a change only repeats: `почему освещение выросло с 213 до 250 млн`.

They bound no list and choose no edition: the line is named, and how it changed is told with the amounts that
decisions have. Where lines are picked (`какие строки выросли до 100 млн`, `выросло больше чем на 100 млн`,
`что в культуре выросло на 100 млн`) or none is named, the amounts stay what they are; so does one by which
something changed, which is no amount of the line: `в жкх урезали на 50 млн`.
"""

from __future__ import annotations

from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bounds import BoundUnit
from parser.question.intents import Intent
from parser.question.question import Question

_PICKS = (Asks.WHICH_ONES, Asks.THAT_WHICH, Asks.WHAT, Asks.WHICH, Asks.WHERE, Asks.WHERE_MOST, Asks.LINE)


def drop_repeated_amounts(question: Question) -> Question:
    """A question of how one line changed, without the amounts that it repeats; any other as it is.

    Args:
        question: the whole message, read.
    """
    frame = question.frame
    if question.intent is not Intent.CHANGE or frame.picks_rows or frame.level or not question.names_line:
        return question
    if question.parts or question.exclusions or question.codes:
        return question
    asking, spoken = load_asking_words(), [token.sound for token in question.tokens]
    picks = (asking.says(word, *_PICKS) and not asking.says(word, Asks.WHITHER) for word in spoken)
    if any(picks):  # `куда делся резерв` picks none
        return question
    bounds = frame.bounds
    if bounds is not None and (bounds.high is None or bounds.unit is not BoundUnit.TENGE):
        return question
    if bounds is None and not (question.scaled or question.exact_said):
        return question
    return replace(
        question, frame=replace(frame, bounds=None, which=False), amounts=(), scaled=None, exact_said=""
    )
