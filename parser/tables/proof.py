"""What the sums of a table say of amounts that their print leaves open."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from parser.records import Line, SourcePlace
from parser.tables.identities import identities


def count_broken(lines: Sequence[Line]) -> int:
    """How many identities of a table do not hold."""
    return sum(1 for identity in identities(lines) if not identity.holds)


def unproved(lines: Sequence[Line], doubtful: Collection[SourcePlace]) -> list[Line]:
    """The doubtful lines whose amounts no sum confirms.

    An identity that holds proves an amount only where all others in it are sure, or proved before:
    amounts that are misread in the same way may add up.

    Args:
        lines: of one table.
        doubtful: where the rows stand whose amounts are doubtful.
    """
    if not doubtful:
        return []
    facts = [
        {line.at for line in (identity.line, *identity.parts)}
        for identity in identities(lines)
        if identity.holds
    ]
    left = set(doubtful)
    while proved := {at for fact in facts if len(fact & left) == 1 for at in fact & left}:
        left -= proved
    return [line for line in lines if line.at in left]
