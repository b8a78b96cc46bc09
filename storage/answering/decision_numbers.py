"""The number of a decision as it is printed beside one that somebody typed, with whatever sign in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from parser.question.question import Question
from parser.text.letters import DASHES
from storage.answering.asked_numbers import list_code_digits
from storage.reading.catalogue import LedgerEntry
from storage.search.index import Index

_GROUPS = 2  # of digits in a decision's number


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


def names_none(question: Question) -> bool:
    """Whether a number of the question looks like a decision's and is no decision's: `культура 464/11`.

    Args:
        question: what is left of one when the edition is chosen: a number that chose it is not among these.
    """
    return any("-".join(run) in question.decisions for run in question.codes)


def is_numbered(printed: str, said: str) -> bool:
    """Whether a decision has the number that is said: `12/1` is `12-1`.

    Args:
        printed: its number as printed.
        said: as it is read of a question.
    """
    return _spell_number(printed) == said


def _spell_number(printed: str) -> str:
    return re.sub(rf"\s*[{DASHES}/]\s*", "-", printed)


def is_as_numbered(index: Index, trace: Sequence[LedgerEntry], number: str) -> bool:
    """Whether an unknown number is of a decision and no code or age: it ends as those of the budget do."""
    if any(index.find_code(digits) for digits in list_code_digits([number.split("-")])):
        return False
    end = f"-{number.rpartition('-')[2]}"
    return any(_spell_number(entry.decision.number).endswith(end) for entry in trace)
