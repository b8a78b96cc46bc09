"""A message that takes out a decision or a year, and no line: `без 12-3 изменения школы`, `школы кроме 2014`.

What one decision left holds what all before it changed: there is no amount without it. One edition less
another is how much lies between them: `культура 18-3 минус 12-3`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent, Unsaid
from parser.question.question import Exclusion, Question


def read_without_edition(
    question: Question, cuts: Sequence[Exclusion], read: Callable[[str], Question]
) -> Question | None:
    """A message that takes an edition out, as one that lacks what would answer it; None for any other.

    Args:
        question: the message.
        cuts: the ways in which it takes something out, read.
        read: reads a whole message.

    Returns:
        Where it takes one edition out of another, the question that sets them beside one another.
    """
    cut = next((cut for cut in cuts if len(cut.parts) == 1 and _names_edition_alone(cut.parts[0])), None)
    if cut is None:
        return _lack_answer(question) if any(map(_takes_out_noun, cuts)) else None
    whole, part = cut.whole, cut.parts[0]
    if whole.names_decision is part.names_decision and whole.asks_edition:
        beside = read(f"{whole.text}, {part.text}")
        return replace(beside, text=question.text, frame=replace(beside.frame, intent=Intent.COMPARE))
    return _lack_answer(question)


def _lack_answer(question: Question) -> Question:
    return replace(question, exclusions=(), lacks=Unsaid.WITHOUT_EDITION, talk=None)


def _takes_out_noun(cut: Exclusion) -> bool:
    """Whether the noun of a decision is taken out, whose number stands before it: `12-3 шешімінсіз ше`."""
    asking, whole = load_asking_words(), cut.whole
    said = [token.sound for part in cut.parts for token in part.tokens]
    alone = whole.names_decision and whole.names_only_numbers
    return alone and all(asking.says(word, Asks.DECISION) for word in said)


def _names_edition_alone(part: Question) -> bool:
    """Whether what is taken out is a decision or a year, and neither a line nor what has changed since."""
    named = part.years or part.original or part.names_decision
    changes = part.intent is Intent.CHANGE and part.in_order.standing is None  # без изменений с апреля
    return bool(named) and part.names_only_numbers and not changes
