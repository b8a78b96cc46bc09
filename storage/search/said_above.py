"""What a line says of a question with the lines above it: `ветеринария бөлімінің күрделі шығыстары`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from parser.budget_code import level_of
from parser.dataclass import dataclass
from parser.records import Level
from storage.search.evidence import Evidence
from storage.search.index import Index


@dataclass(frozen=True, slots=True)
class SureNames:
    """The names that surely say a word of a question.

    Attributes:
        position: of the word.
        own: as a line's own.
        above: as one's above it, which must say it more surely.
    """

    position: int
    own: frozenset[int]
    above: frozenset[int]


def find_sure_names(index: Index, evidence: Evidence) -> Sequence[SureNames]:
    """For each word of a question the names that surely say it."""
    certain, above = index.weights.words.certain, index.weights.rank.above
    return [
        SureNames(
            position,
            frozenset([number for number, likeness in names.items() if likeness >= certain]),
            frozenset([number for number, likeness in names.items() if above * likeness >= certain]),
        )
        for position, names in evidence.hits.items()
    ]


def say_with_parents(index: Index, evidence: Evidence, sure: Iterable[SureNames], path: str) -> set[int]:
    """The words of the question that a line's names surely say, together with those above it.

    Args:
        index: the names.
        evidence: of the question.
        sure: the names that surely say its words.
        path: the line's.

    Returns:
        The positions of the words.
    """
    names_of = index.words.names_of
    own = names_of[path]
    # Of an office that is not asked for, the words are of its branch: not of all that it spends on.
    asked = evidence.of_office or evidence.of_villages
    over = (
        parent for parent in index.words.above(path) if asked or level_of(parent) is not Level.ADMINISTRATOR
    )
    above = [number for parent in over for number in names_of.get(parent, ())]
    return {each.position for each in sure if not (each.own.isdisjoint(own) and each.above.isdisjoint(above))}


def hold_below_one(score: float, gained: float, from_where: float) -> float:
    """A score with what lines above add to it, which stays below 1: from some score on more counts less.

    Args:
        score: without them.
        gained: what they add.
        from_where: the score from which on more counts less.
    """
    raised, left = score + gained, 1 - from_where
    if raised <= from_where or score >= 1:
        return max(score, min(raised, 1.0))
    return max(score, 1 - left * math.exp((from_where - raised) / left))
