"""The decision that a message points to: `на сколько вырос бюджет этим решением`, `бұл шешім қашан шықты`.

It is the one of what was shown. Behind a line that was asked for in no decision nothing is pointed to.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.decision_list import asks_for_decisions
from parser.question.question import Question
from parser.question.shown_before import ShownBefore
from parser.question.small_words import SmallWord, is_small

_DECISION = (Asks.DECISION, Asks.AMENDMENT)


def of_pointed_decision(own: Question, shown: ShownBefore) -> Question | None:
    """What a message asks of the decision that it points to.

    Args:
        own: the message, read by itself.
        shown: what the answer before it showed.

    Returns:
        None where it points to none, names an edition of its own, or none was asked for before.
    """
    previous = shown.question
    if own.asks_edition or not (previous.names_decision or shown.of_changes):
        return None
    pointing = _find_pointer(own)
    if pointing is None:
        return None
    tokens = tuple(
        replace(token, filler=token.filler or number == pointing + 1)
        for number, token in enumerate(own.tokens)
        if number != pointing
    )
    asked = with_edition(replace(own, tokens=tokens, talk=None), previous)
    return (
        asked if asked.names_line or not asked.frame.asks_nothing_more or asks_for_decisions(asked) else None
    )


def _find_pointer(question: Question) -> int | None:
    """Where the word stands that points to a decision: before a noun for one."""
    asking = load_asking_words()
    return next(
        (
            number
            for number, (token, behind) in enumerate(pairwise(question.tokens))
            if is_small(SmallWord.THIS, token.sound) and asking.says(behind.sound, *_DECISION)
        ),
        None,
    )
