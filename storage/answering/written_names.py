"""How a name is written in a message: with a capital, beside the word that says what it is a name of."""

from __future__ import annotations

import re
from itertools import pairwise

from parser.question.question import Question, Token
from parser.question.word_forms import COUNTED_PLURAL
from parser.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+")
_QUOTES = "«»\"“”„'"
_BETWEEN = re.compile(rf"[\s{_QUOTES}]+")
_SENTENCE_END = ".!?…\n"


def written(question: Question, token: Token) -> str:
    """A word as it was typed, its first letter a capital where it was one.

    Args:
        question: the message.
        token: one of its words.
    """
    found = (word for word in _WORD.findall(question.text) if _is(word, token))
    return next(found, token.folded)


def is_written_as_name(question: Question, name: Token, kind: Token) -> bool:
    """Whether a word has a capital where no sentence begins, right beside one of a kind that has none.

    `в селе Достык` and `Хромтау, Достық ауылының` tell of a name; `В Селе Достык`, `Достық ауылының` and
    `живу в селе. Дороги …` tell nothing.

    Args:
        question: the message.
        name: the word that may be a name.
        kind: the word beside it.
    """
    text = question.text
    for left, right in pairwise(_WORD.finditer(text)):
        called, of_kind = (left, right) if _is(left.group(), name) else (right, left)
        if not (_is(called.group(), name) and _is(of_kind.group(), kind)):
            continue
        capital = called.group().istitle() and of_kind.group().islower()
        before = text[: called.start()].rstrip(f" \t{_QUOTES}")
        within = before != "" and before[-1] not in _SENTENCE_END
        if capital and within and _BETWEEN.fullmatch(text[left.end() : right.start()]):
            return True
    return False


def is_written_as_thing(question: Question, name: Token) -> bool:
    """Whether a word has the form in which Russian counts things, and no capital that tells of a name.

    `сколько семей получили …` counts families, `сколько Семей тратит` asks of the city.

    Args:
        question: the message.
        name: the word that may be a name.
    """
    is_name = written(question, name).istitle() and not question.text.istitle()
    return COUNTED_PLURAL.search(name.sound) is not None and not is_name


def _is(word: str, token: Token) -> bool:
    return fold(word) == fold(token.folded)
