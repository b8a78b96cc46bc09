"""A share of a whole that a message states and asks to check in no word: `школы не 40 % образования`.

Whoever denies a share or bounds it claims something: what the line's share is answers it.
"""

from __future__ import annotations

import re
from itertools import takewhile

from parser.question.asked_patterns import asked_pattern
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.bound_by import asks_for_lines, asks_for_none, names_one
from parser.question.figure_kinds import FigureKind
from parser.question.fractions import asks_whether, find_fractions
from parser.question.question import Statement
from parser.question.word_forms import LOCATIVE
from parser.text.folding import sound


def names_share(text: str) -> bool:
    """Whether a text has a word or a sign for percent, or a share in words: else nothing is looked at.

    >>> [names_share(said) for said in ("40 % доходов", "кірістің 40 пайызы", "доходов 40 млрд")]
    [True, True, False]
    """
    return _percent().search(text) is not None or next(find_fractions(text), None) is not None


def states_share(statement: Statement, text: str) -> bool:
    """Whether a figure is a share, denied or bounded, of a whole that is said, and one line has it.

    Inside of a line (`білім беруде бюджеттің 1 пайызынан көп`) those are asked for that have so much.

    Args:
        statement: the figure with what it is said of.
        text: that it stands in.
    """
    figure, subject = statement.figure, next(iter(statement.subjects), None)
    of_whole = figure.of_whole or statement.of_line is not None
    told = figure.is_denied or figure.bound or asks_whether(text)
    stated = figure.kind is FigureKind.SHARE and told
    if not (stated and of_whole and subject is not None and subject.names_line):
        return False
    sign = figure.said.split()[0]  # школы | не 67 %: `не` asks what in Kazakh
    ahead = list(takewhile(lambda word: word != sign, text[: figure.start].split()))
    inside = any(LOCATIVE.search(sound(word.casefold())) for word in ahead)
    if asks_whether(text) and asks_for_none(" ".join(ahead)) and not asks_for_lines(text[figure.end :]):
        return True  # бюджеттің жартысынан көбі облыстан келе ме; половина образования — школы?
    named = names_one(" ".join(ahead)) if ahead else statement.of_line is not None
    return not inside and named


@asked_pattern(Asks.PERCENT)
def _percent() -> re.Pattern[str]:
    return re.compile(load_asking_words().pattern(Asks.PERCENT), re.IGNORECASE)
