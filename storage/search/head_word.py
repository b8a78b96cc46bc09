"""The word of a question that says what is asked about: `учебники` of `учебники для школ`.

A Russian name begins with what it is about, a Kazakh one ends with it. Where two words lead to two lines, the
line of that word is meant, and the other only tells for whom or where.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parser.question.nouns import ends_as_adjective
from parser.question.question import Token
from parser.question.word_forms import DATIVE_OF_DEED
from parser.records import Language, Section
from storage.search.index import Index
from storage.search.phrase_match import PhraseMatch
from storage.search.phrases import Entry
from storage.search.search_words import WordRole, has_role
from storage.search.spoken_language import find_language

# Words that say of what budget or for what aim, or only that it is money.
_YIELDING = (WordRole.ALL_MONEY, WordRole.TERRITORY, WordRole.SETTLEMENT, WordRole.GENERIC)
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
    said = [n for n in sorted(words) if not any(has_role(words[n], role) for role in _YIELDING)]
    if not 2 <= len(said) <= _LONGEST + 1:
        return None
    language = find_language(index, tokens)
    if language is Language.KK and DATIVE_OF_DEED.search(words[said[-1]]):  # оқулық алуға
        said.pop()
    if language is None or not 2 <= len(said) <= _LONGEST:
        return None
    if language is Language.KK:
        head = said[-1]
    else:
        head = next((n for n in said if not ends_as_adjective(tokens[n].folded)), said[0])
    by_itself = [match.entry for match in phrases if match.positions == {head}]
    leads = any(not (entry.weak or entry.part or _is_of_all(index, entry)) for entry in by_itself)
    others = any(head not in match.positions for match in phrases)
    return head if leads and others else None


def _is_of_all(index: Index, entry: Entry) -> bool:
    """Whether a phrase is of all revenue or all spending: `түсім`."""
    hits = (hit.name for term in entry.terms[:1] for hit in index.terms.find(term)[:1])
    return any(path in set(Section) for name in hits for path in index.words.names[name].paths)
