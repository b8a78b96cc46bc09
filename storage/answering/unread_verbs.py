"""The verbs of a claim that nothing reads: what it is of is looked for without them, and they are told."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from parser.question.figure_kinds import FigureKind
from parser.question.question import Question, Statement
from parser.question.reading import read_question
from parser.text.folding import words
from storage.search.evidence import weigh_question
from storage.search.index import Index


def drop_verbs(index: Index, statement: Statement) -> tuple[Statement, tuple[str, ...]]:
    """A statement without the verbs that nothing reads and no name has, and these.

    `озеленили город` names a line, `забашляли школам` none but that of the schools.

    Args:
        index: the names, and the everyday phrases that lead to them.
        statement: what is claimed.
    """
    unread = tuple(verb for verb in statement.verbs if not _names_line(index, verb))
    if not unread:
        return statement, ()
    dropped = frozenset(unread)
    rest = (_without_words(subject, dropped) for subject in statement.subjects)
    subjects = tuple(dict.fromkeys(subject for subject in rest if subject.means_line))
    if not subjects and statement.figure.kind is not FigureKind.SHARE:
        subjects = statement.whole
    if not subjects:  # nothing else says what it is of
        return statement, ()
    than, of_line, since = (
        None if each is None else _without_words(each, dropped)
        for each in (statement.than, statement.of_line, statement.since)
    )
    return replace(statement, subjects=subjects, than=than, of_line=of_line, since=since), unread


def _names_line(index: Index, word: str) -> bool:
    """Whether a word is one of a name, or of an everyday phrase that leads to one."""
    evidence = weigh_question(index, read_question(word).tokens)
    return max(evidence.best.values(), default=0.0) >= index.weights.words.certain


def _without_words(asked: Question, dropped: Set[str]) -> Question:
    """What names a line, without some of its words."""
    text = " ".join(word for word in asked.text.split() if dropped.isdisjoint(words(word)))
    tokens = tuple(token for token in asked.tokens if token.folded not in dropped)
    parts = tuple(_without_words(part, dropped) for part in asked.parts)
    return replace(asked, text=text, tokens=tokens, parts=parts)
