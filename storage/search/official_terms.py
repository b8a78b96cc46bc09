"""Which names of an index an official term of the lexicon stands in."""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from storage.search.index import Index
from storage.search.matching import match_word

# Words that ask for an administrator: бөлім, басқарма, аппарат, отдел, управление.
OFFICE_WORDS = ("bolim", "baskarma", "aparat", "otdel", "upravleni")


def find_term(index: Index, term: tuple[str, ...]) -> Iterable[tuple[int, float]]:
    """The names with nearly all of a term's weight in them, those first that say least besides.

    Args:
        index: the names.
        term: its words as they sound.

    Yields:
        Numbers of names, each with a rate from 0 to 1.
    """
    settings = index.weights.terms
    found = {word: match_word(index, word, slips=False) for word in dict.fromkeys(term)}
    # Squared, so that the words that tell a term from others of its form weigh most. A small budget
    # has every word but once or twice: there the other official terms say which words those are.
    # What no name has at all speaks most against the term: the budget lacks what the word is about.
    weights = {
        word: (
            index.rarity.get(word, index.rarest) * _telling(index, word) * (1.0 if like else settings.lacking)
        )
        ** 2
        for word, like in found.items()
    }
    total = sum(weights.values())
    covered: dict[int, float] = {}
    missed = 0.0  # what a name that holds none of the words so far lacks; the heaviest words come first
    for word in sorted(found, key=lambda word: -weights[word]):
        best: dict[int, float] = {}
        for match, likeness in sorted(found[word].items(), key=lambda match: match[1]):
            holders = index.holders(match)
            closed = missed > (1 - settings.covered) * total
            best.update(dict.fromkeys(holders & covered.keys() if closed else holders, likeness))
        for number, likeness in best.items():
            covered[number] = covered.get(number, 0.0) + likeness * weights[word]
        missed += weights[word]
    said = {match for matches in found.values() for match in matches}
    rated = []
    for number, cover in covered.items():
        if cover >= settings.covered * total:
            string = index.strings[number]
            own = sum(index.rarity[word] for word in string.words if word in said) / string.weight
            rated.append((number, (1 - settings.name_share) * cover / total + settings.name_share * own))
    best_rate = max((rate for _, rate in rated), default=0.0)
    kept = [(number, rate) for number, rate in rated if rate >= best_rate - settings.near_best]
    return heapq.nlargest(settings.hits, kept, key=lambda pair: pair[1])


def _telling(index: Index, word: str) -> float:
    """How much a word tells an official term from others; what makes it an office's name always does."""
    telling = index.lexicon.telling.get(word, index.rarest)
    return max(telling, index.rarest) if word.startswith(OFFICE_WORDS) else telling
