"""Asking which decisions there are, where one is read, or why it was made (`locales/decision_list.tsv`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import replace
from enum import StrEnum
from functools import cache

from parser.question.intents import Frame, Intent
from parser.question.question import Question
from parser.text.folding import sounds
from parser.text.word_lists import ListRow, WordSet, read_list, word_set

DECISION_LIST_COLUMNS = ("words", "says", "example")


class DecisionWord(StrEnum):
    """What a word says in a message that asks for decisions."""

    DECISION = "decision"
    LIST = "list"  # that they are to be listed, or that their texts are wanted
    REASON = "reason"  # why one was made, which none says: told with what it changed
    AROUND = "around"  # nothing by itself


def asks_for_decisions(question: Question, place: Set[str] = frozenset()) -> bool:
    """Whether a message asks which decisions there are, where they are to be read, or why one was made.

    Args:
        question: the message.
        place: the words of it that name a place, as they sound.

    Returns:
        False where it asks anything else as well.
    """
    known = _load_words()
    years = set(map(str, question.years))
    spoken = [token.sound for token in question.tokens if token.sound not in place | years]
    if not all(any(words.has(word) for words in known.values()) for word in spoken):
        return False
    if any(map(known[DecisionWord.REASON].has, spoken)):
        return question.names_decision
    return all(any(map(known[says].has, spoken)) for says in (DecisionWord.DECISION, DecisionWord.LIST))


def as_question_of_changes(question: Question) -> Question:
    """The question what a decision changed, instead of one that asks for that decision: `ссылка на 12-3`.

    That no decision says why is kept of it: `почему принято решение 12-3`.
    """
    says_why = _load_words()[DecisionWord.REASON].has
    reason = any(says_why(token.sound) for token in question.tokens)
    tokens = tuple(replace(token, filler=True) for token in question.tokens)
    return replace(question, tokens=tokens, frame=Frame(Intent.CHANGE, reason=reason))


def read_decision_list_rows() -> tuple[ListRow, ...]:
    """The rows of the list."""
    return read_list("decision_list.tsv", DECISION_LIST_COLUMNS)


@cache
def _load_words() -> Mapping[DecisionWord, WordSet]:
    said = defaultdict[DecisionWord, list[str]](list)
    for row in read_decision_list_rows():
        for written in row["words"].split():
            said[row.target("says", DecisionWord)] += [
                word + "*" * written.endswith("*") for word in sounds(written)
            ]
    return {says: word_set(said[says]) for says in DecisionWord}
