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
from storage.answering.together import (
    ComputedSide,
    Obstacle,
    UnsureSide,
    add_up,
    compare,
    find_inner,
    part_sides,
)

_SEVERAL = 2
_Told = TypeVar("_Told", Comparison, SumOfLines)


def tell_together(
    heard: Heard, found: Beside, lines: Sequence[Match], others: Sequence[Match]
) -> Comparison | SumOfLines:
    """What is told of lines side by side: the difference where it is asked which is more, else the sum.

    Neither where a part may mean one line or another: it would be true of one choice alone.

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
    known = {match.path: match for match in lines}
    sides = tuple(
        ComputedSide(joined.words, tuple(known[line.path] for line in joined.lines))
        for joined in found.joined
        if all(line.path in known for line in joined.lines)
    )
    amount, obstacle = add_up(page.matches) if not found.unfound else (None, None)
    named = found.relation is Relation.NAMED and amount is not None and not find_inner(page.matches)
    if found.relation is Relation.SUMMED or (named and len(part_sides(page.matches, sides)) >= _SEVERAL):
        sure = found.sure and not named  # that nothing is asked of them together is only supposed
        told = SumOfLines(heard, page, amount, obstacle, found.unfound, tuple(others), sure, unsure, sides)
        return _leave_open(told) if found.is_open else told
    difference, obstacle = compare(page.matches, sides) if not found.unfound else (None, None)
    compared = Comparison(heard, page, found.unfound, tuple(others), difference, obstacle, unsure, sides)
    return _leave_open(compared) if found.is_open else compared


def _leave_open(answer: _Told) -> _Told:
    """An answer that tells nothing of its lines together, as it is not clear which lines these are."""
    if answer.obstacle not in {None, Obstacle.SAME} or len(answer.page.matches) < _SEVERAL:
        return answer
    if isinstance(answer, SumOfLines):
        return replace(answer, amount=None, obstacle=Obstacle.UNSURE)
    return replace(answer, difference=None, obstacle=Obstacle.UNSURE)


def list_otherwise(answer: _Told) -> Iterator[_Told]:
    """The same answer with each line that a part of the question may mean instead of the one taken for it.

    None where a part means no line: there is nothing to compare or to add. Nor an office, which may stand in
    other groups too: the line of one group is no more than a part of it. Where the answer tells nothing of
    its lines, first what it would be of those that were taken.
    """
    if answer.unfound:
        return
    if answer.obstacle is Obstacle.UNSURE and answer.unsure:
        yield _put_lines(answer, answer.page.matches)
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
    return _put_lines(replace(answer, others=others, unsure=unsure), lines)


def _put_lines(answer: _Told, lines: tuple[Match, ...]) -> _Told:
    """The same answer of these lines, as if they were what was meant."""
    page = replace(answer.page, matches=lines)
    if isinstance(answer, SumOfLines):
        amount, obstacle = add_up(lines)
        return replace(answer, page=page, amount=amount, obstacle=obstacle)
    difference, obstacle = compare(lines, answer.sides)
    return replace(answer, page=page, difference=difference, obstacle=obstacle)
