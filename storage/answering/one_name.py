"""Whether two things that a question names side by side are one printed name: `физкультура и спорт`."""

from __future__ import annotations

import re
from functools import cache

from parser.budget_code import level_of
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.question import Question
from parser.records import Level
from storage.answering.inquiry import Found
from storage.search.weights import Weights

_PAIR = 2


def are_one_name(found: Found, weights: Weights) -> bool:
    """Whether two things are those of one printed name: «Отдел физической культуры и спорта».

    Unless each of them is a line's whole name: `образование и культура`.

    Args:
        found: what the question finds, as a whole and part by part.
        weights: from where on a line may be meant.
    """
    if len(found.parts) != _PAIR or all(lines and lines[0].exact for lines in found.parts):
        return False
    if _apart().search(found.question.text):
        return False
    first, second = (
        {
            line.path: line.through
            for line in lines
            if line.score >= weights.answer.offered_beside * lines[0].score
        }
        for lines in found.parts
    )
    # That everyday words lead to one program says nothing; that they lead to one office says that it is that.
    return any(
        level_of(path) is Level.ADMINISTRATOR or not (first[path] or second[path])
        for path in first.keys() & second.keys()
    )


def are_asked_apart(question: Question) -> bool:
    """Whether each of several things is asked by itself how much it is: `спортқа қанша, мәдениетке қанша`."""
    asking = load_asking_words()
    asked = (any(asking.says(word.sound, Asks.HOW_MUCH) for word in part.tokens) for part in question.parts)
    return bool(question.parts) and all(asked)


def names_one_office(found: Found, weights: Weights) -> bool:
    """Whether two things are those of one office, of which all is asked: `физкультура и спорт отдел всего`.

    Its kind is said once, and its name has the words of both.
    """
    best = next(iter(found.lines), None)
    whole = best is not None and best.covered >= weights.answer.whole and not best.pieced
    if (
        best is None
        or not whole
        or level_of(best.path) is not Level.ADMINISTRATOR
        or len(found.parts) != _PAIR
    ):
        return False
    asking = load_asking_words()
    kinds = (
        any(asking.says(token.sound, Asks.ADMINISTRATOR) for token in part.tokens)
        for part in found.question.parts
    )
    return sum(kinds) == 1 and not _apart().search(found.question.text)


@cache
def _apart() -> re.Pattern[str]:
    """What stands between two things and never in one name."""
    return re.compile(rf"[,;:+&/\n]|(?<!\w){load_asking_words().pattern(Asks.OR)}", re.IGNORECASE)
