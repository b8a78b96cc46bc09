"""The number of a decision as it is printed beside one that somebody typed, with whatever sign in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parser.question.intents import Intent
from parser.question.long_numbers import number_digits
from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.asked_numbers import list_code_digits
from storage.reading.catalogue import LedgerEntry
from storage.search.index import Index

_GROUPS = 2  # of digits in a decision's number
_UNSIGNED = re.compile(r"(?<![\w.,/№-])(?<!№ )(?P<first>\d{1,3})/(?P<last>\d{1,3})(?![\w/%]|[.,-]\d)")
_SAID = re.compile(r"\w+(?:[-/]\w+)+")


def with_slashed(trace: Sequence[LedgerEntry], question: Question) -> Question:
    """A question with the decision that its code is the number of: `12/1`, where a decision has it.

    Args:
        trace: the decisions of the budget.
        question: the question.
    """
    said = ("-".join(run) for run in question.codes if len(run) == _GROUPS)
    known = [entry.decision.number for entry in trace]
    number = next((each for each in said if any(is_numbered(printed, each) for printed in known)), None)
    return replace(question, decision=number, decisions=(number,)) if number else question


def settle_number(index: Index, question: Question) -> Question:
    """A question that is a number alone, as a decision's where a loaded budget has one and no line that code.

    Behind its sign it is a decision's, unless no budget has one and a line has the code: `№ 464`. Two of them
    without a sign are decisions' as well (`спорт 14/81 24/146`), and so is one alone (`51/420`).

    Args:
        index: with the places and their decisions, and the codes of all lines.
        question: what is asked.
    """
    question = _settle_unsigned(index, question)
    number = _find_alone(question)
    if number is None:
        return question
    is_known, is_code = _has_decision(index, number), bool(index.find_code(number))
    if is_known and ("№" in question.text or not is_code):
        alone = replace(question, tokens=(), codes=(), amounts=(), lacks=None)  # `№ 59` may choose of a list
        return replace(alone, decision=number, decisions=(number,), decision_is_marked=True)
    if question.decisions and not is_known and is_code:
        return replace(read_question(number), text=question.text)
    return question


def _settle_unsigned(index: Index, question: Question) -> Question:
    """A message read anew, the decisions of loaded budgets that it names without a sign behind one."""
    is_alone = not (question.before or question.earlier or question.said or question.path)
    found = list(_UNSIGNED.finditer(question.text)) if is_alone and not question.lacks else []
    named = [each for each in found if _is_of_decision(index, each["first"], each["last"])]
    whole = len(named) == 1 and named[0].group() == question.text.strip(" .?!")
    if not whole and len(named) < _GROUPS:
        return question
    numbers = {each.start() for each in named}
    said = _UNSIGNED.sub(lambda each: f"№ {each[0]}" if each.start() in numbers else each[0], question.text)
    return replace(read_question(said), text=question.text)


def _is_of_decision(index: Index, first: str, last: str) -> bool:
    """Whether two numbers with a sign between are a decision's of a loaded budget, and no line's code."""
    return not index.find_code(f"{first}{last}") and _has_decision(index, f"{first}-{last}")


def as_said(question: Question, number: str) -> str:
    """A decision's number as the message has it: `52/430-6с` of `52-430`; the number where it is not found.

    Args:
        question: which names the decision.
        number: as it was read.
    """
    return next((each for each in _SAID.findall(question.text) if number_digits(each) == number), number)


def find_alike(index: Index, question: Question) -> str | None:
    """The number that is all of a question and may be a code, where a decision on a loaded budget has it too.

    Args:
        index: with the places and their decisions.
        question: what is asked.
    """
    number = _find_alone(question)
    return number if number and question.codes and _has_decision(index, number) else None


def _find_alone(question: Question) -> str | None:
    """The number that is all of a question, or all that a change is asked of: `501`, `что изменило 126`."""
    number = question.text.strip(" №.?!")
    if question.intent is Intent.CHANGE and question.names_only_numbers and len(question.codes) == 1:
        number = "".join(question.codes[0])
    return number if question.codes == ((number,),) or question.decisions == (number,) else None


def _has_decision(index: Index, number: str) -> bool:
    """Whether a decision on a loaded budget has a number."""
    return any(
        is_numbered(decision.number, number) for place in index.places for _, decision in place.decisions
    )


def names_none(question: Question) -> bool:
    """Whether a number of the question looks like a decision's and is no decision's: `культура 464/11`.

    Args:
        question: what is left of one when the edition is chosen: a number that chose it is not among these.
    """
    return any("-".join(run) in question.decisions for run in question.codes)


def is_numbered(printed: str, said: str) -> bool:
    """Whether a decision has the number that is said: `12/1` is `12-1`, and so is `С-12/1-VI`.

    Args:
        printed: its number as printed.
        said: as it is read of a question.
    """
    if said.rpartition("-")[2] not in printed:  # of thousands of numbers few are looked at closely
        return False
    return printed == said or number_digits(printed) == said


def is_as_numbered(index: Index, trace: Sequence[LedgerEntry], number: str) -> bool:
    """Whether an unknown number is of a decision and no code or age: it ends as those of the budget do."""
    if any(index.find_code(digits) for digits in list_code_digits([number.split("-")])):
        return False
    end = f"-{number.rpartition('-')[2]}"
    return any(number_digits(entry.decision.number).endswith(end) for entry in trace)
