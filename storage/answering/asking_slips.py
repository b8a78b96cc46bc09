"""A slip in a word that asks: `эконмоит`, `школы увлеичили`.

Which words ask is read before anything is searched, so a slip there loses what is asked. A word that neither
asks nor names anything here is read as the one asking word of which two letters have changed places in it.
"""

from __future__ import annotations

import re

from parser.question.asking_words import load_asking_words
from parser.question.asks import CHANGES, Asks
from parser.question.question import Question, Token
from parser.question.reading import read_question
from parser.question.telling import TELLING
from parser.text.folding import fold, sound
from parser.text.memo import Memo, is_short_word
from storage.search.index import Index

_SHORTEST = 6  # letters; of a shorter word too many others are one slip away
_REMEMBERED = 500
_WORD = re.compile(r"[^\W\d_]+")
# What turns a question into another one; `списку` and `разделе` only stand around.
_TELLING = frozenset(
    {*CHANGES, *(asks for _, told in TELLING for asks in told), Asks.WITHOUT, Asks.WITHOUT_FOLLOWS}
)


def mend_asking_slips(index: Index, question: Question) -> Question:
    """A question with the slips in its asking words mended, read anew.

    Args:
        index: with the words of names and phrases, which are no slips.
        question: as it was typed; one that goes on from another stays as it is.
    """
    if question.said or question.path or question.claim or question.talk:
        return question
    mended = {
        token.folded: meant
        for token in question.tokens
        if not token.filler and _may_be_slip(index, token) and (meant := _MEANT[token.folded])
    }
    if not mended or question != read_question(question.text):
        return question
    return read_question(_WORD.sub(lambda said: mended.get(fold(said[0]), said[0]), question.text))


def _may_be_slip(index: Index, token: Token) -> bool:
    """Whether a word asks nothing and is no word, or form of one, that a name or a phrase has."""
    if len(token.folded) < _SHORTEST or not token.folded.isalpha() or token.folded.isascii():
        return False
    if load_asking_words().asks_anything(token.sound) or index.lexicon.has_word(token.sound):
        return False
    return not index.match_word(token.sound, slips=False)


def _find_meant(written: str) -> str | None:
    """The only word that asks of which another may be a slip; None of several, or none.

    Two letters that changed places make no other word; one too many or left out often does: `выходят`.
    """
    asking = load_asking_words()
    found: dict[frozenset[Asks], str] = {}
    for at in range(1, len(written) - 1):
        word = f"{written[:at]}{written[at + 1]}{written[at]}{written[at + 2 :]}"
        asks = asking.tell_slipped(sound(word)).intersection(_TELLING)
        if asks:
            found.setdefault(asks, word)
    return next(iter(found.values())) if len(found) == 1 else None


_MEANT: Memo[str, str | None] = Memo(_find_meant, _REMEMBERED, is_short_word)
