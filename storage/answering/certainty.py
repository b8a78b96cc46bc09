"""What was found → what is answered with it: a line that is sure, lines to choose from, several figures.

Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parser.budget_code import parents
from parser.question.glossary import Term
from parser.question.intents import Intent, Unheld
from parser.question.question import Question
from parser.question.remarks import Remark
from storage.answering.assertion import goodness, is_asserted
from storage.answering.edition import AskedEdition
from storage.answering.figures import Bounded, Figures, Parts, find_figures
from storage.answering.inquiry import Found, FoundLine
from storage.reading.outlines import Outlines
from storage.search.parts import PartSign
from storage.search.weights import Weights

_BUDGET = "biudjet"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Lines that may be meant, best first; perhaps none. `sure` says that the first one is."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    sure: bool = False
    of_all: bool = False  # the question is what a decision changed at all, and names no line
    searched: str | None = None  # what was searched instead of what was typed
    nearest: Sequence[FoundLine] = ()  # where there are none


@dataclass(frozen=True, slots=True)
class Beyond:
    """What no decision says is asked of these lines, perhaps of none."""

    asked: AskedEdition
    unheld: Unheld
    lines: Sequence[FoundLine]
    searched: str | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """What is named is paid out of these lines and is none by itself; `supposed` where no list says so."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    searched: str | None = None
    supposed: bool = False


@dataclass(frozen=True, slots=True)
class Explained:
    """It is asked what a word means, and these are the lines of the budget that it is about, perhaps none."""

    asked: AskedEdition
    term: Term
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Small talk, in another reading of what was typed."""

    remark: Remark


@dataclass(frozen=True, slots=True)
class _OtherReading:
    """What was searched instead of what was typed, and the lines that it found."""

    question: Question
    lines: Sequence[FoundLine]


Outcome = Candidates | Figures | Beyond | Within | Explained | SmallTalk


def best_line(outcome: Outcome) -> FoundLine | None:
    """The line that an outcome is about: the whole of a list, else its first."""
    if isinstance(outcome, Parts | Bounded):
        return outcome.whole
    return None if isinstance(outcome, SmallTalk) or not outcome.lines else outcome.lines[0]


def best_score(outcome: Outcome) -> float:
    """How well the first line of an outcome is matched; 0 where there is none."""
    lines = () if isinstance(outcome, SmallTalk) else outcome.lines
    return round(lines[0].score, 4) if lines else 0.0


def needs_otherwise(found: Found, outlines: Outlines, weights: Weights) -> bool:
    """Whether other readings of what was typed are worth a look. A question with a code has none."""
    if found.lines and found.question.names_nothing and not found.question.frame.asks_nothing_more:
        return False  # all of its words are understood
    poor = goodness(found.lines, weights.certainty) < weights.answer.poor
    return poor and not found.question.codes and find_figures(found, outlines, weights) is None


def decide(found: Found, outlines: Outlines, weights: Weights) -> Outcome:
    """What a question is answered with.

    Args:
        found: what it finds in its place.
        outlines: with the lines that are wanted.
        weights: from where on a line is sure, or another reading better.
    """
    figures = find_figures(found, outlines, weights)
    if figures is not None:
        return figures
    lines, searched, unheld = found.lines, None, found.question.frame.beyond_plan
    best = goodness(lines, weights.certainty)
    if best < weights.answer.poor:
        better = _choose_reading(found, best, weights)
        if isinstance(better, SmallTalk):
            return better
        if better is not None:
            lines, searched = better.lines, better.question.text
            unheld = unheld or better.question.frame.beyond_plan
    sure = found.asked.missing is None and is_asserted(lines, found.question, weights.certainty)
    if found.question.frame.above:
        lines = _list_above(lines, outlines)
    beside = weights.answer.offered_beside
    offered = [line for line in lines if line.score >= beside * lines[0].score]
    if unheld is not None:
        named = not found.asked.rest_of(found.question).names_nothing
        meant = offered if named else ()
        return Beyond(found.asked, unheld, meant[:1] if sure else meant, searched)
    if lines and lines[0].part:
        parts = [line for line in offered if line.part]
        return Within(found.asked, parts, searched, supposed=lines[0].part is PartSign.BY_PLACE)
    of_all = _asks_of_all(found.asked, found.question)
    return Candidates(found.asked, offered, sure, of_all, searched, found.nearest)


def _list_above(found: Sequence[FoundLine], outlines: Outlines) -> list[FoundLine]:
    """What the lines stand in, each once; a section's total stands in nothing and stays."""
    above: dict[str, FoundLine] = {}
    for line in found:
        outlined = outlines.lines(line.asked.edition)
        path = next((path for path in parents(line.path) if path in outlined), line.path)
        above.setdefault(path, replace(line, path=path, line=outlined.get(path, line.line)))
    return list(above.values())


def _choose_reading(found: Found, best: float, weights: Weights) -> _OtherReading | SmallTalk | None:
    """The best of the other readings of what was typed, if it is better by enough."""
    better: _OtherReading | None = None
    for reading, found_otherwise in found.otherwise:
        if reading.question.talk:
            return SmallTalk(reading.question.talk)
        lines = [
            line
            for line in found_otherwise
            if not line.through or line.score >= weights.answer.phrase_reading
        ]
        score = goodness(lines, weights.certainty)
        if score >= max(weights.answer.good_reading, best + weights.answer.better):
            # One ordinary word in the other language is too little to assert anything.
            little = reading.translated and len(reading.question.words) == 1
            lines = [replace(line, weak=line.weak or little) for line in lines]
            better, best = _OtherReading(reading.question, lines), score
    return better


def _asks_of_all(asked: AskedEdition, question: Question) -> bool:
    """Whether it is asked what changed, of no line or of the whole budget, or only a decision is named."""
    rest = asked.rest_of(question)
    if not rest.tokens and not rest.codes and question.intent is Intent.AMOUNT:
        return question.names_decision and asked.missing is None
    words = (token.sound for token in rest.tokens if not token.filler)
    of_all = not rest.codes and all(word.startswith(_BUDGET) for word in words)
    return question.intent is Intent.CHANGE and of_all
