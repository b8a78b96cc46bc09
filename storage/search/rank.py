"""A question's words → paths, best first. Pure: an index and words in, a ranking out.

A name scores by how much of the question it covers, weighted by how rare each word is, and by how much of
the name the question says; the best are scored again with the likeness of their letters. A line may be named
together with what stands above it: `ветеринария бөлімінің күрделі шығыстары`. No step gives a full score
for one shared word. Of two lines that stand above one another and fit alike the levels say which is meant.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parser.budget_code import codes_of, depth, is_earned, level_of
from parser.dataclass import dataclass, replace
from parser.question.question import Token
from parser.records import Level
from storage.search.candidate import Ranked
from storage.search.evidence import Evidence, weigh_question
from storage.search.index import Index
from storage.search.letters import Letters, compare_letters, count_letters
from storage.search.offices import find_offices, is_wider
from storage.search.parts import PartSign, find_part, is_anothers
from storage.search.precedence import (
    doubt_receipts,
    keep_given,
    keep_receipts,
    prefer_offices,
    put_below_parents,
    put_offered_behind,
)
from storage.search.remaining import lower_remaining
from storage.search.said import (
    cover_surely,
    is_only_alike,
    leaves_unread,
    only_mentions,
    say_name,
    say_own,
    share_covered,
)
from storage.search.said_above import find_sure_names, hold_below_one, say_with_parents
from storage.search.search_words import WordRole, has_role
from storage.search.told_apart import is_written_otherwise
from storage.search.weights import RankWeights


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, without what only asks: its words, their letters, and the offices that have it."""

    words: frozenset[str]
    letters: Letters
    offices: frozenset[str]


class Rankings:
    """The rankings of one question: in its own words and in other readings, each made once.

    A ranking is of names alone, whatever place or edition has them. Whoever answers a question makes one of
    these, asks it for each ranking, and takes from that the paths that an edition has.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._made: dict[tuple[Token, ...], Sequence[Ranked]] = {}

    def rank_each(self, questions: Sequence[Sequence[Token]]) -> list[Sequence[Ranked]]:
        """For the words of each question the paths that they may mean, best first, as `rank` finds them.

        Numbers are codes or amounts unless words are with them: alone they name no line.
        """
        words = [tuple(tokens) if _has_words(tokens) else () for tokens in questions]
        for tokens in words:
            if tokens not in self._made:
                self._made[tokens] = rank(self.index, tokens)
        return [self._made[tokens] for tokens in words]


def _has_words(tokens: Sequence[Token]) -> bool:
    return any(not token.sound.isdigit() for token in tokens)


def rank(index: Index, tokens: Sequence[Token], limit: int | None = None) -> list[Ranked]:
    """The paths that a question may mean, best first.

    Args:
        index: the names.
        tokens: the question's words, fillers included.
        limit: how many paths to return at most; the index's `candidates.ranked` without one.
    """
    if not tokens:
        return []
    weights = index.weights.rank
    evidence = weigh_question(index, tokens)
    words = evidence.words.values()
    best = _keep_best(_score_names(index, evidence))
    if len(words) > 1 and not any(line.covered > weights.whole_question for line in best.values()):
        best = _keep_best([*best.values(), *_score_with_parents(index, evidence, best.values())])
    best = put_below_parents(index, best, weights.level if len(words) == 1 else weights.near_level)
    best = put_offered_behind(best, weights.level)
    lowered, ahead = lower_remaining(best, weights.level, weights.tie)
    best |= {path: replace(best[path], weak=True) for path in ahead}
    best |= {path: replace(best[path], score=score) for path, score in lowered.items()}
    if any(has_role(word, WordRole.OFFICE) for word in words):
        best = prefer_offices(best, weights)
    if evidence.given_up:
        best = keep_given(best)
    elif evidence.of_receipts:
        best = keep_receipts(best, received=evidence.received)
    elif evidence.gives_away:
        best = doubt_receipts(best)
    if evidence.pays_out:
        best = doubt_receipts(best, is_earned)
    # Of lines that fit alike the widest is meant, and of names the one that says least.
    return heapq.nsmallest(
        index.weights.candidates.ranked * index.breadth if limit is None else limit,
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


def _score_names(index: Index, evidence: Evidence) -> Iterator[Ranked]:
    """The paths whose names fit a question best, by the names' own words; a path once for each name."""
    words = evidence.words.values()
    offices = find_offices(index, evidence) if evidence.things or evidence.reached.parts else frozenset[str]()
    typed = _Typed(frozenset(words), count_letters(" ".join(words)), offices)
    share = index.weights.rank.question_share
    covered = _cover(evidence)
    scored = (
        (
            share * min(covered[number] / evidence.heard, 1.0)
            + (1 - share) * say_name(index, evidence, number),
            number,
        )
        for number in _choose_names(index, covered)
    )
    for score, number in heapq.nlargest(index.weights.rank.reranked * index.breadth, scored):
        yield from _rank_paths(index, evidence, typed, number, score)


def _score_with_parents(index: Index, evidence: Evidence, candidates: Iterable[Ranked]) -> Iterator[Ranked]:
    """The candidates that the names of the lines above them make fit better, scored again."""
    weights, counted = index.weights.rank, _cover(evidence)
    sure = find_sure_names(index, evidence)
    for candidate in candidates:
        said = say_with_parents(index, evidence, sure, candidate.path)
        covered = share_covered(index, evidence, said)
        if covered > candidate.covered:
            # What a score counts already, surely or not, is not added once more.
            own = max(counted.get(number, 0.0) for number in index.words.names_of[candidate.path])
            more = min(covered * evidence.total / evidence.heard, 1.0) - min(own / evidence.heard, 1.0)
            gained = max(weights.question_share * more, 0.0)
            score = hold_below_one(candidate.score, gained, weights.saturated)
            yield replace(candidate, score=score, covered=covered)


def _cover(evidence: Evidence) -> dict[int, float]:
    """How much of the question each name says: the weight of the words that it matches."""
    covered: dict[int, float] = {}
    for position, names in evidence.hits.items():
        weight = evidence.weights[position]
        for number, likeness in names.items():
            covered[number] = covered.get(number, 0.0) + likeness * weight
    return covered


def _choose_names(index: Index, covered: Mapping[int, float]) -> Sequence[int]:
    """The names that cover the question best, shorter ones first: they are worth a closer look."""
    most = index.weights.rank.looked_at * index.breadth
    least = min(heapq.nlargest(most, covered.values()), default=0.0)
    return heapq.nsmallest(
        most,
        (number for number, cover in covered.items() if cover >= least),
        key=lambda number: (-covered[number], index.words.weights[number]),
    )


def _rank_paths(
    index: Index, evidence: Evidence, typed: _Typed, number: int, score: float
) -> Iterator[Ranked]:
    """The paths of a name, with its score and what tells whether it may be asserted."""
    weights, reached = index.weights.rank, evidence.reached
    name = index.words.names[number]
    through = number in reached.likeness
    covered = cover_surely(index, evidence, number)
    own = say_own(index, evidence, name) if through else covered
    weak = number not in reached.assertable if through else only_mentions(index, evidence, number, covered)
    # «Отдел культуры» is lacking where a «Управление культуры» has all of its words.
    said = evidence.lacking and not evidence.lacks_filler and own >= weights.whole_question
    weak = weak and not (through and said)
    pieced = through and number not in reached.whole and own < weights.whole_name
    exact = typed.words == set(name.words) or number in reached.official
    part = None if exact else find_part(index, evidence, number, through=through)
    if number in reached.parts and not exact:
        part = PartSign.LISTED
    if len(evidence.words) == 1 and not through and is_written_otherwise(evidence.folded, name.folded):
        return
    if not through and covered < index.weights.certainty.covered and evidence.words.keys() <= evidence.absent:
        return  # a known thing that no budget has is no line that shares a word with it
    if not through and _says_only_what_is_done(evidence, number):
        return
    wider = is_wider(evidence, name)
    likeness = _compare_with_typed(index, evidence, typed, number)
    score += weights.as_written if name.folded == evidence.folded else 0.0
    score = (1 - weights.letters_share) * score + weights.letters_share * likeness
    score -= weights.anothers if is_anothers(evidence, number) else 0.0
    score -= weights.tie if through and weak else 0.0
    weak = weak or leaves_unread(index, evidence, number)
    weak = weak or (not through and is_only_alike(index, evidence))
    home = reached.homes.get(number, "")
    at_home = bool(home) and any(home in index.words.above(path) for path in name.paths)
    bound = number in reached.bound and own < weights.whole_name
    for path in name.paths:
        if bound and home not in index.words.above(path):
            continue
        away = _lower_elsewhere(path, weights) if at_home and home not in index.words.above(path) else 0.0
        away += weights.level if typed.offices and typed.offices.isdisjoint(codes_of(path)) else 0.0
        yield Ranked(path, score - away, covered, weak, exact, through, pieced, part, wider, name=name)


def _says_only_what_is_done(evidence: Evidence, number: int) -> bool:
    """Whether a name has only words of what may be done for anything, beside one that no name has.

    `содержание мэрии` is of no cemetery, whose upkeep a name tells.
    """
    said = [n for n in evidence.words if number in evidence.hits.get(n, {})]
    unknown = any(not evidence.hits.get(n) for n in evidence.words)
    return unknown and all(has_role(evidence.words[n], WordRole.GENERIC) for n in said)


def _lower_elsewhere(path: str, weights: RankWeights) -> float:
    """How much less a line of the same name is meant outside the phrase's group; an office is one in all."""
    return {Level.PROGRAM: weights.level, Level.ADMINISTRATOR: weights.tie}.get(
        level_of(path) or Level.GROUP, 0.0
    )


def _compare_with_typed(index: Index, evidence: Evidence, typed: _Typed, number: int) -> float:
    """How like a name is to what was typed: in its letters, or by a phrase that leads to it."""
    believed = evidence.reached.likeness.get(number, 0.0)
    return max(believed, compare_letters(typed.letters, index.words.letters(number)))
