"""At which place a line stands among its like: `на каком месте образование по расходам`.

Its like are the lines of its level on its side of the same budget; of an office the other offices, each with
all that it has. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import is_below, level_of
from parser.question.intents import Relation
from parser.question.question import Question
from storage.answering.assertion import is_asserted
from storage.answering.branches import Branch, find_branch
from storage.answering.inquiry import Found, FoundLine
from storage.answering.inside import Parts, is_partly_read
from storage.answering.listed_lines import list_alike
from storage.answering.missing import MissingKind
from storage.reading.outlines import Outlines
from storage.search.weights import Weights


def asks_rank(found: Found) -> bool:
    """Whether it is asked at which place a line stands that the question names.

    Args:
        found: what the question finds in its place.
    """
    return found.question.frame.ranked and not found.asked.rest_of(found.question).names_nothing


def list_ranked(found: Found, outlines: Outlines, weights: Weights) -> Parts | None:
    """The lines among which those that a question names have their places, the largest first.

    None where some line is not likely enough, where it is the total of a side, which has no like, where
    those named are not each other's like, and where the edition that is asked for is not loaded.

    Args:
        found: what the question finds in its place.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    missing = found.asked.missing
    if missing is not None and missing.kind is not MissingKind.YEAR:
        return None
    inside = found.question.relation is Relation.RANKED_IN
    several = len(found.question.parts) > 1
    named = (
        zip(found.question.parts, found.parts, strict=True) if several else [(found.question, found.lines)]
    )
    branches = [_choose(lines, question, outlines, weights) if lines else None for question, lines in named]
    last = branches[-1]
    if inside and last is not None:  # `среди налогов на каком месте земельный` is none of leases
        own = [line for line in found.parts[0] if is_below(line.path, last.whole.path)]
        branches = [_choose(own, found.question.parts[0], outlines, weights) if own else None, last]
    chosen = [branch for branch in branches if branch is not None]
    if not chosen or len(chosen) < len(branches):
        return None
    lines = [branch.whole for branch in chosen][: 1 if inside else None]
    line, level = lines[0], level_of(lines[0].path)
    total = outlines.lines(line.asked.edition).get(line.line.section.value)
    alike = all(level_of(each.path) is level and each.line.section is line.line.section for each in lines)
    if level is None or total is None or not alike:
        return None
    whole = chosen[-1].whole if inside else replace(line, path=total.path, line=total, wider=False)
    listed = sorted(list_alike(outlines, whole, line.path), key=lambda each: -each.amount)
    paths = {each.path for each in lines}
    ranked = tuple(each for each in listed if not paths.isdisjoint(own.path for own in each.blocks))
    if not ranked:
        return None
    return Parts(
        line.asked,
        whole,
        listed,
        len(listed),
        sum(each.amount for each in listed),
        whole.line.amount,
        others=tuple(other for branch in chosen for other in branch.others),
        is_partly_read=not several and is_partly_read(found, line, weights),
        ranked=ranked,
    )


def _choose(
    lines: Sequence[FoundLine], question: Question, outlines: Outlines, weights: Weights
) -> Branch | None:
    """The line that is meant: one with nothing inside where it is sure, else the likeliest branch."""
    tree = outlines.tree(lines[0].asked.edition)
    if not tree.rows_below(lines[0].path) and is_asserted(lines, question, weights.certainty):
        return Branch(lines[0])
    wholes = [line for line in lines if outlines.tree(line.asked.edition).rows_below(line.path)]
    return find_branch(lines, wholes, question, weights) if wholes else None
