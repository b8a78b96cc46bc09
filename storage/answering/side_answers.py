"""Lines beside one another → what they are together, and the same with another line that a part may mean.

Pure: the lines are read before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from parser.budget_code import level_of
from parser.question.intents import Relation
from parser.records import Level
from storage.answering.page import Match, Page
from storage.answering.request import Heard
from storage.answering.several_figures import Comparison, SumOfLines
from storage.answering.sides import Beside
from storage.answering.together import UnsureSide, add_up, compare

_Told = TypeVar("_Told", Comparison, SumOfLines)


def tell_together(
    heard: Heard, found: Beside, lines: Sequence[Match], others: Sequence[Match]
) -> Comparison | SumOfLines:
    """What is told of lines side by side: the difference, or the sum where that is asked for.

    Args:
        heard: what was asked.
        found: which line stands for each part.
        lines: these as they are handed out.
        others: so those that may have been meant instead.
    """
    page, offered = Page(tuple(lines), len(lines)), {match.path: match for match in others}
    unsure = tuple(
        UnsureSide(words, taken, tuple(offered[line.path] for line in further))
        for words, taken, further in found.unsure
        if all(line.path in offered for line in further)
    )
    if found.relation is not Relation.SUMMED:
        difference, obstacle = compare(page.matches) if not found.unfound else (None, None)
        return Comparison(heard, page, found.unfound, tuple(others), difference, obstacle, unsure)
    amount, obstacle = add_up(page.matches) if not found.unfound else (None, None)
    return SumOfLines(heard, page, amount, obstacle, found.unfound, tuple(others), found.sure, unsure)


def list_otherwise(answer: _Told) -> Iterator[_Told]:
    """The same answer with each line that a part of the question may mean instead of the one taken for it.

    None where a part means no line: there is nothing to compare or to add. Nor an office, which may stand in
    other groups too: the line of one group is no more than a part of it.
    """
    if answer.unfound:
        return
    taken = {match.path for match in answer.page.matches}
    for side in answer.unsure:
        for other in side.others:
            if side.taken in taken and level_of(other.path) is not Level.ADMINISTRATOR:
                yield _exchange(answer, side, other)


def _exchange(answer: _Told, side: UnsureSide, other: Match) -> _Told:
    taken = next(match for match in answer.page.matches if match.path == side.taken)
    lines = tuple(other if match is taken else match for match in answer.page.matches)
    others = tuple(taken if match is other else match for match in answer.others)
    further = tuple(taken if match is other else match for match in side.others)
    exchanged = UnsureSide(side.words, other.path, further)
    unsure = tuple(exchanged if each is side else each for each in answer.unsure)
    page = replace(answer.page, matches=lines)
    if isinstance(answer, SumOfLines):
        amount, obstacle = add_up(lines) if not answer.unfound else (None, None)
        return replace(answer, page=page, amount=amount, obstacle=obstacle, others=others, unsure=unsure)
    difference, obstacle = compare(lines) if not answer.unfound else (None, None)
    return replace(answer, page=page, difference=difference, obstacle=obstacle, others=others, unsure=unsure)
