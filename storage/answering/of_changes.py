"""The line of which it is asked which of those inside have changed.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parser.budget_code import is_below
from parser.dataclass import dataclass
from parser.question.asking_words import load_asking_words
from parser.question.asks import Asks
from parser.question.intents import Frame, Intent
from parser.question.question import Question
from parser.records import Section
from storage.answering.assertion import is_asserted
from storage.answering.branches import hold_lines
from storage.answering.inquiry import Found, FoundLine
from storage.answering.listed_lines import office_of
from storage.reading.outlines import Outlines
from storage.search.weights import Weights


@dataclass(frozen=True, slots=True)
class Changing:
    """A line of which it is asked which of those inside have changed; an office across all its groups."""

    line: FoundLine
    across: bool = False


def find_changing(found: Found, outlines: Outlines, weights: Weights, *, of_all: bool) -> Changing | None:
    """The line of which it is asked which of those inside have changed: `какие налоги упали`.

    Of programs, departments and groups at large, which are those of the spending, it is the spending.
    """
    frame = found.question.frame
    if not frame.which or frame.intent is not Intent.CHANGE or found.asked.missing is not None:
        return None
    if of_all:
        spending = (Changing(line) for line in found.lines if line.path == Section.EXPENDITURE)
        return next(spending, None) if frame.level else None
    lines = found.lines
    implied = _find_side(found, outlines) or _find_branch(found, outlines, weights)
    if implied is not None:
        return Changing(implied)
    wholes = [line for line in lines if outlines.tree(line.asked.edition).rows_below(line.path)]
    # A line with nothing inside that fits better is meant itself: `добавили ли строку возврат трансфертов`.
    if not wholes or lines[0].score > wholes[0].score + weights.certainty.lead:
        return None
    if is_asserted(wholes, found.question, weights.certainty):
        return Changing(wholes[0])
    return Changing(wholes[0], across=True) if _is_office(wholes, found.question, weights) else None


def _find_branch(found: Found, outlines: Outlines, weights: Weights) -> FoundLine | None:
    """What holds the lines found alike, where it is asked which in them are new: `в дорогах новые строки`."""
    frame, lines = found.question.frame, found.lines
    asks = (Asks.NEW, Asks.ANYTHING, Asks.WHICH_ONES)  # but добавили ли строку возврат трансфертов
    asked = any(load_asking_words().says(token.sound, *asks) for token in found.question.tokens)
    if not (frame.picks_rows or frame.same) or not asked:
        return None
    held = hold_lines(lines, found.question, outlines, weights)
    return held.whole if held else None


def _find_side(found: Found, outlines: Outlines) -> FoundLine | None:
    """The total of a side, where its word is all that a question names: `новые виды поступлений`."""
    asking = load_asking_words()
    named = [token.sound for token in found.asked.rest_of(found.question).tokens if not token.filler]
    sides = (
        (Section.REVENUE, (Asks.INCOME, Asks.RECEIVES)),
        (Section.EXPENDITURE, (Asks.OUTLAY,)),
    )
    for section, asks in sides:
        if named and all(asking.says(word, *asks) for word in named):
            best = next(iter(found.lines), None)
            line = outlines.lines(best.asked.edition).get(section.value) if best else None
            return replace(best, path=section.value, line=line) if best and line else None
    return None


def _is_office(wholes: Sequence[FoundLine], question: Question, weights: Weights) -> bool:
    """Whether the best line is an office's that stands in several groups, and no other office's."""
    code = office_of(wholes[0].line)
    own = [line for line in wholes if code and office_of(line.line) == code]
    others = [
        line for line in wholes if line not in own and not any(is_below(line.path, each.path) for each in own)
    ]
    at_large = replace(question, frame=Frame(Intent.LIST))
    return len(own) > 1 and is_asserted([wholes[0], *others], at_large, weights.certainty)
