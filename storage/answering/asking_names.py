"""Names of lines that seem to ask something: «увеличение уставного капитала», `чемпионат`."""

from __future__ import annotations

from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent
from parser.question.question import Question
from parser.question.reading import read_question
from storage.search.index import Index

_ASKED_BY_WORDS = frozenset({Intent.CHANGE, Intent.SHARE, Intent.LARGEST, Intent.LIST})


def settle_names(index: Index, question: Question) -> Question:
    """A question whose words name a line where names or phrases have them, whatever they seem to ask.

    Args:
        index: the names and the lexicon.
        question: as it was typed.
    """
    if named := index.printed_pairs.find(question.tokens):
        return question.as_named(named)
    named = _find_asking_phrase(index, question)
    return question.as_only_named(named) if named else question


def _find_asking_phrase(index: Index, question: Question) -> frozenset[int]:
    """The words of an everyday phrase that seems to ask, where all others only ask how much of it there is.

    `сколько на чемпионат` names the contests and asks for no champion among the lines.
    """
    if question.intent not in _ASKED_BY_WORDS or question.said or question.path:
        return frozenset()
    asks_which = any(load_asking_words().says(token.sound, Asks.WHICH_ONES) for token in question.tokens)
    unnamed = all(token.filler for token in question.tokens)
    if question.frame.picks_rows and (asks_which or unnamed):
        return frozenset()  # қандай жаңа жол енді; 15-3 жаңа жолдар
    named = index.find_whole_phrase(question.tokens)
    if not named or (question.intent is Intent.CHANGE and len(named) == 1):
        return frozenset()  # `сэкономили` asks of a change
    within, around = (
        " ".join(token.folded for n, token in enumerate(question.tokens) if (n in named) is inside)
        for inside in (True, False)
    )
    asks = read_question(within).intent is question.intent
    return named if asks and read_question(around).intent not in _ASKED_BY_WORDS else frozenset()
