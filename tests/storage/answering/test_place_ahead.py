"""A loaded place in front of a question is set aside, and changes nothing of what is asked."""

from __future__ import annotations

import pytest

from parser.question.reading import read_question
from storage.answering.place_ahead import set_place_aside, with_place_ahead
from storage.answering.request import Request
from storage.search.index import Index


@pytest.mark.parametrize(
    ("place", "rest"),
    [
        ("в Таразе", "вычти школы из образования"),
        ("В городе Таразе,", "какие налоги"),
        ("Таразда", "не өзгерді"),
        ("Тараз қаласында", "қандай салықтар"),
        ("Таразда", "қала ақшасының көбі қайда кетеді"),  # its kind is no part of the place there
    ],
)
def test_a_place_ahead_is_set_aside(index: Index, place: str, rest: str) -> None:
    found = set_place_aside(index, Request(read_question(f"{place} {rest}")))
    assert found.placed is not None
    alone = read_question(rest)
    assert (found.placed.name, found.question) == ("Тараз", alone)
    whole = with_place_ahead(found, found.question)
    assert whole.tokens[-len(alone.tokens) :] == alone.tokens
    assert any("тараз" in token.folded for token in whole.tokens)


@pytest.mark.parametrize(
    "said",
    [
        "в Таразе",
        "в Таразе 2014",  # of all that it has
        "в Таразе в 2014 году",
        "в Таразе что есть",
        "в Таразе а в 2014?",
        "в Таразе или в Алматы школы",  # another place beside it
        "в Таразе школы, в Алматы садики",
        "Таразда емес, Семейде мектепке қанша",
        "Тараз вычти школы из образования",  # not where something is
        "таразские школы",
        "в школы Тараза",
    ],
)
def test_a_place_that_the_question_needs_stays(index: Index, said: str) -> None:
    request = Request(read_question(said))
    assert set_place_aside(index, request) is request
