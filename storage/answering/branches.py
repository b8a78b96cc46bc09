"""Which line a list is inside of, where everyday words name a branch and not one line: `спорт`, `соцпомощь`.

A branch is a functional group, a subgroup, or an office. Of those that fit about as well the likeliest is
listed, and the others are told beside it. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parser.budget_code import is_below, level_of, parents
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Intent, ListedLevel
from parser.question.question import Question
from parser.records import Level
from storage.answering.assertion import is_good
from storage.answering.inquiry import FoundLine
from storage.reading.outlines import Outlines
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


def asks_of_lines(question: Question) -> bool:
    """Whether it is asked which line or what money is largest, and not which of the things that it pays for.

    `на что в экологии больше всего`, but `самая дорогая школа`.
    """
    asking = load_asking_words()
    of_money = (
        Asks.MONEY_BEFORE,
        Asks.MONEY_AFTER,
        Asks.MONEY,
        Asks.CASH,
        Asks.SPENDS,
        Asks.WHAT,
        Asks.WHERE,
    )
    of_lines = (Asks.LINE, Asks.PROGRAM, Asks.GROUP, Asks.ADMINISTRATOR, Asks.ROW)
    said = question.said or question.tokens
    return any(asking.says(token.sound, *of_money, *of_lines) for token in said)


def imply_branch(
    lines: Sequence[FoundLine],
    wholes: Sequence[FoundLine],
    question: Question,
    outlines: Outlines,
    weights: Weights,
) -> Branch | None:
    """The branch of which only lines with nothing inside are found, or of which an office is.

    Of `на что в экологии больше всего` two programs of one office are found: what stands above both is
    listed. Of `какое управление в культуре` an office is found: its functional group is listed.

    Args:
        lines: what was found, best first.
        wholes: those of them that have lines inside.
        question: what is asked.
        outlines: with the whole edition.
        weights: from where on a line fits.
    """
    if question.intent is not Intent.LARGEST or not lines or not asks_of_lines(question):
        return None
    if wholes and wholes[0] == lines[0] and question.frame.level is ListedLevel.ADMINISTRATOR:
        return _stand_above(lines[:1], outlines) if level_of(lines[0].path) is Level.ADMINISTRATOR else None
    least = lines[0].score - weights.answer.of_one_kind
    if any(line.score >= least and is_good(line, weights.certainty) for line in wholes):
        return None
    alike = [line for line in lines if line.score >= least and line.through and not line.part]
    return _stand_above(alike, outlines) if len(alike) > 1 else None


def _stand_above(lines: Sequence[FoundLine], outlines: Outlines) -> Branch | None:
    """The line right above all of these, with them as what else may be meant; None where there is none."""
    above = {next(iter(parents(line.path)), None) for line in lines}
    path = above.pop() if len(above) == 1 else None
    line = outlines.lines(lines[0].asked.edition).get(path) if path else None
    if path is None or line is None:
        return None
    return Branch(replace(lines[0], path=path, line=line, wider=False), tuple(lines[:_OTHERS]))


def _prefer_branch(near: Sequence[FoundLine]) -> FoundLine:
    """The best line; where that is an office of which only a branch is named, the branch.

    A subgroup by its own name (`Спорт`) says more than a group to which a phrase leads (`Культура, спорт`).
    """
    if not near[0].wider or near[0].exact:
        return near[0]
    branches = [line for line in near if not line.wider]
    named = [line for line in branches if not line.through]
    return next(iter(named or branches), near[0])
