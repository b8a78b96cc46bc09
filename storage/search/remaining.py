"""The subgroup of whatever is left of a group, which repeats its name: «Прочие услуги в области …»."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from parser.budget_code.paths import is_remaining_subgroup
from parser.dataclass import replace

if TYPE_CHECKING:
    from storage.search.rank import Ranked


def put_remaining_behind(best: Mapping[str, Ranked], near: float) -> dict[str, Ranked]:
    """All lines, what is left of a group behind what says as much of the question in another way.

    `әлеуметтік көмекке` is the group or its own subgroup, and no «… салаларындағы өзге де қызметтер».

    It stays as near to them as it was: which of them is meant is no surer for it.

    Args:
        best: each path with the best of its names.
        near: how much less these may score.
    """
    remaining = [path for path in best if is_remaining_subgroup(path)]
    if not remaining:
        return dict(best)
    lowered = dict(best)
    for path in remaining:
        line = best[path]
        others = (each.score for each in best.values() if each.covered >= line.covered and each is not line)
        ahead = min((score for score in others if score >= line.score - near), default=line.score)
        if ahead < line.score:
            lowered[path] = replace(line, score=ahead)
    return lowered
