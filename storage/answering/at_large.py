"""What is offered where a line of any kind is asked for in words that no list and no line has.

`бюджеттің сорпасы неге кетеді`: the largest, and that these words were not understood. Pure: nothing is
read here.
"""

from __future__ import annotations

from dataclasses import replace

from parser.budget_code import BY_SIDE, Side
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from storage.answering.bounded_lines import Bounded, list_bounded
from storage.answering.candidates import find_totals
from storage.answering.inquiry import Found
from storage.answering.inside import Parts, list_parts
from storage.answering.listed_lines import Wholes
from storage.reading.outlines import Outlines
from storage.search.weights import Weights

_MOST_UNREAD = 2  # words that may be a figure of speech


def list_at_large(found: Found, outlines: Outlines, weights: Weights) -> Parts | Bounded | None:
    """The largest or the smallest of all, or all within bounds, only offered; None where none is asked for.

    Args:
        found: what the question finds in its place: nothing that fits.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    question, bounds = found.question, found.question.frame.bounds
    side = question.frame.at_large or (_find_bounded_side(found) if bounds is not None else None)
    said = any(line.covered for line in found.lines)
    asks_else = question.frame.beyond_plan is not None
    if side is None or said or asks_else or found.asked.missing is not None:
        return None
    totals = find_totals(found.asked, outlines, weights.certainty)
    whole = next((line for line in totals if line.line.section is BY_SIDE[side]), None)
    if whole is None:
        return None
    rest = found.asked.rest_of(question)
    asking = load_asking_words()
    named = tuple(
        token.folded
        for token in rest.tokens
        if not (token.filler or asking.says(token.sound, Asks.WHOLE, Asks.CASH, Asks.MONEY))
    )
    if not named:
        return None
    if bounds is not None:
        bounded = list_bounded(found.asked, outlines, Wholes([whole]), question)
        return replace(bounded, unread=named) if bounded else None
    asked = replace(question, frame=replace(question.frame, intent=Intent.LARGEST))
    parts = list_parts(outlines, Wholes([whole]), asked)
    return replace(parts, unread=(*question.frame.unread, *named)) if parts else None


def _find_bounded_side(found: Found) -> Side | None:
    """Whose lines are bounded beside a word or two that nothing has; None beside more."""
    asking, tokens = load_asking_words(), found.asked.rest_of(found.question).tokens
    if not 0 < sum(not token.filler for token in tokens) <= _MOST_UNREAD:
        return None
    receives = any(asking.says(token.sound, Asks.RECEIVES, Asks.INCOME) for token in tokens)
    return Side.RECEIPTS if receives else Side.SPENDING
