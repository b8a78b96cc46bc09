"""A question's words → paths, best first. Pure: an index and words in, a ranking out.

The names that fit best give the paths (`scoring.py`); then the levels say which of two lines is meant that
stand above one another and fit alike.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parser.budget_code import depth, level_of
from parser.question.question import Token
from parser.records import Level
from storage.search.evidence import weigh_question
from storage.search.index import Index
from storage.search.scoring import Candidate, Ranked, list_above, score_names, score_with_parents
from storage.search.search_words import Part, is_part
from storage.search.weights import RankWeights

__all__ = ["Candidate", "Ranked", "Rankings", "rank"]


class Rankings:
    """The rankings of one question: in its own words and in other readings, each made once.

    A ranking knows no place and no edition: it is of all names that are loaded. Whoever answers makes one
    of these for each question, asks it wherever a ranking is needed, and keeps the paths that an edition has.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._made: dict[tuple[Token, ...], Sequence[Ranked]] = {}

    def rank(self, tokens: Sequence[Token]) -> Sequence[Ranked]:
        """The paths that these words may mean, best first, as `rank` finds them."""
        words = tuple(tokens)
        if words not in self._made:
            self._made[words] = rank(self.index, words, limit=self.index.weights.candidates.ranked)
        return self._made[words]


def rank(index: Index, tokens: Sequence[Token], limit: int = 50) -> list[Ranked]:
    """The paths that a question may mean, best first.

    Args:
        index: the names.
        tokens: the question's words, fillers included.
        limit: how many paths to return at most.
    """
    if not tokens:
        return []
    weights = index.weights.rank
    evidence = weigh_question(index, tokens)
    words = evidence.words.values()
    best = _keep_best(score_names(index, evidence))
    if len(words) > 1 and not any(line.covered > weights.whole_question for line in best.values()):
        best = _keep_best([*best.values(), *score_with_parents(index, evidence, best.values())])
    best = _put_below_parents(best, weights.level if len(words) == 1 else weights.near_level, weights)
    if any(is_part(word, Part.OFFICE) for word in words):
        best = _prefer_offices(best, weights.level)
    # Of lines that fit alike the widest is meant, and of names the one that says least.
    return heapq.nsmallest(
        limit,
        best.values(),
        key=lambda line: (-line.score, depth(line.path), line.name.weight, line.path),
    )


def _keep_best(lines: Iterable[Ranked]) -> dict[str, Ranked]:
    """Each path with the best of its names; of equals the first."""
    best: dict[str, Ranked] = {}
    for line in lines:
        if line.path not in best or best[line.path].score < line.score:
            best[line.path] = line
    return best


def _put_below_parents(best: Mapping[str, Ranked], near: float, weights: RankWeights) -> dict[str, Ranked]:
    """All lines, none scored higher than a line above it which says the question about as well."""
    lowered = {}
    for path, line in best.items():
        score = line.score
        for parent in (best[above] for above in list_above(path) if above in best):
            if _stands_for(parent, line, weights) and parent.score >= score - near:
                score = min(score, parent.score)
        lowered[path] = line if score == line.score else replace(line, score=score)
    return lowered


def _stands_for(parent: Ranked, line: Ranked, weights: RankWeights) -> bool:
    """Whether a line above another, if it fits about as well, is meant before it."""
    if line.through and parent.through:
        return False  # the phrase itself says which of its terms comes first
    return line.score < weights.whole_name and parent.covered >= line.covered


def _prefer_offices(best: Mapping[str, Ranked], by: float) -> dict[str, Ranked]:
    """All lines, offices raised and others lowered, unless one says more of the question than any office."""
    covered = max((line.covered for line in best.values() if _is_office(line.path)), default=0.0)
    return {
        path: line
        if line.covered > covered
        else replace(line, score=line.score + (by if _is_office(path) else -by))
        for path, line in best.items()
    }


def _is_office(path: str) -> bool:
    """Whether a line is an administrator's."""
    return level_of(path) is Level.ADMINISTRATOR
