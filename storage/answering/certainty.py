"""Whether a line that was found can be asserted, or only offered.

An answer is asserted when its line is well matched, covers the question and leads the next different line;
where these bands lie is in `storage/search/weights.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.candidates import FoundLine
from storage.search.weights import CertaintyWeights

LISTED = frozenset({Intent.LARGEST, Intent.LIST})
"""What is asked of the lines inside a line."""


def is_asserted(found: Sequence[FoundLine], question: Question, weights: CertaintyWeights) -> bool:
    """Whether the best candidate can be asserted, given what is asked of it.

    Args:
        found: the candidates, best first.
        question: that they were found for.
        weights: from where on a line is sure.
    """
    at_large = question.intent in LISTED or question.intent is Intent.SHARE
    return _is_sure(found, len(question.words), weights) or (at_large and _stands_out(found, weights))


def goodness(found: Sequence[FoundLine], weights: CertaintyWeights) -> float:
    """How good the best candidate is, of which what it leaves unsaid takes away."""
    return max((one.score * min(1.0, one.covered / weights.covered) for one in found), default=0.0)


def _is_sure(found: Sequence[FoundLine], said: int, weights: CertaintyWeights) -> bool:
    """Whether the best candidate is well matched, and no other line nearly as well; of so many words."""
    if not found or not is_good(found[0], weights) or found[0].weak:
        return False
    best, rivals = found[0], _rivals(found)
    if best.exact:  # other names only hold these words, unless they are of another section
        rivals = [one for one in rivals if one.exact or _elsewhere(one, best)]
    # One or two words that several names hold ask for a choice, even where a phrase leads to one of them.
    phrased = best.through and said > weights.few_words
    near = weights.phrase_rival if phrased else weights.rival
    if best.line.level > 0 and any(_as_good(one, best, near, weights) for one in rivals):
        return False
    return _leads(best, rivals, weights)


def is_good(candidate: FoundLine, weights: CertaintyWeights) -> bool:
    """Whether a candidate is well matched and says enough of the question."""
    return candidate.score >= weights.sure and candidate.covered >= weights.covered


def _stands_out(found: Sequence[FoundLine], weights: CertaintyWeights) -> bool:
    """Whether the best candidate is the one that a question about a line at large means.

    A share or a list of what is inside asks of the widest line, and says which one it took: that others
    hold its words too, or that they are words of other talk as well, matters less.
    """
    if not found or not is_good(found[0], weights):
        return False
    if found[0].weak and found[0].score < weights.weak_stands_out:
        return False
    return _leads(found[0], _rivals(found), weights)


def _rivals(found: Sequence[FoundLine]) -> list[FoundLine]:
    """All but the best candidate and what stands below it, which its card shows."""
    return [one for one in found[1:] if not one.path.startswith(f"{found[0].path}/")]


def _leads(best: FoundLine, rivals: Sequence[FoundLine], weights: CertaintyWeights) -> bool:
    return not rivals or best.score - rivals[0].score >= weights.lead


def _elsewhere(rival: FoundLine, best: FoundLine) -> bool:
    return not rival.through and rival.line.section is not best.line.section


def _as_good(rival: FoundLine, best: FoundLine, near: float, weights: CertaintyWeights) -> bool:
    """Whether another branch's line says all of the question too, only in a longer name."""
    if best.path.startswith(f"{rival.path}/"):
        return False
    return rival.covered >= best.covered - weights.rival_covered and rival.score >= best.score - near
