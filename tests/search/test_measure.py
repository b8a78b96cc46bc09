"""How well our own open questions are understood may not fall: `python -m bench.search` shows the figures.

The floors only rise. They stand a little under what was measured, so that a change of one
question is no alarm and a change of a rule is. The held questions have no floor and are not asked
here: a person looks at them before a release, with `--held`.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from functools import cache

import pytest

from bench.search import Case, Outcome, load_cases, measure, summarize
from bot.loading import list_files
from parser.parse import parse_file
from tests.conftest import SAMPLES
from tests.harness.sweeping import some_of

# Direct are the lines that are asserted. Four open questions (traffic lights in two languages, road marking, potholes) are
# told as a part of their line since, which is offered: 72.9 % are direct by `python -m bench.search`, and were 73.2.
OVERALL = {"top1": 0.99, "right": 0.985, "direct": 0.725, "sure_right": 0.99}
# Of each seventh question, which every run asks: one that goes wrong is no alarm there either.
OF_SOME = {"top1": 0.97, "right": 0.97, "direct": 0.66, "sure_right": 0.97}
EVERY_CLASS = 0.94  # first place, in every class
NOTHING_ASSERTED = 0.005


# What is measured is how good the answers are; the tracer would treble its time and find no line of its own.
pytestmark = pytest.mark.no_cover


OPEN = tuple(load_cases("open"))
some_and_all = pytest.mark.parametrize("cases", some_of(OPEN, 7))


@cache
def ask(cases: tuple[Case, ...]) -> list[Outcome]:
    return asyncio.run(measure(cases))


def test_the_measure_is_whole() -> None:
    cases = load_cases()
    assert len(cases) >= 800
    assert len({case.text for case in cases}) == len(cases)
    by_class = Counter(case.kind for case in cases)
    assert min(by_class.values()) >= 20
    held = Counter(case.kind for case in cases if case.part == "held")
    assert all(abs(held[kind] / count - 1 / 3) < 0.05 for kind, count in by_class.items())


def test_every_accepted_line_is_one_of_the_samples() -> None:
    known = {
        line.path
        for file in list_files([SAMPLES])
        for edition in parse_file(file).editions
        for line in edition.lines
    }
    accepted = {path for case in load_cases() for paths in case.accepted for path in paths}
    assert accepted <= known


def test_only_open_questions_are_asked() -> None:
    assert {case.part for case in OPEN} == {"open"}
    assert len(OPEN) > 550


@some_and_all
@pytest.mark.parametrize("figure", OVERALL)
def test_overall(figure: str, cases: tuple[Case, ...]) -> None:
    floors = OVERALL if cases == OPEN else OF_SOME
    assert summarize(ask(cases))[figure] >= floors[figure]


@pytest.mark.sweep
def test_no_class_is_left_behind() -> None:
    by_class: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in ask(OPEN):
        by_class[outcome.case.kind].append(outcome)
    low = {kind: summarize(group)["top1"] for kind, group in by_class.items()}
    assert {kind: share for kind, share in low.items() if share < EVERY_CLASS} == {}


@some_and_all
def test_nothing_is_asserted_where_nothing_answers(cases: tuple[Case, ...]) -> None:
    assert summarize(ask(cases))["nothing_asserted"] <= NOTHING_ASSERTED
