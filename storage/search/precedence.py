"""Which of the lines that fit a question about alike comes first, and which is only offered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parser.budget_code import RECEIVED, level_of, section_of
from parser.dataclass import replace
from parser.records import Level
from storage.search.candidate import Ranked
from storage.search.index import Index
from storage.search.weights import RankWeights


def put_below_parents(index: Index, best: Mapping[str, Ranked], near: float) -> dict[str, Ranked]:
    """All lines, none scored higher than a line above it which says the question about as well.

    Args:
        index: the names.
        best: each path with the best of its names.
        near: by how much less the line above may fit.
    """
    lowered = {}
    for path, line in best.items():
        score = line.score
        for parent in (best[above] for above in index.words.above(path) if above in best):
            if _stands_for(parent, line, index.weights.rank) and parent.score >= score - near:
                score = min(score, parent.score)
        lowered[path] = line if score == line.score else replace(line, score=score)
    return lowered


def put_offered_behind(best: Mapping[str, Ranked], near: float) -> dict[str, Ranked]:
    """All lines, those that a phrase only offers behind what a phrase names and fits nearly as well.

    «Жергілікті деңгейде тілдерді және мәдениетті дамыту …» prints `мәдениетті`, and is not culture.
    """
    named = max((line.score for line in best.values() if line.through and not line.weak), default=0.0)
    return {
        path: replace(line, score=line.score - near)
        if line.through and line.weak and not line.exact and line.score - near <= named
        else line
        for path, line in best.items()
    }


def _stands_for(parent: Ranked, line: Ranked, weights: RankWeights) -> bool:
    """Whether of two lines that fit about as well the upper one is meant before the lower one."""
    if line.through and parent.through:
        return False  # the phrase itself says which of its terms comes first
    return line.score < weights.whole_name and parent.covered >= line.covered


def prefer_offices(best: Mapping[str, Ranked], weights: RankWeights) -> dict[str, Ranked]:
    """All lines, offices raised and others lowered, unless one says more of the question than any office.

    Args:
        best: each path with the best of its names.
        weights: by how much.
    """
    offices = {path for path in best if level_of(path) is Level.ADMINISTRATOR}
    covered = max((best[path].covered for path in offices), default=0.0)
    raised = [best[path].score + weights.level for path in offices]
    # What goes beyond 1 is taken off all of them: how far the best one leads says how sure it is.
    beyond = max(max(raised, default=0.0) - 1, 0.0)
    return {
        path: line
        if line.covered > covered
        else replace(line, score=line.score - beyond + (weights.level if path in offices else -weights.level))
        for path, line in best.items()
    }


def keep_receipts(best: Mapping[str, Ranked], *, received: bool) -> dict[str, Ranked]:
    """The lines where money is said to come in: what is spent is only offered, and by no phrase for it.

    Args:
        best: each path with the best of its names.
        received: whether a phrase says what it comes in from.
    """
    brought = {path: line for path, line in best.items() if line.through and section_of(path) in RECEIVED}
    if received and brought:
        return brought
    return {
        path: line if section_of(path) in RECEIVED else replace(line, weak=True)
        for path, line in best.items()
    }


def keep_given(best: Mapping[str, Ranked]) -> dict[str, Ranked]:
    """The lines where money is said to go up to another budget: those that phrases lead to, no receipts."""
    return {path: line for path, line in best.items() if line.through and section_of(path) not in RECEIVED}


def doubt_receipts(
    best: Mapping[str, Ranked], comes_in: Callable[[str], bool] = lambda path: section_of(path) in RECEIVED
) -> dict[str, Ranked]:
    """The lines where money is said to be given away: what comes in is only offered.

    Args:
        best: each path with the best of its names.
        comes_in: tells of a path whether it is such a line.
    """
    return {
        path: replace(line, weak=True) if line.through and comes_in(path) else line
        for path, line in best.items()
    }
