"""One line as two editions had it, compared where these were asked for one after the other: `разница`."""

from __future__ import annotations

from dataclasses import replace

from parser.question.carried_over import without_edition
from parser.question.intents import Frame, Intent, Relation
from parser.question.named_decision import NO_ORDER
from parser.question.question import Question


def of_two_editions(question: Question, previous: Question) -> Question | None:
    """The line before as the last two editions that were asked for had it: `школы 12-3`, `а 21-3`, `разница`.

    Args:
        question: the message.
        previous: the whole question before it.

    Returns:
        None where it compares nothing or names something, or no other edition of the same line and year was
        asked for before.
    """
    compares = question.relation is Relation.COMPARED and question.frame.intent is Intent.COMPARE
    if not compares or not question.names_nothing or question.asks_edition or not _is_plain(previous):
        return None
    first = previous.earlier
    while first is not None and _is_plain(first) and _edition_of(first) == _edition_of(previous):
        first = first.earlier
    if first is None or not _is_plain(first) or _line_of(first) != _line_of(previous):
        return None
    if _year_of(first) != _year_of(previous):
        return None
    newest = next((each for each in (first, previous) if _is_newest(each)), None)
    decisions = tuple(dict.fromkeys((*first.decisions, *previous.decisions)))
    edition = next((each for each in (first, previous) if each is not newest), previous)
    return replace(
        edition,
        text=f"{first.text}, {previous.text}",
        frame=Frame(Intent.COMPARE),
        relation=Relation.NAMED,
        decisions=decisions,
        decision=decisions[0] if decisions else None,
        months=tuple(dict.fromkeys((*first.months, *previous.months))),
        month=next((each.month for each in (first, previous) if each.month), None),
        original=first.original or previous.original,
        latest=newest is not None,
        earlier=None,
    )


def _is_plain(question: Question) -> bool:
    """Whether it asks for one line in one edition that a number, a month or its being the first says."""
    names = question.names_line or question.path
    others = question.date or question.season or question.in_order is not NO_ORDER or question.year_shift
    several = max(len(question.decisions), len(question.months), len(question.years)) > 1
    cut = question.parts or question.exclusions or question.frame.bounds
    return bool(names) and not (others or several or cut)


def _is_newest(question: Question) -> bool:
    return not (question.decisions or question.months or question.original)


def _edition_of(question: Question) -> tuple[object, ...]:
    return question.decisions, question.months, question.original


def _year_of(question: Question) -> tuple[int, ...]:
    return question.years


def _line_of(question: Question) -> tuple[object, ...]:
    bare = without_edition(question)
    return question.path or tuple(token.sound for token in bare.tokens if not token.filler), bare.codes
