"""Whether a reply to the bot's message asks something, or is a word among people."""

from __future__ import annotations

from parser.question.follow_up import goes_on
from parser.question.reading import read_question
from storage.answering.answer import Answer, Choice, NothingLoaded, PartOfLine, PlaceChoice, Talk
from storage.answering.answer import Nothing as NothingFound
from storage.search.index import Index

_FEW_WORDS = 2  # that name a line: `дороги`, `ремонт дорог`


def is_asked(text: str, found: Answer, index: Index) -> bool:
    """Whether a message asks what it would be answered with.

    A reply need not be meant for the bot: `спасибо`, `а на дороги денег опять нет`. With a question mark, or
    a word that asks, it is a question; without one it has to name a line and hardly anything else.

    Args:
        text: the message.
        found: its answer.
        index: knows the words of lines.

    Returns:
        False for what is better left alone.
    """
    own, question = read_question(text), found.heard.question
    # `кому?`, `без этого сколько` ask only of the line before.
    asked_else = question.language or question.exclusions or not question.frame.asks_nothing_more
    of_shown = bool(question.said) and ("?" in text or bool(asked_else))
    if isinstance(found, Talk) or not (own.asks or question.path or of_shown):
        return False
    named = [token for token in own.tokens if not token.filler]
    asking = len(named) < len(own.tokens) or not own.frame.asks_nothing_more
    match found:
        case NothingFound():
            return "?" in text and asking and (len(named) > 1 or goes_on(text))
        case Choice() | PartOfLine() | PlaceChoice() | NothingLoaded():
            known = all(index.match_word(token.sound, slips=False) for token in named)
            return "?" in text or (known and len(named) <= _FEW_WORDS)
    return "?" in text or asking or len(named) <= _FEW_WORDS
