"""The subgroup of whatever is left of a group, which repeats its name: «Прочие услуги в области …»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from parser.budget_code.paths import is_remaining_subgroup


class Scored(Protocol):
    """A line with how well it fits a question, and how much of that it says."""

    @property
    def score(self) -> float: ...  # noqa: D102 - of Candidate

    @property
    def covered(self) -> float: ...  # noqa: D102


def lower_remaining(best: Mapping[str, Scored], near: float) -> dict[str, float]:
    """What is left of a group, put behind what says as much of the question in another way.

    `әлеуметтік көмекке` is the group or its own subgroup, and no «… салаларындағы өзге де қызметтер».

    It stays as near to them as it was: which of them is meant is no surer for it.

    Args:
        best: each path with the best of its names.
        near: how much less the others may score.

    Returns:
        What each path scores that is put behind.
    """
    lowered: dict[str, float] = {}
    for path in filter(is_remaining_subgroup, best):
        line = best[path]
        others = (each.score for each in best.values() if each.covered >= line.covered and each is not line)
        ahead = min((score for score in others if score >= line.score - near), default=line.score)
        if ahead < line.score:
            lowered[path] = ahead
    return lowered
