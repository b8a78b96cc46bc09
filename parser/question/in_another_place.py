"""A message that only names a place: what was asked before is asked of that place."""

from __future__ import annotations

from dataclasses import replace

from parser.question.carried_over import with_edition, with_frame, without_edition
from parser.question.intents import Relation
from parser.question.question import Question
from parser.question.shown_before import KnownWords
from parser.text.folding import sounds


def in_another_place(question: Question, previous: Question, known: KnownWords) -> Question | None:
    """What was asked before, of another place: `а в Астане?`.

    Args:
        question: the message.
        previous: the whole question before it; the place that it names is replaced.
        known: what the loaded budgets know of the words of both.

    Returns:
        None where the message names no place alone.
    """
    named = [token for token in without_edition(question).tokens if not token.filler]
    if not named or question.codes or not {token.sound for token in named} <= known.find_places(question):
        return None
    if question.relation is not Relation.NAMED and previous.parts:
        return question  # `сравни Тараз и Семей`: lines were compared before, and places are now
    before, rest = known.find_places(previous), previous
    if question.asks_edition:
        rest = without_edition(previous)
    kept = tuple(token for token in rest.tokens if token.sound not in before)
    words = [word for word in previous.named.split() if before.isdisjoint(sounds(word))]
    line = " ".join(words) if any(not token.filler for token in kept) or previous.path or rest.codes else ""
    # A word that asks elsewhere may be of the place's name: Әйтеке би.
    moved = replace(rest, tokens=(*kept, *question.tokens), named=f"{line} {question.named}".strip())
    return with_frame(with_edition(moved, question if question.asks_edition else previous), question)
