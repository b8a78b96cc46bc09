"""The word of a question that says what is asked about: `учебники` of `учебники для школ`.

A Russian name begins with what it is about, a Kazakh one ends with it. Where two words lead to two lines, the
line of that word is meant, and the other only tells for whom or where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parser.question.question import Token
from parser.records import Language
from storage.search.index import Index
from storage.search.nouns import ends_as_adjective
from storage.search.phrase_finder import PhraseMatch
from storage.search.search_words import WordRole, has_role
from storage.search.spoken_language import find_language

_LONGEST = 3  # words of a question that is a name; more of them are a sentence


def find_head(
    index: Index, tokens: Sequence[Token], words: Mapping[int, str], phrases: Sequence[PhraseMatch]
) -> int | None:
    """Where the word stands that a question is about; None where none leads to a line by itself.

    Args:
        index: the names and the lexicon.
        tokens: the question's words, fillers included.
        words: those that can name a line, by their positions.
        phrases: the everyday phrases in the question.
    """
    if not 2 <= len(words) <= _LONGEST:
        return None
    said = sorted(words)
    if find_language(index, tokens) is Language.KK:
        head = said[-1]
    else:
        head = next((n for n in said if not ends_as_adjective(tokens[n].folded)), said[0])
    alone = (
        match for match in phrases if match.positions == {head} and not (match.entry.weak or match.entry.part)
    )
    return head if not has_role(words[head], WordRole.GENERIC) and any(alone) else None
