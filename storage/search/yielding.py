"""Words of a question that yield to others beside them: for all money, for what a budget is of, for any aim.

`расходы на школы` is about schools, `жкх области` about utilities, `поддержка занятости` about employment:
what says little by itself must not take a line from what says more.
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from storage.search.index import Index
from storage.search.search_words import WordRole, has_role

Words = Mapping[int, str]  # by position
Hits = Mapping[int, Mapping[int, float]]  # by position: the names that it matches, with how well


def let_totals_yield(
    index: Index, words: Words, weights: Mapping[int, float], names: Hits, phrased: Set[int]
) -> Mapping[int, float]:
    """Lowers the weights of words that say little where others stand beside them.

    - Words for all money: `расходы` in `расходы на школы`. Not so in `капитальные расходы`, which is a name.
    - Words for what the budget is of: `области` in `жкх области`.
    - Words for any aim: `поддержка` in `поддержка занятости`. Not so where they are all that is left, or the
      words together are a name: `развитие объектов культуры`.

    Args:
        index: with the weights of search.
        words: of the question, as they sound, by their positions.
        weights: how much each word tells.
        names: for each word, the names that it matches, with how well.
        phrased: the positions of words that stand in an everyday phrase: these yield to nothing.

    Returns:
        The weights, those of the yielding words lowered.
    """
    territory = _find_territory(words) - phrased
    named = words.keys() - territory
    totals = {n for n in named if has_role(words[n], WordRole.ALL_MONEY)}
    if totals == named or (totals and _has_name_of(index, named, names)):
        totals = set()
    generic = {n for n in words if has_role(words[n], WordRole.GENERIC)} - phrased
    if generic | totals | territory >= words.keys() or _has_name_of(index, named, names):
        generic = set()  # `развитие объектов культуры` is what it says
    yielding = {n: index.weights.evidence.totals * weights[n] for n in totals | territory}
    return {**weights, **{n: index.weights.evidence.generic * weights[n] for n in generic}, **yielding}


def _find_territory(words: Words) -> set[int]:
    """The words for what the budget is of, where others are with them."""
    ranks = {n for n, word in words.items() if has_role(word, WordRole.TERRITORY)}
    places = ranks | {n for n, word in words.items() if has_role(word, WordRole.SETTLEMENT)}
    money = {n for n, word in words.items() if has_role(word, WordRole.ALL_MONEY)}
    if money and places | money == words.keys():
        return places
    return set() if ranks == words.keys() else ranks


def _has_name_of(index: Index, positions: Set[int], names: Hits) -> bool:
    """Whether some name surely has all of these words."""
    certain = index.weights.words.certain
    return bool(
        set.intersection(*({name for name, like in names[n].items() if like >= certain} for n in positions))
    )
