"""Words → paths with scores. Pure: an index and a question's words in, a ranking out.

The score of a name is how much of the question it covers, weighted by how rare each word
is (85 %), and how much of the name the question covers (15 %); the best are ranked again
with the likeness of their letters (2- to 4-grams), which tells apart names that share
words. A word matches by itself, by its beginning (which is how both languages inflect) or
with a typing slip. No step gives a full score for one shared word.
"""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from storage.search.index import Index, SearchString

_RERANKED = 24
_SLIP = 72  # rapidfuzz ratio from which a word is taken for a typing slip of another
_TERM_COVERED = 0.8  # an official term that is not nearly whole in a name is of a line this budget lacks
_LEXICON = 0.97  # an official name itself ranks above one reached through an everyday word


@dataclass(frozen=True, slots=True)
class Ranked:
    """A path with its score, 0 to 1, and the name that earned it."""

    path: str
    score: float
    string: SearchString


def rank(index: Index, words: Sequence[str], limit: int = 50) -> list[Ranked]:
    """The paths that a question's words may mean, best first.

    Args:
        index: the names.
        words: phonetic skeletons, fillers already dropped.
        limit: how many paths to return at most.
    """
    best: dict[str, Ranked] = {}
    _merge(best, _rank_words(index, words), 1.0)
    for variant in index.lexicon.variants(words):
        _merge(best, _rank_words(index, variant.words, covered=_TERM_COVERED), _LEXICON)
    return heapq.nsmallest(limit, best.values(), key=lambda r: (-r.score, r.path.count("/"), r.path))


def _merge(best: dict[str, Ranked], found: Sequence[tuple[float, SearchString]], factor: float) -> None:
    for score, string in found:
        for path in string.paths:
            if path not in best or best[path].score < score * factor:
                best[path] = Ranked(path, score * factor, string)


def _rank_words(index: Index, words: Sequence[str], covered: float = 0.0) -> list[tuple[float, SearchString]]:
    if not words:
        return []
    asked = tuple(dict.fromkeys(words))
    matches = [_matches(index, word) for word in asked]
    weights = [
        max((index.rarity[w] * s for w, s in found.items()), default=index.rarest) for found in matches
    ]
    total = sum(weights)
    scored = heapq.nlargest(
        _RERANKED,
        (
            (0.85 * question / total + 0.15 * name / index.strings[number].weight, number)
            for number, (question, name) in _coverage(index, matches, weights).items()
            if question >= covered * total
        ),
    )
    letters = _grams(" ".join(asked))
    ranked = [
        (
            0.7 * score + 0.3 * _cosine(letters, _grams(" ".join(index.strings[number].words))),
            index.strings[number],
        )
        for score, number in scored
    ]
    return sorted(ranked, key=lambda pair: -pair[0])


def _coverage(
    index: Index, matches: Sequence[Mapping[str, float]], weights: Sequence[float]
) -> dict[int, tuple[float, float]]:
    """For every name that shares a word: the weight of the question it covers, and of itself."""
    covered: dict[int, tuple[float, float]] = {}
    for found, weight in zip(matches, weights, strict=True):
        best: dict[int, tuple[float, str]] = {}
        for word, likeness in found.items():
            for number in index.postings[word]:
                if number not in best or best[number][0] < likeness:
                    best[number] = (likeness, word)
        for number, (likeness, word) in best.items():
            question, name = covered.get(number, (0.0, 0.0))
            covered[number] = (question + likeness * weight, name + likeness * index.rarity[word])
    return covered


def _matches(index: Index, word: str) -> dict[str, float]:
    """The words of the index that a typed word may be, each with how like it is, 0 to 1."""
    found: dict[str, float] = {}
    if word in index.postings:
        found[word] = 1.0
    if len(word) <= 3 or word.isdigit():
        return found
    for candidate in _same_beginning(index.vocabulary, word):
        shared = _shared_beginning(word, candidate)
        shorter = min(len(word), len(candidate))
        if shared >= 4 and shared >= 0.75 * shorter:
            found[candidate] = max(found.get(candidate, 0.0), 0.9 * shared / shorter)
    for candidate, ratio, _ in process.extract(
        word, index.vocabulary, scorer=fuzz.ratio, score_cutoff=_SLIP, limit=12
    ):
        if len(candidate) > 3 and not candidate.isdigit():
            found[candidate] = max(found.get(candidate, 0.0), 0.95 * ratio / 100)
    return found


def _same_beginning(vocabulary: Sequence[str], word: str) -> Sequence[str]:
    start = bisect_left(vocabulary, word[:4])
    end = bisect_left(vocabulary, word[:4] + "\uffff")
    return vocabulary[start:end]


def _shared_beginning(one: str, other: str) -> int:
    for position, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return position
    return min(len(one), len(other))


@lru_cache(maxsize=8192)
def _grams(text: str) -> Mapping[str, int]:
    padded = f" {text} "
    return Counter(padded[i : i + size] for size in (2, 3, 4) for i in range(len(padded) - size + 1))


def _cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    if len(one) > len(other):
        one, other = other, one
    dot = sum(count * other.get(gram, 0) for gram, count in one.items())
    norm = math.sqrt(sum(c * c for c in one.values()) * sum(c * c for c in other.values()))
    return dot / norm if norm else 0.0
