"""A message that takes the line before out of another: `а доходы без них?`, `оларсыз кіріс қанша`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition, without_edition
from parser.question.intents import Frame
from parser.question.question import Exclusion, Question
from parser.question.reading import read_question
from parser.question.taken_out import read_whole
from parser.text.folding import sounds


def without_it(text: str, previous: Question) -> Question | None:
    """What a message takes the line before out of: `а доходы без них?`, `оларсыз кіріс қанша`.

    Args:
        text: the message.
        previous: the whole question before it.

    Returns:
        None where it takes out no line from before, or does not say of what.
    """
    match = _without_it().search(text)
    named = previous.parts or (previous,)
    if match is None or not all(each.names_line or each.path for each in named):
        return None
    rest = read_question(f"{text[: match.start()]} {text[match.end() :]}")
    whole = read_whole(rest)
    of_all = any(load_asking_words().says(token.sound, Asks.WHOLE) for token in rest.tokens)
    if not (rest.names_line or of_all) or rest.parts:
        return None
    parts = tuple(replace(without_edition(each), frame=Frame(), exclusions=()) for each in named)
    cut = Exclusion(whole, parts, tuple(sounds(match.group())))
    question = replace(rest, exclusions=(cut,), named=rest.text)
    return question if question.asks_edition else with_edition(question, previous)


@cache
def _without_it() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){load_asking_words().pattern(Asks.WITHOUT_IT)}", re.IGNORECASE)
