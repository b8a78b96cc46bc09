"""A word that is still being typed → the paths that it may come to mean: `мек` begins «мектеп».

Pure: an index and words in, paths out. Names of lines and everyday phrases that a word begins count alike,
in both languages; what stands before the word has to stand in them too.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from parser.dataclass import dataclass
from parser.question.question import Token
from parser.records import Language
from storage.search.index import Index
from storage.search.phrases import Entry

_SHORTEST = 2  # letters from which on a word is completed
# How likely what begins so is meant: one word before several, a name before a phrase, its beginning first.
_NAME_ALONE, _PHRASE_ALONE, _NAME, _PHRASE, _INSIDE, _WEAK = 1.0, 0.9, 0.8, 0.7, 0.6, 0.3


@dataclass(frozen=True, slots=True)
class StartedPath:
    """A path that a started word may come to mean.

    Attributes:
        path: the line's.
        likelihood: 0 to 1, by what of it the word begins.
        language: of the name or the phrase that it begins.
    """

    path: str
    likelihood: float
    language: Language


def complete_words(index: Index, tokens: Sequence[Token]) -> list[StartedPath]:
    """The paths that words may come to mean of which the last one is not typed to its end.

    Args:
        index: the names and the phrases.
        tokens: the words.

    Returns:
        The likeliest first, each path once; none for one letter, however often it stands, and for a number.
    """
    if not tokens:
        return []
    *before, last = tokens
    started = last.sound
    if min(len(last.folded), len(started)) < _SHORTEST or started.isdigit():  # ыыыы is one letter
        return []
    found: dict[str, StartedPath] = {}
    told = [token.sound for token in before if not token.filler]
    for completed in (*_complete_names(index, told, started), *_complete_phrases(index, before, started)):
        known = found.get(completed.path)
        if known is None or completed.likelihood > known.likelihood:
            found[completed.path] = completed
    return heapq.nlargest(
        index.weights.candidates.ranked, found.values(), key=lambda completed: completed.likelihood
    )


def _complete_names(index: Index, before: Sequence[str], started: str) -> Iterator[StartedPath]:
    """The names with a word that begins so, and in any form the words before it."""
    words = index.words
    holders = [_hold(index, word) for word in before]
    for word in _beginning_with(words.vocabulary, started):
        for number in words.postings[word]:
            if any(number not in held for held in holders):
                continue
            name = words.names[number]
            likelihood = _NAME if before or name.words[0].startswith(started) else _INSIDE
            if len(name.words) == 1:
                likelihood = _NAME_ALONE
            for path in name.paths:
                yield StartedPath(path, likelihood, name.language)


def _hold(index: Index, word: str) -> frozenset[int]:
    """The numbers of the names that hold a word in any of its forms."""
    forms = index.match_word(word, slips=False)
    return frozenset[int]().union(*map(index.words.holders, forms))


def _complete_phrases(index: Index, before: Sequence[Token], started: str) -> Iterator[StartedPath]:
    """The lines of everyday phrases that begin with these words."""
    for entry, likelihood in _list_phrases(index, [token.sound for token in before], started):
        for term in entry.all_terms:
            for hit in index.terms.find(term):
                for path in index.words.names[hit.name].paths:
                    yield StartedPath(path, likelihood * hit.rate, entry.language)


def _list_phrases(index: Index, before: Sequence[str], started: str) -> Iterator[tuple[Entry, float]]:
    """The phrases that begin so, each with how likely it is meant; those of one word first."""
    lexicon, at = index.lexicon, len(before)
    firsts = [before[0]] if before else _beginning_with(lexicon.first_words, started)
    keys = sorted((key for first in firsts for key in lexicon.starting_with(first)), key=len)
    begun = (
        key for key in keys if list(key[:at]) == list(before) and key[at:][:1] and key[at].startswith(started)
    )
    looked_at = 0
    for key in begun:
        for entry in lexicon.find_entries(key):
            likelihood = _PHRASE_ALONE if len(key) == at + 1 else _PHRASE
            yield entry, likelihood * _WEAK if entry.weak or entry.part else likelihood
            looked_at += 1
        if looked_at >= index.weights.candidates.ranked:
            return


def _beginning_with(vocabulary: Sequence[str], started: str) -> Sequence[str]:
    """The words of a sorted vocabulary that begin so."""
    first = bisect_left(vocabulary, started)
    return vocabulary[first : bisect_left(vocabulary, started + "\uffff")]
