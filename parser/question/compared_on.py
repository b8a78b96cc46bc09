"""What goes on from a comparison: with another line, `а с садами`; for how many times only, `неше есе`."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.beside_before import beside_line
from parser.question.carried_over import with_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.lines_together import all_together
from parser.question.question import Question
from parser.question.word_forms import TOGETHER

_PAIR = 2  # lines that were compared


def beside_first(question: Question, previous: Question) -> Question | None:
    """The first of two compared lines beside another one: `а с садами` behind `сравни школы и дороги`.

    Args:
        question: the message, which names a line.
        previous: the whole question before it.

    Returns:
        None where no two lines were compared, or nothing says that the line is set beside.
    """
    compared = previous.relation is Relation.COMPARED and len(previous.parts) == _PAIR
    if not (compared and question.frame.asks_nothing_more) or question.asks_edition or question.exclusions:
        return None
    named = [token.sound for token in question.tokens if not token.filler]
    with_it = load_asking_words().says(question.tokens[0].sound, Asks.WITH) if question.tokens else False
    if not (with_it or (named and TOGETHER.search(named[-1]))):
        return None
    first = with_edition(previous.parts[0], previous)
    asked = replace(question, frame=previous.frame, relation=Relation.COMPARED)
    return replace(beside_line(asked, first), frame=previous.frame)


def how_many_times(
    question: Question, previous: Question, find_places: Callable[[Question], Set[str]]
) -> Question | None:
    """The lines that were compared, where only the ratio is asked for: `неше есе`, `в разах`.

    Args:
        question: the message.
        previous: the whole question before it.
        find_places: the words of a question that name a place.
    """
    match = _times().search(question.text)
    if match is None or not (previous.parts or previous.earlier):
        return None
    around = question.text[: match.start()] + question.text[match.end() :]
    said = [token for token in question.tokens if not token.filler and token.folded in around.casefold()]
    if said or question.asks_edition or question.codes or question.exclusions or question.parts:
        return None
    compared = replace(question, tokens=(), frame=Frame(Intent.COMPARE), relation=Relation.COMPARED)
    return all_together(compared, previous, find_places)


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.TIMES)}", re.IGNORECASE)
