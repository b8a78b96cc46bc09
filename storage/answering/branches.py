"""Which line a list is inside of, where everyday words name a branch and not one line: `спорт`, `соцпомощь`.

A branch is a functional group, a subgroup, or an office. Of those that fit about as well the likeliest is
listed, and the others are told beside it. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parser.budget_code import is_below
from storage.answering.assertion import is_good
from storage.answering.inquiry import FoundLine
from storage.search.weights import Weights

_OTHERS = 3  # told beside the branch that is listed


@dataclass(frozen=True, slots=True)
class Branch:
    """The line that a list is inside of, and those that may be meant instead."""

    whole: FoundLine
    others: tuple[FoundLine, ...] = ()


def choose_branch(wholes: Sequence[FoundLine], weights: Weights) -> Branch | None:
    """The likeliest of the lines that words may mean as a branch; None where none fits well.

    An office that spends on other things too yields to a group that is named as well, and what stands inside
    another one of the same phrase yields to it: `әлеуметтік көмек` is the group and not one of its subgroups.

    Args:
        wholes: lines that have lines inside, best first.
        weights: from where on a line fits.
    """
    near = [line for line in wholes if line.score >= wholes[0].score - weights.answer.of_one_kind]
    near = [line for line in near if is_good(line, weights.certainty) and not line.part]
    near = [line for line in near if line.through or not line.weak]
    if not near:
        return None
    best = _prefer_branch(near)
    above = [line for line in near if is_below(best.path, line.path) and line.through == best.through]
    best = min(above, key=lambda line: line.line.level, default=best)
    related = {line.path for line in near if is_below(line.path, best.path)} | {best.path}
    others = [line for line in near if line.path not in related]
    return Branch(best, tuple(others[:_OTHERS]))


def _prefer_branch(near: Sequence[FoundLine]) -> FoundLine:
    """The best line; where that is an office of which only a branch is named, the branch.

    A subgroup by its own name (`Спорт`) says more than a group to which a phrase leads (`Культура, спорт`).
    """
    if not near[0].wider or near[0].exact:
        return near[0]
    branches = [line for line in near if not line.wider]
    named = [line for line in branches if not line.through]
    return next(iter(named or branches), near[0])
