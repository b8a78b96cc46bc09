"""A line that is asked for as the one before it was: `теперь расходы так же`, `464 009 да солай көрсет`."""

from __future__ import annotations

import re

from parser.dataclass import replace
from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.joining_words import find_join
from parser.question.question import Question
from parser.question.reading import read_question


def in_same_way(text: str, alone: Question, previous: Question) -> Question | None:
    """The line that a message names, with all that was asked of the one before it.

    Args:
        text: the message, without the words that join it.
        alone: the same, read by itself.
        previous: the whole question before it.

    Returns:
        None where no word says so, or the message asks something itself or names no line.
    """
    if not alone.frame.asks_nothing_more or (previous.frame.asks_nothing_more and not previous.asks_edition):
        return None
    match = _same_way().search(text)
    if match is None:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    start, end = find_join(rest)
    own = read_question(rest[start:end])
    if not own.names_line or not own.frame.asks_nothing_more or own.parts or previous.parts:
        return None
    frame = replace(previous.frame, side=None, at_large=None)
    asked = replace(own, frame=frame, before=replace(previous, before=None))
    return asked if own.asks_edition else with_edition(asked, previous)


@asked_pattern(Asks.SAME_WAY)
def _same_way() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.SAME_WAY)}", re.IGNORECASE)
