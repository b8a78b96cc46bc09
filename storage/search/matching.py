"""How like a typed word is to a printed one, and how like two names are in their letters."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import mul

from rapidfuzz import fuzz, process

from storage.search.forms import is_ending
from storage.search.index import Index
from storage.search.weights import WordWeights


def match_word(index: Index, word: str, *, slips: bool = True) -> dict[str, float]:
    """The words of the index that a typed word may be, each with how like it is, 0 to 1."""
    weights = index.weights.words
    found: dict[str, float] = {}
    if word in index.postings:
        found[word] = 1.0
    if len(word) <= weights.short_word or word.isdigit():
        return found
    for candidate in _same_beginning(index.vocabulary, word, weights.root_letters):
        shared = _shared_beginning(word, candidate)
        shorter = min(len(word), len(candidate))
        alike = shared >= weights.root_letters and shared >= weights.root_share * shorter
        # приватизируют, приватизация: what two long words share says what both are about
        long_root = shared >= weights.long_root_letters
        alike = alike or (long_root and shared >= weights.long_root_share * shorter)
        if alike and len(word) - shared <= weights.longest_ending:
            like = weights.form * max(shared / shorter, weights.least_shared)
            # занял is no form of занятость, ветер none of ветеринария: what is not shared must be endings
            is_form = long_root or (is_ending(word[shared:]) and is_ending(candidate[shared:]))
            like = like if is_form else min(like, weights.uncertain)
            found[candidate] = max(found.get(candidate, 0.0), like)
    if slips and not found:
        for candidate, ratio, _ in process.extract(
            word,
            index.vocabulary,
            scorer=fuzz.ratio,
            score_cutoff=weights.slip_ratio,
            limit=weights.slips_tried,
        ):
            if len(candidate) > weights.short_word and not candidate.isdigit():
                found[candidate] = max(found.get(candidate, 0.0), _slip(ratio, weights))
    return found


def _slip(ratio: float, weights: WordWeights) -> float:
    """How like a mistyped word is; only a close one counts as covered."""
    likeness = weights.slip * ratio / 100
    return likeness if ratio >= weights.close_slip_ratio else min(likeness, weights.uncertain)


def _same_beginning(vocabulary: Sequence[str], word: str, letters: int) -> Sequence[str]:
    start = bisect_left(vocabulary, word[:letters])
    end = bisect_left(vocabulary, word[:letters] + "\uffff")
    return vocabulary[start:end]


def _shared_beginning(one: str, other: str) -> int:
    for position, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return position
    return min(len(one), len(other))


Grams = tuple[Mapping[str, int], float]  # counts, and the length of their vector


@lru_cache(maxsize=16384)
def grams(text: str) -> Grams:
    """A text's runs of 2 to 4 letters, counted, its ends included."""
    padded = f" {text} "
    counts = Counter([padded[i : i + size] for size in (2, 3, 4) for i in range(len(padded) - size + 1)])
    return counts, math.hypot(*counts.values())


def cosine(one: Grams, other: Grams) -> float:
    """The likeness of two texts by their runs of letters, 0 to 1."""
    (few, length), (many, other_length) = sorted((one, other), key=lambda grams: len(grams[0]))
    shared = few.keys() & many.keys()
    norm = length * other_length
    if not norm:
        return 0.0
    products: Iterable[int] = map(mul, map(few.__getitem__, shared), map(many.__getitem__, shared))
    return sum(products) / norm
