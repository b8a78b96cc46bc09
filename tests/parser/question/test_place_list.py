"""Asking which places there are: the example of every row asks it, and what asks for money does not."""

from __future__ import annotations

import pytest

from parser.question.place_list import PlaceWord, asks_every_place, asks_which_place, read_place_list_rows
from parser.question.reading import read_question
from parser.question.remarks import Remark
from parser.text.folding import sounds

ROWS = read_place_list_rows()
_OF_EVERY = {PlaceWord.EVERY, PlaceWord.PLACES}
_OF_WHERE = {PlaceWord.WHICH, PlaceWord.AT, PlaceWord.WHERE, PlaceWord.WEALTH}


def test_an_example_asks_with_the_words_of_its_row() -> None:
    for row in ROWS:
        if row.target("says", PlaceWord) is PlaceWord.RANK:
            assert not asks_which_place(sounds(row["example"]))
            continue
        says, spoken = row.target("says", PlaceWord), sounds(row["example"])
        lists = read_question(row["example"]).talk is Remark.PLACES
        every = says in _OF_EVERY and asks_every_place(spoken)
        assert every or (asks_which_place(spoken) if says in _OF_WHERE else lists), row["example"]
        stems = tuple(stem for word in row["words"].split() for stem in sounds(word))
        assert any(word.startswith(stems) for word in spoken), row.number


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


@pytest.mark.parametrize(
    "text", ["на что больше тратят в городе", "какой отдел больше тратит", "қалада неге көп жұмсайды"]
)
def test_in_a_place_is_not_in_which(text: str) -> None:
    assert not asks_which_place(sounds(text))
