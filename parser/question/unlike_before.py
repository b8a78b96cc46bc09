"""Whether lines that were named one after another may be told together: plain amounts of one edition.

`расходы без школ`, then `спорт`, then `всё вместе`: what was taken out of the first would be added again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace

from parser.question.intents import Frame, Intent, Relation, Unsaid
from parser.question.question import Question

PlaceWords = Callable[[Question], Set[str]]
"""The words of a question that name a place."""

# What is asked of a line as it is.
_OF_LINE = frozenset({Intent.AMOUNT, Intent.CHANGE, Intent.SHARE, Intent.LIST, Intent.COMPARE})
_ENDS = " ?!.…"  # of a question, where it is only quoted


def has_cuts(question: Question) -> bool:
    """Whether what a question names is less than its line: `расходы без школ`.

    Args:
        question: what was asked before.
    """
    return bool(question.exclusions)


def find_other_than_plain(named: Sequence[Question], asked: Intent) -> list[Question]:
    """The questions that asked for something else than the amount of their line.

    Args:
        named: the questions that named the lines.
        asked: what is asked of the lines together; who asked that of one of them asked for its line.

    Returns:
        Those that take something out, ask for the largest or for some of the lines inside, or bound amounts.
        Who asked how a line changed, for its share or what it consists of named a line.
    """
    return [each for each in named if has_cuts(each) or not _is_of_line(each.frame, asked)]


def _is_of_line(frame: Frame, asked: Intent) -> bool:
    """Whether a question is of one line as it is, and of no lines inside it."""
    of_some = frame.bounds or frame.which or frame.picks_rows or frame.same or frame.level
    return not of_some and (frame.intent in _OF_LINE or frame.intent is asked)


def are_of_one_edition(named: Sequence[Question], find_places: PlaceWords) -> bool:
    """Whether questions asked for lines of one place, year and decision, as far as they say.

    Args:
        named: the questions, oldest first; one that names no place goes on at the place before it.
        find_places: the words of a question that name a place.
    """
    places: list[Set[str]] = []
    for each in named:
        places.append(find_places(each) or (places[-1] if places else frozenset()))
    return len({_edition_of(each) for each in named}) == 1 and all(each == places[0] for each in places)


def _edition_of(question: Question) -> tuple[object, ...]:
    """What a question says of its edition, however it says so."""
    return (
        question.years or question.year,
        question.year_shift,
        question.decisions or question.decision,
        question.date,
        question.months or question.month,
        question.seasons,
        question.adopted,
        question.original,
        question.in_order,
    )


def say_unlike(message: Question, unlike: Sequence[Question], why: Unsaid) -> Question:
    """A message that is told why what it asks of lines before it is not told.

    Args:
        message: what it asks.
        unlike: the questions before it that stand in the way.
        why: how they do.
    """
    said = ", ".join(f"«{each.text.strip(_ENDS)}»" for each in unlike)
    return replace(message, lacks=why, named=said, talk=None, parts=(), relation=Relation.NAMED)


def keep_plain(
    together: Question | None, message: Question, lines: Sequence[Question], find_places: PlaceWords
) -> Question | None:
    """What is asked of lines together; where they were no plain amounts of one edition, that this is so.

    Args:
        together: what is asked of them; None where nothing is.
        message: what asks for it.
        lines: the questions before it that named them.
        find_places: the words of a question that name a place.
    """
    if together is None:
        return None
    if len(lines) > 1:
        return find_unlike(message, lines[-1], lines, find_places) or together
    cut = [each for each in lines if has_cuts(each)]
    return say_unlike(message, cut, Unsaid.NOT_PLAIN) if cut else together


def find_unlike(
    question: Question, previous: Question, named: Sequence[Question], find_places: PlaceWords
) -> Question | None:
    """The message with what keeps the lines before it from being told together; None where nothing does.

    Args:
        question: the message.
        previous: the whole question before it.
        named: the questions that named the lines, oldest first.
        find_places: the words of a question that name a place.
    """
    if previous.parts:  # one question named them all, in one edition
        return say_unlike(question, [previous], Unsaid.NOT_PLAIN) if has_cuts(previous) else None
    others = find_other_than_plain(named, question.intent)
    if others:
        return say_unlike(question, others, Unsaid.NOT_PLAIN)
    of_one = are_of_one_edition(named, find_places)
    return None if of_one else say_unlike(question, named, Unsaid.OTHER_EDITIONS)
