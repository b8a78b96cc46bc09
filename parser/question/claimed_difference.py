"""A figure that is said to be the difference of two lines: `между доходами и расходами разница 281 млн`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from parser.question.carried_over import with_edition
from parser.question.checking import ClaimWord, says_pattern, says_whole
from parser.question.claimed_base import name_both_totals
from parser.question.claimed_subject import Read, ask_claimed
from parser.question.figure_kinds import ClaimedFigure, FigureKind
from parser.question.question import Question, Statement

_COUNTED = {
    FigureKind.AMOUNT: FigureKind.CHANGE,
    FigureKind.CHANGE: FigureKind.CHANGE,
    FigureKind.SHARE: FigureKind.GROWTH,
    FigureKind.GROWTH: FigureKind.GROWTH,
    FigureKind.TIMES: FigureKind.TIMES,
}
_SIDES = 2  # lines that differ


def find_difference(
    figure: ClaimedFigure, text: str, before: Sequence[Statement], read: Read
) -> Statement | None:
    """A figure by which two lines differ: those that its words name, else those of the two figures before.

    Args:
        figure: what is claimed.
        text: what is said of it, without the figure.
        before: the statements before it.
        read: reads what a text asks.

    Returns:
        None where nothing says that it is a difference. Where nothing names two lines, nothing has it.
    """
    if figure.kind not in _COUNTED or not says_whole(ClaimWord.DIFFERENCE).search(text):
        return None
    counted = replace(figure, kind=_COUNTED[figure.kind])
    rest = _around().sub(" ", text)
    named = read(rest)
    sides = _list_sides(rest, named, read)
    if not sides and not named.names_line:
        sides = [earlier.subjects[0] for earlier in before[-_SIDES:] if earlier.subjects]
    if len(sides) != _SIDES:
        return Statement(counted, ())
    return Statement(counted, (ask_claimed(sides[0], counted),), than=ask_claimed(sides[1], counted))


def _list_sides(text: str, named: Question, read: Read) -> list[Question]:
    """The lines that words name beside one another."""
    sides = list(named.parts)
    if not sides or all(side.names_nothing for side in sides):  # между доходами и расходами
        sides = [read(noun) for noun in name_both_totals(text)]
    return [with_edition(side, named) for side in sides]


@cache
def _around() -> re.Pattern[str]:
    """The word for a difference, and the one that stands beside what differs."""
    says = "|".join(map(says_pattern, (ClaimWord.DIFFERENCE, ClaimWord.BETWEEN)))
    return re.compile(rf"(?<!\w)(?:{says})(?!\w)", re.IGNORECASE)
