"""The same question said otherwise gets the same answer: `python -m bench.same_question` shows what does not.

The floors only rise. No label is written for these questions: what is right follows from the open ones.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from random import Random

import pytest

from bench.said_otherwise import CONTRARY, SAME, Asked, say_otherwise
from bench.same_question import Fate, compare_answers, count_fates, load_open_questions, retell

# The share of answers that stay, of a larger sample: `python -m bench.same_question --sample 40`.
STAYED: Mapping[str, float] = {
    **dict.fromkeys(SAME, 0.9),
    **dict.fromkeys(CONTRARY, 0.95),
    "polite between": 0.95,
    "polite behind": 0.95,
    "a broken line": 0.92,
    "a slip": 0.62,
    "a letter twice": 0.86,
    "latin": 0.8,
    "another layout": 0.93,
    "the place": 0.84,
    "of the budget": 0.88,
    "turned round": 0.88,
    "another word": 0.8,
}
SURE_AND_OTHER = 5
QUICK_STAYED = 0.88  # of all ways together, of a small sample of Taraz
QUICK_SURE_AND_OTHER = 0

CHANCE = Random(1)  # noqa: S311 - these ways draw nothing of it

# What is measured is how good the answers are; the tracer would treble its time and find no line of its own.
pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(
    ("way", "language", "said"),
    [
        ("plain letters", "kk", "мектепке канша болинди"),
        ("latin", "kk", "mektepke kansha bolindi"),
        ("another layout", "kk", "vtrntgrt 0fyif ,-k3yl3"),
        ("capitals", "kk", "МЕКТЕПКЕ ҚАНША БӨЛІНДІ"),
        ("denied", "kk", "мектепке емес қанша бөлінді"),
        ("turned round", "kk", None),
    ],
)
def test_a_question_is_said_otherwise(way: str, language: str, said: str | None) -> None:
    asked = Asked("мектепке қанша бөлінді", language, "taraz", amount=True, first=True)
    assert say_otherwise((SAME | CONTRARY)[way], asked, CHANCE) == said


def test_only_the_last_message_is_said_otherwise() -> None:
    asked = Asked("школы ⏎ сколько на садики", "ru", "taraz", amount=True, first=True)
    assert say_otherwise(SAME["capitals"], asked, CHANCE) == "школы ⏎ СКОЛЬКО НА САДИКИ"
    assert say_otherwise(SAME["turned round"], asked, CHANCE) is None  # goes on from another one


def test_some_questions_said_otherwise_get_the_same_answers() -> None:
    cases = [case for case in load_open_questions() if case.budget == "taraz"]
    counts = count_fates(asyncio.run(compare_answers(retell(cases, SAME | CONTRARY, sample=4, seed=1))))
    assert counts.keys() == {*SAME, *CONTRARY}
    total = sum(fates.total() for fates in counts.values())
    assert sum(fates[Fate.STAYED] for fates in counts.values()) >= QUICK_STAYED * total
    assert sum(fates[Fate.WRONG] for fates in counts.values()) <= QUICK_SURE_AND_OTHER


@pytest.mark.sweep
def test_questions_said_otherwise_get_the_same_answers() -> None:
    cases = load_open_questions()
    counts = count_fates(asyncio.run(compare_answers(retell(cases, SAME | CONTRARY, sample=40, seed=1))))
    fallen = {
        way: dict(counts[way])
        for way, floor in STAYED.items()
        if counts[way][Fate.STAYED] < floor * counts[way].total()
    }
    assert not fallen
    assert sum(fates[Fate.WRONG] for fates in counts.values()) <= SURE_AND_OTHER
