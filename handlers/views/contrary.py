"""That an amount did the contrary of what a question takes for granted: `на сколько урезали`, and it rose."""

from __future__ import annotations

from handlers.views.amounts import exact
from handlers.views.deltas import is_rise
from handlers.views.lines import cited
from handlers.views.texts import Texts
from parser.question.intents import Direction, Intent
from parser.question.of_budget import names_whole_alone
from parser.question.question import Question
from parser.records import Section
from storage.answering.answer import SureLine
from storage.reading.differences import Changes

_WAYS = {Direction.RISES: True, Direction.CUTS: False}
_UNIT = 1_000  # tenge that totals are told in


def tell_contrary_total(question: Question, changes: Changes, texts: Texts) -> str | None:
    """That spending rose where a question says that the budget was cut, or the other way round.

    Args:
        question: what is asked.
        changes: what is shown in answer.
        texts: the person's language.

    Returns:
        The sentence; None where the budget did as is said, its spending is not known before and after, or
        nothing is said of the whole budget: `что урезали` asks which lines were.
    """
    total, previous = changes.totals.get(Section.EXPENDITURE), changes.previous
    if total is None or previous is None or total.both is None or total.doubt is not None:
        return None
    if question.frame.which or not names_whole_alone(question):
        return None
    way = _find_contrary(question, Section.EXPENDITURE, total.both)
    size = _size(total.both, _UNIT, texts)
    return texts.get(f"contrary-budget-{way}", delta=size, **cited(previous, texts)) if way else None


def _is_of_another_month(found: SureLine) -> bool:
    """Whether the decision of the month that is asked of lacks the line, so that another one is shown."""
    month, shown = found.heard.question.month, found.card.edition.decision.date
    return month is not None and shown.month != month


def tell_contrary_line(found: SureLine, texts: Texts) -> str | None:
    """That a line rose where a question says that it was cut, or the other way round.

    Args:
        found: the line, shown with what each decision left of it.
        texts: the person's language.

    Returns:
        The sentence, of the decision that is asked of, or else of the whole year; None where the line did as
        is said, or that is not known.
    """
    question, card = found.heard.question, found.card
    if question.frame.which or card.line.path == Section.DEFICIT or _is_of_another_month(found):
        return None
    if question.names_decision and found.heard.missing is None:
        asked = next((step for step in card.ledger if step.decision == card.edition.decision), None)
        if asked is None or asked.both is None or asked.delta_doubt is not None:
            return None
        way = _find_contrary(question, card.line.path, asked.both)
        size = _size(asked.both, card.line.unit, texts)
        return texts.get(f"contrary-line-{way}", delta=size, **cited(asked.decision, texts)) if way else None
    steps = [step for step in card.ledger if step.loaded]
    amounts = [step.amount for step in steps if step.amount is not None]
    if not amounts[1:] or steps[-1].amount is None or any(step.doubt for step in steps):
        return None
    both = (amounts[0], amounts[-1])
    way, said = _find_contrary(question, card.line.path, both), question.frame.direction
    if way is None or said is None:
        return None
    told = texts.get(f"contrary-year-{way}", delta=_size(both, card.line.unit, texts))
    moves = {is_rise(card.line.path, step.both) for step in steps if step.both and step.delta}
    return f"{told} {texts.get(f'contrary-partly-{said}')}" if _WAYS[said] in moves else told


def _find_contrary(question: Question, path: str, both: tuple[int, int]) -> str | None:
    """What an amount did where that is not what a question says, as the texts name it."""
    frame = question.frame
    rises = _WAYS.get(frame.direction) if frame.direction else None
    if rises is None or frame.intent is not Intent.CHANGE or frame.denied or frame.same:
        return None
    old, new = both
    if old != new and is_rise(path, both) is rises:
        return None
    return "same" if old == new else "rose" if new > old else "fell"


def _size(both: tuple[int, int], unit: int, texts: Texts) -> str:
    return exact(abs(both[1] - both[0]), unit, texts)
