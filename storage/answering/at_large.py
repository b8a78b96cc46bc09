"""What is offered where a line of any kind is asked for in words that no list and no line has.

`бюджеттің сорпасы неге кетеді`: the largest, and that these words were not understood. Pure: nothing is
read here.
"""

from __future__ import annotations

from dataclasses import replace

from parser.budget_code import BY_SIDE
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from storage.answering.candidates import find_totals
from storage.answering.inquiry import Found
from storage.answering.inside import Parts, list_parts
from storage.answering.listed_lines import Wholes
from storage.reading.outlines import Outlines
from storage.search.weights import Weights


def list_at_large(found: Found, outlines: Outlines, weights: Weights) -> Parts | None:
    """The largest or the smallest of all, only offered; None where no line of any kind is asked for.

    Args:
        found: what the question finds in its place: nothing that fits.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    question, side = found.question, found.question.frame.at_large
    said = any(line.covered for line in found.lines)
    asks_else = question.frame.beyond_plan is not None or question.frame.bounds is not None
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
    asked = replace(question, frame=replace(question.frame, intent=Intent.LARGEST))
    parts = list_parts(outlines, Wholes([whole]), asked)
    return replace(parts, unread=(*question.frame.unread, *named)) if parts and named else None
