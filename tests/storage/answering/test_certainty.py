"""When a line is asserted and when several are offered: each rule at its edge, by weights of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parser.question.question import Question
from parser.question.reading import read_question
from storage.answering.assertion import goodness, is_asserted, is_good
from storage.answering.inquiry import FoundLine
from storage.search.parts import PartSign
from tests.storage.answering import findings
from tests.storage.answering.findings import line

WEIGHTS = findings.WEIGHTS.certainty
AMOUNT = read_question("білім беру")
AT_LARGE = [
    read_question(text) for text in ("доля образования", "что входит в образование", "крупнейшие расходы")
]


def asserted(*found: FoundLine) -> bool:
    return is_asserted(found, AMOUNT, WEIGHTS)


def test_nothing_found_is_not_asserted() -> None:
    assert not asserted()
    assert goodness((), WEIGHTS) == 0.0


@pytest.mark.parametrize(
    ("score", "covered", "good"),
    [(0.5, 0.75, True), (0.49, 1.0, False), (1.0, 0.74, False), (0.6, 0.8, True)],
)
def test_a_line_must_be_well_matched_and_say_enough(score: float, covered: float, good: bool) -> None:
    assert is_good(line(score=score, covered=covered), WEIGHTS) is good
    assert asserted(line(score=score, covered=covered)) is good


@pytest.mark.parametrize(("covered", "sure"), [(0.9, True), (0.875, True), (0.8, False)])
def test_an_unread_word_of_weight_forbids_certainty(covered: float, sure: bool) -> None:
    weights = replace(WEIGHTS, read=0.875)
    assert is_good(line(covered=covered), weights)
    assert is_asserted([line(covered=covered)], AMOUNT, weights) is sure
    # What is asked of a line at large says which line it took.
    assert all(is_asserted([line(covered=covered)], question, weights) for question in AT_LARGE)


@pytest.mark.parametrize("sign", PartSign)
def test_a_part_of_a_line_asserts_nothing(sign: PartSign) -> None:
    assert not asserted(replace(line(), part=sign))


def test_a_word_of_other_talk_asserts_nothing() -> None:
    assert not asserted(line(weak=True))
    assert not any(is_asserted([line(weak=True)], question, WEIGHTS) for question in AT_LARGE)


@pytest.mark.parametrize(("score", "sure"), [(0.875, True), (0.9, False), (1.0, False), (0.5, True)])
def test_a_line_must_lead_the_next_one(score: float, sure: bool) -> None:
    """The other line says less of the question, so that only its score speaks against the first."""
    assert asserted(line(), line("expenditure/05/471/001", score, covered=0.5)) is sure


def test_only_the_next_line_is_led() -> None:
    near, far = line("expenditure/05/471/001", 0.95, 0.5), line("expenditure/06/451/002", 0.6, 0.5)
    assert not asserted(line(), near, far)
    assert asserted(line(), far)


def test_what_stands_below_the_best_line_is_no_rival() -> None:
    best = line("expenditure/04")
    assert asserted(best, line("expenditure/04/464/009"))
    assert not asserted(best, line("expenditure/041"))
    assert not asserted(best, line("expenditure/04/464/009"), line("expenditure/05"))


@pytest.mark.parametrize(
    ("score", "covered", "sure"),
    [(0.75, 1.0, False), (0.74, 1.0, True), (0.8, 0.99, True), (0.8, 1.0, False), (0.75, 0.9, True)],
)
def test_another_branch_that_says_as_much_asks_for_a_choice(score: float, covered: float, sure: bool) -> None:
    assert asserted(line(), line("expenditure/05/471/001", score, covered)) is sure
    assert asserted(line("expenditure/04"), line("expenditure/05", score, covered)) is sure


def test_a_line_above_the_best_is_not_as_good_but_must_be_led() -> None:
    best = line("expenditure/04/464/009")
    assert asserted(best, line("expenditure/04", 0.8))
    assert asserted(best, line("expenditure/04/464", 0.8))
    assert not asserted(best, line("expenditure/04/464", 0.9))
    assert not asserted(best, line("expenditure/04/46", 0.8))


def test_a_total_needs_only_to_lead() -> None:
    assert asserted(line("revenue"), line("revenue/1/01/2", 0.8), line("expenditure/04", 0.8))
    assert not asserted(line("revenue"), line("expenditure", 0.9))


def test_other_names_only_hold_the_words_of_a_whole_name() -> None:
    best = line(exact=True)
    assert asserted(best, line("expenditure/05/471/001", 1.0))
    assert not asserted(best, line("expenditure/05/471/001", 1.0, exact=True))
    assert not asserted(best, line("revenue/1/01/2", 1.0))
    assert asserted(best, line("revenue/1/01/2", 1.0, through=True))
    assert not asserted(line(), line("expenditure/05/471/001", 1.0))


@pytest.mark.parametrize("question", AT_LARGE)
def test_a_question_of_a_line_at_large_needs_only_a_lead(question: Question) -> None:
    rival = line("expenditure/05/471/001", 0.8)
    assert not asserted(line(), rival)
    assert is_asserted([line(), rival], question, WEIGHTS)
    near = line("expenditure/05/471/001", 0.9)
    assert not is_asserted([line(), near], question, WEIGHTS)
    assert is_asserted([line(exact=True), near], question, WEIGHTS)


def test_what_a_candidate_leaves_unsaid_takes_from_how_good_it_is() -> None:
    assert goodness([line(score=0.5, covered=0.75)], WEIGHTS) == 0.5
    assert goodness([line(score=0.5, covered=1.0)], WEIGHTS) == 0.5
    assert goodness([line(score=0.5, covered=0.375)], WEIGHTS) == 0.25
    assert goodness([line(score=0.9, covered=0.3), line(score=0.5, covered=1.0)], WEIGHTS) == 0.5
