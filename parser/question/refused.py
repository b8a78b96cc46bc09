"""Which of the lines that were offered a message says are not meant: `нет, не ремонт`, `жоқ, жөндеу емес`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.question import Question
from parser.question.shown_before import KnownWords, ShownBefore


def refuse_lines(own: Question, shown: ShownBefore, known: KnownWords) -> Question | None:
    """What was asked before, without those of the offered lines that a message says are not meant.

    Args:
        own: the message as it stands alone.
        shown: what the answer before it showed.
        known: what the loaded budgets know of its words.

    Returns:
        None where a message denies no line, where none was offered to choose from, where its words are of
        none of these, or of all.
    """
    offered = set(shown.offered.values())
    if not own.is_denied or shown.is_asserted or not own.frame.asks_nothing_more or own.asks_edition:
        return None
    refused = known.find_lines(own) & offered
    if not refused or refused == offered:
        return None
    before = shown.question
    return replace(before, refused=before.refused | refused, said=own.tokens)
