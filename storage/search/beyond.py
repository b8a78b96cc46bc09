"""What a name or a question says is *not* meant, by the word behind it: «мектепке дейінгі», `мектептен тыс`.

«Мектепке дейінгі тәрбие» has the very word of `мектепке қанша`, and is about kindergartens. The words behind
are those of the role `beyond` in `locales/search_words.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from parser.question.question import Token
from storage.search.index import Index
from storage.search.phrase_match import PhraseMatch
from storage.search.search_words import WordRole, has_role, load_search_words
from storage.search.yielding import Hits


def is_cut_short(tokens: Sequence[Token], match: PhraseMatch) -> bool:
    """Whether the word behind a phrase says that this is not meant: `мектептен тыс` is no school."""
    following = {n + 1 for n in match.positions} - match.positions
    return any(has_role(tokens[n].sound, WordRole.BEYOND) for n in following if n < len(tokens))


def keep_within(
    index: Index, tokens: Sequence[Token], matches: Mapping[int, Mapping[str, float]], names: Hits
) -> Hits:
    """The names that each word matches, without those in which it stands before `дейінгі`, `тыс` or the like.

    `мектепке қанша` keeps «Мектептер» and drops «Мектепке дейінгі тәрбие». A word of the question that stands
    before `дейінгі` itself keeps all of its names.

    Args:
        index: the names.
        tokens: the question's words.
        matches: for each word, by its position, the words of names that it may be.
        names: for each, the names that hold one of these, with how like it is.
    """
    beyond = load_search_words()[WordRole.BEYOND].whole & index.words.postings.keys()
    others = frozenset[int]().union(*map(index.words.holders, beyond))
    kept = dict(names)
    for n, found in names.items():
        if n + 1 < len(tokens) and has_role(tokens[n + 1].sound, WordRole.BEYOND):
            continue
        doubtful = others & found.keys()
        if doubtful:
            away = {name for name in doubtful if _stands_before(index, name, matches[n], beyond)}
            kept[n] = {name: like for name, like in found.items() if name not in away}
    return kept


def _stands_before(index: Index, number: int, matches: Mapping[str, float], beyond: Set[str]) -> bool:
    """Whether a name has the words of a match only before one of these."""
    words = index.words.names[number].words
    certain = index.weights.words.certain  # `мект` is not whole yet: it may become any of them
    following = [after for word, after in pairwise((*words, "")) if matches.get(word, 0.0) >= certain]
    return bool(following) and all(after in beyond for after in following)
