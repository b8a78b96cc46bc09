"""The subgroup of whatever is left of a group, which repeats its name: «Прочие услуги в области …»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from parser.budget_code.paths import codes_of, is_remaining_subgroup, section_of


class Scored(Protocol):
    """A line with how well it fits a question, and how much of that it says."""

    @property
    def score(self) -> float: ...  # noqa: D102 - of Candidate

    @property
    def covered(self) -> float: ...  # noqa: D102


def lower_remaining(
    best: Mapping[str, Scored], near: float, tie: float
) -> tuple[dict[str, float], frozenset[str]]:
    """What is left of a group, put behind what says as much of the question in another way.

    `әлеуметтік көмекке` is the group or its own subgroup, and no «… салаларындағы өзге де қызметтер». Which
    of them is no surer for it: what comes before it so is only offered.

    Args:
        best: each path with the best of its names.
        near: how much less the others may score.
        tie: how far behind the best of them it is put, which scores what it did.

    Returns:
        What each path scores that is put behind, or changes places with it, and the paths that come before
        the first so.
    """
    lowered: dict[str, float] = {}
    ahead: set[str] = set()
    for path in filter(is_remaining_subgroup, best):
        line = best[path]
        passing = [
            other
            for other, each in best.items()
            if other != path
            and _group_of(other) == _group_of(path)
            and each.covered >= line.covered
            and line.score - near <= each.score <= line.score
        ]
        if passing:
            first = max(each.score for other, each in best.items() if other != path) < line.score
            foremost = max(passing, key=lambda other: best[other].score)
            lowered |= {foremost: line.score, path: line.score - tie}
            ahead.update(passing if first else ())
    return lowered, frozenset(ahead)


def _group_of(path: str) -> tuple[str, ...]:
    return (section_of(path), *codes_of(path)[:1])
