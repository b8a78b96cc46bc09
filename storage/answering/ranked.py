"""At which place a line stands among its like: `на каком месте образование по расходам`.

Its like are the lines of its level on its side of the same budget; of an office the other offices, each with
all that it has. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import level_of
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
    """The lines among which the one that a question names has its place, the largest first.

    None where no line is likely enough, where it is the total of a side, which has no like, and where the
    edition that is asked for is not loaded.

    Args:
        found: what the question finds in its place.
        outlines: with the whole edition.
        weights: from where on a line is sure.
    """
    missing = found.asked.missing
    if not found.lines or (missing is not None and missing.kind is not MissingKind.YEAR):
        return None
    branch = _choose(found.lines, found.question, outlines, weights)
    if branch is None or level_of(branch.whole.path) is None:
        return None
    line = branch.whole
    total = outlines.lines(line.asked.edition).get(line.line.section.value)
    if total is None:
        return None
    whole = replace(line, path=total.path, line=total, wider=False)
    listed = sorted(list_alike(outlines, whole, line.path), key=lambda each: -each.amount)
    ranked = next((each for each in listed if any(own.path == line.path for own in each.blocks)), None)
    if ranked is None:
        return None
    return Parts(
        line.asked,
        whole,
        listed,
        len(listed),
        sum(each.amount for each in listed),
        total.amount,
        others=branch.others,
        is_partly_read=is_partly_read(found, line, weights),
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
