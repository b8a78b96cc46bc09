"""A question's words → paths with scores. Pure: an index and words in, a ranking out.

Every word of the question is matched with the names: by itself, by its beginning (which is how
both languages inflect), with a typing slip, or through the lexicon, where an everyday phrase
stands for an official term. A name scores by how much of the question it covers, weighted by how
rare each word is (85 %), and how much of the name the question covers (15 %); the best are ranked
again with the likeness of their letters (2- to 4-grams). A line may be named together with what
stands above it: `ветеринария бөлімінің күрделі шығыстары`. No step gives a full score for one
shared word.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parser.question.question import Token
from storage.search.evidence import Evidence
from storage.search.index import Index, SearchString
from storage.search.matching import Grams, cosine, grams
from storage.search.official_terms import OFFICE_WORDS
from storage.search.weights import RankWeights


@dataclass(frozen=True, slots=True)
class Candidate:
    """A path that may be meant, with its score and how much of the question it covers, both 0 to 1.

    `weak` says that it may be offered but not asserted: an ordinary word of other talk leads here, or
    the question is a few words of a long name.
    """

    path: str
    score: float
    covered: float = 1.0
    weak: bool = False
    exact: bool = False  # the question is the line's whole name, or one of its own words' forms
    through: bool = False  # an everyday phrase leads here
    pieced: bool = False  # no phrase says all of the question: several, or one with other words, lead here


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked(Candidate):
    """A path found by one of its names."""

    string: SearchString


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
    evidence = Evidence(index, tokens)
    if not evidence.content:
        return []
    weights = index.weights.rank
    asked = _Asked(index, evidence)
    best: dict[str, Ranked] = {}
    for ranked in asked.rank_names():
        _keep(best, ranked)
    if len(evidence.content) > 1 and not any(
        ranked.covered > weights.whole_question for ranked in best.values()
    ):
        for ranked in asked.rank_below(list(best.values())):
            _keep(best, ranked)
    level = weights.level if len(evidence.content) == 1 else weights.near_level
    capped = {path: _below_parent(one, best, level, weights) for path, one in best.items()}
    best.update(
        {path: replace(best[path], score=cap) for path, cap in capped.items() if cap < best[path].score}
    )
    if any(word.startswith(OFFICE_WORDS) for word in evidence.content.values()):
        best = {
            path: replace(one, score=one.score + _office(one, best, weights)) for path, one in best.items()
        }
    # Of names that fit alike, the one that says least is meant.
    return heapq.nsmallest(
        limit, best.values(), key=lambda r: (-r.score, r.path.count("/"), r.string.weight, r.path)
    )


def _keep(best: dict[str, Ranked], ranked: Ranked) -> None:
    if ranked.path not in best or best[ranked.path].score < ranked.score:
        best[ranked.path] = ranked


def _below_parent(one: Ranked, best: Mapping[str, Ranked], level: float, weights: RankWeights) -> float:
    """A line's score, kept below that of a line above it which says the question nearly as well."""
    score = one.score
    for parent in _above(one.path):
        above = best.get(parent)
        if one.through and above and above.through:
            continue  # the phrase itself says which of its terms comes first
        if (
            above
            and one.score < weights.whole_name
            and above.covered >= one.covered
            and above.score >= score - level
        ):
            score = min(score, above.score - weights.below)
    return score


def _office(one: Ranked, best: Mapping[str, Ranked], weights: RankWeights) -> float:
    """What the level adds where an office is asked for: it stands third in a path of expenditure."""
    offices = [other.covered for path, other in best.items() if _is_office(path)]
    if one.covered > max(offices, default=0.0):
        return 0.0  # the question says more than an office's name
    return weights.level if _is_office(one.path) else -weights.level


def _is_office(path: str) -> bool:
    return path.startswith(("expenditure/", "financing_payments/")) and path.count("/") == 2


class _Asked:
    """The names that a question's evidence speaks for, as paths with scores."""

    def __init__(self, index: Index, evidence: Evidence) -> None:
        self._index = index
        self._weights = index.weights.rank
        self._certain = index.weights.words.certain
        self._evidence = evidence
        self._spoken = frozenset(evidence.content.values())
        self._length = sum(map(len, evidence.content.values()))

    def rank_names(self) -> list[Ranked]:
        """Names by their own words."""
        weights = self._weights
        covered: dict[int, float] = {}
        for n, strings in self._evidence.by_number.items():
            weight = self._evidence.weights[n]
            for number, likeness in strings.items():
                covered[number] = covered.get(number, 0.0) + likeness * weight
        # Names that cover the question best, shorter ones first, are worth a closer look.
        weigh = self._index.strings
        least = min(heapq.nlargest(weights.looked_at, covered.values()), default=0.0)
        near = heapq.nsmallest(
            weights.looked_at,
            (number for number, cover in covered.items() if cover >= least),
            key=lambda number: (-covered[number], weigh[number].weight),
        )
        scored = heapq.nlargest(
            weights.reranked,
            (
                (
                    weights.question_share * min(covered[number] / self._evidence.heard, 1.0)
                    + (1 - weights.question_share) * self._evidence.name_covered(number),
                    number,
                )
                for number in near
            ),
        )
        letters = grams(" ".join(self._evidence.content.values()))
        return [
            ranked
            for score, number in scored
            for ranked in self._paths(number, score, self._evidence.certain(number), letters)
        ]

    def rank_below(self, candidates: Iterable[Ranked]) -> list[Ranked]:
        """Candidates again with the words that stand in the names above them."""
        found = []
        for candidate in candidates:
            above = [
                number
                for parent in _above(candidate.path)
                for number in self._index.strings_of.get(parent, ())
            ]
            own = self._index.strings_of[candidate.path]
            cover = 0.0
            for n, strings in self._evidence.by_number.items():
                mine = max((strings.get(number, 0.0) for number in own), default=0.0)
                theirs = self._weights.above * max(
                    (strings.get(number, 0.0) for number in above), default=0.0
                )
                cover += (max(mine, theirs) >= self._certain) * self._evidence.weights[n]
            if cover / self._evidence.total > candidate.covered:
                gained = (
                    self._weights.question_share
                    * (cover / self._evidence.total - candidate.covered)
                    * self._evidence.total
                    / self._evidence.heard
                )
                found.append(
                    replace(candidate, score=candidate.score + gained, covered=cover / self._evidence.total)
                )
        return found

    def _paths(self, number: int, score: float, covered: float, letters: Grams) -> Iterable[Ranked]:
        weights = self._weights
        string = self._index.strings[number]
        likeness = self._evidence.through.get(number, 0.0)
        much = weights.letters_unneeded
        if likeness < much or self._length > much * len(string.spoken):
            likeness = max(likeness, cosine(letters, grams(string.spoken)))
        if number in self._evidence.through:
            weak = number not in self._evidence.strong
        else:
            said = self._evidence.name_covered(number)
            # A word or two of a long name mean it only where nothing else is asked.
            only = len(self._evidence.content) == 1 or covered < weights.whole_question
            weak = said < weights.mention and only
            # «республиканский бюджет» is no line that has both words somewhere.
            absent = self._evidence.content.keys() <= self._evidence.absent
            weak = weak or (said < weights.absent_mention and absent)
        exact = self._spoken.issuperset(string.words) and self._spoken == set(string.words)
        score += weights.as_written if string.folded == self._evidence.folded else 0.0
        for path in string.paths:
            through = number in self._evidence.through
            pieced = (
                through
                and number not in self._evidence.whole
                and self._evidence.own(number) < weights.whole_name
            )
            final = (1 - weights.letters_share) * score + weights.letters_share * likeness
            yield Ranked(path, final, covered, weak, exact, through, pieced, string=string)


def _above(path: str) -> tuple[str, ...]:
    codes = path.split("/")
    return tuple("/".join(codes[:depth]) for depth in range(2, len(codes)))
