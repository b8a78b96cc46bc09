"""What is answered with what was found: a line that is sure, lines to choose from, another reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from parser.question.reading import read_question
from parser.question.remarks import Remark
from storage.answering.certainty import needs_otherwise
from storage.answering.inquiry import FoundLine
from storage.answering.outcome import Candidates, Outcome, SmallTalk, best_score
from storage.search.other_readings import Reading
from tests.storage.answering.findings import (
    EDUCATION,
    LACKING,
    MAIN,
    OTHER,
    OUTLINES,
    WEIGHTS,
    decided,
    found,
    line,
    paths,
)
from tests.storage.builders import PROGRAM


class TestOneLine:
    def test_a_line_that_is_sure_is_said_to_be(self) -> None:
        assert decided(found(line())) == Candidates(MAIN, [line()], sure=True)

    def test_of_an_edition_that_is_not_loaded_nothing_is_sure(self) -> None:
        assert decided(found(line(), asked=LACKING)) == Candidates(LACKING, [line()], sure=False)

    def test_lines_are_offered_that_are_matched_nearly_as_well(self) -> None:
        near, far = line("expenditure/05", 0.5), line("expenditure/06", 0.49)
        outcome = decided(found(line(), near, far))
        assert outcome == Candidates(MAIN, [line(), near], sure=True)

    def test_where_nothing_is_found_the_nearest_are_named(self) -> None:
        assert decided(found(nearest=[line(score=0.4)])) == Candidates(MAIN, [], nearest=[line(score=0.4)])

    def test_the_first_line_tells_how_good_an_outcome_is(self) -> None:
        assert best_score(Candidates(MAIN, [line(score=0.123_46), line(score=0.9)])) == 0.1235
        assert best_score(Candidates(MAIN, [])) == 0.0
        assert best_score(SmallTalk(Remark.THANKS)) == 0.0


class TestWhatChanged:
    @pytest.mark.parametrize(
        ("text", "of_all"),
        [
            ("что изменилось?", True),
            ("что изменилось в бюджете?", True),
            ("бюджетте не өзгерді?", True),
            ("что изменилось в образовании?", False),
            ("что изменилось в 464 009?", False),
            ("сколько в бюджете?", False),
        ],
    )
    def test_it_is_asked_of_all_where_no_line_is_named(self, text: str, *, of_all: bool) -> None:
        outcome = decided(found(line(), question=read_question(text)))
        assert isinstance(outcome, Candidates)
        assert outcome.of_all is of_all

    def test_what_chose_the_edition_names_no_line(self) -> None:
        asked = replace(MAIN, used_words=frozenset({"taraz"}))
        question = read_question("что изменилось в Тараз?")
        outcome, unused = (
            decided(found(line(), question=question, asked=asked)),
            decided(found(line(), question=question)),
        )
        assert isinstance(outcome, Candidates)
        assert isinstance(unused, Candidates)
        assert (outcome.of_all, unused.of_all) == (True, False)


class TestOtherReadings:
    POOR = line(score=0.25)

    def reading(
        self, text: str = "білім", *, translated: bool = False, talk: Remark | None = None
    ) -> Reading:
        return Reading(replace(read_question(text), talk=talk), translated)

    def read_otherwise(self, *otherwise: tuple[Reading, Sequence[FoundLine]]) -> Outcome:
        return decided(found(self.POOR, otherwise=otherwise))

    def test_a_better_reading_takes_the_place_of_what_was_typed(self) -> None:
        outcome = self.read_otherwise((self.reading("мектеп"), [line(OTHER)]))
        assert outcome == Candidates(MAIN, [line(OTHER)], sure=True, searched="мектеп")

    def test_of_several_the_best_counts_and_must_be_better_by_enough(self) -> None:
        good, little_better, better = line(OTHER, 0.5), line("revenue", 0.6), line("expenditure", 0.625)
        readings = [self.reading(text) for text in ("бір", "екі", "үш")]
        both = list(zip(readings, ([good], [little_better], [better]), strict=True))
        assert paths(self.read_otherwise(*both[:2])) == [OTHER]
        assert paths(self.read_otherwise(*both)) == ["expenditure"]

    def test_a_reading_must_be_good_and_better_than_what_was_typed(self) -> None:
        typed = line(score=0.4)
        assert paths(self.read_otherwise((self.reading(), [line(OTHER, 0.49)]))) == [PROGRAM]
        assert paths(decided(found(typed, otherwise=((self.reading(), [line(OTHER, 0.52)]),)))) == [PROGRAM]
        assert paths(decided(found(typed, otherwise=((self.reading(), [line(OTHER, 0.53)]),)))) == [OTHER]

    def test_what_is_typed_well_is_read_as_it_is(self) -> None:
        other = ((self.reading(), [line(OTHER)]),)
        assert paths(decided(found(line(score=0.5), otherwise=other))) == [PROGRAM]
        assert paths(decided(found(line(score=0.49), otherwise=other))) == [OTHER]

    def test_an_everyday_phrase_of_another_reading_is_typed_without_slips(self) -> None:
        for score, expected in ((0.75, OTHER), (0.74, PROGRAM)):
            other = line(OTHER, score, through=True)
            assert paths(self.read_otherwise((self.reading(), [other]))) == [expected]

    @pytest.mark.parametrize(
        ("text", "translated", "weak"),
        [
            ("мектеп", True, True),
            ("мектеп", False, False),
            ("мектеп жөндеу", True, True),
            ("жаңа мектеп жөндеу", True, False),
        ],
    )
    def test_few_translated_words_assert_nothing(self, text: str, *, translated: bool, weak: bool) -> None:
        outcome = self.read_otherwise((self.reading(text, translated=translated), [line(OTHER)]))
        assert outcome == Candidates(MAIN, [line(OTHER, weak=weak)], sure=not weak, searched=text)

    def test_a_weak_line_stays_weak(self) -> None:
        outcome = self.read_otherwise((self.reading("мектеп жөндеу"), [line(OTHER, weak=True)]))
        assert outcome == Candidates(MAIN, [line(OTHER, weak=True)], sure=False, searched="мектеп жөндеу")

    def test_a_greeting_in_another_keyboard_layout_is_small_talk(self) -> None:
        outcome = self.read_otherwise((self.reading(talk=Remark.THANKS), []), (self.reading(), [line(OTHER)]))
        assert outcome == SmallTalk(Remark.THANKS)


class TestWhetherOtherReadingsAreTried:
    @pytest.mark.parametrize(("score", "tried"), [(0.49, True), (0.5, False), (1.0, False)])
    def test_they_are_where_what_was_typed_finds_little(self, score: float, *, tried: bool) -> None:
        assert needs_otherwise(found(line(score=score)), OUTLINES, WEIGHTS) is tried
        assert needs_otherwise(found(), OUTLINES, WEIGHTS)

    def test_a_code_has_no_other_reading(self) -> None:
        coded = replace(EDUCATION, codes=(("464", "009"),))
        assert not needs_otherwise(found(question=coded), OUTLINES, WEIGHTS)

    def test_several_figures_need_none(self) -> None:
        parts = [line()], [line(OTHER)]
        assert not needs_otherwise(found(parts=parts), OUTLINES, WEIGHTS)
