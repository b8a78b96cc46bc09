"""Other ways to read what was typed, tried only when the plain one finds nothing good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parser.keyboard import other_layouts
from parser.question import Question, Token, read_question
from storage.search.index import Index

_MAX_TOKENS = 8  # a longer message is not joined or split word by word


def other_readings(index: Index, question: Question) -> Iterator[Question]:
    """Questions that may have been meant: another keyboard layout, words run together or split.

    Each has `text` set to what is searched instead, for the reply to say.
    """
    for text in other_layouts(question.text):
        yield read_question(text)
    if len(question.tokens) <= _MAX_TOKENS:
        for tokens in (*_joined(index, question.tokens), *_split(index, question.tokens)):
            text = " ".join(token.folded for token in tokens)
            yield read_question(text)


def _known(index: Index, text: str) -> bool:
    token = read_question(text).tokens
    return len(token) == 1 and (
        token[0].sound in index.postings or bool(index.lexicon.find(token, slips=False))
    )


def _joined(index: Index, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Two neighbours as one word (`кіт апхана`), where that is a known one."""
    for place in range(len(tokens) - 1):
        word = tokens[place].folded + tokens[place + 1].folded
        if _known(index, word):
            yield (*tokens[:place], Token(word, word), *tokens[place + 2 :])


def _split(index: Index, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """One word as two (`жилищнаяпомощь`), where both are known."""
    for place, token in enumerate(tokens):
        word = token.folded
        if token.sound in index.postings:
            continue
        for cut in range(3, len(word) - 2):
            head, tail = word[:cut], word[cut:]
            if _known(index, head) and _known(index, tail):
                yield (*tokens[:place], Token(head, head), Token(tail, tail), *tokens[place + 1 :])
