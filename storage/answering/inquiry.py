"""One question put to one place: what it finds there, in its own words or in another reading of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from parser.question.intents import Intent
from parser.question.question import Question
from storage.answering.candidates import CandidateSearch, FoundLine
from storage.answering.certainty import LISTED, goodness, is_asserted
from storage.answering.edition import AskedEdition
from storage.answering.lists import find_each, find_years, list_parts
from storage.reading.outlines import Outlines, Wanted
from storage.search.other_readings import Reading, other_readings
from storage.search.rank import Rankings
from storage.search.weights import AnswerWeights

_BUDGET = "biudjet"


@dataclass(frozen=True, slots=True)
class Candidates:
    """Lines that may be meant, best first; perhaps none. `sure` says that the first one is."""

    asked: AskedEdition
    lines: Sequence[FoundLine]
    sure: bool = False
    of_all: bool = False  # it is asked what a decision changed, of no line
    searched: str | None = None  # what was searched instead of what was typed


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
    """One line for each part of the question."""

    asked: AskedEdition
    lines: Sequence[FoundLine]


@dataclass(frozen=True, slots=True)
class Chat:
    """Small talk, in another reading of what was typed."""


Finding = Candidates | Parts | Years | Beside | Chat


def best_score(finding: Finding) -> float:
    """How well the first line of a finding is matched; 0 where there is none."""
    lines = () if isinstance(finding, Chat) else finding.lines
    return round(lines[0].score, 4) if lines else 0.0


class Readings:
    """A question with the other readings of its words, each ranked once for all places."""

    def __init__(self, rankings: Rankings, question: Question) -> None:
        self.rankings = rankings
        self.question = question

    @cached_property
    def others(self) -> tuple[Reading, ...]:
        """Other readings; a code has none."""
        if self.question.codes:
            return ()
        return tuple(other_readings(self.rankings.index, self.question))


class Inquiry:
    """A question in one place. It reads nothing: it says which lines it looks at, and then looks."""

    def __init__(self, readings: Readings, asked: AskedEdition, outlines: Outlines) -> None:
        self._readings = readings
        self._question = readings.question
        self._asked = asked
        self._outlines = outlines
        self._weights = readings.rankings.index.weights
        self._parts = self._question.parts
        if len(self._parts) > self._weights.candidates.most_parts:  # a story with commas
            self._parts = ()

    @property
    def weights(self) -> AnswerWeights:
        """By which places and readings are chosen."""
        return self._weights.answer

    def list_wanted(self) -> Wanted:
        """The lines that `find` looks at for the question as it was typed."""
        wanted = self._list_wanted([self._question, *self._parts])
        if len(self._question.years) > 1:
            editions = map(self._asked.catalogue.find, self._question.years)
            wanted.editions |= {edition.key: edition for edition in editions if edition}
        if self._question.intent in LISTED:
            wanted.whole |= set(wanted.editions)
        return wanted

    def list_wanted_otherwise(self) -> Wanted:
        """The lines that other readings of what was typed lead to."""
        return self._list_wanted([other.question for other in self._readings.others])

    def _list_wanted(self, questions: Sequence[Question]) -> Wanted:
        wanted = Wanted()
        main = self._asked.of_main_year()
        for asked in (self._asked, main) if main else (self._asked,):
            search = self._search(asked)
            for question in questions:
                wanted.add(search.list_wanted(question))
        return wanted

    def can_reach(self, score: float) -> bool:
        """Whether any line of any edition could be matched so well."""
        search = self._search(self._asked)
        return any(search.reach(question) >= score for question in self._list_questions())

    def _list_questions(self) -> Iterator[Question]:
        yield from (self._question, *self._parts)
        yield from (other.question for other in self._readings.others)

    def needs_otherwise(self) -> bool:
        """Whether other readings of what was typed are worth a look."""
        asked, found = self._find_plainly()
        poor = goodness(found, self._weights.certainty) < self._weights.answer.poor
        return poor and not self._question.codes and self._find_figures(asked, found) is None

    def find(self) -> Finding:
        """What the question finds in this place."""
        asked, found = self._find_plainly()
        figures = self._find_figures(asked, found)
        if figures is not None:
            return figures
        searched = None
        best = goodness(found, self._weights.certainty)
        if best < self._weights.answer.poor:
            other = self._find_otherwise(asked, best)
            if isinstance(other, Chat):
                return other
            if other is not None:
                found, searched = other.lines, other.searched
        sure = asked.missing is None and is_asserted(found, self._question, self._weights.certainty)
        least = self._weights.answer.offered_beside * found[0].score if found else 0.0
        lines = [line for line in found if line.score >= least]
        return Candidates(asked, lines, sure, _asks_of_all(asked, self._question), searched)

    def find_nearest(self) -> list[FoundLine]:
        """The few lines that come nearest where nothing is found."""
        return self._search(self._asked).find_nearest(self._question)

    def _search(self, asked: AskedEdition) -> CandidateSearch:
        return CandidateSearch(self._readings.rankings, asked, self._outlines)

    def _find_plainly(self) -> tuple[AskedEdition, Sequence[FoundLine]]:
        """The candidates for what was typed: of the edition asked for, else of the main year's."""
        found = self._search(self._asked).find(self._question)
        main = None if found else self._asked.of_main_year()
        found_in_main = self._search(main).find(self._question) if main else []
        return (main, found_in_main) if main and found_in_main else (self._asked, found)

    def _find_figures(self, asked: AskedEdition, found: Sequence[FoundLine]) -> Finding | None:
        """What answers a question for several figures; None where it is for one."""
        question, weights = self._question, self._weights
        sure = asked.missing is None and is_asserted(found, question, weights.certainty)
        unnamed = asked.missing is None and asked.rest_of(question).names_nothing
        if question.intent in LISTED and found and (sure or unnamed):
            parts = list_parts(self._outlines, found[0], question)
            if parts:
                return Parts(asked, found[0], parts)
        if sure and len(question.years) > 1:
            years = find_years(self._outlines, found[0], question.years)
            if len(years) > 1:
                return Years(asked, years)
        if found and not question.codes and found[0].covered >= weights.answer.whole and not found[0].pieced:
            return None
        several = find_each(self._search(asked), self._parts, weights.certainty)
        return Beside(asked, several) if several else None

    def _find_otherwise(self, asked: AskedEdition, best: float) -> Candidates | Chat | None:
        """The best of the other readings of what was typed, if it is better by enough."""
        better: Candidates | None = None
        weights, search = self._weights.answer, self._search(asked)
        for other in self._readings.others:
            reading = other.question
            if reading.talk:
                return Chat()
            found = search.find(reading)
            found = [line for line in found if not line.through or line.score >= weights.phrase_reading]
            score = goodness(found, self._weights.certainty)
            if score >= max(weights.good_reading, best + weights.better):
                # One ordinary word in the other language is too little to assert anything.
                little = other.translated and len(reading.words) == 1
                found = [replace(line, weak=line.weak or little) for line in found]
                better, best = Candidates(asked, found, searched=reading.text), score
        return better


def _asks_of_all(asked: AskedEdition, question: Question) -> bool:
    """Whether it is asked what changed, of no line or only of the budget as a whole."""
    rest = asked.rest_of(question)
    words = (token.sound for token in rest.tokens if not token.filler)
    of_all = not rest.codes and all(word.startswith(_BUDGET) for word in words)
    return question.intent is Intent.CHANGE and of_all
