"""In which line another stands, and what its code is: `в каком разделе освещение`, `код школы`.

A line's card says both. Whether it stands inside another one that is named as well (`школы входят в
образование?`) is told of both side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.carried_over import with_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.of_shown import OfShown, load_of_shown
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.small_words import SmallWord, is_small

_OF_MONEY = (Asks.HOW_MUCH, Asks.WHOLE, Asks.CASH, Asks.RECEIVES)  # what comes in, and stands in no line
_OF_CARD = frozenset({OfShown.ABOVE, OfShown.CODE})


def read_standing(question: Question) -> Question:
    """A question of where a line stands or of its code, as one of the line; any other as it is.

    >>> read_standing(read_question("в каком разделе освещение")).words == ("osvewenie",)
    True

    Args:
        question: as it was read without this.
    """
    if question.talk or question.lacks or question.codes or question.parts or question.path:
        return question
    found = [match for match in load_of_shown().find(question.tokens) if match.phrase.meaning in _OF_CARD]
    asked = max(found, key=lambda match: len(match.positions), default=None)
    if asked is None:
        return _read_inside(question) or question
    line = _read([token for n, token in enumerate(question.tokens) if n not in asked.positions])
    if not (line.names_line and line.frame.asks_nothing_more) or line.parts:
        return question
    return replace(with_edition(line, question), text=question.text, said=question.said)


def _read_inside(question: Question) -> Question | None:
    """A question whether a line stands inside another one, as a comparison of both; None for any other."""
    tokens, asking = question.tokens, load_asking_words()
    at = next((n for n, token in enumerate(tokens) if asking.says(token.sound, Asks.STANDS_IN)), None)
    if at is None or question.frame.count or question.frame.ranked:
        return None
    if any(asking.says(token.sound, *_OF_MONEY) for token in tokens):  # бюджетке қанша кіреді
        return None
    before, after = tokens[:at], tokens[at + 1 :]
    if not _names(before):  # входит ли спорт в культуру
        within = (n for n, token in enumerate(after) if is_small(SmallWord.INSIDE, token.sound))
        first = next(within, 0)
        before, after = after[:first], after[first:]
    if not _names(after):  # мектеп білім беруге кіре ме
        first = next((n for n, token in enumerate(before, start=1) if _names([token])), 0)
        before, after = before[:first], before[first:]
    line, whole = _read(before), _read(after)
    if not (_names(before) and _names(after) and line.names_line and whole.names_line):
        return None
    frame = Frame(Intent.COMPARE, inside=True)
    parts = (with_edition(line, question), with_edition(whole, question))
    marked = tuple(replace(token, filler=token.filler or n == at) for n, token in enumerate(tokens))
    return replace(question, tokens=marked, frame=frame, parts=parts, relation=Relation.COMPARED)


def _names(tokens: Sequence[Token]) -> bool:
    return any(not token.filler for token in tokens)


def _read(tokens: Sequence[Token]) -> Question:
    return read_question(" ".join(token.folded for token in tokens))
