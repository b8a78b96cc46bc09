"""How like a typed word is to the words of printed names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from storage.search.forms import is_ending
from storage.search.weights import WordWeights
from storage.search.word_index import WordIndex

_PERCENT = 100  # rapidfuzz's ratios go so far, likenesses to 1


def match_word(index: WordIndex, word: str, weights: WordWeights, *, slips: bool = True) -> dict[str, float]:
    """The words of names that a typed one may be, each with how like it is, 0 to 1.

    `школы` is «школ» by its beginning; `образвание` is «образования» as a typing slip.

    Args:
        index: the names by their words.
        word: as it sounds.
        weights: of words.
        slips: whether it may be mistyped, where nothing else is found.
    """
    found: dict[str, float] = {}
    if word in index.postings:
        found[word] = 1.0
    if len(word) <= weights.short_word or word.isdigit():
        return found
    for candidate in _list_same_beginning(index.vocabulary, word[: weights.root_letters]):
        likeness = _compare_forms(word, candidate, weights)
        if likeness:
            found[candidate] = max(found.get(candidate, 0.0), likeness)
    if found or not slips:
        return found
    nearest = process.extract(
        word, index.vocabulary, scorer=fuzz.ratio, score_cutoff=weights.slip_ratio, limit=None
    )
    return {
        candidate: _rate_slip(ratio, weights)
        for candidate, ratio, _ in nearest
        if len(candidate) > weights.short_word and not candidate.isdigit()
    }


def _compare_forms(word: str, candidate: str, weights: WordWeights) -> float:
    """How like two words are by their common beginning; 0 where they are not forms of one word."""
    shared = _count_shared(word, candidate)
    shorter = min(len(word), len(candidate))
    alike = shared >= weights.root_letters and shared >= weights.root_share * shorter
    # приватизируют, приватизация: what two long words share says what both are about
    long_root = shared >= weights.long_root_letters
    if not (alike or long_root) or len(word) - shared > weights.longest_ending:
        return 0.0
    likeness = weights.form * max(shared / shorter, weights.least_shared)
    # занял is no form of занятость, ветер none of ветеринария: what is not shared must be endings
    is_form = long_root or (is_ending(word[shared:]) and is_ending(candidate[shared:]))
    return likeness if is_form else min(likeness, weights.uncertain)


def _rate_slip(ratio: float, weights: WordWeights) -> float:
    """How like a mistyped word is; only a close one counts as covered."""
    likeness = weights.slip * ratio / _PERCENT
    return likeness if ratio >= weights.close_slip_ratio else min(likeness, weights.uncertain)


def _list_same_beginning(vocabulary: Sequence[str], start: str) -> Sequence[str]:
    first = bisect_left(vocabulary, start)
    return vocabulary[first : bisect_left(vocabulary, start + "\uffff")]


def _count_shared(first: str, second: str) -> int:
    """The letters that two words begin with alike."""
    for position, (left, right) in enumerate(zip(first, second, strict=False)):
        if left != right:
            return position
    return min(len(first), len(second))
