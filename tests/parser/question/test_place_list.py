"""Asking which places there are: the example of every row asks it, and what asks for money does not."""

from __future__ import annotations

import pytest

from parser.question.place_list import PlaceWord, read_place_list_rows
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.text.folding import sounds

ROWS = read_place_list_rows()


def test_an_example_asks_with_the_words_of_its_row() -> None:
    for row in ROWS:
        assert read_question(row["example"]).talk is Remark.PLACES, row["example"]
        stems = tuple(stem for word in row["words"].split() for stem in sounds(word))
        assert any(spoken.startswith(stems) for spoken in sounds(row["example"])), row.number
        assert row.target("says", PlaceWord)


@pytest.mark.parametrize(
    "text",
    [
        "город",
        "какой бюджет города",
        "какие расходы у города",
        "другие доходы",
        "қандай салықтар бар",
        "басқа",
    ],
)
def test_what_asks_for_something_else_does_not(text: str) -> None:
    assert read_question(text).talk is not Remark.PLACES
