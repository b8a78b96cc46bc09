"""What was found → what is answered with it: a line that is sure, lines to choose from, several figures.

An answer is asserted when its line is well matched, covers the question and leads the next different line;
where these bands lie is in `storage/search/weights.py`. Pure: nothing is read here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from parser.budget_code import is_below, level_of
from parser.question.intents import Intent, ListedLevel, Unheld
from parser.question.question import Question
from parser.records import Level, Section
from storage.answering.candidates import LISTED, Found, FoundLine
from storage.answering.edition import AskedEdition
from storage.reading.outlines import Outlines
from storage.search.weights import CertaintyWeights, Weights

_BUDGET = "biudjet"
_LEVELS = {ListedLevel.GROUP: Level.GROUP, ListedLevel.ADMINISTRATOR: Level.ADMINISTRATOR}


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
class Parts:
    """The lines inside a line, in the order that is asked for."""

    asked: AskedEdition
    whole: FoundLine
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class Years:
    """One line in several years."""

    asked: AskedEdition
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class Beside:
    """One line for each part of the question: `образование и спорт`."""

    asked: AskedEdition
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class Beyond:
    """What no decision says is asked of these lines, perhaps of none."""

    asked: AskedEdition
    unheld: Unheld
    lines: Sequence[FoundLine]
    searched: str | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """What is named is paid out of these lines and is none by itself."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    searched: str | None = None


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Small talk, in another reading of what was typed."""


@dataclass(frozen=True, slots=True)
class _OtherReading:
    """What was searched instead of what was typed, and the lines that it found."""

    question: Question
    lines: Sequence[FoundLine]


Outcome = Candidates | Parts | Years | Beside | Beyond | Within | SmallTalk


def best_line(outcome: Outcome) -> FoundLine | None:
    """The line that an outcome is about: the whole of a list, else its first."""
    if isinstance(outcome, Parts):
        return outcome.whole
    return None if isinstance(outcome, SmallTalk) or not outcome.lines else outcome.lines[0]


def best_score(outcome: Outcome) -> float:
    """How well the first line of an outcome is matched; 0 where there is none."""
    lines = () if isinstance(outcome, SmallTalk) else outcome.lines
    return round(lines[0].score, 4) if lines else 0.0


def needs_otherwise(found: Found, outlines: Outlines, weights: Weights) -> bool:
    """Whether other readings of what was typed are worth a look. A question with a code has none."""
    poor = goodness(found.lines, weights.certainty) < weights.answer.poor
    return poor and not found.question.codes and _find_figures(found, outlines, weights) is None


def decide(found: Found, outlines: Outlines, weights: Weights) -> Outcome:
    """What a question is answered with.

    Args:
        found: what it finds in its place.
        outlines: with the lines that are wanted.
        weights: from where on a line is sure, or another reading better.
    """
    figures = _find_figures(found, outlines, weights)
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
    beside = weights.answer.offered_beside
    offered = [line for line in lines if line.score >= beside * lines[0].score]
    if unheld is not None:
        named = not found.asked.rest_of(found.question).names_nothing
        meant = offered if named else ()
        return Beyond(found.asked, unheld, meant[:1] if sure else meant, searched)
    if lines and lines[0].part:
        return Within(found.asked, [line for line in offered if line.part], searched)
    of_all = _asks_of_all(found.asked, found.question)
    return Candidates(found.asked, offered, sure, of_all, searched, found.nearest)


def is_asserted(found: Sequence[FoundLine], question: Question, weights: CertaintyWeights) -> bool:
    """Whether the best candidate can be asserted: well matched, and no other line nearly as well.

    A share, a change or a list of what is inside asks of a line at large, and the answer says which one it
    took: that other names hold its words too matters less.

    Args:
        found: the candidates, best first.
        question: that they were found for.
        weights: from where on a line is sure.
    """
    if not found or not is_good(found[0], weights) or found[0].weak or found[0].part:
        return False
    best, rivals = found[0], _list_rivals(found)
    at_large = question.intent in LISTED or question.intent in {Intent.SHARE, Intent.CHANGE}
    if at_large and _leads(best, rivals, weights):
        return True
    if best.exact:  # other names only hold these words, unless they are of another section
        rivals = [rival for rival in rivals if rival.exact or _is_elsewhere(rival, best)]
    # Words that several names hold ask for a choice, even where a phrase leads to one of them.
    if best.line.level > 0 and any(_is_as_good(rival, best, weights) for rival in rivals):
        return False
    return _leads(best, rivals, weights)


def is_good(candidate: FoundLine, weights: CertaintyWeights) -> bool:
    """Whether a candidate is well matched and says enough of the question."""
    return candidate.score >= weights.sure and candidate.covered >= weights.covered


def goodness(found: Sequence[FoundLine], weights: CertaintyWeights) -> float:
    """How good the best candidate is: its score, less where its name leaves a part of the question unsaid."""
    return max(
        (candidate.score * min(1.0, candidate.covered / weights.covered) for candidate in found), default=0.0
    )


def _list_rivals(found: Sequence[FoundLine]) -> list[FoundLine]:
    """All but the best candidate and what stands below it, which its card shows."""
    return [rival for rival in found[1:] if not is_below(rival.path, found[0].path)]


def _leads(best: FoundLine, rivals: Sequence[FoundLine], weights: CertaintyWeights) -> bool:
    """Whether the best candidate is ahead of the next by enough."""
    return not rivals or best.score - rivals[0].score >= weights.lead


def _is_elsewhere(rival: FoundLine, best: FoundLine) -> bool:
    """Whether a rival is of another section, and no phrase led to it."""
    return not rival.through and rival.line.section is not best.line.section


def _is_as_good(rival: FoundLine, best: FoundLine, weights: CertaintyWeights) -> bool:
    """Whether another branch's line says as much of the question, only in a longer name."""
    if is_below(best.path, rival.path):
        return False
    return rival.covered >= best.covered and rival.score >= best.score - weights.rival


def _find_figures(found: Found, outlines: Outlines, weights: Weights) -> Parts | Years | Beside | None:
    """What answers a question that asks for several figures; None where it asks for one."""
    asked, question, lines = found.asked, found.question, found.lines
    if question.frame.beyond_plan is not None:
        return None
    sure = asked.missing is None and is_asserted(lines, question, weights.certainty)
    unnamed = asked.missing is None and asked.rest_of(question).names_nothing
    if question.intent in LISTED and lines and (sure or unnamed):
        parts = _list_parts(outlines, lines[0], question)
        if parts:
            return Parts(asked, lines[0], parts)
    if sure:
        years = _find_years(outlines, lines[0], question.years)
        if len(years) > 1:
            return Years(asked, years)
    if lines and not question.codes and lines[0].covered >= weights.answer.whole and not lines[0].pieced:
        return None
    return _set_beside(found, weights.certainty)


def _list_parts(outlines: Outlines, whole: FoundLine, question: Question) -> list[FoundLine]:
    """The lines inside a line that a question asks to be listed, largest first.

    Of all spending these are its groups, of anything else its lowest lines: programs, or kinds of
    revenue; unless the question asks for another level.

    Args:
        outlines: with the whole edition of the line.
        whole: the line.
        question: its level, how many, and whether the smallest come first.

    Returns:
        An empty list when nothing is printed below the line.
    """
    lines, tree = outlines.lines(whole.asked.edition), outlines.tree(whole.asked.edition)
    inside = [lines[path] for path in tree.paths_below(whole.path)]
    lowest = [line for line in inside if not tree.rows_below(line.path)]
    plainly = ListedLevel.GROUP if whole.path == Section.EXPENDITURE else ListedLevel.PROGRAM
    level = _LEVELS.get(question.frame.level or plainly)
    parts = [line for line in inside if level is not None and level_of(line.path) is level] or lowest
    if question.frame.smallest:
        parts = [line for line in parts if line.amount]
    # Sorting keeps the print order of equal amounts.
    parts.sort(key=lambda line: line.amount, reverse=not question.frame.smallest)
    return [replace(whole, path=line.path, line=line) for line in parts[: question.frame.count]]


def _find_years(outlines: Outlines, found: FoundLine, years: Sequence[int]) -> list[FoundLine]:
    """One line in the newest edition of several years, those that have it, in the order of the years."""
    catalogue = found.asked.catalogue
    over_years = []
    for year in sorted(years):
        edition = catalogue.find(year)
        line = outlines.lines(edition).get(found.path) if edition else None
        if edition is not None and line is not None:
            over_years.append(replace(found, asked=AskedEdition(catalogue, edition, None), line=line))
    return over_years


def _set_beside(found: Found, weights: CertaintyWeights) -> Beside | None:
    """One line for each part of a question; None unless each means a line, and they are not all the same."""
    if not all(lines and is_good(lines[0], weights) for lines in found.parts):
        return None
    best = [lines[0] for lines in found.parts]
    return Beside(found.asked, best) if len({line.path for line in best}) > 1 else None


def _choose_reading(found: Found, best: float, weights: Weights) -> _OtherReading | SmallTalk | None:
    """The best of the other readings of what was typed, if it is better by enough."""
    better: _OtherReading | None = None
    for reading, found_otherwise in found.otherwise:
        if reading.question.talk:
            return SmallTalk()
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
    """Whether it is asked what changed, of no line or only of the budget as a whole."""
    rest = asked.rest_of(question)
    words = (token.sound for token in rest.tokens if not token.filler)
    of_all = not rest.codes and all(word.startswith(_BUDGET) for word in words)
    return question.intent is Intent.CHANGE and of_all
