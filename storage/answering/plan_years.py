"""A change that is asked of a year of which only the plan is there: `на сколько вырастет бюджет в 2015`.

No decision has changed that year, so that what is asked is how its plan differs from the year before. Pure.
"""

from __future__ import annotations

from dataclasses import replace

from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.edition import AskedEdition


def compare_plan(asked: AskedEdition, question: Question) -> Question | None:
    """The question of a plan year and the one before it, where a change is asked of the plan year alone.

    Args:
        asked: the edition that the question is answered from.
        question: what is asked.

    Returns:
        None where the year has been changed by a decision, or is a budget's own; where its edition is named,
        or it is asked which lines changed, or why.
    """
    frame, year = question.frame, asked.edition.year
    plain = frame.intent is Intent.CHANGE and not (frame.which or frame.reason or frame.level or frame.same)
    named = question.names_decision or question.original or question.in_order.since or frame.every_year
    if not plain or named or question.years != (year,) or question.exclusions or asked.missing is not None:
        return None
    catalogue = asked.catalogue
    if year == catalogue.budget.first_year or len(catalogue.trace(year)) > 1:
        return None
    return replace(question, years=(year - 1, year))
